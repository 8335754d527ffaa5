import Workforce

/// Days and intervals that differ from their neighbors by more than chance.
///
/// A day is compared with up to four same weekdays before and four after it.
extension Cleaner {
  /// Leaves out whole days: near zero (outage), far below (unmarked holiday), far above (spike).
  ///
  /// Four such days in a row are a new level, not a fault: they stay, with a warning.
  mutating func dropOddDays(_ days: inout [RecordedDay]) {
    var low: [Int] = []
    var high: [Int] = []
    let calendar = WeekdayNeighbors(days)
    for index in days.indices where days[index].knownShare >= 0.9 && !days[index].isKept {
      let around = calendar.around(index).filter { days[$0].knownShare >= 0.9 }
      guard around.count >= 3 else { continue }
      let usual = median(around.map { days[$0].total })
      let total = days[index].total
      guard abs(total - usual) > 5 * max(usual, 1).squareRoot() else { continue }
      if total < 0.35 * usual { low.append(index) }
      if total > 2.5 * usual { high.append(index) }
    }
    let lowDays = withoutNewLevels(low, days, "low")
    let highDays = withoutNewLevels(high, days, "high")
    let dropped =
      report(
        .lowDays,
        lowDays,
        &days,
        "far fewer contacts than usual",
        "an outage, or a closure that calendar.csv does not name"
      ) + report(.spikes, highDays, &days, "far more contacts than usual", "a spike")
    for index in dropped.sorted().reversed() { days.remove(at: index) }
  }

  /// Tells of odd days; gives back those that are to be left out and marks the others as kept.
  private mutating func report(
    _ fault: HygieneFault,
    _ odd: [Int],
    _ days: inout [RecordedDay],
    _ what: String,
    _ cause: String
  ) -> [Int] {
    guard !odd.isEmpty else { return [] }
    let dates = odd.map { days[$0].date }
    let isLeftOut = log(fault, dates, dates.count, .days)
    if !isLeftOut { for index in odd { days[index].isKept = true } }
    note(
      .warning,
      "\(what) on \(list(dates)) (\(cause)); \(isLeftOut ? "left out" : "kept")",
      "Name the day in calendar.csv, with a factor if it may come again. " + advice(fault)
    )
    return isLeftOut ? odd : []
  }

  private mutating func withoutNewLevels(
    _ odd: [Int],
    _ days: [RecordedDay],
    _ direction: String
  ) -> [Int] {
    var kept: [Int] = []
    var run: [Int] = []
    for index in odd + [Int.max] {
      if let last = run.last, index != last + 1 {
        if run.count < 4 {
          kept += run
        } else {
          note(
            .warning,
            "unusually \(direction) from \(days[run[0]].date) to \(days[last].date); taken as a"
              + " new level and kept",
            "Mark the days in calendar.csv if it was not."
          )
        }
        run = []
      }
      run.append(index)
    }
    return kept
  }

  /// Leaves out intervals: runs of zeros where 15 contacts were usual, and spikes that do not
  /// come back at the same time on three days of a fortnight.
  mutating func dropOddCells(_ days: inout [RecordedDay]) {
    var outages: [(day: Int, run: Range<Int>)] = []
    var spikes: [(day: Int, cell: Int)] = []
    let calendar = WeekdayNeighbors(days)
    for index in days.indices where !days[index].isKept {
      let around = calendar.around(index).map { days[$0].arrivals }
      guard around.count >= 3 else { continue }
      var usual = UsualCounts(around)
      for cell in spikeCells(days[index].arrivals, &usual) { spikes.append((index, cell)) }
      for run in zeroRuns(days[index].arrivals, &usual) { outages.append((index, run)) }
    }
    let single = spikes.filter { spike in
      spikes.filter { $0.cell == spike.cell && abs($0.day - spike.day) <= 7 }.count < 3
    }
    let minutes = cellMinutes
    let text = { (date: LocalDate, cell: Int) -> String in
      LocalDateTime(date: date, secondOfDay: cell * minutes * 60).description
    }
    let dropped =
      report(
        .outages,
        outages,
        days,
        "no contacts at all where many are usual, an outage",
        text: { "\(text($0, $1.lowerBound)) (\($1.count) intervals)" }
      )
      + report(
        .spikes,
        single.map { ($0.day, $0.cell..<($0.cell + 1)) },
        days,
        "over four times the usual contacts, a spike",
        text: { text($0, $1.lowerBound) }
      )
    for (day, run) in dropped { for cell in run { days[day].arrivals[cell] = nil } }
  }

  /// Tells of odd intervals; gives back those that are to be left out.
  private mutating func report(
    _ fault: HygieneFault,
    _ places: [(day: Int, run: Range<Int>)],
    _ days: [RecordedDay],
    _ what: String,
    text: (LocalDate, Range<Int>) -> String
  ) -> [(day: Int, run: Range<Int>)] {
    guard !places.isEmpty else { return [] }
    let shown = places.prefix(5).map { text(days[$0.day].date, $0.run) }.joined(separator: ", ")
    let rest = places.count > 5 ? " and \(places.count - 5) more" : ""
    var dates: [LocalDate] = []
    for place in places where dates.last != days[place.day].date {
      dates.append(days[place.day].date)
    }
    let count = places.reduce(0) { $0 + $1.run.count }
    let isLeftOut = log(fault, dates, count, .intervals)
    note(
      .warning,
      "\(what): \(shown)\(rest); \(isLeftOut ? "left out" : "kept")",
      "Correct the rows if the counts are wrong. " + advice(fault)
    )
    return isLeftOut ? places : []
  }

  private func spikeCells(_ values: [Double?], _ usual: inout UsualCounts) -> [Int] {
    var found: [Int] = []
    for cell in values.indices {
      guard let value = values[cell], value > 10 else { continue }
      let count = usual[cell]
      if value > 4 * count && value - count > 10 * (count + 1).squareRoot() { found.append(cell) }
    }
    return found
  }

  private func zeroRuns(_ values: [Double?], _ usual: inout UsualCounts) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var cell = 0
    while cell < values.count {
      let start = cell
      var sum = 0.0
      while cell < values.count, values[cell] == 0 {
        sum += usual[cell]
        cell += 1
      }
      if sum >= 15 { runs.append(start..<cell) }
      if cell == start { cell += 1 }
    }
    return runs
  }
}

/// Finds up to four same weekdays before and after a day.
private struct WeekdayNeighbors {
  /// Per weekday, the positions of its days.
  private var positions: [[Int]] = Array(repeating: [], count: 7)
  /// Per day, its weekday and its position among its days; `nil` without a weekday.
  private var places: [(weekday: Int, rank: Int)?] = []

  init(_ days: [RecordedDay]) {
    for (index, day) in days.enumerated() {
      guard let weekday = day.weekday.map({ $0.rawValue - 1 }) else {
        places.append(nil)
        continue
      }
      places.append((weekday, positions[weekday].count))
      positions[weekday].append(index)
    }
  }

  func around(_ index: Int) -> [Int] {
    guard let (weekday, rank) = places[index] else { return [] }
    let same = positions[weekday]
    return Array(same[max(0, rank - 4)..<rank]) + same[(rank + 1)..<min(same.count, rank + 5)]
  }
}

/// Medians of the neighbors' counts, one interval at a time and without allocation.
private struct UsualCounts {
  private let around: [[Double?]]
  private var sorted: [Double] = []

  init(_ around: [[Double?]]) {
    self.around = around
    sorted.reserveCapacity(around.count)
  }

  /// The median in an interval; 0 where no neighbor is known.
  subscript(cell: Int) -> Double {
    mutating get {
      sorted.removeAll(keepingCapacity: true)
      for values in around {
        guard let value = values[cell] else { continue }
        var place = sorted.count
        sorted.append(value)
        while place > 0, sorted[place - 1] > value {
          sorted[place] = sorted[place - 1]
          place -= 1
        }
        sorted[place] = value
      }
      guard !sorted.isEmpty else { return 0 }
      let middle = sorted.count / 2
      return sorted.count % 2 == 1
        ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
  }
}
