import Checking
import GLPKSolver
import Staffing
import TestSupport
import Workforce

@testable import Rostering

/// A tiny case with its optimizer, its oracle and its referee.
struct TinyWeek {
  let tiny: TinyCase
  let force: BruteForceRoster
  let checker: RosterChecker

  init(seed: Int, severalClocks: Bool = false) {
    tiny = TinyCase(seed: seed, severalClocks: severalClocks)
    force = BruteForceRoster(
      inputs: tiny.inputs,
      week: tiny.week,
      requirement: tiny.requirement
    )
    checker = RosterChecker(inputs: tiny.inputs)
  }

  var costs: CoverCosts {
    CoverCostBuilder(settings: tiny.inputs.settings).coverCosts(for: tiny.requirement)
  }

  func optimizer(
    effort: Int = 2,
    threads: Int = 1,
    beginningWith roster: Roster? = nil
  ) throws -> RosterOptimizer {
    try RosterOptimizer(
      inputs: tiny.inputs,
      costs: costs,
      options: RosterOptions(effort: effort, threads: threads),
      solver: GLPKSolver(),
      beginningWith: roster
    )
  }

  /// The compiled week.
  func built() throws -> RosterProblemBuilder.Built {
    try RosterProblemBuilder(inputs: tiny.inputs, costs: costs).build()
  }

  func report(_ outcome: RosterOutcome) -> CheckReport {
    checker.check(
      outcome.roster,
      requirement: tiny.requirement,
      impossible: outcome.impossible.map(\.employee)
    )
  }
}
