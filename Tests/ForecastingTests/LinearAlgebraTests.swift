import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct LinearAlgebraTests {
  /// M·Mᵀ plus a little on the diagonal: symmetric and positive definite.
  private func positive(_ size: Int, seed: UInt64) -> Matrix {
    var random = RandomStream(seed: seed, name: "matrix")
    var square = Matrix(rows: size, columns: size)
    for index in square.values.indices { square.values[index] = random.normal() }
    var result = square.rowProducts()
    for index in 0..<size { result[index, index] += 0.1 }
    return result
  }

  private func vector(_ size: Int, seed: UInt64) -> [Double] {
    var random = RandomStream(seed: seed, name: "vector")
    return (0..<size).map { _ in random.normal() }
  }

  /// Sums in the order of the textbook.
  private func product(_ matrix: Matrix, _ vector: [Double]) -> [Double] {
    (0..<matrix.rows).map { row in
      (0..<matrix.columns).reduce(0) { $0 + matrix[row, $1] * vector[$1] }
    }
  }

  private func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }

  @Test(arguments: [1, 2, 7, 8, 9, 33, 60], [UInt64(1), 2])
  func `a solution satisfies its equations`(size: Int, seed: UInt64) throws {
    let matrix = positive(size, seed: seed)
    let right = vector(size, seed: seed)
    let factor = try #require(Cholesky(matrix))
    let back = product(matrix, factor.solve(right))
    #expect(largest(zip(back, right).map { $0 - $1 }) < 1e-8)
    let half = factor.forward(right)
    let energy = zip(right, factor.solve(right)).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(half.reduce(0) { $0 + $1 * $1 } - energy) < 1e-8 * max(1, energy))
  }

  @Test(arguments: [1, 5, 20])
  func `the inverse's diagonal is that of solved unit vectors`(size: Int) throws {
    let factor = try #require(Cholesky(positive(size, seed: 3)))
    let diagonal = factor.inverseDiagonal()
    for index in 0..<size {
      let unit = (0..<size).map { $0 == index ? 1.0 : 0 }
      #expect(abs(diagonal[index] - factor.solve(unit)[index]) < 1e-9 * diagonal[index])
    }
  }

  @Test func `the determinant is the product of Laplace's expansion`() throws {
    var matrix = Matrix(rows: 2, columns: 2)
    matrix.values = [4, 2, 2, 3]
    let factor = try #require(Cholesky(matrix))
    #expect(abs(factor.logDeterminant - log(8.0)) < 1e-12)
  }

  @Test func `an indefinite matrix has no factor`() {
    var matrix = Matrix(rows: 2, columns: 2)
    matrix.values = [1, 2, 2, 1]
    #expect(Cholesky(matrix) == nil)
  }

  @Test(arguments: [3, 8, 25, 60], [UInt64(1), 2, 3])
  func `leading eigenvectors keep their direction and are the largest`(
    size: Int,
    seed: UInt64
  ) {
    let matrix = positive(size, seed: seed)
    let found = LeadingEigenvectors(matrix, count: 3)
    for (value, vector) in zip(found.eigenvalues, found.vectors) {
      let image = product(matrix, vector)
      #expect(largest(zip(image, vector).map { $0 - value * $1 }) < 1e-8 * found.eigenvalues[0])
    }
    for row in 0..<3 {
      for column in 0..<3 {
        let dot = zip(found.vectors[row], found.vectors[column]).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(dot - (row == column ? 1 : 0)) < 1e-9)
      }
    }
    // with the three taken out, power iteration finds nothing larger than the third
    var rest = self.vector(size, seed: 9)
    var length = 0.0
    for _ in 0..<400 {
      for vector in found.vectors {
        let share = zip(rest, vector).reduce(0) { $0 + $1.0 * $1.1 }
        rest = zip(rest, vector).map { $0 - share * $1 }
      }
      rest = product(matrix, rest)
      length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 1e-12 else { break }
      rest = rest.map { $0 / length }
    }
    if size > 3 { #expect(length <= found.eigenvalues[2] * (1 + 1e-6)) }
  }

  @Test func `equal eigenvalues and zero matrices do no harm`() {
    var identity = Matrix(rows: 5, columns: 5)
    for index in 0..<5 { identity[index, index] = 2 }
    let same = LeadingEigenvectors(identity, count: 3)
    #expect(same.eigenvalues.allSatisfy { abs($0 - 2) < 1e-12 })
    let none = LeadingEigenvectors(Matrix(rows: 4, columns: 4), count: 2)
    #expect(none.eigenvalues == [0, 0])
    #expect(none.vectors.allSatisfy { $0.allSatisfy(\.isFinite) })
  }
}
