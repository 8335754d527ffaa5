/// The fitted parts of ``FactorModel``.
struct FactorFit {
  /// A score's course.
  private struct Course {
    /// Per weekday, Monday first.
    var means: [Double]
    /// The last day's deviation from its weekday's mean.
    var deviation: Double
    /// How much of a deviation is left a day later, 0…0.98.
    var persistence: Double
  }

  private var shapes: [[Double]] = []
  private var courses: [Course] = []
  /// Per weekday and column, what its mean day has beyond the shapes.
  private var leftovers: [[Double]] = []

  init(_ table: MergedTable, factorCount: Int) {
    let rank = min(factorCount, max(1, table.roots.count / 10))
    let filled = RobustShapes(
      table.roots,
      start: Self.roughFit(table.roots),
      rank: rank
    ).table
    shapes = rightSingularVectors(filled, count: rank)
    let scores = filled.map { row in shapes.map { dot(row, $0) } }
    let rows = table.table.rowsOfWeekday
    let weekdays = (0..<table.table.count).map(table.table.weekdayIndex)
    courses = shapes.indices.map { factor in
      Self.course(scores.map { $0[factor] }, weekdays, rows)
    }
    leftovers = rows.map { rows in
      leftover(rows.map { filled[$0] }, rows.map { scores[$0] })
    }
  }

  /// Expected roots per column, `steps` open days after the last one.
  func roots(_ weekday: Int, steps: Int) -> [Double] {
    var result = leftovers[weekday]
    for (shape, course) in zip(shapes, courses) {
      var fading = 1.0
      for _ in 0..<steps { fading *= course.persistence }
      let score = course.means[weekday] + fading * course.deviation
      for column in result.indices { result[column] += score * shape[column] }
    }
    return result
  }

  /// A day's size times a column's, from what is known.
  private static func roughFit(_ roots: [[Double?]]) -> [[Double]] {
    let width = roots.first?.count ?? 0
    var columns = [Double](repeating: 1, count: width)
    var sizes = [Double](repeating: 1, count: roots.count)
    for _ in 0..<4 {
      sizes = roots.map { row in
        let known = row.indices.compactMap { column in row[column].map { ($0, columns[column]) } }
        let sum = known.reduce(0) { $0 + $1.1 * $1.1 }
        return sum > 0 ? known.reduce(0) { $0 + $1.0 * $1.1 } / sum : 0
      }
      columns = (0..<width).map { column in
        let known = roots.indices.compactMap { row in roots[row][column].map { ($0, sizes[row]) } }
        let sum = known.reduce(0) { $0 + $1.1 * $1.1 }
        return sum > 0 ? known.reduce(0) { $0 + $1.0 * $1.1 } / sum : 0
      }
    }
    return sizes.map { size in columns.map { size * $0 } }
  }

  /// Weekday means of scores drawn to within three robust deviations, and the regression of each
  /// day's deviation on the day's before.
  private static func course(_ scores: [Double], _ weekdays: [Int], _ rows: [[Int]]) -> Course {
    let centers = rows.map { rows in median(rows.map { scores[$0] }) }
    let errors = zip(scores, weekdays).map { $0 - centers[$1] }
    let limit = 3 * 1.4826 * median(errors.map(abs))
    let drawn = zip(errors, weekdays).map { min(max($0, -limit), limit) + centers[$1] }
    let means = rows.map { rows in
      rows.isEmpty ? 0 : rows.reduce(0) { $0 + drawn[$1] } / Double(rows.count)
    }
    let deviations = zip(drawn, weekdays).map { $0 - means[$1] }
    let products = zip(deviations.dropFirst(), deviations).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = deviations.dropLast().reduce(0) { $0 + $1 * $1 }
    return Course(
      means: means,
      deviation: deviations.last ?? 0,
      persistence: squares > 0 ? min(max(products / squares, 0), 0.98) : 0
    )
  }

  /// What the mean of days has beyond the shapes, shrunk by the share of its mean square that
  /// chance explains (James & Stein 1961, the positive part).
  private func leftover(_ rows: [[Double]], _ scores: [[Double]]) -> [Double] {
    let width = shapes.first?.count ?? 0
    guard rows.count >= 2 else { return [Double](repeating: 0, count: width) }
    let rests = zip(rows, scores).map { row, scores in
      row.indices.map { column in
        zip(scores, shapes).reduce(row[column]) { $0 - $1.0 * $1.1[column] }
      }
    }
    let count = Double(rows.count)
    let mean = (0..<width).map { column in rests.reduce(0) { $0 + $1[column] } / count }
    let chance =
      rests.reduce(0) { sum, rest in
        sum + zip(rest, mean).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      } / (count * (count - 1))
    let size = dot(mean, mean)
    return mean.map { $0 * (size > 0 ? max(0, 1 - chance / size) : 0) }
  }
}
