import Workforce

/// When people could be at work, so that a class could lie within a shift.
///
/// Somebody who may serve nothing on a date is in training: no shift is needed around a class then,
/// only the contract's hours, availability and presence. With a roster that is there, people can sit
/// only while they serve contacts in it.
struct WorkTimes: Sendable {
  private let inputs: PlanningInputs
  private let horizon: PlacementHorizon
  private let isOpen: [[Bool]]
  private let availability: [String: [Availability]]
  private let absences: [String: [Absence]]
  private let spans: [String: [SkillSpan]]
  private let contracts: [String: ContractSettings]
  private let zones: [Zone]
  private let rostered: RosteredWork?

  init(_ inputs: PlanningInputs, _ horizon: PlacementHorizon, _ rostered: RosteredWork?) {
    self.inputs = inputs
    self.rostered = rostered
    self.horizon = horizon
    isOpen = inputs.settings.queues.map { inputs.openIntervals(of: $0, on: horizon.grid) }
    availability = Dictionary(grouping: inputs.availability, by: \.employee)
    absences = Dictionary(grouping: inputs.absences, by: \.employee)
    spans = inputs.skillSpansByEmployee
    contracts = Dictionary(inputs.settings.contracts.map { ($0.name, $0) }) { first, _ in first }
    zones = inputs.employees.map { inputs.settings.zone(ofSite: $0.site) }
  }

  func zone(of person: Int) -> Zone { zones[person] }

  /// The queues that a person may serve through a date, by position.
  func queues(of person: Int, on date: LocalDate) -> [Int] {
    let employee = inputs.employees[person]
    guard inputs.hasCertificates else {
      return inputs.queues(servedBy: employee.id, on: date, overMidnight: false)
    }
    return inputs.queues(
      allowedBy: spans[employee.id] ?? [],
      from: date,
      days: 1,
      zone: zones[person]
    )
  }

  /// The queues of the first date of the horizon on which there are some.
  func usualQueues(of person: Int) -> [Int] {
    for date in horizon.dates {
      let held = queues(of: person, on: date)
      if !held.isEmpty { return held }
    }
    return []
  }

  /// Whether a person could be at work through a stretch of time.
  func canAttend(_ person: Int, from start: Instant, until end: Instant) -> Bool {
    let employee = inputs.employees[person]
    let zone = zones[person]
    let local = zone.local(at: start)
    guard employee.hired.map({ $0 <= local.date }) ?? true,
      employee.leaves.map({ local.date <= $0 }) ?? true,
      let contract = contracts[employee.contract]
    else { return false }
    if let rostered { return rostered.isServing(employee.id, from: start, until: end) }
    let held = queues(of: person, on: local.date)
    let away = (absences[employee.id] ?? []).map {
      (zone.instant(at: $0.from), zone.instant(at: $0.until))
    }
    let windows = windows(employee.id, contract, on: local.date)
    let midnight = zone.startOfDay(local.date)
    let stretch = (start.minutes(since: midnight), end.minutes(since: midnight))
    let isPresent = { (from: Int, until: Int) -> Bool in
      let (first, last) = (midnight.adding(minutes: from), midnight.adding(minutes: until))
      return !away.contains { $0.0 < last && first < $0.1 }
        && windows.contains { $0.lowerBound <= from && until <= $0.upperBound }
    }
    if held.isEmpty { return isPresent(stretch.0, stretch.1) && isAnyOpen(start, end) }
    return contract.shiftTemplates.contains { name in
      guard let length = inputs.settings.shiftTemplate(named: name)?.length.wholeMinutes else {
        return false
      }
      return starts(of: length, around: stretch).contains { from in
        isPresent(from, from + length)
          && isOpen(
            held,
            midnight.adding(minutes: from),
            midnight.adding(minutes: from + length)
          )
      }
    }
  }

  /// Starts of shifts of a length that hold a stretch, in minutes of the date.
  private func starts(of length: Int, around stretch: (from: Int, until: Int)) -> [Int] {
    let step = inputs.settings.shiftStartMinutes
    let last = stretch.from / step * step
    let first = max(0, (stretch.until - length + step - 1) / step * step)
    return last < first ? [] : Array(stride(from: first, through: last, by: step))
  }

  /// Where shifts of a date may lie, in minutes of the date.
  private func windows(_ employee: String, _ contract: ContractSettings, on date: LocalDate)
    -> [Range<Int>]
  {
    let all = contract.shiftWindow.map { $0.start.minutes..<$0.endMinutes } ?? 0..<2880
    let lines = availability[employee] ?? []
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    for level in levels {
      let own = lines.filter { $0.days == level }
      guard !own.isEmpty else { continue }
      return own.compactMap(\.window).compactMap { window in
        let both = (window.start.minutes..<window.endMinutes).clamped(to: all)
        return both.isEmpty ? nil : both
      }
    }
    return [all]
  }

  /// Whether some queue of several is open when a shift begins and some when it ends.
  private func isOpen(_ queues: [Int], _ start: Instant, _ end: Instant) -> Bool {
    let first = horizon.grid.index(of: start)
    let last = horizon.grid.index(of: Instant(secondsSinceEpoch: end.secondsSinceEpoch - 1))
    guard first >= 0, last < horizon.grid.count else { return false }
    return queues.contains { isOpen[$0][first] } && queues.contains { isOpen[$0][last] }
  }

  /// Whether the center is open when a class begins and ends.
  func isAnyOpen(_ start: Instant, _ end: Instant) -> Bool {
    isOpen(Array(isOpen.indices), start, end)
  }
}
