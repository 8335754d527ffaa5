import Workforce

extension SimulationResult {
  /// Whether the intervals are as narrow as was asked for; `nil` where nothing was asked.
  var widthSentence: String? {
    guard let asked = askedHalfWidth, let isReached = isNarrowEnough else { return nil }
    return "The half-width of \(decimal(100 * asked, places: 2)) points is "
      + (isReached ? "reached" : "not reached")
      + ": the widest interval is ± \(decimal(100 * widestHalfWidth, places: 2))."
  }
}
