import Workforce

/// The intervals of a grid as parts of longer ones, which are anchored to each day's midnight.
struct IntervalGroups {
  /// Successive intervals of one day that lie in one longer interval.
  struct Group {
    var day: Int
    var cells: Range<Int>
    /// Start of the longer interval, also where the grid enters it late.
    var start: Instant
  }

  let groups: [Group]

  /// Groups by `minutes`; 1440 gives whole days, however long.
  init(grid: TimeGrid, minutes: Int) {
    groups = grid.days.enumerated().flatMap { day, range in
      minutes == 1440
        ? [Group(day: day, cells: range, start: grid.instant(at: range.lowerBound))]
        : Self.parts(grid, day, range, minutes)
    }
  }

  private static func parts(
    _ grid: TimeGrid,
    _ day: Int,
    _ range: Range<Int>,
    _ minutes: Int
  ) -> [Group] {
    var found: [Group] = []
    var last = -1
    for index in range {
      let minute = grid.local(at: index).minuteOfDay
      // An hour that the clock shows twice gives two intervals of the same name.
      if minute > last, last / minutes == minute / minutes, last >= 0 {
        let first = found[found.count - 1].cells.lowerBound
        found[found.count - 1].cells = first..<index + 1
      } else {
        let start = grid.instant(at: index).adding(minutes: -(minute % minutes))
        found.append(Group(day: day, cells: index..<index + 1, start: start))
      }
      last = minute
    }
    return found
  }
}
