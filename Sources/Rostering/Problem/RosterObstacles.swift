import Workforce

/// A reason why no roster keeps all rules and limits.
package enum RosterObstacle: Hashable, Sendable {
  /// No week keeps a person's rules.
  case noWeek(employee: Int)
  /// The people of a site have at least so many minutes of overtime together, more than its budget.
  case overtime(site: Int, least: Int)
  /// These people can attend these sessions only, which have fewer seats.
  case seats(employees: [Int], sessions: [Int])
  /// Fewer people than a limit on heads wants can be present in a slot.
  case tooFew(limit: Int, slot: Int, possible: Int)
  /// More people than a limit on heads allows cannot be absent in a slot.
  case tooMany(limit: Int, slot: Int, unavoidable: Int)
  /// No roster keeps these limits together; smallest when the proof fails without any one of them.
  case conflict([RosterLimit], isSmallest: Bool)
  /// No roster was found that keeps these limits, but nothing proves that there is none.
  case notFound([RosterLimit])
}

extension RosterProblem {
  /// Reasons why no roster keeps all rules and limits, each proved by itself; empty when there are
  /// none, or when only several limits together leave no roster.
  ///
  /// Of the limits on heads, slots that `tours` miss are looked at, in large teams some of them:
  /// what no roster keeps, these do not keep either.
  package func obstacles(missedBy tours: [PlannedTour]) -> [RosterObstacle] {
    let search = ObstacleSearch(self)
    let missing = search.peopleWithoutWeek
    guard missing.isEmpty else { return missing.map { .noWeek(employee: $0) } }
    var use = CouplingUse(self)
    for (employee, tour) in tours.enumerated() {
      use.change(employee, from: .empty, to: tour, problem: self)
    }
    return search.overtime + search.seats + search.heads(missedIn: use)
  }

  /// Whether everybody's week keeps the person's rules and everyone keeps the limits together.
  func isLegal(_ state: RosterState) -> Bool {
    state.isLegal
      && employees.indices.allSatisfy {
        !state.tours[$0].shifts.isEmpty || employees[$0].mayBeOff
      }
  }

  /// The same weeks without any price and need.
  var unpriced: RosterProblem {
    let free = employees.map { person in
      var free = person.withoutRulePrices
      free.days = person.days.map { day in
        EmployeeDay(group: day.group, options: day.options.map(\.unpriced))
      }
      return free
    }
    let empty = [CoverCost](repeating: CoverCost(steps: []), count: slotCount)
    return with(
      employees: free,
      cover: CoverTable(
        CoverCosts(grid: grid, queues: queueNames.map { _ in empty }),
        idleCost: 0
      ),
      prices: .none(dayCount: dayCount)
    )
  }
}

/// Asks for everybody's week of least use of something.
private struct ObstacleSearch {
  private let problem: RosterProblem
  private let tables: PricingTables
  /// Most weeks that are looked for to prove that heads cannot be kept.
  private static let weeksLookedAt = 40_000

  init(_ priced: RosterProblem) {
    let problem = priced.unpriced
    self.problem = problem
    tables = PricingTables(problem: problem, groups: Array(problem.groups.indices)) { _ in
      [Double](repeating: 0, count: problem.slotCount)
    }
  }

  /// The least use that a week of a person has at prices of use; `nil` without a week.
  private func least(_ employee: Int, _ extras: WeekPricer.Extras) -> Double? {
    var pricer = WeekPricer()
    return pricer.cheapest(
      problem.plans[employee],
      tables: tables,
      extras: extras,
      problem: problem
    )?.reducedCost
  }

  var peopleWithoutWeek: [Int] {
    problem.employees.indices.filter { least($0, WeekPricer.Extras()) == nil }
  }

  var overtime: [RosterObstacle] {
    problem.overtimeBudgets.enumerated().compactMap { site, budget in
      let people = problem.employees.indices.filter { problem.employees[$0].site == site }
      let sum = people.reduce(0) { sum, person in
        sum + Int((least(person, WeekPricer.Extras(overtimePrice: 1)) ?? 0).rounded())
      }
      return sum > budget ? .overtime(site: site, least: sum) : nil
    }
  }

  /// A matching of people to seats; where it fails, the people and sessions that its last search
  /// reached have too few seats (Hall 1935).
  var seats: [RosterObstacle] {
    let sessions = problem.coupling.sessions
    let offered = problem.employees.indices.filter { !problem.employees[$0].demands.isEmpty }.map {
      person in
      (person, sessions.indices.filter { canAttend(person, $0) })
    }
    var matching = SeatMatching(seats: sessions.map(\.seats))
    for (person, choices) in offered {
      guard let blocked = matching.add(person, choices: choices) else { continue }
      return [.seats(employees: blocked.people, sessions: blocked.sessions)]
    }
    return []
  }

  private func canAttend(_ person: Int, _ session: Int) -> Bool {
    let prices = problem.coupling.sessions.indices.map { $0 == session ? 0.0 : 1 }
    return least(person, WeekPricer.Extras(sessions: prices)) == 0
  }

  /// One reason per limit that is missed, where one is proved.
  func heads(missedIn use: CouplingUse) -> [RosterObstacle] {
    let heads = problem.coupling.heads
    let missed = heads.indices.flatMap { limit in
      zip(heads[limit].slots, use.present[limit]).filter { heads[limit].miss($0.1) > 0 }
        .map { (limit: limit, slot: $0.0) }
    }
    // every slot asks for two weeks of each person
    let most = max(12, Self.weeksLookedAt / max(1, problem.employees.count))
    let step = max(1, (missed.count + most - 1) / most)
    var found: [RosterObstacle] = []
    var known = Set<Int>()
    for place in stride(from: 0, to: missed.count, by: step).map({ missed[$0] })
    where !known.contains(place.limit) {
      guard let obstacle = obstacle(limit: place.limit, slot: place.slot) else { continue }
      found.append(obstacle)
      known.insert(place.limit)
    }
    return found
  }

  /// Why a limit cannot be kept in a slot, where that is proved.
  private func obstacle(limit index: Int, slot: Int) -> RosterObstacle? {
    let limit = problem.coupling.heads[index]
    let people = problem.employees.indices.filter {
      problem.coupling.headSets[problem.employees[$0].headSet].contains(index)
    }
    if limit.least > 0 {
      let possible = people.count { (presence($0, slot, price: -1) ?? 0) < 0 }
      if possible < limit.least { return .tooFew(limit: index, slot: slot, possible: possible) }
    }
    guard limit.most < people.count else { return nil }
    let unavoidable = people.count { (presence($0, slot, price: 1) ?? 0) > 0 }
    guard unavoidable > limit.most else { return nil }
    return .tooMany(limit: index, slot: slot, unavoidable: unavoidable)
  }

  /// Least price of a week when presence in a slot has a price.
  private func presence(_ person: Int, _ slot: Int, price: Double) -> Double? {
    let sums = (0...problem.slotCount).map { $0 > slot ? price : 0 }
    var sets = [[Double]](repeating: [], count: problem.coupling.headSets.count)
    sets[problem.employees[person].headSet] = sums
    return least(person, WeekPricer.Extras(presence: sets))
  }
}

/// People on seats, by alternating paths.
private struct SeatMatching {
  private let seats: [Int]
  private var choices: [Int: [Int]] = [:]
  private var attendees: [[Int]]

  init(seats: [Int]) {
    self.seats = seats
    attendees = seats.map { _ in [] }
  }

  /// Seats a person; the people and sessions that are in the way when it cannot be done.
  mutating func add(
    _ person: Int,
    choices own: [Int]
  ) -> (people: [Int], sessions: [Int])? {
    choices[person] = own
    var seen: [Int] = []
    if place(person, &seen) { return nil }
    let people = seen.flatMap { attendees[$0] } + [person]
    return (people.sorted(), seen.sorted())
  }

  private mutating func place(_ person: Int, _ seen: inout [Int]) -> Bool {
    for session in choices[person] ?? [] where !seen.contains(session) {
      seen.append(session)
      if attendees[session].count < seats[session] {
        attendees[session].append(person)
        return true
      }
      for position in attendees[session].indices
      where place(attendees[session][position], &seen) {
        attendees[session][position] = person
        return true
      }
    }
    return false
  }
}
