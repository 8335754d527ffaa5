import Workforce

@testable import Rostering

/// One person's labor rules in small weeks, each sentence written down anew: dates and starts in minutes, no
/// machine.
struct PlainLabor {
  private typealias Entry = (member: WeekMember, entry: RuleEntry)

  private let judge: PlainJudge
  private let person: Employee
  private let active: Set<WeekMember>
  /// The starts of past shifts by date.
  private let past: [LocalDate: Int]
  private let pastMinutes: [LocalDate: Int]
  /// The entries of each date, lifted or not.
  private let entries: [[Entry]]

  init(_ judge: PlainJudge, _ person: Employee, _ active: Set<WeekMember>) {
    (self.judge, self.person, self.active) = (judge, person, active)
    let duties = judge.inputs.pastDuties.filter { $0.employee == person.id }
    past = Dictionary(
      duties.map { ($0.start.date, $0.start.minuteOfDay) },
      uniquingKeysWith: { first, _ in first }
    )
    pastMinutes = Dictionary(
      duties.map { duty in
        let days = duty.end.date.daysSinceEpoch - duty.start.date.daysSinceEpoch
        return (duty.start.date, days * 1440 + duty.end.minuteOfDay - duty.start.minuteOfDay)
      },
      uniquingKeysWith: +
    )
    let week = judge.week
    let rules = judge.settings.labor.rules
    entries = judge.dates.map { date in
      let own = rules.indices.filter { position in
        let entry = rules[position]
        return Self.binds(entry.scope, person)
          && (entry.from.map { $0 <= date } ?? true) && (entry.until.map { date <= $0 } ?? true)
      }
      return own.filter { position in
        let rank = { (position: Int) -> Int in
          let scope = rules[position].scope
          return scope.employees.isEmpty
            ? scope.teams.isEmpty ? scope.contracts.isEmpty ? 0 : 1 : 2 : 3
        }
        return !own.contains { other in
          rules[other].rule.topic == rules[position].rule.topic && rank(other) > rank(position)
        }
      }.map { (.rule(week.origins[$0] ?? $0), rules[$0]) }
    }
  }

  /// Whether an entry stands in the place of a contract's limit; entries without dates alone.
  static func replaces(
    _ limit: ContractLimit,
    of person: Employee,
    in labor: LaborSettings
  ) -> Bool {
    labor.rules.contains { entry in
      let isMeant =
        switch (entry.rule, limit) {
        case (.minimumRest, .minimumRest), (.startChange, .startChange): true
        case (.weeklyHours(let least, _), .leastHours): least != nil
        case (.weeklyHours(_, let most), .mostHours): most != nil
        case (.weeklyDays(let least, _), .fewestDays): least != nil
        case (.weeklyDays(_, let most), .mostDays): most != nil
        default: false
        }
      return isMeant && binds(entry.scope, person)
    }
  }

  private static func binds(_ scope: RuleScope, _ person: Employee) -> Bool {
    (scope.contracts.isEmpty || scope.contracts.contains(person.sharedContract))
      && (scope.teams.isEmpty || scope.teams.contains(person.team))
      && (scope.employees.isEmpty || scope.employees.contains(person.id))
  }

  /// Whether a week keeps everything in force that must be kept.
  func allows(_ starts: [Int]) -> Bool {
    for item in entries[0] where isHard(item) {
      if !keeps(item.entry.rule, starts) { return false }
    }
    for day in starts.indices where starts[day] >= 0 {
      for item in entries[day] where isHard(item) {
        if !keeps(item.entry.rule, starts, on: day) { return false }
      }
    }
    return keepsRotation(starts)
  }

  private func isHard(_ item: Entry) -> Bool {
    item.entry.price == nil && active.contains(item.member)
  }

  private var length: Int { judge.length }

  private var monday: LocalDate { judge.dates[0] }

  /// The start on a date of the week or before it.
  private func start(_ date: LocalDate, _ starts: [Int]) -> Int? {
    let day = date.daysSinceEpoch - monday.daysSinceEpoch
    if day < 0 { return past[date] }
    return day < starts.count && starts[day] >= 0 ? starts[day] : nil
  }

  private func isKind(_ names: [String], _ start: Int) -> Bool {
    judge.settings.labor.kinds.contains { kind in
      guard names.contains(kind.name), let window = kind.starts else { return false }
      return window.start.minutes <= start && start <= window.end.minutes
    }
  }

  /// The starts of the shifts of so many weeks that end with this one.
  private func shifts(_ weeks: Int, _ starts: [Int]) -> [Int] {
    (0..<7 * weeks).compactMap { start(monday.adding(days: 7 - 7 * weeks + $0), starts) }
  }

  private func isBlank(_ date: LocalDate) -> Bool {
    if !judge.isEmployed(person, date) { return true }
    let start = LocalDateTime(date: date, time: .midnight)
    return judge.inputs.absences.contains {
      $0.employee == person.id && $0.from <= start && start.adding(minutes: 1440) <= $0.until
    }
  }
}

extension PlainLabor {
  /// Rules on the later of two shifts, or on one.
  private func keeps(_ rule: LaborRule, _ starts: [Int], on day: Int) -> Bool {
    let start = starts[day]
    let date = judge.dates[day]
    let before = (1...30).first { self.start(date.adding(days: -$0), starts) != nil }
    let earlier = before.flatMap { self.start(date.adding(days: -$0), starts) }
    let rest = before.flatMap { days in earlier.map { start + 1440 * days - $0 - length } }
    switch rule {
    case .minimumRest(let least): return rest ?? .max >= least.wholeMinutes
    case .restBetween(let after, let others, let least):
      guard let earlier, isKind(after, earlier), isKind(others, start) else { return true }
      return rest ?? .max >= least.wholeMinutes
    case .startChange(let most):
      guard before == 1, day > 0, let earlier else { return true }
      return abs(start - earlier) <= most.wholeMinutes
    case .kindOrder(let after, let never):
      guard before == 1, let earlier else { return true }
      return !(isKind(after, earlier) && isKind(never, start))
    case .shiftHours(let least, let most):
      return least.map { length >= $0.wholeMinutes } ?? true
        && most.map { length <= $0.wholeMinutes } ?? true
    case .startWindow(let window, let weekdays):
      guard weekdays.isEmpty || weekdays.contains(date.weekday) else { return true }
      return window.start.minutes <= start && start <= window.end.minutes
    case .restAfter(let kinds, let days):
      guard let before, let earlier, isKind(kinds, earlier), !isKind(kinds, start) else {
        return true
      }
      return before - 1 >= days
    default: return true
    }
  }

  /// Rules by the week's Monday.
  private func keeps(_ rule: LaborRule, _ starts: [Int]) -> Bool {
    switch rule {
    case .workRun(let least, let most):
      return runs(starts) { _ in true }.allSatisfy { run in
        run.length <= most ?? .max && (run.length >= least ?? 0 || isExempt(run, starts))
      }
    case .kindRun(let kinds, let most):
      return runs(starts) { isKind(kinds, $0) }.allSatisfy { $0.length <= most }
    case .freeRun(let least, let most):
      return freeRuns(starts).allSatisfy { run in
        let blank = (0..<run.length).contains { isBlank(run.first.adding(days: $0)) }
        return (run.length >= least ?? 0 || isExempt(run, starts))
          && (blank || run.length <= most ?? .max)
      }
    case .weeklyHours(let least, let most):
      let paid = starts.count { $0 >= 0 } * length
      return least.map { paid >= $0.wholeMinutes } ?? true
        && most.map { paid <= $0.wholeMinutes } ?? true
    case .weeklyDays(let least, let most):
      let days = starts.count { $0 >= 0 }
      return days >= least ?? 0 && days <= most ?? 7
    case .periodHours(let least, let most, let weeks):
      let dates = (0..<7 * weeks).map { monday.adding(days: 7 - 7 * weeks + $0) }
      let share = Double(dates.count { !isBlank($0) }) / Double(dates.count)
      let before = dates.reduce(0) { $0 + (pastMinutes[$1] ?? 0) }
      let paid = before + starts.count { $0 >= 0 } * length
      let bound = { (time: Duration) in Int((time.inMinutes * share).rounded()) }
      return least.map { paid >= bound($0) } ?? true
        && most.map { paid <= max(bound($0), before) } ?? true
    default: return keepsCounts(rule, starts)
    }
  }

  /// Rules on weekends and on how many shifts are of a kind.
  private func keepsCounts(_ rule: LaborRule, _ starts: [Int]) -> Bool {
    let weekend = judge.settings.labor.weekend
    let works = { (weeksBack: Int) in
      (0..<7).contains { day in
        let date = self.monday.adding(days: day - 7 * weeksBack)
        return weekend.contains(date.weekday) && self.start(date, starts) != nil
      }
    }
    switch rule {
    case .wholeWeekends:
      let worked = starts.indices.filter {
        weekend.contains(judge.dates[$0].weekday) && !isBlank(judge.dates[$0])
      }.map { starts[$0] >= 0 }
      return Set(worked).count <= 1
    case .weekendsInARow(let most): return !works(0) || (0...most).contains { !works($0) }
    case .weekends(let most, let weeks):
      return !works(0) || (0..<weeks).count(where: works) <= most
    case .kindCount(let kinds, let least, let most, let weeks):
      let count = shifts(weeks, starts).count { isKind(kinds, $0) }
      let before = shifts(weeks, starts.map { _ in -1 }).count { isKind(kinds, $0) }
      return count >= least ?? 0 && count <= max(most ?? .max, before)
    default: return true
    }
  }

  private typealias Run = (first: LocalDate, length: Int)

  /// Runs of dates with shifts that count; those that hold a date of the week or end the day before it.
  private func runs(_ starts: [Int], _ counts: (Int) -> Bool) -> [Run] {
    runs { date in start(date, starts).map(counts) ?? false }
  }

  private func runs(_ belongs: (LocalDate) -> Bool) -> [Run] {
    var found: [Run] = []
    for offset in -60..<7 {
      let date = monday.adding(days: offset)
      guard belongs(date) else { continue }
      if let last = found.last, last.first.adding(days: last.length) == date {
        found[found.count - 1].length += 1
      } else {
        found.append((date, 1))
      }
    }
    return found.filter { $0.first.adding(days: $0.length) >= monday }
  }

  /// Runs of dates without a shift that end in the week, or with it.
  private func freeRuns(_ starts: [Int]) -> [Run] {
    let first = past.keys.max()?.adding(days: 1) ?? monday
    return runs { $0 >= first && start($0, starts) == nil }
      .filter { $0.first.adding(days: $0.length) > monday }
  }

  /// Whether a run is held to no least.
  private func isExempt(_ run: Run, _ starts: [Int]) -> Bool {
    let beyond = run.first.adding(days: run.length)
    if beyond > judge.dates[6] { return true }
    if past.isEmpty, run.first <= monday { return true }
    return (-1...run.length).contains { isBlank(run.first.adding(days: $0)) }
  }

  private func keepsRotation(_ starts: [Int]) -> Bool {
    let labor = judge.settings.labor
    return judge.inputs.rotationPlaces.indices.allSatisfy { position in
      let place = judge.inputs.rotationPlaces[position]
      let rotation = labor.rotations.first { $0.name == place.rotation }
      guard place.employee == person.id, active.contains(.rotation(position)), let rotation,
        rotation.price == nil
      else { return true }
      return starts.indices.allSatisfy { day in
        let date = judge.dates[day]
        guard !isBlank(date), place.from.map({ $0 <= date }) ?? true,
          place.until.map({ date <= $0 }) ?? true
        else { return true }
        let ahead = date.daysSinceEpoch - rotation.anchor.daysSinceEpoch + place.ahead
        let count = rotation.pattern.count
        switch rotation.pattern[((ahead % count) + count) % count] {
        case .off: return starts[day] < 0
        case .anyShift: return starts[day] >= 0
        case .kind(let name): return starts[day] >= 0 && isKind([name], starts[day])
        }
      }
    }
  }
}
