import Checking
import GLPKSolver
import Staffing
import TestSupport
import Workforce

@testable import Rostering

/// A tiny case of nights with its optimizer, its oracle and its referee.
struct NightWeek {
  let tiny: TinyNights
  let checker: RosterChecker

  init(seed: Int, people: Int? = nil, hasPrices: Bool = true) {
    tiny = TinyNights(seed: seed, people: people, hasPrices: hasPrices)
    checker = RosterChecker(inputs: tiny.inputs)
  }

  var force: BruteForceRoster {
    BruteForceRoster(inputs: tiny.inputs, week: tiny.week, requirement: tiny.requirement)
  }

  var costs: CoverCosts {
    CoverCostBuilder(settings: tiny.inputs.settings).coverCosts(for: tiny.requirement)
  }

  func optimizer() throws -> RosterOptimizer {
    try RosterOptimizer(
      inputs: tiny.inputs,
      costs: costs,
      options: RosterOptions(effort: 2, threads: 1),
      solver: GLPKSolver()
    )
  }

  /// The compiled week.
  func built() throws -> RosterProblemBuilder.Built {
    try RosterProblemBuilder(inputs: tiny.inputs, costs: costs).build()
  }

  func report(_ roster: Roster, impossible: [String] = []) -> CheckReport {
    checker.check(roster, requirement: tiny.requirement, impossible: impossible)
  }
}
