import Workforce

/// Durations as options of commands have them.
public enum DurationText {
  /// Reads seconds without a unit, or a duration with units: `90`, `90s`, `5m30s`, `1h`.
  ///
  /// - Parameter text: What was written.
  /// - Returns: The duration; `nil` when it is none, or longer than a billion seconds.
  public static func duration(_ text: String) -> Duration? {
    if let seconds = Double(text) { return abs(seconds) <= 1e9 ? .seconds(seconds) : nil }
    return UnitText.duration(text).flatMap { $0 <= .seconds(1_000_000_000) ? $0 : nil }
  }
}
