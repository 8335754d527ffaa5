public import Workforce

/// A few shapes of the day whose strengths follow the weekday and the days before.
///
/// Shen & Huang (2008), "Interday forecasting and intraday updating of call center arrivals": the
/// table of root counts (days × intervals) is close to a sum of few products of a day's score and a
/// shape. Each score is forecast as its weekday's mean plus a part of the last day's deviation that
/// fades with the open days between (autoregressive of order 1). Here the shapes are fitted
/// robustly, intervals are first merged until five contacts are usual, and what a weekday's mean
/// day has beyond the shapes is added.
public struct FactorModel: Forecaster {
  /// How many days are looked at: half a year of working days.
  static let dayLimit = 130

  /// The most shapes, at least 1.
  public let factorCount: Int

  /// Makes the method; `factorCount` is 1…4.
  public init(factorCount: Int = 3) {
    precondition(1...4 ~= factorCount, "a factor model has one to four factors")
    self.factorCount = factorCount
  }

  /// Factor model.
  public var method: ForecastMethod { .factorModel }

  /// The squared sum of shapes times expected scores, split to intervals.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    let table = DayTable(past, atMost: Self.dayLimit)
    guard let last = table.days.last?.date else {
      return ForecastDays(means: targets.map { table.means($0) { _ in 0 } })
    }
    let merged = MergedTable(table)
    let fit = FactorFit(merged, factorCount: factorCount)
    return ForecastDays(
      means: targets.map { target in
        let weekday = target.weekday.rawValue - 1
        let steps = openDays(after: last, through: target.date, calendar)
        let blocks = fit.roots(weekday, steps: steps).map { max(0, $0) * max(0, $0) }
        return table.means(target) { merged.share(weekday, $0) * blocks[merged.column(of: $0)] }
      }
    )
  }

  /// How many open days a score's deviation has to fade; at least 1, and at most 60.
  private func openDays(
    after last: LocalDate,
    through date: LocalDate,
    _ calendar: DayCalendar
  ) -> Int {
    let days = min(date.daysSinceEpoch - last.daysSinceEpoch, 60)
    let open = stride(from: 1, through: days, by: 1).filter {
      calendar.isOpen(on: last.adding(days: $0))
    }
    return max(1, open.count)
  }
}

/// Counts of successive intervals together, so many that five contacts are usual.
struct MergedTable {
  let table: DayTable
  /// How many intervals make a block.
  let parts: Int
  /// Per row and column, the root of the count and a quarter; `nil` where a part is unknown.
  let roots: [[Double?]]
  /// Per interval of the day its column; 0 where no day knows it.
  private let columns: [Int]
  /// Per weekday and interval, its share of its block.
  private let shares: [[Double]]

  init(_ table: DayTable) {
    self.table = table
    let width = table.cellCount
    let mean = Self.mean(table)
    let divisors = intervalGroups(of: width)
    let parts = divisors.first { Double($0) * mean >= 5 } ?? divisors.last ?? 1
    self.parts = parts
    let seen = (0..<width).map { cell in
      (0..<table.count).contains { table.isKnown[$0 * width + cell] }
    }
    let blocks = (0..<(width / parts)).map { block in
      ((block * parts)..<((block + 1) * parts)).filter { seen[$0] }
    }.filter { !$0.isEmpty }
    var columns = [Int](repeating: 0, count: width)
    for (column, cells) in blocks.enumerated() { for cell in cells { columns[cell] = column } }
    self.columns = columns
    roots = (0..<table.count).map { row in
      blocks.map { Self.root(table, row, $0) }
    }
    shares = Self.shares(table, blocks)
  }

  private static func mean(_ table: DayTable) -> Double {
    let known = table.isKnown.reduce(0) { $0 + ($1 ? 1 : 0) }
    return known == 0 ? 0 : table.counts.reduce(0, +) / Double(known)
  }

  private static func root(_ table: DayTable, _ row: Int, _ cells: [Int]) -> Double? {
    var sum = 0.25
    for cell in cells {
      guard table.isKnown[row * table.cellCount + cell] else { return nil }
      sum += table.counts[row * table.cellCount + cell]
    }
    return sum.squareRoot()
  }

  /// Each weekday's counts and five days of the common shape, as shares of the block.
  private static func shares(_ table: DayTable, _ blocks: [[Int]]) -> [[Double]] {
    let ones = [Double](repeating: 1, count: table.count)
    let sizes = IntradayProfile.roughSizes(table)
    let profile = IntradayProfile(table, sizes: sizes, weights: ones)
    return profile.shares.map { share in
      var result = [Double](repeating: 0, count: table.cellCount)
      for cells in blocks {
        let sum = cells.reduce(0) { $0 + share[$1] }
        for cell in cells { result[cell] = sum > 0 ? share[cell] / sum : 1 / Double(cells.count) }
      }
      return result
    }
  }

  /// The block of an interval, counted over the blocks that any day knows.
  func column(of cell: Int) -> Int { columns[cell] }

  /// An interval's share of its block.
  func share(_ weekday: Int, _ cell: Int) -> Double { shares[weekday][cell] }
}
