import Foundation

/// The Cholesky factor L of a symmetric positive definite matrix A = L·Lᵀ.
///
/// Golub & Van Loan, Matrix Computations (2013), algorithm 4.2.1, row by row.
struct Cholesky {
  private let count: Int
  private var factor: Matrix

  /// Factors a matrix, of which the lower half is read.
  ///
  /// `nil` when it is not positive definite to working precision. The time grows with the cube of
  /// its size.
  init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "only square matrices have a Cholesky factor")
    count = matrix.rows
    factor = matrix
    for row in 0..<count {
      for column in 0...row {
        let sum =
          factor[row, column]
          - dotProduct(factor.values, row * count, factor.values, column * count, count: column)
        if row == column {
          guard sum > 0 else { return nil }
          factor[row, row] = sum.squareRoot()
        } else {
          factor[row, column] = sum / factor[column, column]
        }
      }
      for column in row + 1..<max(row + 1, count) { factor[row, column] = 0 }
    }
  }

  /// The logarithm of the determinant of A.
  var logDeterminant: Double {
    2 * (0..<count).reduce(0) { $0 + log(factor[$1, $1]) }
  }

  /// L⁻¹·b.
  func forward(_ right: [Double]) -> [Double] {
    var result = right
    for row in 0..<count {
      let sum = dotProduct(factor.values, row * count, result, 0, count: row)
      result[row] = (result[row] - sum) / factor[row, row]
    }
    return result
  }

  /// A⁻¹·b.
  func solve(_ right: [Double]) -> [Double] {
    var result = forward(right)
    for row in (0..<count).reversed() {
      result[row] /= factor[row, row]
      for column in 0..<row { result[column] -= factor[row, column] * result[row] }
    }
    return result
  }

  /// The diagonal of A⁻¹: sums of squares of the columns of L⁻¹.
  ///
  /// The time grows with the cube of the size, half as fast again as the factor's.
  func inverseDiagonal() -> [Double] {
    // row i of `inverse` is column i of L⁻¹, so that products run over neighbors
    var inverse = Matrix(rows: count, columns: count)
    for column in 0..<count {
      inverse[column, column] = 1 / factor[column, column]
      for row in column + 1..<max(column + 1, count) {
        let sum = dotProduct(
          factor.values,
          row * count + column,
          inverse.values,
          column * count + column,
          count: row - column
        )
        inverse[column, row] = -sum / factor[row, row]
      }
    }
    return (0..<count).map { index in
      dotProduct(
        inverse.values,
        index * count + index,
        inverse.values,
        index * count + index,
        count: count - index
      )
    }
  }
}
