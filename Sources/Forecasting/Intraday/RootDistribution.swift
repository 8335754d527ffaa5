import Foundation

/// The roots of the rates in the intervals of one day, jointly normal.
public struct RootDistribution: Sendable {
  /// Intervals of the day that are worked on together.
  let merged: Int
  /// The groups of intervals that the rest describes, ascending.
  let groups: [Int]
  /// Expected root per group.
  let roots: [Double]
  /// Covariance of the roots.
  let covariance: Matrix
  /// Share of its group's contacts per interval of the day; 0 where closed.
  let shares: [Double]

  /// The mean and the quantiles of the count in a run of intervals.
  public func quantiles(of cells: Range<Int>) -> RootSpread.Quantiles {
    let part = part(of: cells)
    guard part.length > 0 else {
      return RootSpread.Quantiles(mean: 0, low95: 0, low80: 0, high80: 0, high95: 0)
    }
    return RootSpread.Quantiles(mean: part.mean, length: part.length, variance: part.variance)
  }

  /// The probability that a run of intervals brings at most `count` contacts.
  public func probability(of cells: Range<Int>, atMost count: Double) -> Double {
    let part = part(of: cells)
    guard part.length > 0 else { return 1 }
    let root = (max(0, count) + 0.25).squareRoot()
    return normalProbability(below: (root - part.length) / (part.variance + 0.25).squareRoot())
  }

  /// The same distribution where every count is multiplied by `factor`, at least 0.
  func scaled(by factor: Double) -> RootDistribution {
    let root = max(0, factor).squareRoot()
    var wider = covariance
    for index in wider.values.indices { wider.values[index] *= max(0, factor) }
    return RootDistribution(
      merged: merged,
      groups: groups,
      roots: roots.map { $0 * root },
      covariance: wider,
      shares: shares
    )
  }

  /// The same distribution where the counts of each interval of the day are multiplied.
  func scaled(byInterval factors: [Double]) -> RootDistribution {
    RootDistribution(
      merged: merged,
      groups: groups,
      roots: roots,
      covariance: covariance,
      shares: zip(shares, factors).map { $0 * max(0, $1) }
    )
  }

  private func part(of cells: Range<Int>) -> (mean: Double, length: Double, variance: Double) {
    let weights = groups.indices.map { column -> Double in
      let group = groups[column] * merged..<min((groups[column] + 1) * merged, shares.count)
      return group.clamped(to: cells).reduce(0) { $0 + shares[$1] }
    }
    let used = weights.indices.filter { weights[$0] > 0 }
    let squares = used.reduce(0) { $0 + weights[$1] * roots[$1] * roots[$1] }
    guard squares > 0 else { return (0, 0, 0) }
    let length = squares.squareRoot()
    var variance = 0.0
    var mean = squares
    for row in used {
      mean += weights[row] * covariance[row, row]
      for column in used {
        variance +=
          weights[row] * roots[row] * covariance[row, column] * weights[column] * roots[column]
      }
    }
    return (mean, length, max(0, variance / squares))
  }
}
