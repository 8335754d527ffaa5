import Workforce

/// The last ordinary past days as one table of counts, for methods that look at many at once.
struct DayTable {
  /// Ordinary days with something known, ascending.
  let days: [PastDay]
  /// Intervals per day.
  let cellCount: Int
  /// Row by row; 0 where unknown.
  var counts: [Double]
  /// Row by row.
  let isKnown: [Bool]
  /// Per weekday, Monday first: its rows, ascending.
  let rowsOfWeekday: [[Int]]
  /// Per weekday and interval, whether any of its days knows it.
  private let isSeen: [[Bool]]

  /// Takes the last `limit` ordinary days.
  init(_ past: [PastDay], atMost limit: Int) {
    let usable = past.filter { day in day.isOrdinary && day.arrivals.contains { $0 != nil } }
    let days = Array(usable.suffix(limit))
    self.days = days
    let width = days.first?.arrivals.count ?? 0
    cellCount = width
    counts = days.flatMap { $0.arrivals.map { $0 ?? 0 } }
    let known = days.flatMap { $0.arrivals.map { $0 != nil } }
    isKnown = known
    let rows = Weekday.allCases.map { weekday in
      days.indices.filter { days[$0].weekday == weekday }
    }
    rowsOfWeekday = rows
    isSeen = rows.map { rows in
      (0..<width).map { cell in rows.contains { known[$0 * width + cell] } }
    }
  }

  var count: Int { days.count }
  var isEmpty: Bool { days.isEmpty }

  /// The place of a row's weekday in tables by weekday.
  func weekdayIndex(_ row: Int) -> Int { days[row].weekday.rawValue - 1 }

  /// The sum of a row's known counts.
  func total(_ row: Int) -> Double {
    counts[(row * cellCount)..<((row + 1) * cellCount)].reduce(0, +)
  }

  /// Per row, the days between it and the last one.
  var ages: [Double] {
    guard let last = days.last else { return [] }
    return days.map { Double(last.date.daysSinceEpoch - $0.date.daysSinceEpoch) }
  }

  /// How many intervals any day of a weekday knows.
  func seenCells(_ weekdayIndex: Int) -> Int { isSeen[weekdayIndex].filter { $0 }.count }

  /// A target's means from those of its weekday: 0 where closed, `nil` where no day of the weekday
  /// knows the interval.
  func means(_ target: TargetDay, _ expected: (_ cell: Int) -> Double) -> [Double?] {
    let weekday = target.weekday.rawValue - 1
    return target.isOpen.indices.map { cell in
      guard target.isOpen[cell] else { return 0 }
      guard cell < cellCount, isSeen[weekday][cell] else { return nil }
      return max(0, expected(cell))
    }
  }
}
