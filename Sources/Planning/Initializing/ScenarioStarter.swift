import Forecasting
public import Workforce

/// Makes a complete scenario from a bare history and a target, and says what it assumed.
public struct ScenarioStarter: Sendable {
  let options: StarterOptions

  /// Makes a starter.
  public init(options: StarterOptions) { self.options = options }

  /// The scenario and a note on every inference.
  ///
  /// The whole history is kept; a dead tail is only left out of what is inferred.
  ///
  /// - Parameters:
  ///   - rows: Local times and counts.
  ///   - calendar: Days that differ from their weekday, ascending; closures are added to it.
  /// - Returns: The scenario, the notes, and where the history ends.
  /// - Throws: `ShiftwrightError` when the rows are no series by intervals or hold no contacts.
  public func start(
    from rows: [(time: LocalDateTime, count: Double)],
    calendar: [CalendarEntry] = []
  ) throws(ShiftwrightError) -> StartedScenario {
    let series = try BareSeries(rows, zone: options.zone)
    var notes = series.notes
    let days = try aliveDays(series, &notes)
    let inference = OpeningInference(
      stepMinutes: series.intervalMinutes,
      days: Array(days.suffix(26 * 7))
    )
    let openingHours = inference.openingHours.widened(
      toMultiplesOf: planningMinutes(series.intervalMinutes)
    )
    notes.append(
      BareSeries.note(
        "opening hours inferred: \(openingHours.text)",
        "Change opening_hours in scenario.yaml if they are others."
      )
    )
    let contracts = StarterContracts(openingHours)
    var inputs = PlanningInputs(
      settings: settings(openingHours, contracts, historyMinutes: series.intervalMinutes),
      history: [
        QueueHistory(
          queue: options.queue,
          intervalMinutes: series.intervalMinutes,
          records: series.records
        )
      ],
      calendar: StartCalendar(given: calendar, empty: emptyDates(days, openingHours))
        .entries(before: days[days.count - 1].date.adding(days: 1), &notes),
      employees: []
    )
    notes.append(
      BareSeries.note(
        "planning interval \(inputs.settings.intervalMinutes) minutes; every contact takes"
          + " \(Int(options.averageHandleTime.inSeconds)) s; the counts are taken as contacts"
          + " offered, abandoned ones included"
      )
    )
    try addPeople(&inputs, contracts, days, &notes)
    return StartedScenario(inputs: inputs, notes: notes, lastDate: days[days.count - 1].date)
  }

  /// Dates by time of day, from the first with contacts to the last before a dead tail.
  private func aliveDays(
    _ series: BareSeries,
    _ notes: inout [Diagnostic]
  ) throws(ShiftwrightError) -> [OpeningInference.Day] {
    let all = series.days(in: options.zone)
    let tail = DeadTail.start(
      of: all.map { (date: $0.date, weekday: $0.date.weekday, total: $0.total) }
    )
    if let tail {
      notes.append(
        Diagnostic(
          .warning,
          file: "",
          message: "the history is dead from \(tail) on (zeros or near-zeros to its end); nothing"
            + " is inferred from it.",
          suggestion: "Check the export. The rows are kept in contacts.csv."
        )
      )
    }
    let alive = all.filter { day in tail.map { day.date < $0 } ?? true }
    guard let first = alive.firstIndex(where: { $0.total > 0 }),
      let last = alive.lastIndex(where: { $0.total > 0 })
    else {
      throw ShiftwrightError(
        "The history holds no contacts.\nGive a file with counts above zero."
      )
    }
    return Array(alive[first...last])
  }

  /// Dates without any contact on weekdays that are open and usually have at least eight.
  private func emptyDates(
    _ days: [OpeningInference.Day],
    _ openingHours: OpeningHours
  ) -> [LocalDate] {
    let usual = Weekday.allCases.map { weekday -> Double in
      let own = days.filter { $0.date.weekday == weekday }
      return own.isEmpty ? 0 : own.reduce(0) { $0 + $1.total } / Double(own.count)
    }
    return days.filter {
      $0.total == 0 && usual[$0.date.weekday.rawValue - 1] >= 8
        && !openingHours.windows(on: $0.date.weekday).isEmpty
    }.map(\.date)
  }
}
