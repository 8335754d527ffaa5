package import Workforce

/// What the last weeks weigh, person by person, for ``FairnessSettings``.
///
/// A person's count of a burden is taken for each week there at full time: `fte` × the share of the dates on
/// which the person was employed and not away for the whole date. Whoever was there for less than a quarter of
/// the weeks counts what is missing of that quarter like the mean of the group, the people of the same site and
/// contract; the balance is that, times the weeks, less the least of those of the group who may have the burden
/// at all, and at least 0.
package struct Balances: Sendable {
  private let byEmployee: [String: BurdenCounts]
  private let settings: FairnessSettings?
  private let hired: [String: LocalDate]
  private let monday: LocalDate

  /// The balances on a Monday; all 0 where the scenario does not ask for fairness.
  package init(_ inputs: PlanningInputs, monday: LocalDate) {
    self.monday = monday
    settings = inputs.settings.labor.fairness
    hired = Dictionary(
      inputs.employees.compactMap { person in person.hired.map { (person.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    guard let settings else {
      byEmployee = [:]
      return
    }
    let past = PastWeeks(inputs, monday: monday, weeks: settings.weeks)
    let employed = inputs.employees.filter { person in
      (person.hired.map { $0 < monday.adding(days: 7) } ?? true)
        && (person.leaves.map { $0 >= monday } ?? true)
    }
    var found: [String: BurdenCounts] = [:]
    let groups = Dictionary(grouping: employed) { [$0.site, $0.contract] }
    for (_, group) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let people = group.map { (id: $0.id, count: past.counts(of: $0), weeks: past.weeks(of: $0)) }
      let there = people.reduce(0) { $0 + $1.weeks }
      for part in BurdenCounts.parts {
        let sum = people.reduce(0) { $0 + $1.count[keyPath: part] }
        let mean = there > 0 ? sum / there : 0
        let rates = people.map { person in
          let lacking = max(0, Double(settings.weeks) / 4 - person.weeks)
          return Double(settings.weeks) * (person.count[keyPath: part] + mean * lacking)
            / (person.weeks + lacking)
        }
        let open = zip(group, rates).filter { past.isOpen($0.0, to: part) }.map(\.1)
        let least = open.min() ?? rates.min() ?? 0
        for (person, rate) in zip(people, rates) {
          found[person.id, default: BurdenCounts()][keyPath: part] = max(0, rate - least)
        }
      }
    }
    byEmployee = found
  }

  /// A person's balances; all 0 for somebody unknown.
  package func balance(of employee: String) -> BurdenCounts {
    byEmployee[employee] ?? BurdenCounts()
  }

  /// A person's balance of weekend shifts; `nil` where the scenario does not ask for fairness.
  func weekends(of employee: String) -> Double? {
    settings.map { _ in balance(of: employee).weekends }
  }

  /// By how much a person's wishes weigh more than they say.
  package func wishFactor(of employee: String) -> Double {
    guard let settings else { return 1 }
    let refused = 1 + settings.refused * balance(of: employee).refused
    guard settings.seniorityPerYear > 0 else { return refused }
    let years = hired[employee].map {
      Double(max(0, monday.daysSinceEpoch - $0.daysSinceEpoch)) / 365.25
    }
    let seniority = years.map { 1 + settings.seniorityPerYear * $0 } ?? settings.seniorityMost
    return refused * min(settings.seniorityMost, seniority)
  }
}

/// Prices of a person's late and night shifts.
struct BurdenPrices {
  private let lates: BurdenKinds
  private let nights: BurdenKinds
  private let late: Double
  private let night: Double
  private let zone: Zone

  /// `nil` where neither costs anything.
  init?(_ employee: Employee, _ settings: ScenarioSettings, _ balances: Balances, zone: Zone) {
    guard let fairness = settings.labor.fairness, fairness.lates > 0 || fairness.nights > 0 else {
      return nil
    }
    let own = balances.balance(of: employee.id)
    lates = BurdenKinds(fairness.lateKinds, of: settings.labor.kinds)
    nights = BurdenKinds(fairness.nightKinds, of: settings.labor.kinds)
    late = fairness.lates * (2 * own.lates + 1)
    night = fairness.nights * (2 * own.nights + 1)
    self.zone = zone
  }

  /// What a shift costs for what it is.
  func price(of shift: CandidateShift) -> Double {
    let (start, end) = (shift.startInstant, shift.endInstant)
    return (late > 0 && lates.hold(from: start, until: end, zone: zone) ? late : 0)
      + (night > 0 && nights.hold(from: start, until: end, zone: zone) ? night : 0)
  }
}

/// The weeks that are looked back on.
private struct PastWeeks {
  let first: LocalDate
  let monday: LocalDate
  private let counter: BurdenCounter
  private let duties: [String: [PastDuty]]
  private let absences: [String: [Absence]]
  private let ledger: [String: LedgerEntry]
  private let availability: [String: [Availability]]
  private let wishing: Set<String>
  /// The week's Saturday and Sunday, as far as some queue is open then.
  private let weekend: [LocalDate]

  init(_ inputs: PlanningInputs, monday: LocalDate, weeks: Int) {
    self.monday = monday
    let first = monday.adding(days: -7 * weeks)
    self.first = first
    counter = BurdenCounter(inputs)
    duties = Dictionary(
      grouping: inputs.pastDuties.filter { first <= $0.start.date && $0.start.date < monday },
      by: \.employee
    )
    absences = Dictionary(grouping: inputs.absences, by: \.employee)
    availability = Dictionary(grouping: inputs.availability, by: \.employee)
    wishing = Set(inputs.preferences.map(\.employee))
    weekend = [5, 6].map { monday.adding(days: $0) }.filter { date in
      guard let weekday = inputs.operatingWeekday(on: date) else { return false }
      return inputs.settings.queues.contains { !$0.openingHours.windows(on: weekday).isEmpty }
    }
    ledger = Dictionary(
      inputs.ledger.map { ($0.employee, $0) },
      uniquingKeysWith: { _, last in last }
    )
  }

  /// Whether somebody may have a burden at all: weekends, whom availability does not bar from all the
  /// week's open Saturdays and Sundays; refusals, who has wishes.
  func isOpen(_ person: Employee, to part: WritableKeyPath<BurdenCounts, Double>) -> Bool {
    if part == \BurdenCounts.refused { return wishing.contains(person.id) }
    guard part == \BurdenCounts.weekends else { return true }
    let lines = availability[person.id] ?? []
    return weekend.contains {
      AvailableHours.windows(on: $0, lines: lines)?.isEmpty != true
    }
  }

  /// Burdens of past shifts and, of the ledger's weeks, of the share that is looked back on.
  func counts(of person: Employee) -> BurdenCounts {
    var sum = BurdenCounts()
    let entry = ledger[person.id]
    for duty in duties[person.id] ?? [] where entry.map({ $0.until < duty.start.date }) ?? true {
      let own = counter.counts(of: duty)
      for part in BurdenCounts.parts { sum[keyPath: part] += own[keyPath: part] }
    }
    guard let entry else { return sum }
    let ends = min(entry.until.daysSinceEpoch + 1, monday.daysSinceEpoch)
    let starts = max(
      entry.until.daysSinceEpoch + 1 - 7 * entry.weeks,
      first.daysSinceEpoch
    )
    let share = Double(max(0, ends - starts)) / Double(7 * entry.weeks)
    sum.weekends += share * Double(entry.weekends)
    sum.lates += share * Double(entry.lates)
    sum.nights += share * Double(entry.nights)
    sum.refused += share * Double(entry.refused)
    return sum
  }

  /// Weeks at full time in which a person was employed and not away.
  func weeks(of person: Employee) -> Double {
    let away = absences[person.id] ?? []
    var dates = 0
    var date = max(first, person.hired ?? first)
    while date < monday, date <= person.leaves ?? date {
      let next = LocalDateTime(date: date.adding(days: 1), time: .midnight)
      let midnight = LocalDateTime(date: date, time: .midnight)
      if !away.contains(where: { $0.from <= midnight && next <= $0.until }) { dates += 1 }
      date = date.adding(days: 1)
    }
    return person.fullTimeEquivalent.value * Double(dates) / 7
  }
}
