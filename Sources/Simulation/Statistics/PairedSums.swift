import Workforce

/// Sums over replications from which the difference of two ratios of means and its 95 % interval
/// follow, when each replication gives numerator and denominator of both.
///
/// With xᵢ, yᵢ the sums of one replication under roster i and rᵢ = Σxᵢ ÷ Σyᵢ, the difference r₂ − r₁
/// has by the delta method the variance of (x₂ − r₂·y₂) ÷ ȳ₂ − (x₁ − r₁·y₁) ÷ ȳ₁, divided by R. The
/// sums are of x₁, x₂ − x₁, y₁ and y₂ − y₁, so that nothing is lost where the rosters hardly
/// differ.
struct PairedSums: Sendable {
  private var first = RatioSums()
  private var second = RatioSums()
  /// Sums of the products of x₁, x₂ − x₁, y₁ and y₂ − y₁, each with all four.
  private var products = PairedProducts()

  /// Adds numerator and denominator of one replication under both rosters.
  mutating func add(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) {
    first.add(one.x, over: one.y)
    second.add(other.x, over: other.y)
    products.add(SIMD4(one.x, other.x - one.x, one.y, other.y - one.y))
  }

  /// The second ratio minus the first; a ratio without a denominator is `empty`.
  func difference(replications: Int, empty: Double) -> PairedDifference {
    let one = first.estimate(replications: replications, empty: empty)
    let other = second.estimate(replications: replications, empty: empty)
    let unpaired =
      (one.halfWidth * one.halfWidth + other.halfWidth * other.halfWidth)
      .squareRoot()
    return PairedDifference(
      estimate: Estimate(
        mean: other.mean - one.mean,
        halfWidth: halfWidth(one.mean, other.mean, replications) ?? unpaired
      ),
      unpairedHalfWidth: unpaired
    )
  }

  /// Half the width of the paired interval; `nil` where a ratio has no denominator.
  private func halfWidth(_ one: Double, _ other: Double, _ replications: Int) -> Double? {
    guard first.denominator > 0, second.denominator > 0, replications > 1 else { return nil }
    let count = Double(replications)
    let inverse = (count / first.denominator, count / second.denominator)
    let weights = SIMD4(
      inverse.1 - inverse.0,
      inverse.1,
      one * inverse.0 - other * inverse.1,
      -other * inverse.1
    )
    let error = (max(0, products.squares(weights)) / (count - 1) / count).squareRoot()
    return studentQuantile(degrees: replications - 1) * error
  }
}

/// Sums of the products of four numbers, each with all four.
private struct PairedProducts: Sendable {
  private var rows = (
    SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero
  )

  mutating func add(_ values: SIMD4<Double>) {
    rows.0 += values.x * values
    rows.1 += values.y * values
    rows.2 += values.z * values
    rows.3 += values.w * values
  }

  /// The sum of the squares of a weighted sum of the four.
  func squares(_ weights: SIMD4<Double>) -> Double {
    let first = weights.x * rows.0 + weights.y * rows.1
    let second = weights.z * rows.2 + weights.w * rows.3
    return (weights * (first + second)).sum()
  }
}
