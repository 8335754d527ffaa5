import Training
import Workforce

/// Makes numbers of a scenario: who needs a seat, which classes could be held, what they cost.
struct PlacementBuilder {
  /// New classes that are looked at per course, site and date.
  private static let kept = 5

  let inputs: PlanningInputs
  let horizon: PlacementHorizon
  let seekers: [PlacementSeeker]
  let prices: AwayPrices
  let times: WorkTimes
  private let draft: PlacementDraft
  private let holding: SkillHolding
  private let risk: PlacementRisk

  init(
    _ inputs: PlanningInputs,
    _ horizon: PlacementHorizon,
    _ seekers: [PlacementSeeker],
    _ prices: AwayPrices,
    in rostered: RosteredWork?
  ) {
    self.inputs = inputs
    self.horizon = horizon
    self.seekers = seekers
    self.prices = prices
    times = WorkTimes(inputs, horizon, rostered)
    draft = PlacementDraft(inputs, horizon, times)
    holding = SkillHolding(inputs)
    risk = PlacementRisk(inputs.settings, horizon)
  }

  /// The problem, and what its numbers stand for.
  struct Built {
    var problem: PlacementProblem
    var offers: [PlacementDraft.Offer]
    /// Identifiers of trainers and names of rooms, by number.
    var trainers: [String]
    var rooms: [String]
    /// Why nobody could sit anywhere, per seeker; `nil` for those who could.
    var obstacles: [PlacementObstacle?]
  }

  /// Builds it.
  func built() -> Built {
    let courses = Set(seekers.map(\.course)).sorted()
    let all = draft.offers(of: courses)
    let offers = all.filter { !$0.lacksRoom && !$0.lacksTrainer && freeSeats($0) > 0 }
    let options = seekers.map { seeker in
      offers.indices.filter { canSit(seeker, offers[$0]) }
    }
    let obstacles = zip(seekers, options).map { seeker, own in
      own.isEmpty ? obstacle(seeker, all) : nil
    }
    let names = Names(inputs, offers)
    let full = problem(courses, offers, options, names)
    let keep = kept(full, offers, options)
    let places = offers.indices.filter { keep.contains($0) }
    let position = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    let fewer = places.map { offers[$0] }
    let own = options.map { $0.compactMap { position[$0] } }
    return Built(
      problem: problem(courses, fewer, own, names),
      offers: fewer,
      trainers: names.trainers,
      rooms: names.rooms,
      obstacles: obstacles
    )
  }

  /// Numbers of rooms, trainers and people.
  private struct Names {
    var rooms: [String]
    var trainers: [String]
    var room: [String: Int]
    var trainer: [String: Int]

    init(_ inputs: PlanningInputs, _ offers: [PlacementDraft.Offer]) {
      rooms = inputs.training.rooms.map(\.name)
      trainers = Set(offers.flatMap { $0.trainers ?? [] }).sorted()
      room = Dictionary(rooms.enumerated().map { ($1, $0) }) { first, _ in first }
      trainer = Dictionary(trainers.enumerated().map { ($1, $0) }) { first, _ in first }
    }
  }

  private func freeSeats(_ offer: PlacementDraft.Offer) -> Int {
    guard let given = offer.given else { return offer.course.seats ?? 10_000 }
    return given.seats - given.attendees.count
  }

  /// Whether somebody could sit in a class.
  func canSit(_ seeker: PlacementSeeker, _ offer: PlacementDraft.Offer) -> Bool {
    guard offer.course.name == seeker.course, offer.until <= seeker.deadline,
      seeker.earliest <= times.zone(of: seeker.person).local(at: offer.from).date
    else { return false }
    let isThere =
      offer.site == nil || inputs.settings.sites.count < 2
      || inputs.employees[seeker.person].site == offer.site
    let span = (from: offer.from, until: offer.until)
    return isThere && !PlacementDraft.overlaps(draft.busy[seeker.employee], span)
      && offer.course.prerequisites.allSatisfy {
        holding.holds(seeker.employee, course: $0, at: offer.from) == .full
      } && times.canAttend(seeker.person, from: offer.from, until: offer.until)
  }

  /// Whether a room is free of classes on record through a class.
  func isFree(_ room: Room, _ offer: PlacementDraft.Offer) -> Bool {
    !PlacementDraft.overlaps(draft.roomBusy[room.name], (from: offer.from, until: offer.until))
  }

  /// Whether somebody could teach a class.
  func canTeach(_ id: String, _ offer: PlacementDraft.Offer) -> Bool {
    draft.canTeach(id, at: offer.site, (from: offer.from, until: offer.until))
  }

  /// Why nobody's offer suits somebody.
  private func obstacle(_ seeker: PlacementSeeker, _ all: [PlacementDraft.Offer])
    -> PlacementObstacle
  {
    let own = all.filter { $0.course.name == seeker.course && $0.until <= seeker.deadline }
    if own.isEmpty { return .noClass }
    let able = own.filter {
      times.canAttend(seeker.person, from: $0.from, until: $0.until)
    }
    if able.isEmpty { return .neverAtWork }
    let lacksPrerequisite = able.allSatisfy { offer in
      offer.course.prerequisites.contains {
        holding.holds(seeker.employee, course: $0, at: offer.from) != .full
      }
    }
    if lacksPrerequisite { return .prerequisite }
    if able.allSatisfy(\.lacksTrainer) { return .trainerAway }
    if able.allSatisfy(\.lacksRoom) { return .noRoom }
    return able.contains { !$0.lacksTrainer && !$0.lacksRoom } ? .noSeat : .trainerAway
  }
}

/// Why somebody has no seat.
public enum PlacementObstacle: String, Sendable, CaseIterable {
  /// There are too few seats.
  case noSeat = "no seat is left in a class that suits"
  /// No class could be held before the due date.
  case noClass = "no class can be held before the due date"
  /// The person is never at work before the due date when a class could be held.
  case neverAtWork = "is not at work before the due date when a class can be held"
  /// A certificate that must hold before does not.
  case prerequisite = "lacks a certificate that must be held before"
  /// No trainer is at work and free.
  case trainerAway = "no trainer is at work and free"
  /// No room is free.
  case noRoom = "no room is free"
}

extension PlacementBuilder {
  private struct Key: Hashable {
    var course: Int
    var pool: Int
    var options: [PlacementProblem.Option]
    var leftCost: Double
    var person: Int?

    func need(of seeker: Int) -> PlacementProblem.Need {
      PlacementProblem.Need(
        seekers: [seeker],
        course: course,
        pool: pool,
        options: options,
        leftCost: leftCost,
        person: person
      )
    }
  }

  private func problem(
    _ courses: [String],
    _ offers: [PlacementDraft.Offer],
    _ options: [[Int]],
    _ names: Names
  ) -> PlacementProblem {
    var pools = Pools()
    let trainers = trainers(names, &pools)
    return PlacementProblem(
      needs: needs(courses, offers, options, singles(names.trainers), &pools),
      patterns: offers.map { pattern($0, courses, names) },
      trainers: trainers,
      rooms: names.rooms.count,
      classesLeft: courses.map(classesLeft),
      pools: pools.sets,
      prices: prices,
      givenBonus: givenBonus
    )
  }

  private func trainers(_ names: Names, _ pools: inout Pools) -> [PlacementProblem.Trainer] {
    names.trainers.enumerated().map { number, id in
      let person = inputs.employees.firstIndex { $0.id == id }
      return PlacementProblem.Trainer(
        pool: pools.number(of: person.map(times.usualQueues) ?? []),
        person: person ?? inputs.employees.count + number
      )
    }
  }

  /// The seekers, those together who are alike.
  private func needs(
    _ courses: [String],
    _ offers: [PlacementDraft.Offer],
    _ options: [[Int]],
    _ single: Set<Int>,
    _ pools: inout Pools
  ) -> [PlacementProblem.Need] {
    var needs: [PlacementProblem.Need] = []
    var known: [Key: Int] = [:]
    for (index, seeker) in seekers.enumerated() {
      let employee = inputs.employees[seeker.person]
      let own = options[index].map { place in
        let cost = risk.cost(seeker, employee, sittingUntil: offers[place].until)
        return PlacementProblem.Option(pattern: place, cost: cost)
      }
      let key = Key(
        course: courses.firstIndex(of: seeker.course) ?? 0,
        pool: pools.number(of: times.usualQueues(of: seeker.person)),
        options: own,
        leftCost: risk.leftCost(seeker, employee),
        person: single.contains(seeker.person) ? seeker.person : nil
      )
      if let place = known[key], key.person == nil {
        needs[place].seekers.append(index)
      } else {
        known[key] = needs.count
        needs.append(key.need(of: index))
      }
    }
    return needs
  }

  /// Numbers sets of queues as they come.
  private struct Pools {
    private(set) var sets: [[Int]] = []
    private var numbers: [[Int]: Int] = [:]

    mutating func number(of queues: [Int]) -> Int {
      if let known = numbers[queues] { return known }
      numbers[queues] = sets.count
      sets.append(queues)
      return sets.count - 1
    }
  }

  /// People with several needs, and those who teach.
  private func singles(_ trainers: [String]) -> Set<Int> {
    let teaching = Set(trainers)
    let counts = Dictionary(grouping: seekers, by: \.person)
    return Set(
      counts.filter { person, own in
        own.count > 1 || teaching.contains(inputs.employees[person].id)
      }.keys
    )
  }

  private func pattern(
    _ offer: PlacementDraft.Offer,
    _ courses: [String],
    _ names: Names
  ) -> PlacementProblem.Pattern {
    let most = offer.course.seats ?? 10_000
    let isGiven = offer.given != nil
    return PlacementProblem.Pattern(
      course: courses.firstIndex(of: offer.course.name) ?? 0,
      week: horizon.week(of: offer.start.date),
      minutes: horizon.minute(offer.from)..<horizon.minute(offer.until),
      seats: freeSeats(offer),
      isGiven: isGiven,
      rooms: isGiven
        ? nil
        : offer.rooms?.compactMap { room in
          names.room[room.name].map {
            PlacementProblem.RoomChoice(room: $0, seats: min(room.seats, most))
          }
        },
      trainers: isGiven ? nil : offer.trainers?.compactMap { names.trainer[$0] },
      cost: isGiven ? 0 : classCost(offer)
    )
  }

  /// The trainer's pay; of a trainer from outside the mean wage.
  private func classCost(_ offer: PlacementDraft.Offer) -> Double {
    let named = Set(offer.trainers ?? [])
    let teachers = inputs.employees.filter { named.contains($0.id) }
    let wages = (teachers.isEmpty ? inputs.employees : teachers).compactMap {
      inputs.settings.contract(named: $0.contract)?.wagePerHour
    }
    let mean = wages.isEmpty ? 0 : wages.reduce(0, +) / Double(wages.count)
    return mean * Double(offer.course.lengthMinutes) / 60
  }

  /// Classes that may be added to a course, per week.
  func classesLeft(_ course: String) -> [Int] {
    horizon.weeks.map { week in
      guard let placement = inputs.training.placement else { return 0 }
      let there = inputs.training.sessions.count {
        $0.course == course && ISOWeek(containing: $0.start.date) == week
      }
      return max(0, placement.sessionsPerWeek - there)
    }
  }

  /// More than any two classes can differ by for one person, and less than a lapse.
  private var givenBonus: Double {
    let dearest = inputs.settings.costs.understaffing.last?.costPerHour ?? 100
    return 24 * dearest
  }

  /// The cheapest classes of each course, site and date, those that are there, and for everybody the
  /// cheapest of each date.
  private func kept(
    _ problem: PlacementProblem,
    _ offers: [PlacementDraft.Offer],
    _ options: [[Int]]
  ) -> Set<Int> {
    let price = problem.patterns.map { PlacementGreedy.price($0, problem) }
    let order = { (first: Int, second: Int) in (price[first], first) < (price[second], second) }
    var keep = Set(offers.indices.filter { offers[$0].given != nil })
    let groups = Dictionary(grouping: offers.indices.filter { offers[$0].given == nil }) {
      [offers[$0].course.name, offers[$0].site ?? "", offers[$0].start.date.description]
    }
    for group in groups.values { keep.formUnion(group.sorted(by: order).prefix(Self.kept)) }
    for own in Set(options).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let days = Dictionary(grouping: own) { offers[$0].start.date }
      for day in days.values {  // order: into a set, each by itself
        guard !day.contains(where: keep.contains), let best = day.min(by: order) else { continue }
        keep.insert(best)
      }
    }
    return keep
  }
}
