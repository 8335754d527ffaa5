public import Optimization
import Reporting
import Rostering
public import Workforce

/// Answers a question about the roster of a run.
public struct ExplainRunner: Sendable {
  private let run: PublishedRun
  private let options: ExplainOptions
  private let solver: any LinearSolver

  /// Takes a run.
  public init(run: PublishedRun, options: ExplainOptions, solver: any LinearSolver) {
    self.run = run
    self.options = options
    self.solver = solver
  }

  private var inputs: PlanningInputs { run.loaded.inputs }
  private var settings: ScenarioSettings { inputs.settings }

  /// What an interval means: its time, its queues and their need.
  private struct Interval {
    let from: Instant
    let until: Instant
    let queues: [Int]
    let needs: [Int]
  }

  /// The answer in words and tables.
  ///
  /// Throws when the roster breaks rules, when there is nothing of what is asked about, when the
  /// solver fails, and when `stop` is cancelled.
  public func answer(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> FigureSheet {
    let context = ExplainContext(
      center: settings.name,
      week: run.roster.week,
      currency: settings.currency,
      queues: settings.queues.map(\.name),
      clocks: PersonalClocks(inputs),
      zone: settings.zone,
      locks: inputs.locks
    )
    var asked: Interval?
    if case .interval(let moment) = options.question { asked = try interval(moment) }
    let reasons = try reasons(progress)
    switch options.question {
    case .shift(let employee, let date):
      let found = try reasons.shift(of: employee, on: date, stop: stop, progress: progress)
      return FigureSheet(found, context)
    case .interval:
      guard let asked else { throw ShiftwrightError("No interval is asked about.") }
      let found = try reasons.interval(
        from: asked.from,
        until: asked.until,
        queues: asked.queues,
        needs: asked.needs,
        stop: stop,
        progress: progress
      )
      return FigureSheet(found, context)
    case .person(let employee):
      let found = try reasons.person(
        employee,
        confirm: options.confirm,
        stop: stop,
        progress: progress
      )
      return FigureSheet(found, context)
    case .rule(let name): return try rule(name, reasons, context, stop, progress)
    }
  }

  private func rule(
    _ name: String,
    _ reasons: RosterReasons,
    _ context: ExplainContext,
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> FigureSheet {
    guard let rule = RosterRule(name: name) else {
      throw ShiftwrightError(
        "There is no rule '\(name)'.\nGive one that 'shiftwright worth' lists."
      )
    }
    let count = settings.labor.rules.count
    if case .labor(let position) = rule, position >= count {
      throw ShiftwrightError(
        "There is no '\(name)'.\n"
          + (count == 0
            ? "The scenario has no labor rules."
            : "Give one from labor 1 to labor \(count), rule sets first.")
      )
    }
    let found = try reasons.rule(rule, stop: stop, progress: progress)
    return FigureSheet(
      found.rule,
      objective: found.settled.objective,
      bound: found.settled.provedBound,
      context
    )
  }

  private func reasons(_ progress: (@Sendable (StageProgress) -> Void)?) throws -> RosterReasons {
    progress?(StageProgress(stage: "read the roster"))
    return try RosterReasons(
      inputs: inputs,
      costs: run.coverPricing(threads: options.threads).costs,
      published: run.roster,
      effort: options.effort(people: inputs.employees.count, seed: settings.seed),
      solver: solver
    )
  }

  /// The planning interval at a moment of the week.
  private func interval(_ moment: WorthOptions.Moment) throws(ShiftwrightError) -> Interval {
    let grid = run.requirement.grid
    let names = settings.queues.map(\.name)
    if let queue = options.queue, !names.contains(queue) {
      throw ShiftwrightError(
        "There is no queue '\(queue)'.\n\(Suggestion.didYouMean(queue, among: names))Give one of "
          + "\(Suggestion.listing(names))."
      )
    }
    let index = (0..<grid.count).first { index in
      let local = grid.local(at: index)
      return local.date.weekday == moment.weekday && local.minuteOfDay == moment.time.minutes
    }
    let asked = names.indices.filter { options.queue == nil || names[$0] == options.queue }
    let open = asked.filter { queue in
      index.map { inputs.openIntervals(of: settings.queues[queue], on: grid)[$0] } ?? false
    }
    guard let index, !open.isEmpty else {
      throw ShiftwrightError(
        "No planning interval with an open queue begins at \(moment.text)"
          + (options.queue.map { " for \($0)" } ?? "")
          + ".\nGive the start of one, such as MON10:00."
      )
    }
    return Interval(
      from: grid.instant(at: index),
      until: grid.instant(at: index + 1),
      queues: open,
      needs: open.map { queue in
        run.requirement.queues.first { $0.queue == names[queue] }?.intervals[index].rostered ?? 0
      }
    )
  }
}
