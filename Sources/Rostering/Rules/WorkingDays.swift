/// Bounds the number of working days in the week.
struct WorkingDays: LimitRule {
  static let name = "working days"
  /// Fewest and most.
  let days: ClosedRange<Int>

  var demand: String { "\(days.lowerBound) to \(days.upperBound) days in the week" }

  func tighten(_ limits: inout TourLimits) {
    limits.minimumDays = max(limits.minimumDays, days.lowerBound)
    limits.maximumDays = min(limits.maximumDays, days.upperBound)
  }
}
