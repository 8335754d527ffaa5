import Foundation
import Workforce

/// Cases of a measure added up, with their figure on a scale on which noise is nearly normal.
struct Pool {
  var cases = 0.0
  var total = 0.0
  /// Sum of cases × squared deviation of single cases, where it is known.
  var spread = 0.0

  init() {}

  init(_ figure: WeeklyFigure) {
    cases = figure.cases
    total = figure.total
    spread = figure.cases * (figure.deviation ?? 0) * (figure.deviation ?? 0)
  }

  init(_ figures: some Sequence<WeeklyFigure>) {
    for figure in figures { self += Pool(figure) }
  }

  static func += (left: inout Pool, right: Pool) {
    left.cases += right.cases
    left.total += right.total
    left.spread += right.spread
  }

  static func - (left: Pool, right: Pool) -> Pool {
    var rest = left
    rest.cases -= right.cases
    rest.total -= right.total
    rest.spread -= right.spread
    return rest
  }

  /// The share or the mean.
  var value: Double { cases > 0 ? total / cases : 0 }

  /// Angle of a share (Anscombe 1948), whose variance hardly hangs on the share; logarithm of a mean.
  func even(_ form: ScorecardMeasure.Form) -> (value: Double, variance: Double) {
    switch form {
    case .share:
      let share = min(1, max(0, (total + 0.375) / (cases + 0.75)))
      return (asin(share.squareRoot()), 1 / (4 * cases + 2))
    case .mean: return (log(value), relativeVariance)
    }
  }

  /// Log odds of a share, or logarithm of a mean: scales on which a trend may go on for ever.
  func unbounded(_ form: ScorecardMeasure.Form) -> (value: Double, variance: Double) {
    switch form {
    case .share:
      let (yes, no) = (max(0, total) + 0.5, max(0, cases - total) + 0.5)
      return (log(yes / no), 1 / yes + 1 / no)
    case .mean: return (log(value), relativeVariance)
    }
  }

  /// The variance of the mean's logarithm.
  private var relativeVariance: Double {
    guard cases > 0, value > 0 else { return 0 }
    return max(0, spread) / (cases * cases * value * value)
  }
}

extension ScorecardMeasure.Form {
  /// The share or mean of a value on the unbounded scale.
  func bounded(_ value: Double) -> Double {
    switch self {
    case .share: 1 / (1 + exp(-value))
    case .mean: exp(value)
    }
  }

  /// A share or mean on the unbounded scale; shares keep clear of 0 and 1.
  func unbounded(_ value: Double) -> Double {
    switch self {
    case .share:
      let share = min(1 - 1e-6, max(1e-6, value))
      return log(share / (1 - share))
    case .mean: return log(max(1e-9, value))
    }
  }
}
