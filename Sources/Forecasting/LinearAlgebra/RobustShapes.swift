/// Rows of a table as sums of a few shapes, which neither unknown nor odd entries bend.
///
/// A truncated singular value decomposition in three rounds: an unknown entry takes the fit, and one
/// that strays more than four robust deviations is drawn to within 1 of it.
struct RobustShapes {
  /// The shapes of the last round, orthonormal; fewer where the rows hold fewer directions.
  private(set) var shapes: [[Double]] = []
  /// The table with unknown entries filled and odd ones drawn to the last round's fit.
  private(set) var table: [[Double]]

  /// Fits at most `rank` shapes to `values`, whose unknown entries begin as those of `start`.
  init(_ values: [[Double?]], start: [[Double]], rank: Int) {
    table = zip(values, start).map { zip($0, $1).map { $0 ?? $1 } }
    for _ in 0..<3 {
      shapes = rightSingularVectors(table, count: rank)
      table = Self.cleaned(values, fit: fitted)
    }
  }

  /// What the shapes give for the rows of ``table``.
  var fitted: [[Double]] {
    table.map { row in
      var result = [Double](repeating: 0, count: row.count)
      for shape in shapes {
        let score = dot(row, shape)
        for column in result.indices { result[column] += score * shape[column] }
      }
      return result
    }
  }

  private static func cleaned(_ values: [[Double?]], fit: [[Double]]) -> [[Double]] {
    let errors = zip(values, fit).flatMap { row, fit in
      zip(row, fit).compactMap { value, fit in value.map { abs($0 - fit) } }
    }
    let limit = 4 * max(0.5, 1.4826 * median(errors))
    return zip(values, fit).map { row, fit in
      zip(row, fit).map { value, fit in
        guard let value else { return fit }
        return abs(value - fit) > limit ? fit + min(max(value - fit, -1), 1) : value
      }
    }
  }
}

/// The leading right singular vectors of a table of equally long rows, at most `count`.
///
/// They are the eigenvectors of the products of its columns; where rows are fewer, those of the
/// products of its rows, mapped by the table.
func rightSingularVectors(_ rows: [[Double]], count: Int) -> [[Double]] {
  let width = rows.first?.count ?? 0
  var table = Matrix(rows: rows.count, columns: width)
  table.values = rows.flatMap(\.self)
  let across = table.transposed()
  guard rows.count < width else {
    return LeadingEigenvectors(across.rowProducts(), count: count).vectors
  }
  let images = LeadingEigenvectors(table.rowProducts(), count: count).vectors.map(across.times)
  let lengths = images.map { dot($0, $0).squareRoot() }
  // images of rounding errors have no direction of their own
  let least = 1e-6 * (lengths.first ?? 0)
  return zip(images, lengths).filter { $1 > least }.map { image, length in
    image.map { $0 / length }
  }
}

/// The sum of products.
func dot(_ left: [Double], _ right: [Double]) -> Double {
  dotProduct(left, 0, right, 0, count: left.count)
}
