import Workforce

/// Counts of past days at the finest length that means at least five contacts, as square roots.
struct RootCounts {
  /// Intervals of the day that are worked on together: 1, 3, 6 or 12.
  let merged: Int
  /// The groups of intervals that some day knows, ascending: group g holds the intervals
  /// `g * merged ..< (g + 1) * merged`.
  let groups: [Int]
  /// √(count + ¼) per day and group; 0 where unknown.
  let roots: Matrix
  /// Whether a day knows a group, row by row like ``roots``.
  let isKnown: [Bool]
  /// Mean count per interval of the day, 0 where no day knows it.
  let intervalMeans: [Double]
  /// Whether some day knows an interval of the day.
  let isSeen: [Bool]

  private let past: [PastDay]

  init(_ past: [PastDay]) {
    self.past = past
    let means = Self.intervalMeans(past)
    let known = means.compactMap { $0 }
    let mean = known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    let merged = [1, 3, 6, 12].first { mean * Double($0) >= 5 } ?? 12
    let groups = Set(means.indices.filter { means[$0] != nil }.map { $0 / merged }).sorted()
    var roots = Matrix(rows: past.count, columns: groups.count)
    var isKnown = [Bool](repeating: false, count: past.count * groups.count)
    for (row, day) in past.enumerated() {
      for (column, group) in groups.enumerated() {
        let cells = group * merged..<min((group + 1) * merged, means.count)
        guard let count = Self.count(day, cells, means) else { continue }
        roots[row, column] = (count + 0.25).squareRoot()
        isKnown[row * groups.count + column] = true
      }
    }
    self.merged = merged
    self.groups = groups
    self.roots = roots
    self.isKnown = isKnown
    intervalMeans = means.map { $0 ?? 0 }
    isSeen = means.map { $0 != nil }
  }

  private static func intervalMeans(_ past: [PastDay]) -> [Double?] {
    let count = past.first?.arrivals.count ?? 0
    var sums = [Double](repeating: 0, count: count)
    var days = sums
    for day in past {
      for (index, value) in day.arrivals.enumerated() {
        guard let value else { continue }
        sums[index] += value
        days[index] += 1
      }
    }
    return zip(sums, days).map { $1 > 0 ? $0 / $1 : nil }
  }

  /// A day's count in a group, completed where at least half of the usual contacts is known.
  private static func count(_ day: PastDay, _ cells: Range<Int>, _ means: [Double?]) -> Double? {
    var sum = 0.0
    var known = 0.0
    var usual = 0.0
    var isAnyKnown = false
    var isWhole = true
    for cell in cells {
      guard let mean = means[cell] else { continue }
      usual += mean
      guard let value = day.arrivals[cell] else {
        isWhole = false
        continue
      }
      sum += value
      known += mean
      isAnyKnown = true
    }
    if isWhole { return isAnyKnown ? sum : nil }
    guard known > 0, known * 2 >= usual else { return nil }
    return sum * usual / known
  }

  /// The share of its group's contacts that each interval has on a weekday: the mean of the
  /// weekday's days that know the interval, drawn to all days' as if five days more had been like
  /// them.
  func shares(on weekday: Weekday) -> [Double] {
    var sums = intervalMeans.map { 5 * $0 }
    var days = intervalMeans.map { _ in 5.0 }
    for day in past where day.weekday == weekday {
      for (index, value) in day.arrivals.enumerated() {
        guard let value else { continue }
        sums[index] += value
        days[index] += 1
      }
    }
    let rates = zip(sums, days).map { $0 / $1 }
    var shares = [Double](repeating: 0, count: rates.count)
    for group in groups {
      let cells = group * merged..<min((group + 1) * merged, rates.count)
      let total = cells.reduce(0) { $0 + rates[$1] }
      let seen = cells.filter { isSeen[$0] }
      for cell in seen { shares[cell] = total > 0 ? rates[cell] / total : 1 / Double(seen.count) }
    }
    return shares
  }
}
