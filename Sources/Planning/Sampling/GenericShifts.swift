import Workforce

/// Shift shapes and contracts that suit most centers.
enum GenericShifts {
  /// Eight and a half hours with lunch and two breaks; eight are paid.
  static let fullDay = ShiftTemplate(
    name: "full_day",
    length: .minutes(510),
    breaks: [pause, lunch, pause]
  )
  /// Eight hours with lunch and two breaks; seven and a half are paid.
  static let shortDay = ShiftTemplate(
    name: "short_day",
    length: .minutes(480),
    breaks: [pause, lunch, pause]
  )
  /// Nine and a half hours with lunch and two breaks; nine are paid.
  static let longDay = ShiftTemplate(
    name: "long_day",
    length: .minutes(570),
    breaks: [pause, lunch, pause]
  )
  /// Five hours with one break, all paid.
  static let halfDay = ShiftTemplate(name: "half_day", length: .minutes(300), breaks: [pause])
  /// Six hours with one break, all paid.
  static let lateDay = ShiftTemplate(name: "late_day", length: .minutes(360), breaks: [pause])

  private static let pause = BreakTemplate(kind: .rest, length: .minutes(15), isPaid: true)
  private static let lunch = BreakTemplate(
    kind: .lunch,
    length: .minutes(30),
    isPaid: false,
    earliestStart: Fraction(0.35),
    latestStart: Fraction(0.60)
  )

  /// A contract; hours are paid hours in a week, overtime begins where they end.
  static func contract(
    _ name: String,
    wage: Double,
    hours: (minimum: Double, regular: Double, maximum: Double),
    days: ClosedRange<Int>,
    shifts: [ShiftTemplate],
    window: String? = nil
  ) -> ContractSettings {
    ContractSettings(
      name: name,
      wagePerHour: wage,
      minimumWeeklyHours: .minutes(Int(hours.minimum * 60)),
      maximumWeeklyHours: .minutes(Int(hours.maximum * 60)),
      overtimeAfter: .minutes(Int(hours.regular * 60)),
      minimumDays: days.lowerBound,
      maximumDays: days.upperBound,
      shiftTemplates: shifts.map(\.name),
      shiftWindow: window.flatMap { ClockWindow($0) },
      rules: TourRuleSettings()
    )
  }
}
