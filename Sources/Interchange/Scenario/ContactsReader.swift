import Workforce

/// The rows of one queue in `contacts.csv`.
struct QueueRows {
  let queue: String
  var records: [HistoryRecord] = []
  /// The line of each record.
  var lines: [Int32] = []
  /// Starts whose local time occurs twice and was seen once.
  var seenTwice: Set<LocalDateTime> = []
}

/// Reads the rows of `contacts.csv` into queues; works on bytes, since there may be millions.
struct ContactsReader {
  private(set) var queues: [QueueRows]
  private var table: CSVTable
  private var clock: DayClock
  private let names: [[UInt8]]
  private let known: [String]?
  private let queue, start, arrivals, handled, abandoned, inTarget, handleTime: CSVColumn
  private let contained: CSVColumn
  /// Per queue, whether its arrivals are those handled.
  private let countsHandled: [Bool]

  init(_ table: CSVTable, _ context: FolderContext) {
    self.table = table
    known = context.draft?.histories
    queues = (context.draft?.histories ?? []).map { QueueRows(queue: $0) }
    names = queues.map { Array($0.queue.utf8) }
    clock = DayClock(zone: context.draft?.zone ?? .utc)
    queue = table.column("queue")
    start = table.column("interval_start")
    arrivals = table.column("arrivals")
    handled = table.column("handled")
    abandoned = table.column("abandoned")
    inTarget = table.column("answered_in_target")
    handleTime = table.column("aht_seconds")
    contained = table.column("contained")
    let settings = context.draft?.settings.queues ?? []
    countsHandled = queues.map { queue in
      settings.contains { $0.name == queue.queue && $0.records == .handled }
    }
  }

  mutating func readRows() {
    var last = 0
    while table.next() {
      let index = queueIndex(last)
      if let index { last = index }
      let before = table.findings.errorCount
      let record = record(index)
      guard let index, let record, table.findings.errorCount == before else { continue }
      queues[index].records.append(record)
      queues[index].lines.append(Int32(clamping: table.line))
    }
  }

  /// The row's queue; looks first at the row before's.
  private func queueIndex(_ last: Int) -> Int? {
    let range = table.range(queue)
    let bytes = table.bytes
    let matches = { (name: [UInt8]) -> Bool in
      guard name.count == range.count else { return false }
      for offset in name.indices where name[offset] != bytes[range.lowerBound + offset] {
        return false
      }
      return true
    }
    if last < names.count, matches(names[last]) { return last }
    if let index = names.firstIndex(where: matches) { return index }
    return table.reference(queue, "queue", known).flatMap { name in
      queues.firstIndex { $0.queue == name }
    }
  }

  private mutating func record(_ index: Int?) -> HistoryRecord? {
    let start = instant(index)
    let count = number(arrivals)
    let handled = number(handled)
    let abandoned = number(abandoned)
    let inTarget = number(inTarget)
    let seconds = number(handleTime, above: true)
    let contained = number(contained)
    guard let start else { return nil }
    guard let count else {
      if table.range(arrivals).isEmpty { report(arrivals, "a number of 0 or more") }
      return nil
    }
    check(handled, self.handled, against: count, "Handled contacts can't exceed arrivals.")
    if index.map({ !countsHandled[$0] }) ?? true {
      check(abandoned, self.abandoned, against: count, "Abandoned contacts can't exceed arrivals.")
    }
    check(inTarget, self.inTarget, against: count, "Answered contacts can't exceed arrivals.")
    return HistoryRecord(
      start: start,
      arrivals: count,
      handled: handled,
      abandoned: abandoned,
      answeredInTarget: inTarget,
      averageHandleTime: seconds.map { .seconds($0) },
      contained: contained
    )
  }

  /// The number in a column, `nil` when it is empty or wrong; a wrong one is reported.
  private func number(_ column: CSVColumn, above: Bool = false) -> Double? {
    let range = table.range(column)
    guard !range.isEmpty else { return nil }
    let value = Numbers.number(in: table.bytes, range.lowerBound, range.upperBound)
    let isLarge = value.map { $0 > TextValue<Double>.largest } ?? false
    if let value, !isLarge, above ? value >= 0.001 : value >= 0 { return value }
    if let value, value < 0 {
      let place = "\(table.text(queue)), \(table.text(start))"
      table.report("negative \(column.name)", .negative(column.name, value, place: place))
    } else {
      let most = isLarge ? " and at most \(Numbers.text(TextValue<Double>.largest))" : ""
      report(
        column,
        above ? "a number above 0\(most), or leave it empty" : "a number of 0 or more\(most)"
      )
    }
    return nil
  }

  private func report(_ column: CSVColumn, _ accepted: String) {
    let reader = TextValue<Double>(accepted: accepted) { _ in nil }
    table.report(column.name, reader.problem(column.name, given: table.text(column)))
  }

  private func check(_ part: Double?, _ column: CSVColumn, against count: Double, _ rule: String) {
    guard let part, part > count else { return }
    table.report(
      "\(column.name) above arrivals",
      .partAboveArrivals(column.name, part, arrivals: count, at: table.text(start), rule)
    )
  }

  private mutating func instant(_ index: Int?) -> Instant? {
    let range = table.range(start)
    guard let local = LocalDateTime(bytes: table.bytes, range) else {
      return instantWithOffset()
    }
    switch clock.resolve(local) {
    case .unique(let instant): return instant
    case .ambiguous(let earlier, let later):
      guard let index else { return earlier }
      return queues[index].seenTwice.insert(local).inserted ? earlier : later
    case .skipped(let change):
      table.report(
        "skipped time",
        .skippedTime(local, start.name, zone: clock.zone, change: change)
      )
      return nil
    }
  }

  private func instantWithOffset() -> Instant? {
    let text = table.text(start)
    let date = text.prefix(10)
    if LocalDate(date) == nil, LocalDateTime("2000-01-01" + text.dropFirst(10)) != nil {
      table.report(
        start.name,
        Problem(
          "\(start.name) is '\(text)'.",
          TextValue<LocalDate>.date.problem("", given: String(date)).suggestion
        )
      )
      return nil
    }
    return table.instant(start, LocalTimes(zone: clock.zone))
  }
}
