import Workforce

/// The forecast of one queue for one week.
struct QueueWork {
  let inputs: PlanningInputs
  let queue: QueueSettings
  let grid: TimeGrid
  let cutoff: LocalDate
  var findings: [Diagnostic] = []
  var hygiene: [HygieneEntry] = []

  /// Contacts per day as another work expects them from the same past by the same method, without
  /// the work for bands; to make the forecast again with another calendar.
  var basis: ((QueueWork) -> [Double])?

  /// True when the rows' contacts resolved by self-service are part of their arrivals.
  var isContainedInArrivals = false
  /// The share that self-service resolves; `nil` before the forecast, and where no row tells.
  var containment: ContainmentModel?

  private var cellMinutes: Int { grid.stepMinutes }
  var calendar: DayCalendar { DayCalendar(inputs: inputs, queue: queue) }

  init(inputs: PlanningInputs, queue: QueueSettings, grid: TimeGrid, cutoff: LocalDate) {
    self.inputs = inputs
    self.queue = queue
    self.grid = grid
    self.cutoff = cutoff
  }

  mutating func forecast() throws(ShiftwrightError) -> QueueForecast {
    if let borrowed = try borrowedForecast() { return borrowed }
    let history = try recordedHistory()
    let past = try cleanPast(history)
    noteShortPast(past)
    let lead = leadWeeks(past)
    let chosen = choice(past, lead)
    let backtest = Backtest(chosen.past)
    basis = { other in
      var other = other
      return other.expected(chosen.withoutSpread, past).dayMeans
    }
    let week = expected(chosen, past)
    let variation = backtest.days.expected.count >= 5 ? backtest.days.excessVariation : 0.01
    let spread =
      backtest.intervals.isEmpty
      ? ErrorSpread(excessVariation: variation) : ErrorSpread(backtest.intervals)
    var forecast = queueForecast(
      week,
      method: chosen.method,
      intervals: week.intervalBand(spread),
      days: week.dayBand(ErrorSpread(excessVariation: variation)),
      dayVariation: week.dayVariation ?? variation,
      pastError: backtest.intervals.weightedPercentageError,
      handling: handling(history, past, means: week.means)
    )
    forecast.evidence = ForecastEvidence(chosen, past: past) { date in
      inputs.calendarEntries(on: date).first?.name
    }
    forecast.weekTotal = week.total()
    return forecast
  }

  func queueForecast(
    _ week: ExpectedWeek,
    method: ForecastMethod,
    intervals: QueueForecast.Band,
    days: QueueForecast.Band,
    dayVariation: Double,
    pastError: Double?,
    handling: QueueHandling
  ) -> QueueForecast {
    QueueForecast(
      queue: queue.name,
      method: method,
      intervals: intervals,
      days: days,
      averageHandleTime: handling.averageHandleTime,
      dayVariation: dayVariation,
      pastError: pastError,
      isOpen: inputs.openIntervals(of: queue, on: grid),
      handleTimes: handling.handleTimes,
      handleTimeVariation: handling.handleTimeVariation,
      patience: handling.patience,
      containment: handling.containment
    )
  }

  /// The cleaned days before the cutoff.
  mutating func past() throws(ShiftwrightError) -> [PastDay] {
    try cleanPast(try recordedHistory())
  }

  /// The queue's rows with contacts offered, estimated where it records those handled.
  mutating func recordedHistory() throws(ShiftwrightError) -> QueueHistory {
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
    return offered(history)
  }

  private mutating func offered(_ history: QueueHistory) -> QueueHistory {
    var cleaner = newCleaner
    defer { take(cleaner) }
    return cleaner.offered(history, queue, before: zone.startOfDay(cutoff), zone)
  }

  private var zone: Zone { inputs.settings.zone }

  private var newCleaner: Cleaner {
    Cleaner(queue: queue.name, cellMinutes: cellMinutes, hygiene: inputs.settings.hygiene)
  }

  private mutating func take(_ cleaner: Cleaner) {
    findings += cleaner.findings
    hygiene += cleaner.entries
  }

  mutating func cleanPast(_ history: QueueHistory) throws(ShiftwrightError) -> [PastDay] {
    let days = try usablePast(history)
    guard days.contains(where: { $0.isOrdinary && $0.total > 0 }) else {
      throw ShiftwrightError(
        """
        contacts.csv: queue '\(queue.name)' has no usable contacts before \(cutoff).
        Check its rows, opening_hours in scenario.yaml and calendar.csv.
        """
      )
    }
    return days
  }

  /// The days that methods may learn from; perhaps none.
  mutating func usablePast(_ history: QueueHistory) throws(ShiftwrightError) -> [PastDay] {
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
    var cleaner = newCleaner
    let past = cleaner.clean(recorded)
    take(cleaner)
    noteLaterTail(history)
    noteLongPast(past.days)
    return past.days
  }

  private mutating func noteShortPast(_ past: [PastDay]) {
    guard let first = past.first?.date, let last = past.last?.date else { return }
    let days = last.daysSinceEpoch - first.daysSinceEpoch + 1
    guard days < 21 else { return }
    findings.append(
      Diagnostic(
        .warning,
        file: "contacts.csv",
        message: "queue '\(queue.name)': the history spans only \(days) days; the forecast is"
          + " rough, and so are its bands.",
        suggestion: "Add older rows, or name a similar queue with 'like' in scenario.yaml."
      )
    )
  }

  private mutating func noteLongPast(_ past: [PastDay]) {
    guard past.count > 750 else { return }
    findings.append(
      Diagnostic(
        .note,
        file: "contacts.csv",
        message: "queue '\(queue.name)': \(past.count) open days are usable; the calendar process"
          + " learns from the last 750 and takes the season of the year from the older ones.",
        suggestion: ""
      )
    )
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
  mutating func leadWeeks(_ past: [PastDay]) -> Int {
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
  mutating func choice(
    _ past: [PastDay],
    _ lead: Int
  ) -> ChosenForecaster {
    ChosenForecaster(
      inputs.settings.forecastMethod,
      past: past,
      calendar: calendar,
      lead: shortenedLead(past, lead)
    )
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

  /// Means per interval of the grid and spreads per day: by wall clock, times the calendar's
  /// factors.
  mutating func expected(_ forecaster: any Forecaster, _ past: [PastDay]) -> ExpectedWeek {
    let targets = targets
    let forecast = forecaster.forecast(targets, after: past, calendar: calendar)
    var profiles = forecast.means
    fillUnknown(&profiles, targets, past)
    return week(profiles, of: forecast)
  }

  /// The days of the grid, by time of day.
  var targets: [TargetDay] { inputs.targetDays(of: queue, on: grid) }

  /// Puts profiles on the grid and multiplies them by the calendar's factors; `forecast` is what
  /// the method said itself.
  func week(_ profiles: [[Double?]], of forecast: ForecastDays) -> ExpectedWeek {
    let isOpen = inputs.openIntervals(of: queue, on: grid)
    var week = ExpectedWeek(
      means: Array(repeating: 0, count: grid.count),
      cells: (0..<grid.count).map(grid.cell),
      isKnown: Array(repeating: false, count: grid.count),
      spreads: [],
      days: grid.days,
      link: forecast.link
    )
    for (day, range) in grid.days.enumerated() {
      let factor = inputs.calendarFactor(on: grid.dates[day])
      week.spreads.append(forecast.days[day].spread?.scaled(by: factor))
      for index in range where isOpen[index] {
        let cell = week.cells[index]
        week.isKnown[index] = forecast.days[day].means[cell] != nil
        week.means[index] = max(0, profiles[day][cell] ?? 0) * factor
      }
    }
    return week
  }

  /// Open intervals that the past does not know take the mean of the same time on other days of
  /// their kind (weekday or weekend), else on any day, else of all intervals.
  mutating func fillUnknown(
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
}
