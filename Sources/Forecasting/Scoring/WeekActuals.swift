public import Workforce

/// What a queue recorded in a week that was forecast.
public struct WeekActuals: Sendable {
  private let grid: TimeGrid
  private let isOpen: [Bool]
  /// Per interval of the grid; `nil` where nothing is known.
  private let counts: [Double?]
  /// Open dates without any row.
  public let unrecorded: [LocalDate]
  /// Contacts in intervals that were taken as closed.
  public let outside: Double

  /// Lays records on a forecast's grid.
  ///
  /// - Parameters:
  ///   - records: Records of at least the week, in intervals of the grid's step.
  ///   - zerosAreLeftOut: Whether the history writes no row where nothing came; then an interval
  ///     without a row counts as 0 on a date that has rows, up to the last record.
  ///   - forecast: The forecast to be judged.
  public init(_ records: [HistoryRecord], zerosAreLeftOut: Bool, for forecast: WeekForecast) {
    let grid = forecast.grid
    var counts = grid.arrivals(of: records)
    let end = records.last.map { min(grid.count, max(0, grid.index(of: $0.start))) } ?? 0
    var unrecorded: [LocalDate] = []
    for (date, day) in zip(grid.dates, grid.days) {
      let hasRows = day.contains { counts[$0] != nil }
      if !hasRows, day.contains(where: { forecast.isOpen[$0] }) { unrecorded.append(date) }
      guard hasRows, zerosAreLeftOut else { continue }
      for index in day where counts[index] == nil && index < end { counts[index] = 0 }
    }
    self.grid = grid
    isOpen = forecast.isOpen
    self.counts = counts
    self.unrecorded = unrecorded
    outside = counts.indices.reduce(0) { $0 + (forecast.isOpen[$1] ? 0 : counts[$1] ?? 0) }
  }

  /// The intervals with what came in them, all rows counted; unknown where an open part is.
  public func judged(_ intervals: [BacktestInterval], minutes: Int) -> [BacktestInterval] {
    let known = groups(minutes).map { (start: $0.start, count: count(in: $0.cells)) }
    var position = 0
    return intervals.map { interval in
      while known[position].start != interval.start { position += 1 }
      var judged = interval
      judged.actual = known[position].count
      position += 1
      return judged
    }
  }

  /// Contacts per interval that is closed as a whole and has some all the same.
  public func outside(minutes: Int) -> [Double] {
    groups(minutes).filter { group in !group.cells.contains { isOpen[$0] } }
      .map { group in group.cells.reduce(0) { $0 + (counts[$1] ?? 0) } }
      .filter { $0 > 0 }
  }

  private func groups(_ minutes: Int) -> [IntervalGroups.Group] {
    IntervalGroups(grid: grid, minutes: minutes).groups
  }

  private func count(in cells: Range<Int>) -> Double? {
    guard cells.allSatisfy({ !isOpen[$0] || counts[$0] != nil }) else { return nil }
    return cells.reduce(0) { $0 + (counts[$1] ?? 0) }
  }
}
