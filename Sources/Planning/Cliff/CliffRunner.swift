public import Optimization
import Training
public import Workforce

/// Looks for a certificate cliff: heads and service of coming weeks as certificates lapse, and the
/// cheapest renewals that avoid it.
public struct CliffRunner: Sendable {
  /// Weeks that are played with the plan.
  private static let worst = 3

  private let inputs: PlanningInputs
  private let options: CliffOptions
  private let solver: any LinearSolver

  /// Takes a scenario.
  public init(inputs: PlanningInputs, options: CliffOptions, solver: any LinearSolver) {
    self.inputs = inputs
    self.options = options
    self.solver = solver
  }

  /// Looks at the weeks from one on.
  ///
  /// - Parameters:
  ///   - first: The first week.
  ///   - stop: Ends the work.
  ///   - progress: Is told of every week.
  /// - Returns: Heads, service, and the plan.
  /// - Throws: `ShiftwrightError` when there is no training, or a stage cannot be carried out.
  public func run(
    from first: ISOWeek,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> CliffResult {
    try checkTraining()
    let deadline = options.timeLimit.map { ContinuousClock.now.advanced(by: $0) }
    let inner = StopSignal(deadline: deadline, parent: stop)
    let weeks = (0..<options.weeks).map { first.adding(weeks: $0) }
    let future = FutureCertificates(
      inputs,
      from: first.monday,
      through: weeks[weeks.count - 1].monday.adding(days: 7)
    )
    let without = future.withoutRenewals()
    let with = future.withRenewals()
    var played = try play(weeks, without, with, inner, progress)
    try throwIfCancelled(stop)
    let heads = try (
      QualifiedHeads(without, weeks: weeks), QualifiedHeads(with, weeks: weeks)
    )
    let lapses = future.lapses()
    let planner = RenewalPlanner(
      inputs: with,
      weeks: weeks,
      lapses: lapses,
      gains: gains(lapses, heads.0, heads.1),
      worth: played.worth
    )
    let (low, high) = (heads.0.heads(), heads.1.heads())
    let needed = needed(low, high, played.need)
    let (choice, renewals) = try plan(planner, needed, inner)
    let planned = future.withRenewals(
      of: Set(renewals.map { [inputs.employees[$0.person].id, $0.course] })
    )
    let kept = try QualifiedHeads(planned, weeks: weeks).heads()
    try confirm(planned, weeks, &played, inner)
    try throwIfCancelled(stop)
    var result = result(weeks, heads.0.skills, (low, high, kept), played)
    result.lapsing = lapses.count
    add(choice, renewals, weeks, heads.0.skills, to: &result)
    result.remedies = try remedies(planner, needed, choice, inner)
    return result
  }

  /// The cheapest renewals that add these heads.
  private func plan(
    _ planner: RenewalPlanner,
    _ needed: [RenewalProblem.Heads],
    _ stop: StopSignal
  ) throws -> (RenewalChoice?, [RenewalPlanner.Renewal]) {
    let problem = planner.problem(needed: needed)
    let choice = try RenewalModel(problem)
      .solved(by: solver, milliseconds: min(60_000, stop.millisecondsLeft ?? 60_000))
    return (choice, choice.map { planner.renewals($0, problem) } ?? [])
  }

  private func checkTraining() throws(ShiftwrightError) {
    guard inputs.training.courses.isEmpty else { return }
    throw ShiftwrightError(
      "The scenario has no courses, so nothing lapses.\n"
        + "Add training.yaml; docs/reference/training-formats.md describes it."
    )
  }

  private func throwIfCancelled(_ stop: StopSignal) throws(ShiftwrightError) {
    guard stop.reason == .cancelled else { return }
    throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again.")
  }

  /// What playing the weeks gave.
  private struct Played {
    var forecasts: [Forecast] = []
    var need: [[Double]] = []
    var worth: [[Double]] = []
    var without: [[Estimate]?] = []
    var with: [[Estimate]?] = []
    var planned: [[Estimate]?] = []
    var isSame: [Bool] = []
  }

  private func play(
    _ weeks: [ISOWeek],
    _ without: PlanningInputs,
    _ with: PlanningInputs,
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> Played {
    let service = WeekService(options: options, solver: solver)
    let counted = HeadNeed(inputs)
    let skills = try QualifiedHeads(with, weeks: []).skills
    var played = Played()
    for (index, week) in weeks.enumerated() {
      let forecast = try service.forecast(inputs, week)
      let requirement = try service.requirement(with, forecast)
      played.forecasts.append(forecast)
      played.need.append(counted.heads(requirement, skills: skills))
      let isSame = spans(without, in: week) == spans(with, in: week)
      played.isSame.append(isSame)
      played.planned.append(nil)
      guard !stop.isStopped else {
        played.with.append(nil)
        played.without.append(nil)
        played.worth.append(played.worth.last ?? inputs.settings.queues.map { _ in 0 })
        continue
      }
      let full = try service.outcome(with, forecast, stop: stop)
      let less = isSame ? full : try service.outcome(without, forecast, stop: stop)
      // what the clock cut short is not compared
      played.with.append(stop.isStopped ? nil : full.service)
      played.without.append(stop.isStopped ? nil : less.service)
      played.worth.append(full.worth)
      progress?(
        StageProgress(
          stage: "cliff",
          fraction: Fraction(Double(index + 1) / Double(weeks.count)),
          detail: "\(week)"
        )
      )
    }
    return played
  }

  /// The spans that touch a week and a day around it, cut to it.
  private func spans(_ inputs: PlanningInputs, in week: ISOWeek) -> [SkillSpan] {
    let zone = inputs.settings.zone
    let start = zone.startOfDay(week.monday.adding(days: -1))
    let end = zone.startOfDay(week.monday.adding(days: 8))
    return inputs.skillSpans.compactMap { span in
      var cut = span
      if let from = span.from, from >= end { return nil }
      if let until = span.until, until <= start { return nil }
      if let from = span.from, from <= start { cut.from = nil }
      if let until = span.until, until >= end { cut.until = nil }
      return cut
    }
  }

  /// What each person with a lapse adds by renewing.
  private func gains(
    _ lapses: [FutureCertificates.Lapse],
    _ without: QualifiedHeads,
    _ with: QualifiedHeads
  ) -> [Int: [RenewalProblem.Heads]] {
    var gains: [Int: [RenewalProblem.Heads]] = [:]
    for person in Set(lapses.map(\.person)).sorted() {
      let (low, high) = (without.heads(of: person), with.heads(of: person))
      var own: [RenewalProblem.Heads] = []
      for skill in low.indices {
        for week in low[skill].indices where high[skill][week] - low[skill][week] > 1e-9 {
          let more = ((high[skill][week] - low[skill][week]) * 1e6).rounded() / 1e6
          own.append(RenewalProblem.Heads(skill: skill, week: week, heads: more))
        }
      }
      if !own.isEmpty { gains[person] = own }
    }
    return gains
  }

  /// Heads to be added: up to the need, as far as renewals can.
  private func needed(_ low: [[Double]], _ high: [[Double]], _ need: [[Double]])
    -> [RenewalProblem.Heads]
  {
    low.indices.flatMap { skill in
      low[skill].indices.compactMap { week -> RenewalProblem.Heads? in
        let level = min(need[week][skill], high[skill][week])
        let missing = ((level - low[skill][week]) * 1e6).rounded(.down) / 1e6
        return missing > 1e-6
          ? RenewalProblem.Heads(skill: skill, week: week, heads: missing) : nil
      }
    }
  }
}

extension CliffRunner {
  /// Plays the worst weeks with the plan.
  private func confirm(
    _ planned: PlanningInputs,
    _ weeks: [ISOWeek],
    _ played: inout Played,
    _ stop: StopSignal
  ) throws {
    let service = WeekService(options: options, solver: solver)
    let losses = weeks.indices.compactMap { week -> (loss: Double, week: Int)? in
      guard let with = played.with[week], let without = played.without[week],
        !played.isSame[week]
      else { return nil }
      return (zip(with, without).map { $0.mean - $1.mean }.max() ?? 0, week)
    }
    let worst = losses.sorted { (-$0.loss, $0.week) < (-$1.loss, $1.week) }.prefix(Self.worst)
    for (_, week) in worst where !stop.isStopped {
      let outcome = try service.outcome(planned, played.forecasts[week], stop: stop)
      if !stop.isStopped { played.planned[week] = outcome.service }
    }
  }

  private func result(
    _ weeks: [ISOWeek],
    _ skills: [String],
    _ heads: (low: [[Double]], high: [[Double]], kept: [[Double]]),
    _ played: Played
  ) -> CliffResult {
    let rows = weeks.indices.map { week in
      CliffResult.Week(
        week: weeks[week],
        skills: skills.indices.map { skill in
          CliffResult.SkillWeek(
            skill: skills[skill],
            without: heads.low[skill][week],
            with: heads.high[skill][week],
            planned: heads.kept[skill][week],
            need: played.need[week][skill]
          )
        },
        queues: inputs.settings.queues.indices.map { queue in
          CliffResult.QueueWeek(
            queue: inputs.settings.queues[queue].name,
            without: played.without[week]?[queue],
            with: played.with[week]?[queue],
            planned: played.planned[week]?[queue]
          )
        },
        isSame: played.isSame[week]
      )
    }
    return CliffResult(
      inputs: inputs,
      weeks: rows,
      lapsing: 0,
      renewals: [],
      classes: 0,
      cost: 0,
      gap: 0,
      short: [],
      remedies: [],
      unplayed: played.with.count { $0 == nil }
    )
  }

  private func add(
    _ choice: RenewalChoice?,
    _ renewals: [RenewalPlanner.Renewal],
    _ weeks: [ISOWeek],
    _ skills: [String],
    to result: inout CliffResult
  ) {
    guard let choice else { return }
    result.renewals = renewals.map { renewal in
      CliffResult.Renewal(
        employee: inputs.employees[renewal.person].id,
        course: renewal.course,
        week: weeks[renewal.week],
        lapses: renewal.lapses,
        cost: renewal.cost
      )
    }
    result.classes = choice.classes.reduce(0) { $0 + $1.reduce(0, +) }
    result.cost = choice.cost
    result.gap = choice.gap
    result.short = choice.short.map { missing in
      CliffResult.Short(
        week: weeks[missing.week],
        skill: skills[missing.skill],
        heads: missing.heads
      )
    }.sorted { ($0.week, $0.skill) < ($1.week, $1.skill) }
  }

  /// Tries what would help where no plan suffices.
  private func remedies(
    _ planner: RenewalPlanner,
    _ needed: [RenewalProblem.Heads],
    _ choice: RenewalChoice?,
    _ stop: StopSignal
  ) throws -> [String] {
    guard let choice, !choice.short.isEmpty else { return [] }
    let missing = choice.short.reduce(0) { $0 + $1.heads }
    let courses = Set(planner.lapses.map(\.course))
    var sentences: [String] = []
    let changes: [PlacementChange] = [.oneMoreClass, .oneMoreSeat, .anotherTrainer, .anotherRoom]
    for change in changes where !stop.isStopped {
      let other = RenewalPlanner(
        inputs: change.applied(to: planner.inputs, courses: courses),
        weeks: planner.weeks,
        lapses: planner.lapses,
        gains: planner.gains,
        worth: planner.worth
      )
      let found = try RenewalModel(other.problem(needed: needed)).solved(
        by: solver,
        milliseconds: min(30_000, stop.millisecondsLeft ?? 30_000)
      )
      guard let found else { continue }
      let left = found.short.reduce(0) { $0 + $1.heads }
      guard left < missing - 1e-6 else { continue }
      let share = Int(((missing - left) / missing * 100).rounded())
      sentences.append("\(change.sentence) would close \(share) % of what is missing.")
    }
    return sentences
  }
}
