package import Workforce

/// How often somebody had what nobody likes.
package struct BurdenCounts: Hashable, Sendable {
  /// Shifts that start on Saturday or Sunday.
  package var weekends = 0.0
  /// Shifts of late kinds.
  package var lates = 0.0
  /// Shifts of night kinds.
  package var nights = 0.0
  /// Wishes refused.
  package var refused = 0.0

  /// Nothing.
  package init() {}

  static let parts: [any WritableKeyPath<BurdenCounts, Double> & Sendable] = [
    \.weekends, \.lates, \.nights, \.refused,
  ]
}

/// Counts the burdens of past shifts.
package struct BurdenCounter: Sendable {
  private let lates: BurdenKinds
  private let nights: BurdenKinds
  private let wishes: [String: [Preference]]
  private let clocks: PersonalClocks

  /// Takes kinds of shift and wishes of a scenario.
  package init(_ inputs: PlanningInputs) {
    let labor = inputs.settings.labor
    lates = BurdenKinds(labor.fairness?.lateKinds ?? [], of: labor.kinds)
    nights = BurdenKinds(labor.fairness?.nightKinds ?? [], of: labor.kinds)
    wishes = Dictionary(grouping: inputs.preferences, by: \.employee)
    clocks = PersonalClocks(inputs)
  }

  /// What a shift was: each count is 0 or 1, of wishes up to 2.
  package func counts(of duty: PastDuty) -> BurdenCounts {
    let zone = clocks.zone(of: duty.employee)
    let (start, end) = (zone.instant(at: duty.start), zone.instant(at: duty.end))
    var counts = BurdenCounts()
    if duty.start.date.weekday.isWeekend { counts.weekends = 1 }
    if lates.hold(from: start, until: end, zone: zone) { counts.lates = 1 }
    if nights.hold(from: start, until: end, zone: zone) { counts.nights = 1 }
    counts.refused = refused(duty)
    return counts
  }

  /// Wishes for the shift's date that it did not meet: one for the date off, one for its start.
  private func refused(_ duty: PastDuty) -> Double {
    guard let own = wishes[duty.employee] else { return 0 }
    let date = duty.start.date
    let isAskedOff = own.contains { $0.wish == .dayOff && $0.days.matches(date) }
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    let starts = own.filter { $0.wish != .dayOff }
    let wish = levels.lazy.compactMap { level in starts.first { $0.days == level } }.first
    var isOutside = false
    if case .startBetween(let low, let high) = wish?.wish {
      let minute = duty.start.minuteOfDay
      isOutside = minute < low.minutes || high.minutes < minute
    }
    return (isAskedOff ? 1 : 0) + (isOutside ? 1 : 0)
  }
}
