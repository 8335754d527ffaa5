public import Workforce

/// What a method expects of a week, for any length of intervals.
public struct WeekForecast: Sendable {
  /// The history's intervals over the week.
  public let grid: TimeGrid
  /// Whether the queue is open, per interval of the grid.
  public let isOpen: [Bool]
  /// Per interval of the grid; `nil` where the method says nothing.
  let means: [Double?]
  /// Per day, over its intervals of the grid; `nil` where nothing is expected.
  let spreads: [RootSpread?]

  /// The forecast of all open intervals of some length, ascending.
  ///
  /// The mean is the sum of the method's means, the band is of the interval as a whole. An interval
  /// of which the method leaves a part open is absent.
  ///
  /// - Parameter minutes: A multiple of the grid's step that divides a day; 1440 for days.
  /// - Returns: Means and bands, without what came.
  public func intervals(minutes: Int) -> [BacktestInterval] {
    IntervalGroups(grid: grid, minutes: minutes).groups.compactMap { group in
      let open = group.cells.filter { isOpen[$0] }
      let known = open.compactMap { means[$0] }
      guard !open.isEmpty, known.count == open.count else { return nil }
      return interval(group, mean: known.reduce(0) { $0 + max(0, $1) })
    }
  }

  private func interval(_ group: IntervalGroups.Group, mean: Double) -> BacktestInterval {
    let day = grid.days[group.day].lowerBound
    let cells = group.cells.lowerBound - day..<group.cells.upperBound - day
    let band = spreads[group.day]?.quantiles(of: cells)
    let low80 = min(band?.low80 ?? 0, mean)
    let high80 = max(band?.high80 ?? 0, mean)
    return BacktestInterval(
      start: group.start,
      mean: mean,
      low95: min(band?.low95 ?? 0, low80),
      low80: low80,
      high80: high80,
      high95: max(band?.high95 ?? 0, high80)
    )
  }
}
