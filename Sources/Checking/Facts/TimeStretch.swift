import Workforce

/// From one moment to before another.
struct TimeStretch: Sendable {
  var start: Instant
  var end: Instant

  /// What of the stretch is in none of the others.
  func less(_ others: [TimeStretch]) -> [TimeStretch] {
    var rest: [TimeStretch] = []
    var start = start
    for other in others.sorted(by: { $0.start < $1.start })
    where other.end > start && other.start < end {
      if other.start > start { rest.append(TimeStretch(start: start, end: other.start)) }
      start = max(start, other.end)
    }
    if start < end { rest.append(TimeStretch(start: start, end: end)) }
    return rest
  }
}
