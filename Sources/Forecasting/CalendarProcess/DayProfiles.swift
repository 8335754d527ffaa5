import Workforce

/// Root counts as a few profiles of the day, their scores per day, and what is left over.
///
/// Robust truncated singular value decomposition with missing cells (the design's steps 2 and 3).
struct DayProfiles {
  /// Per profile, its value per group of intervals.
  private(set) var profiles: [[Double]] = []
  /// Per profile, its score per day.
  private(set) var scores: [[Double]] = []
  /// What the profiles and the weekday's shape leave over, per day and group; 0 where unknown.
  private(set) var residuals: Matrix
  /// The shape that a weekday has beyond the profiles, Monday first.
  private(set) var weekdayShapes: [[Double]] = []

  init(_ counts: RootCounts, weekdays: [Weekday]) {
    let days = counts.roots.rows
    let count = min(3, max(1, days / 10), counts.groups.count)
    residuals = Matrix(rows: days, columns: counts.groups.count)
    var cleaned = Self.filled(counts)
    for _ in 0..<3 {
      profiles = Self.leadingProfiles(cleaned, count)
      cleaned = Self.cleaned(counts, fit: fit(cleaned))
    }
    let fitted = fit(cleaned)
    for index in residuals.values.indices where counts.isKnown[index] {
      residuals.values[index] = cleaned.values[index] - fitted.values[index]
    }
    removeWeekdayShapes(counts, weekdays)
  }

  /// Unknown cells from their column's mean times the day's level.
  private static func filled(_ counts: RootCounts) -> Matrix {
    var result = counts.roots
    let columns = result.columns
    let means = (0..<columns).map { column -> Double in
      let known = (0..<result.rows).filter { counts.isKnown[$0 * columns + column] }
      return known.reduce(0) { $0 + counts.roots[$1, column] } / Double(max(1, known.count))
    }
    for row in 0..<result.rows {
      let known = (0..<columns).filter { counts.isKnown[row * columns + $0] }
      guard known.count < columns else { continue }
      let usual = known.reduce(0) { $0 + means[$1] }
      let level = usual > 0 ? known.reduce(0) { $0 + counts.roots[row, $1] } / usual : 1
      for column in 0..<columns where !counts.isKnown[row * columns + column] {
        result[row, column] = means[column] * level
      }
    }
    return result
  }

  /// The first right singular vectors, each with a sum of at least 0; fewer where the days hold
  /// fewer directions.
  private static func leadingProfiles(_ matrix: Matrix, _ count: Int) -> [[Double]] {
    let rows = (0..<matrix.rows).map { Array(matrix.row($0)) }
    return rightSingularVectors(rows, count: count).map { vector in
      vector.reduce(0, +) < 0 ? vector.map { -$0 } : vector
    }
  }

  /// Scores on the profiles, kept, and what they give.
  private mutating func fit(_ matrix: Matrix) -> Matrix {
    scores = profiles.map { matrix.times($0) }
    var result = Matrix(rows: matrix.rows, columns: matrix.columns)
    for row in 0..<matrix.rows {
      for profile in profiles.indices {
        let score = scores[profile][row]
        for column in 0..<matrix.columns {
          result[row, column] += score * profiles[profile][column]
        }
      }
    }
    return result
  }

  /// Known cells with outliers drawn to the fit, unknown ones from the fit.
  private static func cleaned(_ counts: RootCounts, fit: Matrix) -> Matrix {
    let sizes = fit.values.indices.filter { counts.isKnown[$0] }
      .map { abs(counts.roots.values[$0] - fit.values[$0]) }
    let limit = 4 * max(0.5, 1.4826 * median(sizes))
    var result = counts.roots
    for index in result.values.indices {
      let residual = counts.roots.values[index] - fit.values[index]
      if !counts.isKnown[index] {
        result.values[index] = fit.values[index]
      } else if abs(residual) > limit {
        result.values[index] = fit.values[index] + min(max(residual, -1), 1)
      }
    }
    return result
  }

  private mutating func removeWeekdayShapes(_ counts: RootCounts, _ weekdays: [Weekday]) {
    let columns = residuals.columns
    weekdayShapes = Weekday.allCases.map { weekday in
      let rows = weekdays.indices.filter { weekdays[$0] == weekday }
      return (0..<columns).map { column in
        let known = rows.filter { counts.isKnown[$0 * columns + column] }
        let sum = known.reduce(0) { $0 + residuals[$1, column] }
        return sum / Double(known.count + 8)
      }
    }
    for row in 0..<residuals.rows {
      let shape = weekdayShapes[weekdays[row].rawValue - 1]
      for column in 0..<columns where counts.isKnown[row * columns + column] {
        residuals[row, column] -= shape[column]
      }
    }
  }
}
