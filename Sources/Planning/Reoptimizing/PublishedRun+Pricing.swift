import Optimization
import Rostering
import Workforce

extension PublishedRun {
  /// What people at work are worth at the prices of contacts that the run found.
  func coverPricing(threads: Int) -> CoverPricing {
    CoverPricing(
      inputs: loaded.inputs,
      forecast: forecast,
      requirement: requirement,
      prices: contactPrices,
      threads: threads
    )
  }
}

extension RosterWorth {
  /// Takes the roster of a run at the run's own prices.
  init(_ run: PublishedRun, options: WorthOptions, solver: any LinearSolver)
    throws(ShiftwrightError)
  {
    let inputs = run.loaded.inputs
    try self.init(
      inputs: inputs,
      costs: run.coverPricing(threads: options.threads).costs,
      published: run.roster,
      effort: options.effort(people: inputs.employees.count, seed: inputs.settings.seed),
      solver: solver
    )
  }
}
