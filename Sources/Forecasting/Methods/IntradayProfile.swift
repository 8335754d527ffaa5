/// How the arrivals of each weekday spread over its day: shares per interval that sum to 1.
///
/// A weekday leans on the common shape of all days, the more the fewer contacts it has and the less
/// weekdays differ (empirical Bayes with gamma priors, Robbins 1956): each interval's ratio to the
/// common shape counts as if `φ/κ` further contacts had come with ratio 1. Here κ is the squared
/// relative difference between weekdays beyond chance, and φ the variance of counts over their
/// mean. Days with unknown intervals count where they are known.
struct IntradayProfile {
  /// Per weekday, Monday first, and interval.
  private(set) var shares: [[Double]]

  /// Weighted maximum likelihood under Poisson counts with means `sizes` × share.
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - sizes: Per row, the expected count of the whole day.
  ///   - weights: Per row, how much it counts.
  init(_ table: DayTable, sizes: [Double], weights: [Double]) {
    let width = table.cellCount
    let all = Self.sums(table, Array(0..<table.count), sizes, weights)
    let common = (0..<width).map { all.size[$0] > 0 ? all.counts[$0] / all.size[$0] : 0 }
    let own = table.rowsOfWeekday.map { Self.sums(table, $0, sizes, weights) }
    let expected = own.map { own in zip(own.size, common).map { $0 * $1 } }
    let prior = Self.priorContacts(table, own, expected, sizes, weights)
    shares = zip(own, expected).map { own, expected in
      let ratios = zip(own.counts, expected).map { ($0 + prior) / ($1 + prior) }
      return Self.normalized(zip(common, ratios).map { $0 * $1 })
    }
  }

  /// φ/κ by moments, between a tenth and a million contacts.
  private static func priorContacts(
    _ table: DayTable,
    _ own: [(counts: [Double], size: [Double])],
    _ expected: [[Double]],
    _ sizes: [Double],
    _ weights: [Double]
  ) -> Double {
    let dispersion = dispersion(table, own, sizes)
    var excess = 0.0
    var squares = 0.0
    for (weekday, rows) in table.rowsOfWeekday.enumerated() {
      let weight = rows.reduce(0) { $0 + weights[$1] }
      guard weight > 0 else { continue }
      let noise = dispersion * rows.reduce(0) { $0 + weights[$1] * weights[$1] } / weight
      for (count, mean) in zip(own[weekday].counts, expected[weekday]) {
        excess += (count - mean) * (count - mean) - noise * mean
        squares += mean * mean
      }
    }
    return min(max(dispersion * squares / max(excess, 1e-9 * squares + 1e-300), 0.1), 1e6)
  }

  /// φ: squared differences of days from their weekday's shape over expected counts; 1 where no
  /// weekday has two days.
  private static func dispersion(
    _ table: DayTable,
    _ own: [(counts: [Double], size: [Double])],
    _ sizes: [Double]
  ) -> Double {
    let width = table.cellCount
    var sum = (squares: 0.0, mean: 0.0)
    for (weekday, rows) in table.rowsOfWeekday.enumerated() where rows.count >= 2 {
      let share = zip(own[weekday].counts, own[weekday].size).map { $1 > 0 ? $0 / $1 : 0 }
      let lost = 1 - 1 / Double(rows.count)
      for row in rows {
        for cell in 0..<width where table.isKnown[row * width + cell] {
          let mean = sizes[row] * share[cell]
          let error = table.counts[row * width + cell] - mean
          sum = (sum.squares + error * error / lost, sum.mean + mean)
        }
      }
    }
    return sum.mean > 0 ? sum.squares / sum.mean : 1
  }

  /// Weighted counts per interval, and the sizes of the days that know it.
  private static func sums(
    _ table: DayTable,
    _ rows: [Int],
    _ sizes: [Double],
    _ weights: [Double]
  ) -> (counts: [Double], size: [Double]) {
    let width = table.cellCount
    var counts = [Double](repeating: 0, count: width)
    var size = counts
    for row in rows {
      for cell in 0..<width where table.isKnown[row * width + cell] {
        counts[cell] += weights[row] * table.counts[row * width + cell]
        size[cell] += weights[row] * sizes[row]
      }
    }
    return (counts, size)
  }

  private static func normalized(_ values: [Double]) -> [Double] {
    let sum = values.reduce(0, +)
    return sum > 0 ? values.map { $0 / sum } : values
  }

  /// Per row, the share of its day that it knows.
  func exposures(_ table: DayTable) -> [Double] {
    let width = table.cellCount
    return (0..<table.count).map { row in
      let share = shares[table.weekdayIndex(row)]
      return (0..<width).reduce(0) { $0 + (table.isKnown[row * width + $1] ? share[$1] : 0) }
    }
  }

  /// Sizes to begin with: what is known, stretched by the intervals that are not.
  static func roughSizes(_ table: DayTable) -> [Double] {
    let width = table.cellCount
    return (0..<table.count).map { row in
      let seen = table.seenCells(table.weekdayIndex(row))
      let known = (0..<width).filter { table.isKnown[row * width + $0] }.count
      return table.total(row) * Double(max(seen, 1)) / Double(max(known, 1))
    }
  }
}
