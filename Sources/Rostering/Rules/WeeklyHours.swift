/// Bounds the paid time of the week.
struct WeeklyHours: LimitRule {
  static let name = "weekly hours"
  /// Least and most paid minutes.
  let minutes: ClosedRange<Int>

  var demand: String {
    let low = Double(minutes.lowerBound) / 60
    let high = Double(minutes.upperBound) / 60
    return "\(low) to \(high) paid hours in the week"
  }

  func tighten(_ limits: inout TourLimits) {
    limits.minimumPaid = max(limits.minimumPaid, minutes.lowerBound)
    limits.maximumPaid = min(limits.maximumPaid, minutes.upperBound)
  }
}
