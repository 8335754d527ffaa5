/// Variance beyond that of sampling.
enum ExtraVariance {
  /// A squared deviation with the variance that sampling alone gives it.
  struct Deviation {
    var square: Double
    var sampling: Double
    /// How much it counts.
    var weight = 1.0
  }

  /// The variance τ² ≥ 0 with Σ w r² ÷ (s² + τ²) = degrees (Paule & Mandel 1982), by bisection.
  ///
  /// - Parameters:
  ///   - deviations: Squared deviations r² from estimated means.
  ///   - degrees: What the sum is expected to be: deviations less estimated means.
  /// - Returns: The variance; 0 where sampling alone explains the deviations.
  static func estimate(_ deviations: [Deviation], degrees: Double) -> Double {
    guard degrees > 0 else { return 0 }
    let least = 1e-12
    let sum = { (extra: Double) in
      deviations.reduce(0) { $0 + $1.weight * $1.square / max(least, $1.sampling + extra) }
    }
    guard sum(0) > degrees else { return 0 }
    var (low, high) = (0.0, 1e-6)
    while sum(high) > degrees, high < 1e9 { high *= 4 }
    for _ in 0..<60 where high - low > 1e-9 * high {
      let middle = (low + high) / 2
      if sum(middle) > degrees { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
