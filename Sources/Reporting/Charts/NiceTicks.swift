/// Round numbers along an axis.
enum NiceTicks {
  /// Equal steps of 1, 2 or 5 times a power of ten that cover `low…high` with at most `count`
  /// numbers, the smallest such step; `leastStep` keeps counts of people whole.
  static func values(
    from low: Double,
    to high: Double,
    atMost count: Int,
    leastStep: Double = 0
  ) -> [Double] {
    precondition(count >= 2 && low.isFinite && high.isFinite, "an axis needs two numbers")
    let (low, high) = (min(low, high), max(low, high))
    let span = high > low ? high - low : max(abs(low), 1)
    let top = high > low ? high : low + span
    var exponent = exponent(below: span / Double(count))
    while true {
      for digit in [1.0, 2, 5] {
        let steps = ticks(digit, exponent, low, top)
        if steps.count <= Double(count), steps.step >= leastStep { return steps.values }
      }
      exponent += 1
    }
  }

  /// A power of ten that is small enough to start from.
  private static func exponent(below size: Double) -> Int {
    var exponent = 0
    while power(exponent) > size { exponent -= 1 }
    while power(exponent + 1) <= size { exponent += 1 }
    return exponent
  }

  private static func power(_ exponent: Int) -> Double {
    let size = (0..<abs(exponent)).reduce(1.0) { product, _ in product * 10 }
    return exponent < 0 ? 1 / size : size
  }

  private static func ticks(
    _ digit: Double,
    _ exponent: Int,
    _ low: Double,
    _ high: Double
  ) -> (count: Double, step: Double, values: [Double]) {
    let scale = power(abs(exponent))
    let step = exponent < 0 ? digit / scale : digit * scale
    let first = (low / step + 1e-9).rounded(.down)
    let last = (high / step - 1e-9).rounded(.up)
    let count = last - first + 1
    guard count <= 100 else { return (count, step, []) }
    let values = (0..<Int(count)).map { index in
      let multiple = (first + Double(index)) * digit
      return exponent < 0 ? multiple / scale : multiple * scale
    }
    return (count, step, values)
  }
}
