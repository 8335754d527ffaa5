import Workforce

/// The forecast of a channel without people.
///
/// Its rows of the history count all contacts that begin there, and those of them that it resolved.
/// All contacts are forecast like those of a queue; the share resolved is that of
/// ``ContainmentModel`` by weekday and hour, or the setting's where no row tells.
struct SelfServiceWork {
  let inputs: PlanningInputs
  let channel: SelfServiceSettings
  let grid: TimeGrid
  let cutoff: LocalDate
  private(set) var findings: [Diagnostic] = []
  private(set) var hygiene: [HygieneEntry] = []

  init(inputs: PlanningInputs, channel: SelfServiceSettings, grid: TimeGrid, cutoff: LocalDate) {
    self.inputs = inputs
    self.channel = channel
    self.grid = grid
    self.cutoff = cutoff
  }

  /// The channel as a queue that the methods know.
  private var queue: QueueSettings {
    QueueSettings(
      name: channel.name,
      channel: .chat,
      skill: "",
      openingHours: channel.openingHours,
      target: ServiceTarget(serviceLevel: .zero, threshold: .seconds(20)),
      averageHandleTime: .minutes(1)
    )
  }

  mutating func forecast() throws(ShiftwrightError) -> SelfServiceForecast {
    let isRecorded = inputs.history.contains { $0.queue == channel.name && !$0.records.isEmpty }
    guard isRecorded || channel.dailyArrivals == nil else { return given() }
    var work = QueueWork(inputs: inputs, queue: queue, grid: grid, cutoff: cutoff)
    work.isContainedInArrivals = true
    let own = try work.forecast()
    findings = work.findings
    hygiene = work.hygiene
    let evidence = work.containment.map { model in
      (0..<grid.count).map { model.evidence(on: work.weekday(at: $0), hour: work.hour(at: $0)) }
    }
    return forecast(of: own.intervals.mean, evidence ?? [], method: own.method)
  }

  /// The daily contacts of the settings, even over the open time, times the calendar's factors.
  private mutating func given() -> SelfServiceForecast {
    let isOpen = inputs.openIntervals(of: queue, on: grid)
    var means = Array(repeating: 0.0, count: grid.count)
    for (day, range) in grid.days.enumerated() {
      let open = range.filter { isOpen[$0] }
      let contacts = (channel.dailyArrivals ?? 0) * inputs.calendarFactor(on: grid.dates[day])
      for index in open { means[index] = contacts / Double(open.count) }
    }
    findings.append(
      Diagnostic(
        .note,
        file: "scenario.yaml",
        message: "self-service '\(channel.name)' has no history; daily_arrivals is spread evenly"
          + " over its opening hours.",
        suggestion: ""
      )
    )
    return forecast(of: means, [], method: nil)
  }

  private func forecast(
    of means: [Double],
    _ evidence: [ContainmentEvidence],
    method: ForecastMethod?
  ) -> SelfServiceForecast {
    let given = channel.containment.value
    return SelfServiceForecast(
      name: channel.name,
      arrivals: means,
      contained: evidence.isEmpty
        ? means.map { $0 * given } : zip(means, evidence).map { $0 * $1.share },
      spilled: [],
      isSpillRecorded: channel.isSpillRecorded,
      useTarget: channel.useTarget,
      method: method,
      evidence: evidence
    )
  }
}
