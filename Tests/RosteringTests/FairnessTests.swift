import Checking
import GLPKSolver
import Staffing
import Testing
import Workforce

@testable import Rostering
@testable import TestSupport

/// Balances of past weeks, counted from the rows of the files, and the prices that follow from them.
@Suite struct FairnessTests {
  private typealias Make = ScenarioFixtures

  /// Random rows of people, past shifts, absences, wishes and a ledger.
  private static func inputs(seed: Int) -> PlanningInputs {
    var random = RandomStream(seed: UInt64(seed), name: "fairness")
    var inputs = TinyCase(seed: seed).inputs
    let monday = TinyCase(seed: seed).week.monday
    inputs.settings.labor.kinds = [
      ShiftKind(name: "late", ends: Make.window("11:00-20:00")),
      ShiftKind(name: "night", covers: Make.window("22:00-06:00"), leastCovered: .hours(2)),
    ]
    inputs.settings.labor.fairness = FairnessSettings(
      weeks: 1 + random.below(12),
      weekends: Double(random.below(9)),
      lates: Double(random.below(4)),
      lateKinds: ["late"],
      nights: Double(random.below(4)),
      nightKinds: ["night"],
      refused: Double(random.below(3)) / 4,
      seniorityPerYear: Double(random.below(2)) / 10,
      seniorityMost: 1.5
    )
    inputs.pastDuties = []
    inputs.absences = []
    for person in inputs.employees where random.below(3) == 0 {
      let days: DayPattern = random.below(2) == 0 ? .everyDay : .weekday(.saturday)
      let window = random.below(2) == 0 ? Make.window("07:00-13:00") : nil
      inputs.availability.append(
        Availability(employee: person.id, days: days, window: window)
      )
    }
    for index in inputs.employees.indices {
      let id = inputs.employees[index].id
      inputs.employees[index].contract = random.below(4) == 0 ? "other" : "contract"
      inputs.employees[index].leaves = nil
      inputs.employees[index].hired =
        random.below(3) == 0 ? monday.adding(days: -random.below(60)) : nil
      for back in 1...70 where random.below(3) == 0 {
        let date = monday.adding(days: -back)
        let start = LocalDateTime(date: date, secondOfDay: 3600 * [7, 9, 15, 21][random.below(4)])
        inputs.pastDuties.append(
          PastDuty(employee: id, start: start, end: start.adding(minutes: 300))
        )
      }
      if random.below(3) == 0 {
        let from = LocalDateTime(date: monday.adding(days: -random.below(30)), time: .midnight)
        inputs.absences.append(
          Absence(
            employee: id,
            from: from,
            until: from.adding(minutes: 1440 * (1 + random.below(9))),
            kind: "leave"
          )
        )
      }
      guard random.below(3) == 0 else { continue }
      let until = monday.adding(days: -1 - random.below(50))
      inputs.pastDuties.removeAll { $0.employee == id && $0.start.date <= until }
      inputs.ledger.append(
        LedgerEntry(
          employee: id,
          until: until,
          weeks: 1 + random.below(20),
          weekends: random.below(20),
          lates: random.below(20),
          nights: random.below(9),
          refused: random.below(5)
        )
      )
    }
    return inputs
  }

  /// A person's counts and weeks there, date by date.
  private static func plain(_ person: Employee, _ inputs: PlanningInputs, _ monday: LocalDate)
    -> (counts: [Double], weeks: Double)
  {
    var counts = [0.0, 0, 0, 0]
    var there = 0
    let weeks = inputs.settings.labor.fairness?.weeks ?? 0
    let entry = inputs.ledger.first { $0.employee == person.id }
    for back in 1...7 * weeks {
      let date = monday.adding(days: -back)
      let isAway = inputs.absences.contains {
        $0.employee == person.id && $0.from.date <= date
          && $0.until.date.daysSinceEpoch > date.daysSinceEpoch
      }
      if !isAway, (person.hired ?? date) <= date { there += 1 }
      if let entry, date <= entry.until,
        date.daysSinceEpoch > entry.until.daysSinceEpoch - 7 * entry.weeks
      {
        let day = [entry.weekends, entry.lates, entry.nights, entry.refused]
        for part in 0..<4 { counts[part] += Double(day[part]) / Double(7 * entry.weeks) }
      }
      for duty in inputs.pastDuties where duty.employee == person.id && duty.start.date == date {
        if [.saturday, .sunday].contains(date.weekday) { counts[0] += 1 }
        let (start, end) = (duty.start.secondOfDay / 60, duty.start.secondOfDay / 60 + 300)
        if 660...1200 ~= end { counts[1] += 1 }
        if (start..<end).count(where: { $0 < 360 || $0 >= 1320 }) >= 120 { counts[2] += 1 }
        counts[3] += refused(duty, inputs)
      }
    }
    return (counts, Double(there) / 7 * person.fullTimeEquivalent.value)
  }

  private static func refused(_ duty: PastDuty, _ inputs: PlanningInputs) -> Double {
    let date = duty.start.date
    let own = inputs.preferences.filter { $0.employee == duty.employee && $0.days.matches(date) }
    let off = own.contains { $0.wish == .dayOff } ? 1.0 : 0
    let bands = own.filter { $0.wish != .dayOff }
    guard let best = bands.map({ rank($0.days) }).max(),
      let band = bands.first(where: { rank($0.days) == best }),
      case .startBetween(let low, let high) = band.wish
    else { return off }
    let minute = duty.start.secondOfDay / 60
    return low.minutes <= minute && minute <= high.minutes ? off : off + 1
  }

  /// Whether a person may have a burden at all.
  private static func isOpen(
    _ person: Employee,
    to part: Int,
    _ inputs: PlanningInputs,
    _ monday: LocalDate
  ) -> Bool {
    if part == 3 { return inputs.preferences.contains { $0.employee == person.id } }
    guard part == 0 else { return true }
    return [monday.adding(days: 5), monday.adding(days: 6)].contains { date in
      guard
        inputs.settings.queues.contains(where: { queue in
          !queue.openingHours.windows(on: date.weekday).isEmpty
        })
      else { return false }
      let lines = inputs.availability.filter { $0.employee == person.id && $0.days.matches(date) }
      let best = lines.map { rank($0.days) }.max()
      let counting = lines.filter { rank($0.days) == best }
      return counting.isEmpty || counting.contains { $0.window != nil }
    }
  }

  private static func rank(_ days: DayPattern) -> Int {
    switch days {
    case .everyDay: 0
    case .weekday: 1
    case .date: 2
    }
  }

  @Test(arguments: 0..<60)
  func `balances are those that the rows give`(seed: Int) throws {
    let inputs = Self.inputs(seed: seed)
    let monday = TinyCase(seed: seed).week.monday
    let settings = try #require(inputs.settings.labor.fairness)
    let balances = Balances(inputs, monday: monday)
    let all = Double(settings.weeks)
    for contract in ["contract", "other"] {
      let group = inputs.employees.filter {
        $0.contract == contract && ($0.hired ?? monday) <= monday.adding(days: 6)
      }
      let plain = group.map { Self.plain($0, inputs, monday) }
      for part in 0..<4 {
        let there = plain.reduce(0) { $0 + $1.weeks }
        let mean = there == 0 ? 0 : plain.reduce(0) { $0 + $1.counts[part] } / there
        let rates = plain.map { own in
          let weeks = max(own.weeks, all / 4)
          return (own.counts[part] + mean * (weeks - own.weeks)) / weeks * all
        }
        let open = zip(group, rates).filter { Self.isOpen($0.0, to: part, inputs, monday) }
        let least = (open.isEmpty ? rates : open.map(\.1)).min() ?? 0
        for (person, rate) in zip(group, rates) {
          let own = balances.balance(of: person.id)
          let found = [own.weekends, own.lates, own.nights, own.refused][part]
          #expect(abs(found - max(0, rate - least)) < 1e-9, "\(person.id) \(part)")
        }
      }
    }
  }

  /// The referee counts balances by itself; all weeks of single persons are tried with its prices.
  @Test func `the best week of one person is best at the referee's prices`() throws {
    var (tried, different) = (0, 0)
    for seed in 0..<160 {
      var inputs = Self.inputs(seed: seed)
      let tiny = TinyCase(seed: seed)
      inputs.settings.sites[0].overtimeBudget = nil
      // the others are away in this week, but had their part of the weeks before
      let away = tiny.week.dates.map { LocalDateTime(date: $0, time: .midnight) }
      for other in inputs.employees.dropFirst() {
        inputs.absences.append(
          Absence(
            employee: other.id,
            from: away[0],
            until: away[6].adding(minutes: 1440),
            kind: "leave"
          )
        )
      }
      let force = BruteForceRoster(
        inputs: inputs,
        week: tiny.week,
        requirement: tiny.requirement
      )
      guard let person = force.people.first(where: { $0.employee.id == "ada" }),
        person.tours.count <= 300
      else { continue }
      let checker = RosterChecker(inputs: inputs)
      let prices = try person.tours.map { tour -> Double in
        let shifts = zip(person.options, tour.choice).compactMap { $0[$1].shift }
        let roster = Roster(
          week: tiny.week,
          zone: inputs.settings.zone,
          tours: shifts.isEmpty ? [] : [Tour(employee: person.employee.id, shifts: shifts)]
        )
        let report = checker.check(roster, requirement: tiny.requirement)
        return try #require(report.costs).total
      }
      let costs = CoverCostBuilder(settings: inputs.settings).coverCosts(for: tiny.requirement)
      let outcome = try RosterOptimizer(
        inputs: inputs,
        costs: costs,
        options: RosterOptions(effort: 1, threads: 1),
        solver: GLPKSolver()
      ).build()
      guard outcome.impossible.isEmpty else { continue }
      tried += 1
      let least = prices.min() ?? .infinity
      #expect(abs(outcome.costs.total - least) < 1e-6, "seed \(seed)")
      let judged = try #require(
        checker.check(outcome.roster, requirement: tiny.requirement).costs
      )
      #expect(abs(judged.weekendFairness - outcome.costs.weekendFairness) < 1e-6, "seed \(seed)")
      #expect(abs(judged.total - outcome.costs.total) < 1e-6, "seed \(seed)")
      var plain = inputs
      plain.settings.labor.fairness = nil
      let without = RosterChecker(inputs: plain)
        .check(outcome.roster, requirement: tiny.requirement).costs
      if abs((without?.total ?? 0) - outcome.costs.total) > 1e-6 { different += 1 }
    }
    #expect(tried > 80, "\(tried)")
    #expect(different > 25, "\(different)")
  }
}
