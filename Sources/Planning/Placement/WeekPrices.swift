import Forecasting
import Optimization
import Staffing
import Workforce

/// Prices people away in the weeks of a horizon, from a quick roster without the new classes.
struct WeekPrices {
  let inputs: PlanningInputs
  let options: PlacementOptions
  let solver: any LinearSolver

  /// The prices, in blocks of the grid of shift starts.
  func prices(_ horizon: PlacementHorizon, stop: StopSignal) throws -> AwayPrices {
    let block = inputs.settings.shiftStartMinutes
    var prices = AwayPrices(
      blockMinutes: block,
      steps: inputs.settings.queues.map { _ in [] },
      idle: []
    )
    for week in horizon.weeks {
      try add(week, to: &prices, stop: stop)
    }
    return prices
  }

  private func add(_ week: ISOWeek, to prices: inout AwayPrices, stop: StopSignal) throws {
    let forecast = try ForecastBuilder(inputs: inputs, threads: options.threads).forecast(week)
    let requirement = try DeferredNeed(inputs: inputs, forecast: forecast, solver: solver)
      .requirement
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(
        seed: options.seed,
        effort: min(20, 2 + inputs.employees.count / 60),
        threads: options.threads,
        cover: .need
      ),
      solver: solver
    )
    let outcome = try planner.roster(requirement, stop: stop)
    let coverage = RosterJudge(inputs: inputs, requirement: requirement, cover: nil)
      .coverage(outcome.roster)
    let costs = CoverPricing(settings: inputs.settings, requirement: requirement).costs
    let slots = prices.blockMinutes / costs.grid.stepMinutes
    for block in 0..<costs.grid.count / slots {
      add(block * slots..<(block + 1) * slots, costs, coverage, to: &prices)
    }
  }

  /// Adds the block of some slots.
  private func add(
    _ slots: Range<Int>,
    _ costs: CoverCosts,
    _ coverage: Coverage,
    to prices: inout AwayPrices
  ) {
    let own = slots.map { slot in
      let interval = coverage.grid.index(of: costs.grid.instant(at: slot))
      return (slot: slot, interval: min(coverage.grid.count - 1, interval))
    }
    for queue in prices.steps.indices {
      prices.steps[queue].append(
        Self.steps(
          own.map { part in
            let people = Int(coverage.allocated[queue][part.interval].rounded())
            return (costs.queues[queue][part.slot], people)
          }
        )
      )
    }
    prices.idle.append(own.map { coverage.idle[$0.interval].rounded(.down) }.min() ?? 0)
  }

  /// What each further person of a queue costs who is away for all slots of a block.
  static func steps(_ slots: [(cost: CoverCost, people: Int)]) -> [AwayPrices.Step] {
    let most = slots.map(\.people).max() ?? 0
    var steps: [AwayPrices.Step] = []
    for away in 1...most + 1 {
      let cost = slots.reduce(0.0) { sum, slot in
        let left = slot.people - away
        if left < 0 { return sum + (slot.cost.steps.first?.worth ?? 0) }
        return sum + slot.cost.cost(of: left) - slot.cost.cost(of: left + 1)
      }
      if let last = steps.last, abs(last.cost - cost) < 1e-9 {
        steps[steps.count - 1].people += 1
      } else {
        steps.append(AwayPrices.Step(people: 1, cost: max(steps.last?.cost ?? 0, cost)))
      }
    }
    return steps
  }
}
