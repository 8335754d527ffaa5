/// A dense matrix of numbers, row by row.
struct Matrix: Hashable, Sendable {
  let rows: Int
  let columns: Int
  var values: [Double]

  /// Makes a matrix of one number.
  init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.rows = rows
    self.columns = columns
    values = Array(repeating: value, count: rows * columns)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// One row.
  func row(_ row: Int) -> ArraySlice<Double> { values[row * columns..<(row + 1) * columns] }

  /// One column.
  func column(_ column: Int) -> [Double] { (0..<rows).map { self[$0, column] } }

  /// The product of the matrix and a vector.
  func times(_ vector: [Double]) -> [Double] {
    (0..<rows).map { dotProduct(values, $0 * columns, vector, 0, count: columns) }
  }

  /// The product of two matrices.
  func times(_ other: Matrix) -> Matrix {
    let columns = other.transposed()
    var result = Matrix(rows: rows, columns: other.columns)
    for row in 0..<rows {
      for column in 0..<other.columns {
        result[row, column] = dotProduct(
          values,
          row * self.columns,
          columns.values,
          column * self.columns,
          count: self.columns
        )
      }
    }
    return result
  }

  /// Products of all pairs of rows: M·Mᵀ.
  func rowProducts() -> Matrix {
    var result = Matrix(rows: rows, columns: rows)
    for row in 0..<rows {
      for other in 0...row {
        let product = dotProduct(values, row * columns, values, other * columns, count: columns)
        result[row, other] = product
        result[other, row] = product
      }
    }
    return result
  }

  /// The matrix with rows and columns exchanged.
  func transposed() -> Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }
}

/// The sum of products of two runs of numbers, in a fixed order of additions.
///
/// Eight sums run side by side, so that the machine adds several at once; the order depends on
/// `count` alone.
func dotProduct(
  _ left: [Double],
  _ leftStart: Int,
  _ right: [Double],
  _ rightStart: Int,
  count: Int
) -> Double {
  precondition(
    leftStart >= 0 && rightStart >= 0 && count >= 0 && leftStart + count <= left.count
      && rightStart + count <= right.count,
    "a product stays inside its runs"
  )
  return unsafe left.withUnsafeBufferPointer { left in
    unsafe right.withUnsafeBufferPointer { right in
      var low = SIMD4<Double>.zero
      var high = SIMD4<Double>.zero
      var index = 0
      while index + 8 <= count {
        unsafe low += four(left, leftStart + index) * four(right, rightStart + index)
        unsafe high += four(left, leftStart + index + 4) * four(right, rightStart + index + 4)
        index += 8
      }
      var sum = (low + high).sum()
      while index < count {
        unsafe sum += left[leftStart + index] * right[rightStart + index]
        index += 1
      }
      return sum
    }
  }
}

@inline(__always)
private func four(_ values: UnsafeBufferPointer<Double>, _ start: Int) -> SIMD4<Double> {
  unsafe SIMD4(values[start], values[start + 1], values[start + 2], values[start + 3])
}
