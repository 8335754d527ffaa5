import Forecasting
import Optimization
import Staffing
import Workforce

/// Forecasts, rosters and simulates single weeks quickly, for comparisons.
struct WeekService {
  let options: CliffOptions
  let solver: any LinearSolver

  /// What a week came to.
  struct Outcome {
    /// Service level per queue.
    var service: [Estimate]
    /// What an hour of the last person at work is worth, per queue: the mean over open time.
    var worth: [Double]
  }

  func forecast(_ inputs: PlanningInputs, _ week: ISOWeek) throws -> Forecast {
    try ForecastBuilder(inputs: inputs, threads: options.threads).forecast(week)
  }

  func requirement(_ inputs: PlanningInputs, _ forecast: Forecast) throws -> Requirement {
    try DeferredNeed(inputs: inputs, forecast: forecast, solver: solver).requirement
  }

  /// Rosters and plays a week.
  func outcome(
    _ inputs: PlanningInputs,
    _ forecast: Forecast,
    stop: StopSignal
  ) throws -> Outcome {
    let requirement = try requirement(inputs, forecast)
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(
        seed: options.seed,
        effort: max(1, min(20, inputs.employees.count / 200)),
        threads: options.threads,
        replications: options.replications,
        cover: .need
      ),
      solver: solver
    )
    let roster = try planner.roster(requirement, stop: stop).roster
    let result = try planner.simulate(roster, forecast, stop: stop)
    let coverage = RosterJudge(inputs: inputs, requirement: requirement, cover: nil)
      .coverage(roster)
    let costs = CoverPricing(settings: inputs.settings, requirement: requirement).costs
    return Outcome(
      service: result.queues.map(\.total.serviceLevel),
      worth: inputs.settings.queues.indices.map { worth(costs, coverage, $0) }
    )
  }

  private func worth(_ costs: CoverCosts, _ coverage: Coverage, _ queue: Int) -> Double {
    var (sum, open) = (0.0, 0)
    for slot in costs.queues[queue].indices where !costs.queues[queue][slot].steps.isEmpty {
      let interval = min(
        coverage.grid.count - 1,
        coverage.grid.index(of: costs.grid.instant(at: slot))
      )
      let people = Int(coverage.allocated[queue][interval].rounded())
      let cost = costs.queues[queue][slot]
      sum +=
        people > 0 ? cost.cost(of: people - 1) - cost.cost(of: people) : cost.steps[0].worth
      open += 1
    }
    guard open > 0 else { return 0 }
    return sum / Double(open) * 60 / Double(costs.grid.stepMinutes)
  }
}
