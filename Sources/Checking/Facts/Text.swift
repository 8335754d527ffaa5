import Workforce

/// `9 h 30 min`, `45 min`, `11 h`; seconds where there are some.
func text(_ duration: Duration) -> String {
  let total = Int(duration.inSeconds.rounded())
  let size = abs(total)
  let parts = [(size / 3600, "h"), (size / 60 % 60, "min"), (size % 60, "s")]
    .filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }
  return (total < 0 ? "-" : "") + (parts.isEmpty ? "0 min" : parts.joined(separator: " "))
}

/// The same for minutes.
func text(minutes: Int) -> String { text(.minutes(minutes)) }

/// `HH:MM` for minutes after midnight.
func clock(_ minutes: Int) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return two(minutes / 60) + ":" + two(minutes % 60)
}

/// A number with its unit, in the plural but for 1.
func counted(_ count: Int, _ unit: String) -> String {
  "\(count) \(unit)\(count == 1 ? "" : "s")"
}

extension Instant {
  /// Elapsed time since `earlier`, negative when it lies later.
  func since(_ earlier: Instant) -> Duration {
    .seconds(secondsSinceEpoch - earlier.secondsSinceEpoch)
  }
}
