import Workforce

/// Limits how far the start moves on the clock from one date to the next.
struct StartChange: LimitRule {
  static let name = "start change"
  let maximum: Duration

  var demand: String { "at most \(maximum.wholeMinutes) min from one date to the next" }

  func tighten(_ limits: inout TourLimits) {
    limits.maximumStartChange = min(limits.maximumStartChange, maximum.wholeMinutes)
  }
}
