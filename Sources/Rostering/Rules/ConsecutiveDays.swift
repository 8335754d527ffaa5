/// Limits the working days in a row, those before the week included.
struct ConsecutiveDays: LimitRule {
  static let name = "consecutive days"
  let maximum: Int
  /// Working days in a row up to the Sunday before.
  let history: Int

  var demand: String {
    "at most \(maximum) in a row, \(history) of them already worked before the week"
  }

  func tighten(_ limits: inout TourLimits) {
    limits.maximumRun = min(limits.maximumRun, maximum)
    limits.previousRun = history
  }
}
