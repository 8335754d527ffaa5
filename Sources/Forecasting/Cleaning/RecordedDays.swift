import Workforce

/// One date of a queue's history by time of day, before faults are looked for.
struct RecordedDay {
  var date: LocalDate
  /// The weekday whose pattern it followed; `nil` when the calendar closed it.
  var weekday: Weekday?
  /// The product of the calendar's factors.
  var factor: Double
  /// What the calendar calls it without saying by how much it differs.
  var special: SpecialDay?
  /// Whether any row exists.
  var hasRows: Bool
  /// Whether the settings keep it as it is: no further check leaves any of it out.
  var isKept = false
  /// Per cell of the wall clock.
  var isOpen: [Bool]
  /// Per cell; `nil` where closed, absent or left out.
  var arrivals: [Double?]

  var total: Double { arrivals.reduce(0) { $0 + ($1 ?? 0) } }
  /// True unless a holiday, a campaign or something else special without a factor.
  var isOrdinary: Bool { special?.isOrdinary ?? true }
  var isOpenAtAll: Bool { isOpen.contains(true) }
  /// Share of the open cells that is known.
  var knownShare: Double {
    let open = isOpen.filter { $0 }.count
    let known = arrivals.filter { $0 != nil }.count
    return open == 0 ? 0 : Double(known) / Double(open)
  }
}

/// A queue's history before a cutoff, on the planning interval and the wall clock.
struct RecordedDays {
  var days: [RecordedDay] = []
  /// Arrivals in closed intervals, which the forecast leaves out.
  var outsideOpening = 0.0
  /// Arrivals in all.
  var total = 0.0
  /// Dates with open intervals without a row, in a history that never writes a zero; how many.
  var zeroFill: (dates: [LocalDate], count: Int) = ([], 0)
  /// The last interval of a day that ends early.
  var partialLast: LocalDateTime?
  /// Dates on which the clock changes in the opening hours.
  var clockChanges: [ClockChange] = []

  /// Open planning intervals that a clock change takes or doubles.
  struct ClockChange: Equatable {
    var date: LocalDate
    var skipped: Int
    var repeated: Int
  }
}

/// Reads the records of one queue into days.
struct HistoryReader {
  let inputs: PlanningInputs
  let queue: QueueSettings
  let history: QueueHistory

  private var hygiene: HygieneSettings { inputs.settings.hygiene }
  private var zone: Zone { inputs.settings.zone }
  private var cell: Int { inputs.settings.intervalMinutes }
  private var piece: Int { greatestCommonDivisor(history.intervalMinutes, cell) }

  /// The days up to and without `cutoff`; `nil` when clock changes do not fit the intervals.
  func days(before cutoff: LocalDate) -> RecordedDays? {
    let end = zone.startOfDay(cutoff)
    let records = history.records.prefix { $0.start < end }
    guard let first = records.first, let last = records.last else { return RecordedDays() }
    let from = zone.local(at: first.start).date
    let count = zone.local(at: last.start).date.daysSinceEpoch - from.daysSinceEpoch + 1
    guard let coarse = grid(from, count, history.intervalMinutes),
      let fine = grid(from, count, piece), let planned = grid(from, count, cell)
    else { return nil }
    var result = RecordedDays()
    let pieces = known(records, coarse, fine, &result)
    let values = IntervalConversion.merge(pieces, parts: cell / piece)
    result.days = zip(planned.dates, planned.days).map { emptyDay($0, $1) }
    fill(&result, values, planned)
    markRows(records, &result)
    return result
  }

  private func grid(_ from: LocalDate, _ days: Int, _ step: Int) -> TimeGrid? {
    TimeGrid(from: from, days: days, stepMinutes: step, zone: zone)
  }

  /// Counts per piece of time: absent ones are zero where closed, or where the history never
  /// writes a zero; unknown otherwise.
  private func known(
    _ records: ArraySlice<HistoryRecord>,
    _ coarse: TimeGrid,
    _ fine: TimeGrid,
    _ result: inout RecordedDays
  ) -> [Double?] {
    var values = [Double?](repeating: nil, count: coarse.count)
    for record in records {
      let index = coarse.index(of: record.start)
      values[index] = (values[index] ?? 0) + record.arrivals
    }
    let isOpen = inputs.openIntervals(of: queue, on: fine)
    dropPartialLast(&values, isOpen, coarse, &result)
    let parts = history.intervalMinutes / piece
    var pieces = IntervalConversion.split(values, parts: parts, isOpen: isOpen)
    // Single contacts never write a zero.
    let isByContact = !history.contacts.isEmpty
    let zerosAreLeftOut = isByContact || !records.contains { $0.arrivals == 0 }
    let fillsZeros = isByContact || hygiene.treats(.zeroFill)
    let lastRow = records.last.map { coarse.index(of: $0.start) } ?? 0
    for (date, day) in zip(coarse.dates, coarse.days) {
      let hasRows = values[day].contains { $0 != nil }
      let filledBefore = result.zeroFill.count
      for index in day where values[index] == nil {
        for part in (index * parts)..<((index + 1) * parts) {
          let isZero = hasRows && zerosAreLeftOut && index < lastRow
          if !isOpen[part] || (isZero && fillsZeros) { pieces[part] = 0 }
          if isOpen[part] && isZero && !isByContact { result.zeroFill.count += 1 }
        }
      }
      if result.zeroFill.count > filledBefore { result.zeroFill.dates.append(date) }
    }
    return pieces
  }

  /// Finds the history's last row when its day ends before closing time, and leaves it out: it was
  /// probably written before its interval was over.
  private func dropPartialLast(
    _ values: inout [Double?],
    _ isOpen: [Bool],
    _ coarse: TimeGrid,
    _ result: inout RecordedDays
  ) {
    guard let last = values.lastIndex(where: { $0 != nil }), let day = coarse.days.last else {
      return
    }
    let parts = history.intervalMinutes / piece
    let rest = isOpen[((last + 1) * parts)..<(day.upperBound * parts)]
    guard rest.contains(true) else { return }
    if hygiene.treats(.partialLast) { values[last] = nil }
    result.partialLast = coarse.local(at: last)
  }

  private func emptyDay(_ date: LocalDate, _ range: Range<Int>) -> RecordedDay {
    RecordedDay(
      date: date,
      weekday: inputs.operatingWeekday(on: date),
      factor: inputs.calendarFactor(on: date),
      special: inputs.special(on: date),
      hasRows: false,
      isOpen: Array(repeating: false, count: 1440 / cell),
      arrivals: Array(repeating: nil, count: 1440 / cell)
    )
  }

  private func fill(_ result: inout RecordedDays, _ values: [Double?], _ grid: TimeGrid) {
    let isOpen = inputs.openIntervals(of: queue, on: grid)
    for (position, range) in grid.days.enumerated() {
      var seen = [Int](repeating: 0, count: 1440 / cell)
      for index in range {
        let slot = grid.local(at: index).minuteOfDay / cell
        result.total += values[index] ?? 0
        guard isOpen[index] else {
          result.outsideOpening += values[index] ?? 0
          continue
        }
        result.days[position].isOpen[slot] = true
        guard let value = values[index] else { continue }
        // An hour that the clock shows twice counts with the mean of both.
        let known = result.days[position].arrivals[slot] ?? 0
        let count = Double(seen[slot])
        result.days[position].arrivals[slot] = (known * count + value) / (count + 1)
        seen[slot] += 1
      }
      if range.count != 1440 / cell { noteClockChange(&result, position, grid) }
    }
  }

  private func noteClockChange(
    _ result: inout RecordedDays,
    _ position: Int,
    _ grid: TimeGrid
  ) {
    var shown = [Int](repeating: 0, count: 1440 / cell)
    for index in grid.days[position] { shown[grid.local(at: index).minuteOfDay / cell] += 1 }
    let date = grid.dates[position]
    let windows = inputs.operatingWeekday(on: date).map(queue.openingHours.windows(on:)) ?? []
    let isIn = { (slot: Int) in
      windows.contains { $0.start.minutes <= slot * cell && slot * cell < $0.endMinutes }
    }
    let skipped = shown.indices.count { shown[$0] == 0 && isIn($0) }
    let repeated = shown.indices.count { shown[$0] > 1 && isIn($0) }
    guard skipped + repeated > 0 else { return }
    result.clockChanges.append(.init(date: date, skipped: skipped, repeated: repeated))
  }

  private func markRows(_ records: ArraySlice<HistoryRecord>, _ result: inout RecordedDays) {
    guard let first = result.days.first?.date.daysSinceEpoch else { return }
    for record in records {
      let day = zone.local(at: record.start).date.daysSinceEpoch
      result.days[day - first].hasRows = true
    }
    for index in result.days.indices where !result.days[index].hasRows {
      let cells = result.days[index].arrivals.count
      result.days[index].arrivals = Array(repeating: nil, count: cells)
    }
  }
}
