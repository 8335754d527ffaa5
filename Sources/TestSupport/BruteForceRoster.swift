public import Workforce

/// Tries every roster of a tiny case and keeps the best: the oracle of the optimizer.
///
/// Rules of single shifts come from the roster checker; sequences, totals, prices and the cover are
/// computed here, in another way than the checker's. Each shift serves every queue that its person
/// may serve that day, which is never dearer than fewer. Shifts must end on their date.
public struct BruteForceRoster {
  private let inputs: PlanningInputs
  private let week: ISOWeek
  private let everyone: [BruteForcePerson]
  let people: [BruteForcePerson]
  private let cover: BruteForceCover
  /// Identifiers of people for whom no week is legal; they stay without shifts.
  public let impossible: [String]

  /// Prepares all legal weeks of each person.
  public init(inputs: PlanningInputs, week: ISOWeek, requirement: Requirement) {
    let everyone = inputs.employees
      .filter { person in
        week.dates.contains {
          (person.hired ?? $0) <= $0 && $0 <= (person.leaves ?? $0)
        }
      }
      .map { BruteForcePerson($0, inputs: inputs, week: week) }
    self.inputs = inputs
    self.week = week
    self.everyone = everyone
    people = everyone.filter { !$0.tours.isEmpty }
    precondition(
      people.allSatisfy { $0.endsEveryShiftOnItsDate(inputs.settings) },
      "brute force takes no shifts past midnight"
    )
    impossible = everyone.filter { $0.tours.isEmpty }.map(\.employee.id)
    cover = BruteForceCover(people, inputs: inputs, week: week, requirement: requirement)
  }

  /// How many legal weeks each person has.
  public var tourCounts: [Int] { people.map(\.tours.count) }

  /// A random combination of one shift or none per day for the only person, and whether it is among
  /// the legal weeks; for tests of the oracle itself.
  public func randomWeek(_ random: inout RandomStream) -> (roster: Roster, isLegal: Bool) {
    guard let person = everyone.first else {
      return (Roster(week: week, zone: inputs.settings.zone, tours: []), true)
    }
    let choice = person.options.map { random.below($0.count) }
    let shifts = zip(person.options, choice).compactMap { $0[$1].shift }
    let tour = Tour(employee: person.employee.id, shifts: shifts)
    return (
      Roster(week: week, zone: inputs.settings.zone, tours: [tour]),
      person.tours.contains { $0.choice == choice }
    )
  }

  /// A roster of least price; `nil` when no roster keeps the budgets of overtime.
  public func best() -> (roster: Roster, costs: RosterCosts)? {
    bestWithHeads().map { ($0.roster, $0.costs) }
  }

  /// The same beside the heads that are missing or too many where that must not be, slot by slot; no
  /// roster has fewer of them.
  public func bestWithHeads() -> (roster: Roster, costs: RosterCosts, missedHeads: Int)? {
    var search = BruteForceSearch(people, cover: cover, budgets: budgets, seats: seats)
    guard let chosen = search.best() else { return nil }
    var costs = RosterCosts()
    var missed = 0
    var tours: [Tour] = []
    for (person, tour) in zip(people, chosen) {
      let week = person.tours[tour]
      let shifts = zip(person.options, week.choice).compactMap { $0[$1].shift }
      if !shifts.isEmpty { tours.append(Tour(employee: person.employee.id, shifts: shifts)) }
      costs = sum(costs, week.costs)
    }
    for day in 0..<7 {
      let price = cover.prices[day][
        cover.index(day: day, options: zip(people, chosen).map { $0.tours[$1].choice[day] })
      ]
      costs.understaffing += price.missing
      costs.overstaffing += price.idle
      costs.rules += price.rules
      missed += price.missedHeads
    }
    let roster = Roster(week: week, zone: inputs.settings.zone, tours: tours)
    return (roster, costs, missed)
  }

  /// Seats of each class.
  private var seats: [(id: String, count: Int)] {
    inputs.training.sessions.map { ($0.id, $0.seats) }
  }

  /// Overtime budgets in minutes, with the positions of their people.
  var budgets: [(minutes: Int, people: [Int])] {
    inputs.settings.sites.compactMap { site in
      site.overtimeBudget.map { budget in
        (budget.wholeMinutes, people.indices.filter { people[$0].employee.site == site.name })
      }
    }
  }

  private func sum(_ left: RosterCosts, _ right: RosterCosts) -> RosterCosts {
    RosterCosts(
      pay: left.pay + right.pay,
      overtimePremium: left.overtimePremium + right.overtimePremium,
      startPreference: left.startPreference + right.startPreference,
      dayOffPreference: left.dayOffPreference + right.dayOffPreference,
      startChange: left.startChange + right.startChange,
      weekendFairness: left.weekendFairness + right.weekendFairness,
      rules: left.rules + right.rules,
      contractPay: left.contractPay + right.contractPay
    )
  }
}

/// Depth-first over people, with the cover of the best possible rest as bound.
private struct BruteForceSearch {
  private let people: [BruteForcePerson]
  private let budgets: [(minutes: Int, people: [Int])]
  private let seats: [(id: String, count: Int)]
  /// Least cover price by number of people chosen, day and their options.
  private var least: [[[Double]]]
  /// Tours of each person, most promising first.
  private let order: [[Int]]
  /// Least tour price of the people from each position on.
  private let leastRest: [Double]
  private var bestTotal = Double.infinity
  private var bestChoice: [Int]?
  private var chosen: [Int]

  init(
    _ people: [BruteForcePerson],
    cover: BruteForceCover,
    budgets: [(minutes: Int, people: [Int])],
    seats: [(id: String, count: Int)]
  ) {
    self.people = people
    self.seats = seats
    self.budgets = budgets
    var least = [cover.prices.map { $0.map(\.total) }]
    for person in people.reversed() {
      let next = least[0]
      let folded = (0..<7).map { day in
        let count = person.options[day].count
        return (0..<next[day].count / count).map { prefix in
          next[day][prefix * count..<(prefix + 1) * count].min() ?? .infinity
        }
      }
      least.insert(folded, at: 0)
    }
    self.least = least
    order = people.enumerated().map { position, person in
      person.tours.indices.map { tour in
        (tour, cover.priceAlone(position, person.tours[tour]) + person.tours[tour].price)
      }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }
    leastRest =
      people.indices.map { position in
        people[position...].reduce(0) { $0 + ($1.tours.map(\.price).min() ?? 0) }
      } + [0]
    chosen = Array(repeating: 0, count: people.count)
  }

  mutating func best() -> [Int]? {
    descend(0, price: 0, prefix: Array(repeating: 0, count: 7))
    return bestChoice
  }

  private mutating func descend(_ position: Int, price: Double, prefix: [Int]) {
    guard position < people.count else {
      accept(price, prefix)
      return
    }
    var next = prefix
    for tour in order[position] {
      let week = people[position].tours[tour]
      var bound = price + week.price + leastRest[position + 1]
      for day in 0..<7 {
        next[day] = prefix[day] * people[position].options[day].count + week.choice[day]
        bound += least[position + 1][day][next[day]]
      }
      guard bound < bestTotal - 1e-9 else { continue }
      chosen[position] = tour
      descend(position + 1, price: price + week.price, prefix: next)
    }
  }

  private mutating func accept(_ price: Double, _ indices: [Int]) {
    let total = (0..<7).reduce(price) { $0 + least[people.count][$1][indices[$1]] }
    let isWithin = budgets.allSatisfy { budget in
      let used = budget.people.reduce(0) { $0 + people[$1].tours[chosen[$1]].overtimeMinutes }
      return used <= budget.minutes
    }
    let isSeated = seats.allSatisfy { session in
      let taken = people.indices.count { people[$0].tours[chosen[$0]].seats.contains(session.id) }
      return taken <= session.count
    }
    guard isWithin, isSeated, total < bestTotal else { return }
    bestTotal = total
    bestChoice = chosen
  }
}
