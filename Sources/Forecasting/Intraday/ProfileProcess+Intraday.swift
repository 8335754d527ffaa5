import Foundation
import Workforce

extension ProfileProcess {
  /// The joint distribution of a day's roots, as it is expected the day before.
  ///
  /// Its covariance is the mean of what past days show and of two models: the fit's own (scores and
  /// leftover) and s²·e^{−lag/τ} with τ = 15 % of the day.
  func distribution(of target: TargetDay, weekdays: [Weekday]) -> RootDistribution {
    let day = groupDay(target)
    let shares = counts.shares(on: target.weekday)
    let residuals = dayAheadResiduals(weekdays)
    let shown = shownCovariance(residuals)
    let smooth = smoothCovariance(residuals)
    let size = counts.groups.count
    var covariance = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in 0..<size {
        let lag = abs(counts.groups[row] - counts.groups[column])
        covariance[row, column] =
          0.5 * shown[row, column] + 0.25 * (ownCovariance(day, row, column) + smooth[lag])
      }
    }
    return RootDistribution(
      merged: counts.merged,
      groups: counts.groups,
      roots: day.roots,
      covariance: covariance,
      shares: target.isOpen.indices.map { target.isOpen[$0] ? shares[$0] : 0 }
    )
  }

  /// Scores' and leftover's covariance of two groups.
  private func ownCovariance(_ day: GroupDay, _ row: Int, _ column: Int) -> Double {
    let lag = Double(abs(counts.groups[row] - counts.groups[column]))
    var sum = leftover.variance * exp(-lag / leftover.length)
    for one in day.loadings.indices {
      for other in day.loadings.indices {
        sum +=
          day.loadings[one][row] * day.scoreCovariance[one][other] * day.loadings[other][column]
      }
    }
    return sum
  }

  /// Past root counts minus what the other days make expect; 0 where unknown.
  ///
  /// Days that stray more than usual are drawn in.
  private func dayAheadResiduals(_ weekdays: [Weekday]) -> Matrix {
    var result = Matrix(rows: counts.roots.rows, columns: counts.groups.count)
    for row in 0..<result.rows {
      let expected = groupRoots(processes.map { $0.leaveOneOut[row] }, weekdays[row])
      for column in 0..<result.columns where counts.isKnown[row * result.columns + column] {
        result[row, column] = counts.roots[row, column] - expected[column]
      }
    }
    let sizes = (0..<result.rows).map { row in
      let squares = result.row(row).reduce(0) { $0 + $1 * $1 }
      return (squares / Double(max(1, result.columns))).squareRoot()
    }
    let usual = 1.3 * median(sizes)
    for row in 0..<result.rows where sizes[row] > usual {
      for column in 0..<result.columns { result[row, column] *= usual / sizes[row] }
    }
    return result
  }

  /// Mean products of residuals, smoothed over a fortieth of the day; the diagonal, which holds
  /// counting noise, gives way to the larger of what lies beside it.
  private func shownCovariance(_ residuals: Matrix) -> Matrix {
    let size = residuals.columns
    let columns = residuals.transposed()
    var products = columns.rowProducts()
    for index in products.values.indices { products.values[index] /= Double(residuals.rows) }
    let beside = (0..<size).map { index -> Double in
      let sides = [index - 1, index + 1].filter { 0..<size ~= $0 }.map { products[index, $0] }
      return max(0, sides.max() ?? 0)
    }
    for index in 0..<size { products[index, index] = beside[index] }
    let width = max(0.5, Double(size) / 42)
    var kernel = Matrix(rows: size, columns: size)
    for row in 0..<size {
      var sum = 0.0
      for column in 0..<size {
        let lag = Double(row - column)
        kernel[row, column] = exp(-lag * lag / (2 * width * width))
        sum += kernel[row, column]
      }
      for column in 0..<size { kernel[row, column] /= sum }
    }
    return kernel.times(kernel.times(products).transposed())
  }

  /// s²·e^{−lag/τ} per distance of groups, s² from products of residuals that lie apart.
  private func smoothCovariance(_ residuals: Matrix) -> [Double] {
    let span = (counts.groups.last ?? 0) - (counts.groups.first ?? 0)
    let shape = (0...span).map { exp(-Double($0) / (0.15 * Double(span + 1))) }
    let most = max(1, residuals.columns * 3 / 4)
    var sum = 0.0
    var weight = 0.0
    for lag in 1..<max(2, most) where lag < residuals.columns {
      var product = 0.0
      for row in 0..<residuals.rows {
        product += dotProduct(
          residuals.values,
          row * residuals.columns,
          residuals.values,
          row * residuals.columns + lag,
          count: residuals.columns - lag
        )
      }
      let mean = product / Double(residuals.rows * (residuals.columns - lag))
      sum += mean * shape[lag]
      weight += shape[lag] * shape[lag]
    }
    let variance = weight > 0 ? max(0, sum / weight) : 0
    return shape.map { variance * $0 }
  }
}
