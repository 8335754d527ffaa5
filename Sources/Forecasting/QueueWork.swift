import Workforce

/// The forecast of one queue for one week.
struct QueueWork {
  let inputs: PlanningInputs
  let queue: QueueSettings
  let grid: TimeGrid
  let cutoff: LocalDate
  var findings: [Diagnostic] = []
  /// What the forecast rests on, to make it again with another calendar.
  private(set) var basis: (forecaster: any Forecaster, past: [PastDay])?

  private var cellMinutes: Int { grid.stepMinutes }
  private var calendar: DayCalendar { DayCalendar(inputs: inputs, queue: queue) }

  init(inputs: PlanningInputs, queue: QueueSettings, grid: TimeGrid, cutoff: LocalDate) {
    self.inputs = inputs
    self.queue = queue
    self.grid = grid
    self.cutoff = cutoff
  }

  mutating func forecast() throws(ShiftwrightError) -> QueueForecast {
    let history = try recordedHistory()
    let past = try cleanPast(history)
    let lead = leadWeeks(past)
    let (forecaster, backtest) = choice(past, lead)
    basis = (forecaster, past)
    let isOpen = inputs.openIntervals(of: queue, on: grid)
    let means = expected(forecaster, past, isOpen)
    let dayMeans = grid.days.map { means[$0].reduce(0, +) }
    let variation = backtest.days.expected.count >= 5 ? backtest.days.excessVariation : 0.01
    let spread =
      backtest.intervals.isEmpty
      ? ErrorSpread(excessVariation: variation) : ErrorSpread(backtest.intervals)
    return QueueForecast(
      queue: queue.name,
      method: forecaster.method,
      intervals: spread.band(around: means),
      days: ErrorSpread(excessVariation: variation).band(around: dayMeans),
      averageHandleTime: handleTimes(history, past),
      dayVariation: variation,
      pastError: backtest.intervals.weightedPercentageError,
      isOpen: isOpen
    )
  }

  /// The cleaned days before the cutoff.
  mutating func past() throws(ShiftwrightError) -> [PastDay] {
    try cleanPast(try recordedHistory())
  }

  private func recordedHistory() throws(ShiftwrightError) -> QueueHistory {
    guard let history = inputs.history.first(where: { $0.queue == queue.name }),
      let first = history.records.first
    else {
      throw ShiftwrightError(
        """
        contacts.csv: queue '\(queue.name)' has no rows.
        Add its history, or remove the queue from scenario.yaml.
        """
      )
    }
    let firstDate = inputs.settings.zone.local(at: first.start).date
    guard firstDate < cutoff else {
      throw ShiftwrightError(
        """
        contacts.csv: queue '\(queue.name)' has no rows before \(cutoff); its history starts on \
        \(firstDate).
        Choose a week from \(ISOWeek(containing: firstDate).adding(weeks: 1)) on, or add older rows.
        """
      )
    }
    return history
  }

  private mutating func cleanPast(_ history: QueueHistory) throws(ShiftwrightError) -> [PastDay] {
    let reader = HistoryReader(inputs: inputs, queue: queue, history: history)
    guard let recorded = reader.days(before: cutoff) else {
      throw ShiftwrightError(
        """
        contacts.csv: intervals of \(history.intervalMinutes) minutes do not fit the clock changes \
        of \(inputs.settings.zone.identifier).
        Export a history of 30 minutes or less.
        """
      )
    }
    var cleaner = Cleaner(queue: queue.name, cellMinutes: cellMinutes)
    let past = cleaner.clean(recorded)
    findings += past.findings
    noteLaterTail(history)
    guard past.days.contains(where: { $0.isOrdinary && $0.total > 0 }) else {
      throw ShiftwrightError(
        """
        contacts.csv: queue '\(queue.name)' has no usable contacts before \(cutoff).
        Check its rows, opening_hours in scenario.yaml and calendar.csv.
        """
      )
    }
    return past.days
  }

  /// Says when the history dies after the week; nothing of it counts here.
  private mutating func noteLaterTail(_ history: QueueHistory) {
    guard let last = history.records.last else { return }
    let end = inputs.settings.zone.local(at: last.start).date.adding(days: 1)
    guard end > cutoff,
      let all = HistoryReader(inputs: inputs, queue: queue, history: history).days(before: end)
    else { return }
    let totals = all.days.filter { $0.hasRows && $0.isOrdinary }.compactMap { day in
      day.weekday.map { (date: day.date, weekday: $0, total: day.total) }
    }
    guard let start = DeadTail.start(of: totals), start >= cutoff else { return }
    findings.append(
      Diagnostic(
        .note,
        file: "contacts.csv",
        message: "queue '\(queue.name)': the history is dead from \(start) on (zeros or"
          + " near-zeros to its end); that is after this week and changes nothing here.",
        suggestion: "Check the export before you plan later weeks."
      )
    )
  }

  /// Weeks from the last usable data to the target week, at least 1.
  private mutating func leadWeeks(_ past: [PastDay]) -> Int {
    guard let last = past.last else { return 1 }
    let lastMonday = ISOWeek(containing: last.date).monday
    let lead = max(1, (grid.dates[0].daysSinceEpoch - lastMonday.daysSinceEpoch) / 7)
    guard lead > 1 else { return 1 }
    findings.append(
      Diagnostic(
        lead > 8 ? .warning : .note,
        file: "contacts.csv",
        message:
          "queue '\(queue.name)': the week from \(grid.dates[0]) lies \(lead) weeks after the"
          + " last usable data (\(last.date)).",
        suggestion: "Add newer rows for a sharper forecast."
      )
    )
    return lead
  }

  /// The method and its errors; a lead that leaves no past week to judge is shortened.
  private mutating func choice(
    _ past: [PastDay],
    _ lead: Int
  ) -> (any Forecaster, Backtest) {
    let chosen = ChosenForecaster(
      inputs.settings.forecastMethod,
      past: past,
      calendar: calendar,
      lead: shortenedLead(past, lead)
    )
    return (chosen, Backtest(chosen.past))
  }

  private mutating func shortenedLead(_ past: [PastDay], _ lead: Int) -> Int {
    let judged = PastForecasts.judgedLead(lead, past: past)
    guard judged < lead else { return lead }
    findings.append(
      Diagnostic(
        .warning,
        file: "contacts.csv",
        message: "queue '\(queue.name)': the history is too short to judge forecasts \(lead) weeks"
          + " ahead; the band rests on errors \(judged) weeks ahead and may be too narrow.",
        suggestion: "Add newer or older rows."
      )
    )
    return judged
  }

  /// Means per interval of the grid: by wall clock, times the calendar's factors.
  mutating func expected(
    _ forecaster: any Forecaster,
    _ past: [PastDay],
    _ isOpen: [Bool]
  ) -> [Double] {
    let cells = 1440 / cellMinutes
    let targets = zip(grid.dates, grid.days).map { date, range in
      var open = [Bool](repeating: false, count: cells)
      for index in range where isOpen[index] { open[cell(of: index)] = true }
      let weekday = inputs.operatingWeekday(on: date) ?? date.weekday
      return TargetDay(
        date: date,
        weekday: weekday,
        isOpen: open,
        special: inputs.special(on: date)
      )
    }
    var profiles = forecaster.forecast(targets, after: past, calendar: calendar).means
    fillUnknown(&profiles, targets, past)
    var means = [Double](repeating: 0, count: grid.count)
    for (day, range) in grid.days.enumerated() {
      let factor = inputs.calendarEntries(on: grid.dates[day]).compactMap(\.factor).reduce(1, *)
      for index in range where isOpen[index] {
        means[index] = max(0, profiles[day][cell(of: index)] ?? 0) * factor
      }
    }
    return means
  }

  private func cell(of index: Int) -> Int { grid.local(at: index).minuteOfDay / cellMinutes }

  /// Open intervals that the past does not know take the mean of the same time on other days of
  /// their kind (weekday or weekend), else on any day, else of all intervals.
  private mutating func fillUnknown(
    _ profiles: inout [[Double?]],
    _ targets: [TargetDay],
    _ past: [PastDay]
  ) {
    var count = 0
    let past = past.filter(\.isOrdinary)
    let overall = past.flatMap { $0.arrivals.compactMap { $0 } }
    for (day, target) in targets.enumerated() {
      let alike = past.filter { $0.weekday.isWeekend == target.weekday.isWeekend }.suffix(40)
      for cell in target.isOpen.indices where profiles[day][cell] == nil {
        count += 1
        profiles[day][cell] =
          guardedMean(alike.compactMap { $0.arrivals[cell] })
          ?? guardedMean(past.suffix(56).compactMap { $0.arrivals[cell] })
          ?? guardedMean(overall)
      }
    }
    guard count > 0 else { return }
    findings.append(
      Diagnostic(
        .warning,
        file: "contacts.csv",
        message: "queue '\(queue.name)': \(count) open intervals of the week have no history on"
          + " their weekday; they are forecast like other days.",
        suggestion: "Check opening_hours in scenario.yaml."
      )
    )
  }

  private func handleTimes(_ history: QueueHistory, _ past: [PastDay]) -> [Duration] {
    let last = past.last?.date ?? cutoff
    let profile = HandleTimeProfile(
      history,
      from: last.adding(days: -55),
      through: last,
      fallback: queue.averageHandleTime,
      cellMinutes: cellMinutes,
      zone: inputs.settings.zone
    )
    return (0..<grid.count).map { .seconds(profile.seconds[cell(of: $0)]) }
  }
}
