public import Optimization
import Training
public import Workforce

/// Looks for a certificate cliff: heads and service of coming weeks as certificates lapse, and the
/// cheapest renewals that avoid it.
public struct CliffRunner: Sendable {
  /// Weeks that are played with the plan.
  static let worst = 3

  let inputs: PlanningInputs
  let options: CliffOptions
  let solver: any LinearSolver

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
    let skills = try QualifiedHeads(with, weeks: []).skills
    let sets = SkillSets(skills: skills.count)
    let low = try people(without, weeks, sets)
    let high = try people(with, weeks, sets)
    let lapses = future.lapses()
    let search = Search(
      planner: RenewalPlanner(
        inputs: with,
        weeks: weeks,
        lapses: lapses,
        gains: gains(lapses, low, high),
        worth: played.worth
      ),
      future: future,
      sets: sets,
      low: sets.heads(low),
      high: sets.heads(high)
    )
    let plan = try cheapest(search, &played, inner)
    try confirm(plan.inputs, weeks, &played, inner)
    try throwIfCancelled(stop)
    let kept = sets.heads(try people(plan.inputs, weeks, sets))
    var result = result(weeks, skills, sets, (search.low, search.high, kept), played)
    count(lapses, plan.renewals, &result)
    add(plan, weeks, skills, sets, to: &result)
    result.remedies = try remedies(search.planner, plan.needed, plan.choice, inner)
    return result
  }

  /// Heads of everybody, per set of skills and week.
  private func people(_ inputs: PlanningInputs, _ weeks: [ISOWeek], _ sets: SkillSets) throws
    -> [[[Double]]]
  {
    let heads = try QualifiedHeads(inputs, weeks: weeks)
    return inputs.employees.indices.map { sets.heads(heads.heads(of: $0)) }
  }

  /// What the search for the cheapest plan looks at.
  private struct Search {
    var planner: RenewalPlanner
    var future: FutureCertificates
    var sets: SkillSets
    var low: [[Double]]
    var high: [[Double]]
  }

  /// A plan.
  struct Plan {
    var choice: RenewalChoice?
    var renewals: [RenewalPlanner.Renewal]
    var needed: [RenewalProblem.Heads]
    var inputs: PlanningInputs
    /// Heads over the mean need, as a share.
    var margin: Double
  }

  /// The cheapest plan whose worst week is as good as promised when played.
  ///
  /// The need in heads is a mean that knows nothing of shifts and of days, so it is raised until the
  /// week that suffers most holds, or everybody renews.
  private func cheapest(_ search: Search, _ played: inout Played, _ stop: StopSignal) throws
    -> Plan
  {
    var best = try plan(search, played, margin: 0, stop)
    guard let week = worst(played).first else { return best }
    for margin in [0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.1] {
      if margin > 0 { best = try plan(search, played, margin: margin, stop) }
      let isAll = best.renewals.count == search.planner.lapses.count
      guard !stop.isStopped else { return best }
      let outcome = try WeekService(options: options, solver: solver)
        .outcome(best.inputs, played.forecasts[week], stop: stop)
      guard !stop.isStopped else { return best }
      played.planned[week] = outcome.service
      let isShort = best.choice.map { !$0.short.isEmpty } ?? true
      if isAll || isShort || isAsPromised(outcome.service, played, week) { return best }
    }
    return best
  }

  /// Whether no queue falls below its target, or below what it reaches when everybody renews.
  private func isAsPromised(_ service: [Estimate], _ played: Played, _ week: Int) -> Bool {
    let full = played.with[week] ?? service
    return inputs.settings.queues.indices.allSatisfy { queue in
      let target = inputs.settings.queues[queue].target.serviceLevel.value
      return service[queue].high >= min(target, full[queue].mean)
    }
  }

  private func plan(
    _ search: Search,
    _ played: Played,
    margin: Double,
    _ stop: StopSignal
  ) throws -> Plan {
    let need = played.need.map { search.sets.need($0).map { $0 * (1 + margin) } }
    let needed = needed(search.low, search.high, need)
    let (choice, renewals) = try plan(search.planner, needed, stop)
    let keys = renewals.map { [inputs.employees[$0.person].id, $0.course] }
    return Plan(
      choice: choice,
      renewals: renewals,
      needed: needed,
      inputs: search.future.withRenewals(of: Set(keys)),
      margin: margin
    )
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
  struct Played {
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
    _ low: [[[Double]]],
    _ high: [[[Double]]]
  ) -> [Int: [RenewalProblem.Heads]] {
    var gains: [Int: [RenewalProblem.Heads]] = [:]
    for person in Set(lapses.map(\.person)).sorted() {
      var own: [RenewalProblem.Heads] = []
      for set in low[person].indices {
        for week in low[person][set].indices {
          let more = high[person][set][week] - low[person][set][week]
          guard more > 1e-6 else { continue }
          let heads = (more * 1e6).rounded() / 1e6
          own.append(RenewalProblem.Heads(skill: set, week: week, heads: heads))
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
