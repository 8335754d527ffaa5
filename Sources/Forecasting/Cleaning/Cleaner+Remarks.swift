import Workforce

/// What the reading of the rows already settled, to be told.
extension Cleaner {
  mutating func remark(on recorded: RecordedDays) {
    remarkOnPartialLast(recorded)
    remarkOnZeros(recorded)
    remarkOnOpening(recorded)
    remarkOnClock(recorded)
  }

  /// A history as contacts offered: estimated where the queue counts those handled.
  ///
  /// Says what was estimated, and which rows repeat others; only rows before `end` count.
  mutating func offered(
    _ history: QueueHistory,
    _ queue: QueueSettings,
    before end: Instant,
    _ zone: Zone
  ) -> QueueHistory {
    remarkOnRepeats(history, before: end, zone)
    guard queue.records == .handled else { return history }
    let estimate = OfferedEstimate(history, setting: queue.abandonment, before: end)
    remark(on: estimate)
    return estimate.history
  }

  private mutating func remarkOnPartialLast(_ recorded: RecordedDays) {
    guard let last = recorded.partialLast else { return }
    let isLeftOut = log(.partialLast, [last.date], 1, .intervals)
    note(
      .note,
      "the history ends at \(last), before closing time; this last interval may be incomplete and is"
        + (isLeftOut ? " left out, the day counts up to it" : " kept"),
      "Export whole days to use all of it. " + advice(.partialLast, "keep it")
    )
  }

  private mutating func remarkOnZeros(_ recorded: RecordedDays) {
    guard recorded.zeroFill.count > 0 else { return }
    let (dates, count) = recorded.zeroFill
    let isFilled = log(.zeroFill, dates, count, .intervals)
    note(
      .note,
      "\(count) open intervals have no row and no row says 0, so they "
        + (isFilled ? "count as 0" : "would count as 0; taken as unknown"),
      "Write rows with 0 to tell quiet intervals from missing ones. "
        + advice(.zeroFill, "take them as unknown")
    )
  }

  private mutating func remarkOnOpening(_ recorded: RecordedDays) {
    let outside = recorded.outsideOpening
    guard outside > 0 else { return }
    _ = log(.outsideHours, [], Int(outside.rounded()), .contacts)
    note(
      .warning,
      "\(rounded(outside)) of \(rounded(recorded.total)) contacts"
        + " (\(percent(outside / recorded.total))) came outside the opening hours and are left"
        + " out",
      "Widen opening_hours in scenario.yaml if they are to be served."
    )
  }

  private mutating func remarkOnClock(_ recorded: RecordedDays) {
    guard !recorded.clockChanges.isEmpty else { return }
    let intervals = recorded.clockChanges.reduce(0) { $0 + $1.skipped + $1.repeated }
    _ = log(.clockChanges, recorded.clockChanges.map(\.date), intervals, .intervals)
    let parts = recorded.clockChanges.prefix(5).map { change in
      change.skipped > 0
        ? "\(change.date) skips \(change.skipped) (unknown)"
        : "\(change.date) shows \(change.repeated) twice (their mean counts)"
    }
    let rest = recorded.clockChanges.count - parts.count
    note(
      .note,
      "the clock changes in the opening hours; of the intervals "
        + parts.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
      ""
    )
  }

  /// Tells of rows that repeated others and were settled when the file was read.
  mutating func remarkOnRepeats(_ history: QueueHistory, before end: Instant, _ zone: Zone) {
    let repeats = history.repeatedRows.prefix { $0 < end }
    guard !repeats.isEmpty else { return }
    var dates: [LocalDate] = []
    for start in repeats {
      let date = zone.local(at: start).date
      if dates.last != date { dates.append(date) }
    }
    let isTreated = log(.duplicates, dates, repeats.count, .rows)
    note(
      .warning,
      "\(repeats.count) \(repeats.count == 1 ? "row repeats another" : "rows repeat others") of the"
        + " same start and counts, on \(list(dates)); "
        + (isTreated ? "each is used once" : "they are added up"),
      "Remove the second rows. " + advice(.duplicates, "add them up")
    )
  }

  /// Tells what was done to counts of handled contacts.
  mutating func remark(on offered: OfferedEstimate) {
    let rows = offered.exactRows + offered.estimatedRows
    let total = offered.history.records.count
    entries.append(
      HygieneEntry(
        queue: queue,
        fault: .handledOnly,
        dates: [],
        count: rows,
        unit: .rows,
        isTreated: rows > 0
      )
    )
    guard offered.exactRows > 0 || offered.share != nil else {
      note(
        .warning,
        "the history counts handled contacts and nothing says how many left; the forecast is of"
          + " handled contacts and too low",
        "Add the column abandoned, or give the queue's abandonment in scenario.yaml."
      )
      return
    }
    var parts: [String] = []
    if offered.exactRows > 0 { parts.append("handled + abandoned in \(offered.exactRows) rows") }
    if let share = offered.share, offered.estimatedRows > 0 {
      let source = offered.isLearnt ? "as in the rows that say it" : "by scenario.yaml"
      parts.append(
        "handled ÷ (1 − \(percent(share)), \(source)) in \(offered.estimatedRows) rows"
      )
    }
    let missing = offered.share == nil && rows < total
    note(
      missing ? .warning : .note,
      "the history counts handled contacts; those offered are estimated: "
        + parts.joined(separator: ", ") + (missing ? "; the other rows stay as they are" : ""),
      missing ? "Give the queue's abandonment in scenario.yaml." : ""
    )
  }

  private func rounded(_ count: Double) -> String { String(Int(count.rounded())) }

  private func percent(_ share: Double) -> String {
    "\(Double(Int((share * 1000).rounded())) / 10) %"
  }
}
