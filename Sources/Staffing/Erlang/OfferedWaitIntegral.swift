import Foundation

/// Integrals over the density of the offered wait of M/M/n+M.
///
/// Time is counted in mean patiences, s = θ·t. With y = λ ÷ θ and x = nμ ÷ θ the density above zero
/// is proportional to exp(ψ(s)), ψ(s) = y(1 − e⁻ˢ) − x·s (Mandelbaum & Zeltyn 2007, §4). ψ is
/// concave, so the integral is taken outward from the largest value on the stretch until e⁻⁴⁰ of
/// it, in panels that resolve both the decay of exp(ψ) and that of e⁻ˢ, the chance to be still
/// there. All values are relative to the density's peak, so nothing overflows at any patience.
struct OfferedWaitIntegral {
  /// λ ÷ θ.
  private let y: Double
  /// nμ ÷ θ.
  private let x: Double
  /// y − x, from the difference of load and servers where it was exact.
  private let drift: Double
  /// Where ψ is largest.
  private let peak: Double
  /// ψ at its peak; 0 at s = 0.
  let top: Double

  private static let depth = 40.0

  init(y: Double, x: Double, drift: Double) {
    (self.y, self.x, self.drift) = (y, x, drift)
    peak = drift > 0 ? log1p(drift / x) : 0
    top = drift > 0 ? x * logarithmRest(drift / x) : 0
  }

  /// ∫ g(s)·exp(ψ(s) − ψ(peak)) ds from `low` to `high`, which may be infinite.
  func integral(
    from low: Double,
    to high: Double,
    _ g: (Double) -> Double = { _ in 1 }
  ) -> Double {
    guard high > low else { return 0 }
    let base = min(max(peak, low), high)
    let curve = curve(at: base)
    let right = side(curve, base, 1, limit: high - base, g)
    let left = side(curve, base, -1, limit: base - low, g)
    return exp(curve.height) * (left + right)
  }

  /// ψ around a base b: ψ(b + d) − ψ(b) = slope·d − bend·(e⁻ᵈ − 1 + d), free of cancellation.
  private struct Curve {
    var slope: Double
    var bend: Double
    /// ψ(b) − ψ(peak).
    var height: Double

    func rise(_ d: Double) -> Double { slope * d - bend * exponentialRest(d) }
  }

  /// At the peak y·e⁻ˢ is x; from there ψ is known without the large numbers before it.
  private func curve(at base: Double) -> Curve {
    guard peak > 0 else {
      return Curve(
        slope: drift + y * expm1(-base),
        bend: y * exp(-base),
        height: drift * base - y * exponentialRest(base)
      )
    }
    let distance = base - peak
    return Curve(
      slope: x * expm1(-distance),
      bend: x * exp(-distance),
      height: -x * exponentialRest(distance)
    )
  }

  /// One side of the base, `sign` 1 or −1, not further than `limit`.
  private func side(
    _ curve: Curve,
    _ base: Double,
    _ sign: Double,
    limit: Double,
    _ g: (Double) -> Double
  ) -> Double {
    guard limit > 0 else { return 0 }
    let reach = min(limit, reach(curve, sign))
    let widest = sign > 0 ? reach / 8 : min(reach / 8, 0.5)
    var width = min(reach / 8, 0.5)
    var start = 0.0
    var sum = 0.0
    while start < reach * (1 - 1e-12) {
      let end = min(reach, start + width)
      sum += panel(curve, base, sign * start, sign * end, g)
      start = end
      width = min(widest, 2 * width)
    }
    return sum
  }

  /// How far from the base exp(ψ) has fallen to about e⁻⁴⁰ of its value there.
  private func reach(_ curve: Curve, _ sign: Double) -> Double {
    let fall = -curve.slope * sign
    let depth = Self.depth
    var low = 0.0
    var high = 2 * depth / (fall + (fall * fall + 2 * depth * curve.bend).squareRoot())
    while curve.rise(sign * high) > -depth { (low, high) = (high, 2 * high) }
    for _ in 0..<6 {
      let middle = (low + high) / 2
      if curve.rise(sign * middle) > -depth { low = middle } else { high = middle }
    }
    return high
  }

  private func panel(
    _ curve: Curve,
    _ base: Double,
    _ start: Double,
    _ end: Double,
    _ g: (Double) -> Double
  ) -> Double {
    let rule = GaussLegendre.rule
    let middle = (start + end) / 2
    let half = (end - start) / 2
    var sum = 0.0
    for index in rule.nodes.indices {
      let step = half * rule.nodes[index]
      let above = g(base + middle + step) * exp(curve.rise(middle + step))
      let below = g(base + middle - step) * exp(curve.rise(middle - step))
      sum += rule.weights[index] * (above + below)
    }
    return sum * abs(half)
  }
}

/// e⁻ᵈ − 1 + d without cancellation near zero.
func exponentialRest(_ d: Double) -> Double {
  guard abs(d) < 0.25 else { return exp(-d) - 1 + d }
  var sum = 0.0
  for order in stride(from: 15, through: 3, by: -1) { sum = -d / Double(order) * (1 + sum) }
  return d * d / 2 * (1 + sum)
}

/// r − ln(1 + r) without cancellation near zero, for r > −1.
func logarithmRest(_ r: Double) -> Double {
  guard abs(r) < 0.1 else { return r - log1p(r) }
  var sum = 0.0
  for order in stride(from: 20, through: 2, by: -1) { sum = 1 / Double(order) - r * sum }
  return r * r * sum
}
