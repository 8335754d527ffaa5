import Workforce

/// A shift, past or chosen, as labor rules look at it.
struct BruteForceWork {
  var start: Instant
  var end: Instant
  /// Clock minutes of its start.
  var startMinute: Int
  var paid: Int
  /// A bit for each kind of the settings.
  var kinds: Int
  var breaks: [ShiftSegment] = []
}

/// By how much a rule is missed, and what a unit costs; `nil` where nothing may be missed.
struct BruteForceMiss {
  var units: Double
  var price: Double?
}

/// The labor rules of one person, a third time and in the plainest way: dates in a row, past ones
/// first, each with a shift or none.
struct BruteForceLabor {
  let employee: Employee
  let inputs: PlanningInputs
  let week: ISOWeek
  let zone: Zone
  let contract: ContractSettings
  /// The entries in force on each date of the week.
  let entries: [[RuleEntry]]
  /// Shifts before the week: as many dates as there are positions before the Monday's.
  let past: [BruteForceWork?]
  /// For each date, past ones and the Monday after included: whether it is blank.
  let isBlank: [Bool]

  /// The position of the Monday.
  var monday: Int { past.count }

  /// Whether anything is stated outside of the contract.
  let isStated: Bool

  init(
    _ employee: Employee,
    _ contract: ContractSettings,
    _ inputs: PlanningInputs,
    _ week: ISOWeek
  ) {
    let duties = inputs.pastDuties.filter {
      $0.employee == employee.id && $0.start.date < week.monday
    }
    let first = duties.map(\.start.date).min() ?? week.monday
    let known = (week.monday.daysSinceEpoch - first.daysSinceEpoch + 6) / 7
    let asked = inputs.settings.labor.rules.map { Self.weeks($0.rule) }.max() ?? 0
    let count = 7 * (max(known, asked, 5) + 1)
    let zone = inputs.settings.zone(ofSite: employee.site)
    var past = [BruteForceWork?](repeating: nil, count: count)
    for duty in duties {
      let place = count - week.monday.daysSinceEpoch + duty.start.date.daysSinceEpoch
      past[place] = Self.work(duty, inputs, zone)
    }
    self.employee = employee
    self.inputs = inputs
    self.week = week
    self.zone = zone
    self.contract = contract
    self.past = past
    isStated =
      !inputs.settings.labor.rules.isEmpty || !inputs.locks.isEmpty
      || !inputs.rotationPlaces.isEmpty
    entries = week.dates.map { Self.entries(employee, inputs, $0) }
    isBlank = (-count...7).map { Self.isBlank(employee, inputs, week.monday.adding(days: $0)) }
  }

  /// Every miss of a whole week, priced ones too, but those of weekly hours and days.
  func misses(_ chosen: [BruteForceWork?]) -> [BruteForceMiss] {
    let days = past + chosen
    var found: [BruteForceMiss] = []
    for day in 0..<7 { found += dayMisses(days, day) }
    for entry in entries[0] {
      let units = weekUnits(entry.rule, days)
      if units > 0 { found.append(BruteForceMiss(units: units, price: entry.price)) }
    }
    return found
  }

  /// The inputs without anything that is judged here, and with the contract's rest and start
  /// change where there are labor rules.
  var inputsWithoutLabor: PlanningInputs {
    var inputs = inputs
    inputs.settings.labor = LaborSettings()
    inputs.locks = []
    inputs.rotationPlaces = []
    for index in inputs.settings.sites.indices { inputs.settings.sites[index].seats = nil }
    for index in inputs.settings.contracts.indices where isStated {
      inputs.settings.contracts[index].rules.minimumRest = .zero
      inputs.settings.contracts[index].rules.maximumStartChange = nil
    }
    return inputs
  }

  // MARK: Who and when

  private static func entries(
    _ employee: Employee,
    _ inputs: PlanningInputs,
    _ date: LocalDate
  ) -> [RuleEntry] {
    let binding = inputs.settings.labor.rules.filter { entry in
      let scope = entry.scope
      if let from = entry.from, from > date { return false }
      if let until = entry.until, until < date { return false }
      if !scope.employees.isEmpty, !scope.employees.contains(employee.id) { return false }
      if !scope.teams.isEmpty, !scope.teams.contains(employee.team) { return false }
      if !scope.contracts.isEmpty, !scope.contracts.contains(employee.contract) { return false }
      if case .startWindow(_, let weekdays) = entry.rule, !weekdays.isEmpty {
        return weekdays.contains(date.weekday)
      }
      return true
    }
    return binding.filter { entry in
      !binding.contains { other in
        isAlike(other.rule, entry.rule) && rank(other.scope) > rank(entry.scope)
      }
    }
  }

  /// Whether one rule takes the other's place: of one name, kinds, weeks, weekdays and length of shift.
  private static func isAlike(_ one: LaborRule, _ other: LaborRule) -> Bool {
    if case .startWindow(_, let days) = one, case .startWindow(_, let others) = other {
      return Set(days) == Set(others)
    }
    if case .mealBreak(let over, _, _) = one, case .mealBreak(let second, _, _) = other {
      return over == second
    }
    return one.name == other.name && kinds(one) == kinds(other) && weeks(one) == weeks(other)
  }

  private static func rank(_ scope: RuleScope) -> Int {
    if !scope.employees.isEmpty { return 3 }
    if !scope.teams.isEmpty { return 2 }
    return scope.contracts.isEmpty ? 0 : 1
  }

  private static func weeks(_ rule: LaborRule) -> Int {
    switch rule {
    case .weekends(_, let weeks), .kindCount(_, _, _, let weeks), .kindBalance(_, _, _, let weeks),
      .periodHours(_, _, let weeks):
      weeks
    default: 1
    }
  }

  private static func kinds(_ rule: LaborRule) -> [Set<String>] {
    switch rule {
    case .restBetween(let after, let before, _): [Set(after), Set(before)]
    case .kindOrder(let after, let never): [Set(after), Set(never)]
    case .kindBalance(let one, let other, _, _): [Set([one, other])]
    case .kindRun(let kinds, _): [Set(kinds)]
    case .restAfter(let kinds, _): [Set(kinds)]
    case .kindCount(let kinds, _, _, _): [Set(kinds)]
    default: []
    }
  }

  private static func isBlank(
    _ employee: Employee,
    _ inputs: PlanningInputs,
    _ date: LocalDate
  ) -> Bool {
    let isClosed = inputs.calendar.contains { $0.date == date && $0.kind == .closed }
    let isAway = inputs.absences.contains {
      $0.employee == employee.id && $0.from <= LocalDateTime(date: date, secondOfDay: 0)
        && $0.until >= LocalDateTime(date: date, secondOfDay: 86_400)
    }
    let isBefore = employee.hired.map { date < $0 } ?? false
    let isAfter = employee.leaves.map { date > $0 } ?? false
    return isClosed || isAway || isBefore || isAfter
  }

  // MARK: Shifts

  /// A chosen shift.
  func work(_ shift: Shift, paid: Int) -> BruteForceWork {
    BruteForceWork(
      start: shift.start,
      end: shift.end,
      startMinute: zone.local(at: shift.start).minuteOfDay,
      paid: paid,
      kinds: Self.kinds(shift.start, shift.end, inputs, zone),
      breaks: shift.segments.filter { $0.kind == .rest || $0.kind == .lunch }
    )
  }

  private static func work(_ duty: PastDuty, _ inputs: PlanningInputs, _ zone: Zone)
    -> BruteForceWork
  {
    let (start, end) = (zone.instant(at: duty.start), zone.instant(at: duty.end))
    return BruteForceWork(
      start: start,
      end: end,
      startMinute: duty.start.minuteOfDay,
      paid: duty.paid?.wholeMinutes ?? end.minutes(since: start),
      kinds: kinds(start, end, inputs, zone)
    )
  }

  /// Looks at the clock every minute.
  private static func kinds(
    _ start: Instant,
    _ end: Instant,
    _ inputs: PlanningInputs,
    _ zone: Zone
  ) -> Int {
    let clock = (0...end.minutes(since: start)).map {
      zone.local(at: start.adding(minutes: $0)).minuteOfDay
    }
    var bits = 0
    for (place, kind) in inputs.settings.labor.kinds.enumerated() {
      let covered = clock.dropLast().count { minute in
        guard let (from, until) = kind.covers.map({ ($0.start.minutes, $0.end.minutes) }) else {
          return true
        }
        return from < until ? from <= minute && minute < until : minute >= from || minute < until
      }
      let isStart = kind.starts.map { shows(clock[0], $0) } ?? true
      let isEnd = kind.ends.map { shows(clock[clock.count - 1], $0) } ?? true
      let isCovered = kind.covers == nil || Double(covered) >= kind.leastCovered.inMinutes
      if isStart, isEnd, isCovered { bits |= 1 << place }
    }
    return bits
  }

  /// Whether a minute of the day lies in a window, both ends included.
  static func shows(_ minute: Int, _ window: ClockWindow) -> Bool {
    let (start, end) = (window.start.minutes, window.end.minutes)
    return start < end
      ? (start <= minute && minute <= end) || (end == 1440 && minute == 0)
      : minute >= start || minute <= end
  }

  /// The bits of some kinds.
  func bits(_ names: [String]) -> Int {
    inputs.settings.labor.kinds.enumerated().reduce(0) { bits, kind in
      names.contains(kind.element.name) ? bits | 1 << kind.offset : bits
    }
  }
}
