import Foundation

/// How long contacts are in hand: exponential at variation 1, constant at 0, lognormal otherwise;
/// the same that the simulation draws from.
struct HandleTimeDistribution: Hashable, Sendable {
  private enum Shape: Hashable {
    case exponential
    case constant
    case lognormal(location: Double, scale: Double)
  }

  /// In seconds.
  let mean: Double
  private let shape: Shape

  /// A mean above zero, and a squared coefficient of variation of at least 0.
  init(mean: Double, variation: Double) {
    precondition(mean > 0 && mean.isFinite, "a handle time must be above zero")
    precondition(variation >= 0 && variation.isFinite, "a variation must not be negative")
    self.mean = mean
    let spread = log1p(variation)
    shape =
      switch variation {
      case 0: .constant
      case 1: .exponential
      default: .lognormal(location: log(mean) - spread / 2, scale: spread.squareRoot())
      }
  }

  /// ∫ P(S > u) du over 0…x: how long of the first x seconds a contact is in hand on average.
  func timeInHand(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    switch shape {
    case .exponential: return -mean * expm1(-x / mean)
    case .constant: return min(x, mean)
    case .lognormal(let location, let scale):
      let z = (log(x) - location) / scale
      return x * normalShare(above: z) + mean * normalShare(above: scale - z)
    }
  }

  /// ∫ `timeInHand(u)` du over 0…x = x·`timeInHand(x)` − ∫ u·P(S > u) du.
  func timeInHandIntegral(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let moment: Double
    switch shape {
    case .exponential:
      return mean * (x + mean * expm1(-x / mean))
    case .constant:
      let whole = min(x, mean)
      moment = whole * whole / 2
    case .lognormal(let location, let scale):
      let z = (log(x) - location) / scale
      let square = mean * mean * exp(scale * scale)
      moment = (x * x * normalShare(above: z) + square * normalShare(above: 2 * scale - z)) / 2
    }
    return x * timeInHand(x) - moment
  }

  /// Beyond this time next to nobody is still in hand: below 1e-12 of the mean is missing there.
  var reach: Double {
    switch shape {
    case .exponential: 28 * mean
    case .constant: mean
    case .lognormal(let location, let scale): exp(location + scale * (scale + 7.1))
    }
  }
}

/// The share of a standard normal variable above z.
private func normalShare(above z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }
