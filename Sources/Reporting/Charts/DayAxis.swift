import Workforce

/// The hours of one local day along a chart.
///
/// Intervals have equal widths and carry the wall clock's labels, so a day with 23 or 25 hours is
/// drawn with as many, and an hour that occurs twice is labeled twice.
struct DayAxis {
  /// The intervals drawn.
  let intervals: Range<Int>
  /// Position of interval boundaries.
  let scale: LinearScale
  /// Labeled boundaries.
  let ticks: [(index: Int, label: String)]

  /// Makes the axis of a day within a window of clock minutes; `nil` when no interval starts there.
  init?(
    grid: TimeGrid,
    day: Int,
    window: Range<Int>,
    from start: Double,
    to end: Double,
    atMost count: Int
  ) {
    let inside = grid.days[day].filter { window.contains(grid.local(at: $0).minuteOfDay) }
    guard let first = inside.first, let last = inside.last else { return nil }
    intervals = first..<last + 1
    scale = LinearScale(
      low: Double(first),
      high: Double(last + 1),
      start: start,
      end: end
    )
    ticks = Self.ticks(grid, first..<last + 2, atMost: count)
  }

  /// The position of an interval's start.
  func position(_ index: Int) -> Double { scale(Double(index)) }

  /// The position of an interval's middle.
  func middle(_ index: Int) -> Double { scale(Double(index) + 0.5) }

  /// Full hours of the clock, every 1, 2, 3, 4, 6 or 12 hours.
  private static func ticks(
    _ grid: TimeGrid,
    _ boundaries: Range<Int>,
    atMost count: Int
  ) -> [(index: Int, label: String)] {
    for hours in [1, 2, 3, 4, 6, 12] {
      let found = boundaries.filter { grid.local(at: $0).minuteOfDay % (hours * 60) == 0 }
      guard found.count <= count else { continue }
      return found.map { index in
        let isEnd = index == boundaries.upperBound - 1
        return (index, String(grid.clockText(at: index, isEnd: isEnd).prefix(2)))
      }
    }
    return []
  }
}

extension TimeGrid {
  /// The part of the clock, in full hours, that holds all marked intervals; `nil` without any.
  func clockWindow(where isMarked: [Bool]) -> Range<Int>? {
    let minutes = (0..<count).filter { isMarked[$0] }.map { local(at: $0).minuteOfDay }
    guard let first = minutes.min(), let last = minutes.max() else { return nil }
    return first / 60 * 60..<(last + stepMinutes + 59) / 60 * 60
  }
}
