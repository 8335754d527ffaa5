public import Workforce

/// What a method expects of a week, for any length of intervals.
public struct WeekForecast: Sendable {
  /// The history's intervals over the week.
  public let grid: TimeGrid
  /// Whether the queue is open, per interval of the grid.
  public let isOpen: [Bool]
  /// Per day, over its intervals of the grid; `nil` where the method says nothing.
  let spreads: [RootSpread?]
  /// Per interval of the grid, whether the method says something.
  let isKnown: [Bool]

  /// The forecast of all open intervals of some length, ascending.
  ///
  /// An interval of which the method leaves a part open is absent.
  ///
  /// - Parameter minutes: A multiple of the grid's step that divides a day; 1440 for days.
  /// - Returns: Means and bands, without what came.
  public func intervals(minutes: Int) -> [BacktestInterval] {
    IntervalGroups(grid: grid, minutes: minutes).groups.compactMap { group in
      let open = group.cells.filter { isOpen[$0] }
      guard !open.isEmpty, open.allSatisfy({ isKnown[$0] }), let spread = spreads[group.day]
      else { return nil }
      let start = grid.days[group.day].lowerBound
      let cells = group.cells.lowerBound - start..<group.cells.upperBound - start
      let band = minutes == 1440 ? spread.day() : spread.quantiles(of: cells)
      return BacktestInterval(
        start: group.start,
        mean: band.mean,
        low95: band.low95,
        low80: band.low80,
        high80: band.high80,
        high95: band.high95
      )
    }
  }
}
