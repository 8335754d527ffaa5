import Foundation

extension RootSpread {
  /// The mean and the quantiles of the count in all intervals of the day.
  public func day() -> Quantiles { quantiles(of: roots.indices) }

  /// The mean and the quantiles of the count in a run of intervals.
  ///
  /// With w = roots ÷ their length and u = loadings applied to w, the root of the total rate has
  /// variance v = inflation²·(uᵀCu + r²·Σ w_j w_k e^{−|j−k|/length}) around that length, and the
  /// root of the count ¼ more. Means add up over intervals: each is its squared root plus the
  /// variance of its root. The time grows with the square of the run's length.
  ///
  /// - Parameter cells: Intervals of the day.
  /// - Returns: Ascending quantiles, at least 0, the inner two around the mean.
  public func quantiles(of cells: Range<Int>) -> Quantiles {
    let squares = cells.reduce(0) { $0 + roots[$1] * roots[$1] }
    guard squares > 0 else { return Quantiles(mean: 0, low95: 0, low80: 0, high80: 0, high95: 0) }
    let length = squares.squareRoot()
    return Quantiles(
      mean: squares + sumOfVariances(cells),
      length: length,
      variance: rootVariance(of: cells, length: length)
    )
  }

  /// The expected count in one interval.
  public func mean(of cell: Int) -> Double {
    roots[cell] * roots[cell] + sumOfVariances(cell..<cell + 1)
  }

  /// The variance of the root of the total rate in a run of intervals, without Poisson noise.
  public func rootVariance(of cells: Range<Int>) -> Double {
    let squares = cells.reduce(0) { $0 + roots[$1] * roots[$1] }
    return squares > 0 ? rootVariance(of: cells, length: squares.squareRoot()) : 0
  }

  private func rootVariance(of cells: Range<Int>, length: Double) -> Double {
    let effects = loadings.map { loading in
      cells.reduce(0) { $0 + loading[$1] * roots[$1] } / length
    }
    var scores = 0.0
    for row in effects.indices {
      for column in effects.indices {
        scores += effects[row] * scoreCovariance[row][column] * effects[column]
      }
    }
    let leftover = leftoverVariance > 0 ? leftoverShare(cells, length) : 0
    return inflation * inflation * (scores + leftoverVariance * leftover)
  }

  /// Σ w_j w_k e^{−|j−k|/length}, with intervals worked on together at distance 0.
  private func leftoverShare(_ cells: Range<Int>, _ length: Double) -> Double {
    let first = cells.lowerBound / mergedIntervals
    var sums = [Double](repeating: 0, count: (cells.upperBound - 1) / mergedIntervals - first + 1)
    for cell in cells {
      // intervals of a group share one error, on the scale of the group's root
      sums[cell / mergedIntervals - first] += roots[cell] * groupShare(cell) / length
    }
    let correlations = sums.indices.map { exp(-Double($0) / leftoverLength) }
    var total = 0.0
    for row in sums.indices where sums[row] != 0 {
      total += sums[row] * sums[row]
      for column in 0..<row { total += 2 * sums[row] * sums[column] * correlations[row - column] }
    }
    return total
  }

  /// The share of its group's root that an interval has.
  private func groupShare(_ cell: Int) -> Double {
    guard mergedIntervals > 1 else { return 1 }
    let start = cell / mergedIntervals * mergedIntervals
    let group = start..<min(start + mergedIntervals, roots.count)
    let squares = group.reduce(0) { $0 + roots[$1] * roots[$1] }
    return squares > 0 ? roots[cell] / squares.squareRoot() : 0
  }

  private func sumOfVariances(_ cells: Range<Int>) -> Double {
    var sum = 0.0
    for cell in cells where roots[cell] > 0 {
      for row in loadings.indices {
        for column in loadings.indices {
          sum += loadings[row][cell] * scoreCovariance[row][column] * loadings[column][cell]
        }
      }
      let share = groupShare(cell)
      sum += leftoverVariance * share * share
    }
    return inflation * inflation * sum
  }

  /// The same spread where every count is multiplied by `factor`, at least 0.
  public func scaled(by factor: Double) -> RootSpread {
    let root = max(0, factor).squareRoot()
    var result = self
    result.roots = roots.map { $0 * root }
    result.loadings = loadings.map { $0.map { $0 * root } }
    result.leftoverVariance = leftoverVariance * factor
    return result
  }
}
