import GLPKSolver
import Optimization
import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct TourMasterTests {
  @Test(arguments: 0..<150)
  func `solves the relaxation exactly, between the bound and the best roster`(seed: Int) throws {
    let week = TinyWeek(seed: seed)
    let problem = try week.built().problem
    guard !problem.employees.isEmpty, let best = week.force.best()?.costs.total else { return }
    var weeks = RandomWeeks(problem, name: "master", seed: seed)
    var start = RosterState(problem)
    for employee in problem.employees.indices {
      _ = BestResponse.improve(&start, employee: employee)
    }
    let others = weeks.state().tours
    let solution = try MasterSolution.solve(
      problem,
      pool: zip(start.tours, others).map { [$0, $1] },
      center: BoundPrices(
        marginals: problem.cover.capacity.map { _ in 0 },
        coupling: problem.overtimeBudgets.map { _ in 0 }
      ),
      threads: 1,
      budget: 1e9,
      solver: GLPKSolver(),
      stop: StopSignal()
    )
    #expect(solution.isExact)
    #expect(solution.value >= solution.bound - 1e-6)
    #expect(solution.value - solution.bound <= 2e-6 * max(1, solution.value))
    #expect(solution.value <= best + 1e-6)
    let again = LagrangianBound(
      problem,
      prices: solution.prices,
      threads: 1,
      stop: StopSignal()
    )
    #expect(abs(try #require(again).value - solution.bound) < 1e-6)
    #expect(solution.mixes.allSatisfy { abs($0.reduce(0) { $0 + $1.weight } - 1) < 1e-6 })
  }

  @Test(arguments: 0..<100)
  func `counts its rows beforehand`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    let rows = TourMaster(problem).frame.constraints.count
    #expect(TourMaster.rowCount(problem) == rows)
  }

  /// Weeks fixed to a roster's, the master costs what the roster costs.
  @Test(arguments: 0..<100)
  func `prices a roster like the roster itself`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    var weeks = RandomWeeks(problem, name: "roster", seed: seed)
    let state = weeks.state()
    let isWithin = zip(state.overtime, problem.overtimeBudgets).allSatisfy { $0 <= $1 }
    guard isWithin else { return }
    let master = TourMaster(problem)
    let model = master.frame.adding(
      state.tours.enumerated().map { master.column($1, of: $0, name: "week \($0)") }
    )
    let solution = try GLPKSolver().solveRelaxation(model)
    #expect(solution.termination == .optimal)
    #expect(abs(solution.objective - state.objective) < 1e-6)
  }

  @Test(.enabled(if: Glpsol.isPresent, "glpsol is not installed"), arguments: 0..<40)
  func `glpsol reads the text and agrees`(seed: Int) throws {
    let week = TinyWeek(seed: seed)
    let model = try week.optimizer(effort: 1).master()
    let text = model.lpText()
    let relaxed = try #require(try Glpsol.optimum(ofLP: text, isRelaxed: true))
    let whole = try #require(try Glpsol.optimum(ofLP: text, isRelaxed: false))
    #expect(relaxed <= whole + 1e-6)
    #expect(abs(relaxed - (try GLPKSolver().solveRelaxation(model)).objective) < 1e-5)
    #expect(abs(whole - (try GLPKSolver().solve(model)).objective) < 1e-5)
    if let best = week.force.best()?.costs.total { #expect(whole >= best - 1e-6) }
  }
}
