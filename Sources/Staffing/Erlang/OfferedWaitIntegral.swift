import Foundation

/// A positive number as exp(`logarithm`)·`factor`, for values beyond the range of a `Double`.
struct ScaledNumber {
  var logarithm: Double
  var factor: Double

  static let zero = ScaledNumber(logarithm: 0, factor: 0)

  /// The number divided by exp(`scale`).
  func over(scale: Double) -> Double {
    factor == 0 ? 0 : factor * exp(logarithm - scale)
  }
}

/// Integrals over the density of the offered wait of M/M/n+M.
///
/// Time is counted in mean patiences, s = θ·t. With y = λ ÷ θ and x = nμ ÷ θ the density above zero
/// is proportional to exp(ψ(s)), ψ(s) = y(1 − e⁻ˢ) − x·s (Mandelbaum & Zeltyn 2007, §4); a factor
/// e⁻ˢ, the chance to be still there, turns x into x + 1. ψ is concave, so the integral is taken
/// outward from the largest value on the stretch until e⁻⁴⁰ of it, in panels that resolve both the
/// decay of exp(ψ) and that of e⁻ˢ.
struct OfferedWaitIntegral {
  /// λ ÷ θ.
  let y: Double
  /// nμ ÷ θ, one more for those still there.
  let x: Double
  /// y − x, from the difference of load and servers where it was exact.
  let drift: Double

  private static let depth = 40.0

  /// ∫ g(s)·exp(ψ(s)) ds from `low` to `high`, which may be infinite.
  func integral(
    from low: Double,
    to high: Double,
    _ g: (Double) -> Double = { _ in 1 }
  ) -> ScaledNumber {
    guard high > low else { return .zero }
    let peak = drift > 0 ? log1p(drift / x) : 0
    let base = min(max(peak, low), high)
    let curve = curve(at: base, isPeak: base == peak && peak > 0)
    let right = side(curve, base, 1, limit: high - base, g)
    let left = side(curve, base, -1, limit: base - low, g)
    return ScaledNumber(logarithm: logDensity(base, peak), factor: left + right)
  }

  /// ψ around a base b: ψ(b + d) − ψ(b) = slope·d − bend·(e⁻ᵈ − 1 + d), free of cancellation.
  private struct Curve {
    var slope: Double
    var bend: Double

    func rise(_ d: Double) -> Double { slope * d - bend * exponentialRest(d) }
  }

  private func curve(at base: Double, isPeak: Bool) -> Curve {
    if isPeak { return Curve(slope: 0, bend: x) }
    let bend = y * exp(-base)
    return Curve(slope: base == 0 ? drift : bend - x, bend: bend)
  }

  private func logDensity(_ base: Double, _ peak: Double) -> Double {
    if base == peak, peak > 0 {
      let ratio = drift / x
      return x * logarithmRest(ratio)
    }
    return Curve(slope: drift, bend: y).rise(base)
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
