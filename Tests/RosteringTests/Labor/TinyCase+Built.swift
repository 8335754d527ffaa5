import GLPKSolver
import Staffing
import TestSupport
import Workforce

@testable import Rostering

extension TinyCase {
  /// The roster of other inputs for the same need.
  func built(_ inputs: PlanningInputs) throws -> RosterOutcome {
    try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement),
      options: RosterOptions(effort: 2, threads: 1),
      solver: GLPKSolver()
    ).build()
  }
}
