import Workforce

/// Puts a queue's rows in order, infers their interval and checks that they fit together.
struct ContactsCheck {
  private static let lengths = [5, 10, 15, 30, 60]

  let zone: Zone?
  let findings: FileFindings
  /// Whether rows that repeat a row are used once; otherwise they are added up.
  let dropsRepeats: Bool
  /// Queues that may have no row, since something else says how many contacts they get.
  let mayBeEmpty: Set<String>
  /// False when rows could not be read, so that what is missing means nothing.
  let isComplete: Bool

  /// The history; `nil` when something is wrong with it.
  func history(_ rows: QueueRows, fallback: Int) -> QueueHistory? {
    guard !rows.records.isEmpty else {
      if isComplete, !mayBeEmpty.contains(rows.queue) {
        findings.report("empty history", .noHistory(rows.queue))
      }
      return nil
    }
    var rows = sorted(rows)
    let before = findings.errorCount
    let repeats = settleRepeats(&rows)
    guard findings.errorCount == before else { return nil }
    guard rows.records.count > 1 else {
      if isComplete {
        let line = Int(rows.lines[0])
        findings.report("one row", line: line, severity: .warning, .oneRow(rows.queue))
      }
      return history(of: rows, fallback, repeats)
    }
    guard let interval = interval(of: rows) else { return nil }
    reportGrid(rows, interval)
    if findings.errorCount == before { reportMixedLengths(rows, interval) }
    return history(of: rows, interval, repeats)
  }

  private func history(of rows: QueueRows, _ interval: Int, _ repeats: [Instant]) -> QueueHistory {
    QueueHistory(
      queue: rows.queue,
      intervalMinutes: interval,
      records: rows.records,
      repeatedRows: repeats
    )
  }

  private func sorted(_ rows: QueueRows) -> QueueRows {
    let isAscending = zip(rows.records, rows.records.dropFirst()).allSatisfy {
      $0.start <= $1.start
    }
    if isAscending { return rows }
    let order = rows.records.indices.sorted {
      (rows.records[$0].start, $0) < (rows.records[$1].start, $1)
    }
    var result = rows
    result.records = order.map { rows.records[$0] }
    result.lines = order.map { rows.lines[$0] }
    return result
  }

  /// Joins rows that repeat a row and gives their starts; others of the same start are reported.
  private func settleRepeats(_ rows: inout QueueRows) -> [Instant] {
    let isClean = zip(rows.records, rows.records.dropFirst()).allSatisfy { $0.start < $1.start }
    if isClean { return [] }
    var kept = rows
    kept.records = []
    kept.lines = []
    var first = 0
    var repeats: [Instant] = []
    for (index, record) in rows.records.enumerated() {
      guard let last = kept.records.last, last.start == record.start else {
        first = index
        kept.records.append(record)
        kept.lines.append(rows.lines[index])
        continue
      }
      if record == rows.records[first] {
        repeats.append(record.start)
        if !dropsRepeats { kept.records[kept.records.count - 1] = last.adding(record) }
      } else {
        findings.report(
          "duplicate interval",
          line: Int(rows.lines[index]),
          .duplicateInterval(rows.queue, local(record.start), line: Int(rows.lines[index - 1]))
        )
      }
    }
    rows = kept
    return repeats
  }

  private func local(_ instant: Instant) -> LocalDateTime { (zone ?? .utc).local(at: instant) }

  /// The smallest distance between two starts, when it is one of the five lengths.
  private func interval(of rows: QueueRows) -> Int? {
    var smallest = (seconds: Int.max, index: 1)
    for index in rows.records.indices.dropFirst() {
      let seconds =
        rows.records[index].start.secondsSinceEpoch
        - rows.records[index - 1].start.secondsSinceEpoch
      if seconds < smallest.seconds { smallest = (seconds, index) }
    }
    let found = Self.lengths.first { $0 * 60 == smallest.seconds }
    if found == nil {
      findings.report(
        "interval length",
        line: Int(rows.lines[smallest.index]),
        .intervalLength(rows.queue, seconds: smallest.seconds)
      )
    }
    return found
  }

  private func reportGrid(_ rows: QueueRows, _ interval: Int) {
    guard let zone else { return }
    for (index, record) in rows.records.enumerated() {
      let second = record.start.secondsSinceEpoch + zone.offsetSeconds(at: record.start)
      guard second % (interval * 60) != 0 else { continue }
      findings.report(
        "off the grid",
        line: Int(rows.lines[index]),
        .offGrid(rows.queue, zone.local(at: record.start), interval: interval)
      )
    }
  }

  /// Reports dates whose rows are evenly spaced at a longer interval than the queue's, when there
  /// are two or more: a few such distances can be left-out zeros, whole days of them cannot.
  private func reportMixedLengths(_ rows: QueueRows, _ interval: Int) {
    var suspects: [(index: Int, length: Int)] = []
    var first = 0
    while first < rows.records.count {
      let date = local(rows.records[first].start).date
      var end = first + 1
      while end < rows.records.count, local(rows.records[end].start).date == date { end += 1 }
      if let length = evenSpacing(rows.records[first..<end]), length > interval {
        suspects.append((first, length))
      }
      first = end
    }
    guard suspects.count >= 2 else { return }
    for suspect in suspects {
      findings.report(
        "mixed interval lengths",
        line: Int(rows.lines[suspect.index]),
        .mixedLengths(
          rows.queue,
          local(rows.records[suspect.index].start).date,
          length: suspect.length,
          interval: interval
        )
      )
    }
  }

  private func evenSpacing(_ records: ArraySlice<HistoryRecord>) -> Int? {
    guard records.count >= 8, let first = records.first, let second = records.dropFirst().first
    else { return nil }
    let length = second.start.minutes(since: first.start)
    let isEven = zip(records, records.dropFirst()).allSatisfy {
      $1.start.minutes(since: $0.start) == length
    }
    return isEven && Self.lengths.contains(length) ? length : nil
  }
}

extension HistoryRecord {
  /// The counts of two rows together; the handle time is the same.
  func adding(_ other: HistoryRecord) -> HistoryRecord {
    let sum = { (part: (HistoryRecord) -> Double?) -> Double? in
      part(self).map { $0 + (part(other) ?? 0) }
    }
    return HistoryRecord(
      start: start,
      arrivals: arrivals + other.arrivals,
      handled: sum(\.handled),
      abandoned: sum(\.abandoned),
      answeredInTarget: sum(\.answeredInTarget),
      averageHandleTime: averageHandleTime,
      contained: sum(\.contained)
    )
  }

  /// The counts divided by a whole number above 0.
  func divided(by parts: Int) -> HistoryRecord {
    let share = { (count: Double?) -> Double? in count.map { $0 / Double(parts) } }
    return HistoryRecord(
      start: start,
      arrivals: arrivals / Double(parts),
      handled: share(handled),
      abandoned: share(abandoned),
      answeredInTarget: share(answeredInTarget),
      averageHandleTime: averageHandleTime,
      contained: share(contained)
    )
  }
}
