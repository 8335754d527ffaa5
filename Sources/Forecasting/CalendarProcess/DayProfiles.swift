import Workforce

/// Root counts as a few profiles of the day, their scores per day, and what is left over.
///
/// Robust truncated singular value decomposition with missing cells (the design's steps 2 and 3).
struct DayProfiles {
  /// Per profile, its value per group of intervals, with a sum of at least 0; fewer profiles where
  /// the days hold fewer directions.
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
    let known = (0..<days).map { row in
      (0..<counts.groups.count).map { column in
        counts.isKnown[row * counts.groups.count + column] ? counts.roots[row, column] : nil
      }
    }
    let robust = RobustShapes(known, start: Self.filled(counts), rank: count)
    profiles = robust.shapes.map { $0.reduce(0, +) < 0 ? $0.map { -$0 } : $0 }
    scores = profiles.map { profile in robust.table.map { dot($0, profile) } }
    let (cleaned, fitted) = (robust.table.joined(), robust.fitted.joined())
    for (index, pair) in zip(cleaned, fitted).enumerated() where counts.isKnown[index] {
      residuals.values[index] = pair.0 - pair.1
    }
    removeWeekdayShapes(counts, weekdays)
  }

  /// Unknown cells from their column's mean times the day's level.
  private static func filled(_ counts: RootCounts) -> [[Double]] {
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
    return (0..<result.rows).map { Array(result.row($0)) }
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
