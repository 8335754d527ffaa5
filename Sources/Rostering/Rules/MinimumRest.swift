import Workforce

/// Keeps a minimum rest between the end of one shift and the start of the next.
struct MinimumRest: LimitRule, ShiftFilter {
  static let name = "minimum rest"
  let rest: Duration
  /// The end of the last shift before the week.
  let lastEnd: Instant?

  var demand: String { "at least \(rest.wholeMinutes / 60) h \(rest.wholeMinutes % 60) min" }

  func allows(_ shift: CandidateShift) -> Bool {
    lastEnd.map { shift.startInstant.minutes(since: $0) >= rest.wholeMinutes } ?? true
  }

  func tighten(_ limits: inout TourLimits) {
    limits.minimumRest = max(limits.minimumRest, rest.wholeMinutes)
  }
}
