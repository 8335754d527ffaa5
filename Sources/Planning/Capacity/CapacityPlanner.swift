import Capacity
import Foundation
public import Optimization
public import Workforce

/// Plans heads months ahead: need, cheapest hires, classes and cross-training, and the chance that
/// they are enough.
public struct CapacityPlanner: Sendable {
  private let inputs: PlanningInputs
  private let assumptions: CapacityAssumptions
  private let options: CapacityOptions
  private let solver: any LinearSolver
  private let passes: PassChances?

  /// Takes a scenario.
  ///
  /// - Parameters:
  ///   - loaded: The scenario.
  ///   - place: Where it lies, for results of training.
  ///   - assumptions: What the center says of its future.
  ///   - options: How to plan.
  ///   - solver: Solves the programs.
  /// - Throws: ``BadInput`` when records of training have errors.
  public init(
    loaded: LoadedScenario,
    at place: String,
    assumptions: CapacityAssumptions,
    options: CapacityOptions,
    solver: any LinearSolver
  ) throws {
    inputs = loaded.inputs
    self.assumptions = assumptions
    self.options = options
    self.solver = solver
    passes = inputs.training.courses.isEmpty ? nil : try PassChances(at: place)
  }

  /// Plans the months.
  ///
  /// - Parameters:
  ///   - stop: Ends the work.
  ///   - progress: Is told of every month.
  /// - Returns: The plan.
  /// - Throws: `ShiftwrightError` when there is nothing to forecast from or nobody to plan for, or
  ///   when `stop` is cancelled.
  public func plan(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> CapacityResult {
    let known = try lastDay()
    let terms = CapacityTerms(inputs, assumptions, passes: passes)
    let first = options.from ?? CalendarMonth(containing: known.adding(days: 15))
    try check(first, known)
    let months = (0..<options.months).map { first.adding(months: $0) }
    let skills = inputs.settings.queues.map(\.skill).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let weeks = try MonthlyNeed(
      inputs: inputs,
      terms: terms,
      skills: skills,
      threads: options.threads,
      solver: solver,
      known: known
    ).months(months, stop: stop, progress: progress)
    try throwIfCancelled(stop)
    let problem = CapacityProblemBuilder(
      inputs: inputs,
      given: assumptions,
      terms: terms,
      skills: skills,
      months: months,
      passes: passes
    ).problem(skills.indices.map { skill in weeks.map { $0.bands[skill] } })
    let solution = try searched(problem, stop: stop, progress: progress)
    return CapacityResult(
      inputs: inputs,
      months: months,
      weeks: weeks,
      problem: problem,
      solution: solution,
      notes: terms.notes,
      leadMonths: terms.hiring.leadMonths,
      played: played(problem, solution, weeks, terms)
    )
  }

  private func searched(
    _ problem: CapacityProblem,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> CapacitySolution {
    progress?(StageProgress(stage: "capacity plan", detail: "searching"))
    let solution = try CapacityModel(problem).solved(
      by: solver,
      effort: CapacityModel.Effort(milliseconds: milliseconds)
    )
    try throwIfCancelled(stop)
    progress?(StageProgress(stage: "capacity plan", detail: "playing"))
    return solution
  }

  private var milliseconds: Int {
    options.timeLimit.map { max(1, Int($0.inSeconds * 1000)) } ?? 600_000
  }

  /// Plays the plan, and doing nothing, with the same luck.
  private func played(
    _ problem: CapacityProblem,
    _ solution: CapacitySolution,
    _ weeks: [MonthlyNeed.Month],
    _ terms: CapacityTerms
  ) -> CapacityResult.Played {
    let monthly = weeks.reduce(0) { $0 + $1.deviation } / Double(max(1, weeks.count))
    let simulation = CapacitySimulation(
      problem,
      spread: CapacitySimulation.DemandSpread(monthly: monthly, yearly: terms.demand.spread),
      seed: options.seed ?? inputs.settings.seed
    )
    let paths = { (choice: CapacityChoice) in
      simulation.paths(
        choice,
        serving: solution.serving,
        replications: options.replications,
        threads: options.threads
      )
    }
    let curves = problem.skills.indices.map { skill in weeks.map { $0.curves[skill] } }
    return CapacityResult.Played(
      plan: CapacityChances(paths(solution.choice), curves: curves),
      nothing: CapacityChances(paths(CapacityChoice(nothingFor: problem)), curves: curves)
    )
  }

  private func lastDay() throws(ShiftwrightError) -> LocalDate {
    let last = inputs.history.compactMap { $0.records.last?.start }.max()
    guard let last else {
      throw ShiftwrightError(
        "There is no history to forecast from.\nAdd contacts.csv to the scenario."
      )
    }
    return inputs.settings.zone.local(at: last).date
  }

  private func check(_ first: CalendarMonth, _ known: LocalDate) throws(ShiftwrightError) {
    var problems: [String] = []
    let least = CalendarMonth(containing: known)
    if first < least {
      problems.append(
        "The history goes on to \(known), after \(first) began.\nGive --from a month from \(least) on."
      )
    }
    if first.months(since: least) > 36 {
      problems.append(
        "\(first) is more than three years after the history, which ends on \(known).\n"
          + "Give --from a month up to \(least.adding(months: 36))."
      )
    }
    if inputs.employees.allSatisfy(\.isPlaceholder) {
      problems.append(
        "Nobody in employees.csv is a named person; placeholders are not planned from.\n"
          + "Add the people there are."
      )
    }
    guard problems.isEmpty else { throw ShiftwrightError(problems.joined(separator: "\n")) }
  }

  private func throwIfCancelled(_ stop: StopSignal) throws(ShiftwrightError) {
    guard stop.reason == .cancelled else { return }
    throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again.")
  }
}
