import Forecasting
import Optimization
import Rostering
import Staffing
import Workforce

/// Prices people away in the weeks of a horizon, from the roster that is there, else from a quick one
/// without the new classes.
struct WeekPrices {
  let inputs: PlanningInputs
  let options: PlacementOptions
  let solver: any LinearSolver

  /// The prices, in blocks of the grid of shift starts.
  func prices(
    _ horizon: PlacementHorizon,
    in run: PublishedRun? = nil,
    stop: StopSignal
  ) throws -> AwayPrices {
    var prices = AwayPrices(
      blockMinutes: inputs.settings.shiftStartMinutes,
      steps: inputs.settings.queues.map { _ in [] },
      idle: []
    )
    if let run {
      let pricing = pricing(run.loaded.inputs, run.forecast, run.requirement, run.contactPrices)
      add(run.roster, run.requirement, pricing, to: &prices)
      return prices
    }
    for week in horizon.weeks {
      try add(week, to: &prices, stop: stop)
    }
    return prices
  }

  /// Prices of nothing, where nobody needs a seat.
  static func none(_ horizon: PlacementHorizon, _ settings: ScenarioSettings) -> AwayPrices {
    let block = settings.shiftStartMinutes
    let count = horizon.end.minutes(since: horizon.start) / block + 1
    let step = AwayPrices.Step(people: 1, cost: 0)
    return AwayPrices(
      blockMinutes: block,
      steps: settings.queues.map { _ in Array(repeating: [step], count: count) },
      idle: Array(repeating: 0, count: count)
    )
  }

  /// What people are worth in contacts, at given prices, else at those that the curves ask for.
  private func pricing(
    _ inputs: PlanningInputs,
    _ forecast: Forecast,
    _ requirement: Requirement,
    _ given: [Double]?
  ) -> CoverPricing {
    let values = CoverValueBuilder(inputs: inputs, threads: options.threads).values(
      for: forecast,
      requirement: requirement
    )
    return CoverPricing(
      settings: inputs.settings,
      values: values,
      prices: given ?? PriceScale.startPrices(of: inputs, values: values)
    )
  }

  private func add(_ week: ISOWeek, to prices: inout AwayPrices, stop: StopSignal) throws {
    let forecast = try ForecastBuilder(inputs: inputs, threads: options.threads).forecast(week)
    let requirement = try DeferredNeed(inputs: inputs, forecast: forecast, solver: solver)
      .requirement
    let pricing = pricing(inputs, forecast, requirement, nil)
    let optimizer = try RosterOptimizer(
      inputs: inputs,
      costs: pricing.costs,
      options: RosterOptions(
        effort: min(20, 2 + inputs.employees.count / 60),
        threads: options.threads,
        seed: options.seed ?? inputs.settings.seed
      ),
      solver: solver
    )
    let outcome = try optimizer.build(stop: stop)
    if stop.reason == .cancelled { throw TargetRounds.cancelled }
    add(outcome.roster, requirement, pricing, to: &prices)
  }

  private func add(
    _ roster: Roster,
    _ requirement: Requirement,
    _ pricing: CoverPricing,
    to prices: inout AwayPrices
  ) {
    let coverage = RosterJudge(inputs: inputs, requirement: requirement, cover: pricing.given)
      .coverage(roster)
    let costs = pricing.costs
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
