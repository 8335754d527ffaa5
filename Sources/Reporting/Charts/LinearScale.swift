/// Maps the numbers of a domain to positions on a drawing.
struct LinearScale: Hashable, Sendable {
  /// The first number.
  var low: Double
  /// The last number, above the first.
  var high: Double
  /// Where the first number lies.
  var start: Double
  /// Where the last number lies.
  var end: Double

  /// The position of a number.
  func callAsFunction(_ value: Double) -> Double {
    start + (value - low) / (high - low) * (end - start)
  }
}
