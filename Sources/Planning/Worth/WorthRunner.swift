public import Optimization
public import Reporting
import Rostering
public import Workforce

/// Finds what things in the roster of a run are worth.
public struct WorthRunner: Sendable {
  private let run: PublishedRun
  private let options: WorthOptions
  private let solver: any LinearSolver

  /// Takes a run.
  public init(run: PublishedRun, options: WorthOptions, solver: any LinearSolver) {
    self.run = run
    self.options = options
    self.solver = solver
  }

  private var inputs: PlanningInputs { run.loaded.inputs }
  private var settings: ScenarioSettings { inputs.settings }

  /// Settles the roster, reads the duals, searches again with some changes.
  ///
  /// Throws when the roster breaks rules, when no hour begins at the moment asked for, and when
  /// `stop` is cancelled.
  public func report(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> WorthReport {
    let worth = try RosterWorth(run, options: options, solver: solver)
    let settled = try worth.settled(stop: stop, progress: progress)
    progress?(StageProgress(stage: "read the duals"))
    let picks = try estimates(of: settled)
    let found = try settled.confirmed(
      picks.changes(options.confirm),
      stop: stop,
      progress: progress
    )
    return report(settled, picks, found)
  }

  /// Everything, or the hours that begin at one moment and the shifts at work then.
  private func estimates(of settled: SettledRoster) throws(ShiftwrightError) -> WorthPicks {
    let hours = settled.hours(every: run.requirement.grid.stepMinutes)
    let shifts = settled.shifts()
    guard let moment = options.moment else {
      let skills = settings.queues.map(\.skill).reduce(into: [String]()) { skills, skill in
        if !skills.contains(skill) { skills.append(skill) }
      }
      return WorthPicks(
        hours: hours,
        shifts: shifts,
        rules: settled.rules(),
        certificates: settled.certificates(skills),
        hourSlots: 60 / settled.grid.stepMinutes
      )
    }
    let grid = settled.grid
    let asked = hours.filter { estimate in
      guard case .hour(_, let slot) = estimate.change else { return false }
      let local = grid.local(at: slot)
      return local.date.weekday == moment.weekday && local.minuteOfDay == moment.time.minutes
    }
    guard case .hour(_, let slot) = asked.first?.change else { throw Self.noHour(moment) }
    let times = Self.times(of: settled)
    let instant = grid.instant(at: slot)
    let present = shifts.filter { estimate in
      times[estimate.change].map { $0.from <= instant && instant < $0.until } ?? false
    }
    return WorthPicks(
      hours: asked,
      shifts: present,
      rules: [],
      certificates: [],
      hourSlots: 60 / grid.stepMinutes
    )
  }

  private static func noHour(_ moment: WorthOptions.Moment) -> ShiftwrightError {
    ShiftwrightError(
      "No hour begins at \(moment.text): no queue is open all through it, or no planning interval "
        + "begins then.\nGive the start of an interval with an open hour after it, such as MON10:00."
    )
  }

  private static func times(
    of settled: SettledRoster
  ) -> [WorthCase: (from: Instant, until: Instant)] {
    Dictionary(
      settled.shiftTimes.map {
        (WorthCase.shift(employee: $0.employee, date: $0.date), ($0.from, $0.until))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

extension WorthRunner {
  private func report(
    _ settled: SettledRoster,
    _ picks: WorthPicks,
    _ found: [WorthConfirmation]
  ) -> WorthReport {
    let times = Self.times(of: settled)
    let confirmed = Dictionary(
      found.map { ($0.change, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let all = picks.hours + picks.shifts + picks.rules + picks.certificates
    return WorthReport(
      title: settings.name,
      week: run.roster.week,
      currency: settings.currency,
      grid: run.requirement.grid,
      queues: settings.queues.map(\.name),
      standing: WorthReport.Standing(
        published: settled.publishedObjective,
        objective: settled.objective,
        bound: settled.provedBound,
        dualBound: settled.boundAtDuals,
        noise: settled.noise,
        meanHour: settled.meanHour,
        wage: settled.paid.perHour
      ),
      rows: all.map { row($0, confirmed[$0.change], times, settled.grid) },
      top: options.top
    )
  }

  private func row(
    _ estimate: WorthEstimate,
    _ found: WorthConfirmation?,
    _ times: [WorthCase: (from: Instant, until: Instant)],
    _ grid: TimeGrid
  ) -> WorthReport.Row {
    var row = WorthReport.Row(kind: .hour, what: "", dual: estimate.dual)
    switch estimate.change {
    case .hour(let queues, let slot):
      row.what = queues.map { settings.queues[$0].name }.joined(separator: " + ")
      row.from = grid.instant(at: slot)
      row.until = grid.instant(at: slot).adding(minutes: 60)
      row.contactPrice = contactPrice(queues, estimate)
    case .shift(let employee, _):
      (row.kind, row.what) = (.shift, employee)
      row.from = times[estimate.change]?.from
      row.until = times[estimate.change]?.until
    case .rule(let rule): (row.kind, row.what) = (.rule, rule.title(in: inputs))
    case .certificate(let employee, let skill):
      (row.kind, row.what) = (.certificate, "\(employee) + \(skill)")
    }
    row.marginal = estimate.marginal
    row.cover = estimate.cover
    row.resolve = found?.worth
    row.boundDifference = found?.boundWorth
    row.proved = found?.proved
    return row
  }

  /// What a contact in time is worth among the queues of an hour, each as far as it is served.
  private func contactPrice(_ queues: [Int], _ estimate: WorthEstimate) -> Double? {
    guard let prices = run.contactPrices else { return nil }
    let contacts = queues.reduce(0) { $0 + max(0, estimate.byQueue[$1]) / prices[$1] }
    let worth = queues.reduce(0) { $0 + max(0, estimate.byQueue[$1]) }
    return contacts > 1e-9 ? worth / contacts : queues.first.map { prices[$0] }
  }
}
