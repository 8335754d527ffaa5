import Workforce

/// Columns that the days of a week share in a table of the clock: one per start of an interval,
/// two where a day shows the same time twice; a time that a day skips stays empty there.
struct ClockColumns {
  /// A time of the clock, and whether it is shown for the second time that day.
  struct Column: Hashable {
    var minute: Int
    var isRepeated: Bool
  }

  /// The columns, in order of time.
  let columns: [Column]
  /// The interval in each column, per day; `nil` where the day has none.
  let intervals: [[Int?]]

  /// Columns within a window of clock minutes.
  init(grid: TimeGrid, window: Range<Int>) {
    let days = grid.days.map { Self.columns(of: $0, grid, window) }
    var columns = days.max { $0.count < $1.count }?.map(\.column) ?? []
    for day in days {
      for entry in day where !columns.contains(entry.column) {
        let later = columns.firstIndex { !$0.isRepeated && $0.minute > entry.column.minute }
        columns.insert(entry.column, at: later ?? columns.count)
      }
    }
    self.columns = columns
    intervals = days.map { day in
      let byColumn = Dictionary(
        day.map { ($0.column, $0.index) },
        uniquingKeysWith: { first, _ in first }
      )
      return columns.map { byColumn[$0] }
    }
  }

  private static func columns(
    of day: Range<Int>,
    _ grid: TimeGrid,
    _ window: Range<Int>
  ) -> [(column: Column, index: Int)] {
    var seen: Set<Int> = []
    return day.compactMap { index in
      let minute = grid.local(at: index).minuteOfDay
      guard window.contains(minute) else { return nil }
      let isNew = seen.insert(minute).inserted
      return (Column(minute: minute, isRepeated: !isNew), index)
    }
  }
}
