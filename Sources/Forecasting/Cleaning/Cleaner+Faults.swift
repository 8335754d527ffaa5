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
    for index in days.indices where days[index].knownShare >= 0.9 {
      let around = neighbors(of: index, in: days).filter { $0.knownShare >= 0.9 }.map(\.total)
      guard around.count >= 3 else { continue }
      let usual = median(around)
      let total = days[index].total
      guard abs(total - usual) > 5 * max(usual, 1).squareRoot() else { continue }
      if total < 0.35 * usual { low.append(index) }
      if total > 2.5 * usual { high.append(index) }
    }
    let lowDays = withoutNewLevels(low, days, "low")
    let highDays = withoutNewLevels(high, days, "high")
    report(
      lowDays.map { days[$0].date },
      "far fewer contacts than usual",
      "an outage, or a closure that calendar.csv does not name"
    )
    report(highDays.map { days[$0].date }, "far more contacts than usual", "a spike")
    let odd = (lowDays + highDays).sorted()
    for index in odd.reversed() { days.remove(at: index) }
  }

  private mutating func report(_ dates: [LocalDate], _ what: String, _ cause: String) {
    guard !dates.isEmpty else { return }
    note(
      .warning,
      "\(what) on \(list(dates)) (\(cause)); left out",
      "Name the day in calendar.csv, with a factor if it may come again."
    )
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
    var outages: [String] = []
    var spikes: [(day: Int, cell: Int)] = []
    let original = days
    for index in days.indices {
      let around = neighbors(of: index, in: original)
      guard around.count >= 3 else { continue }
      let usual = original[index].arrivals.indices.map { cell in
        median(around.compactMap { $0.arrivals[cell] })
      }
      for cell in spikeCells(original[index].arrivals, usual) {
        spikes.append((index, cell))
      }
      for run in zeroRuns(original[index].arrivals, usual) {
        for cell in run { days[index].arrivals[cell] = nil }
        outages.append("\(text(original[index].date, run.lowerBound)) (\(run.count) intervals)")
      }
    }
    reportCells(outages, "no contacts at all where many are usual, an outage")
    let single = spikes.filter { spike in
      spikes.filter { $0.cell == spike.cell && abs($0.day - spike.day) <= 7 }.count < 3
    }
    for spike in single { days[spike.day].arrivals[spike.cell] = nil }
    reportCells(
      single.map { text(days[$0.day].date, $0.cell) },
      "over four times the usual contacts, a spike"
    )
  }

  private mutating func reportCells(_ places: [String], _ what: String) {
    guard !places.isEmpty else { return }
    let shown = places.prefix(5).joined(separator: ", ")
    let rest = places.count > 5 ? " and \(places.count - 5) more" : ""
    note(
      .warning,
      "\(what): \(shown)\(rest); left out",
      "Correct the rows if the counts are wrong."
    )
  }

  private func spikeCells(_ values: [Double?], _ usual: [Double]) -> [Int] {
    values.indices.filter { cell in
      guard let value = values[cell] else { return false }
      return value > 4 * usual[cell] && value - usual[cell] > 10 * (usual[cell] + 1).squareRoot()
    }
  }

  private func zeroRuns(_ values: [Double?], _ usual: [Double]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var cell = 0
    while cell < values.count {
      let start = cell
      while cell < values.count, values[cell] == 0 { cell += 1 }
      if usual[start..<cell].reduce(0, +) >= 15 { runs.append(start..<cell) }
      if cell == start { cell += 1 }
    }
    return runs
  }

  private func neighbors(of index: Int, in days: [RecordedDay]) -> [RecordedDay] {
    var found: [RecordedDay] = []
    for direction in [-1, 1] {
      var count = 0
      var other = index + direction
      while count < 4, days.indices.contains(other) {
        if days[other].weekday == days[index].weekday {
          found.append(days[other])
          count += 1
        }
        other += direction
      }
    }
    return found
  }

  private func text(_ date: LocalDate, _ cell: Int) -> String {
    "\(LocalDateTime(date: date, secondOfDay: cell * cellMinutes * 60))"
  }
}
