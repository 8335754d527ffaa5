import GLPKSolver
import Optimization
import TestSupport
import Testing
import Workforce

@Suite struct IntegerSearchTests {
  private let solver = GLPKSolver()

  @Test(arguments: 0..<20)
  func `a limited search keeps the incumbent and a valid bound`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed), name: "node limit")
    let model = knapsackModel(&random, items: 9, rows: 2)
    let best = try #require(bruteForceOptimum(of: model))
    let points = bruteForcePoints(of: model)
    let incumbent = points[random.below(points.count)]
    for limit in [0, 1, 2, 5] {
      let solution = try solver.withSession(model) {
        $0.solveInteger(SolveLimits(branchAndBoundNodes: limit), incumbent: incumbent, improve: nil)
      }
      #expect(solution.nodes <= limit)
      #expect(solution.bound <= best + 1e-6)
      #expect(solution.objective <= model.objective(at: incumbent) + 1e-9)
      #expect(solution.objective >= best - 1e-6)
      #expect(solution.incumbentRefusal == nil)
      #expect(solution.termination.hasSolution)
    }
  }

  @Test func `a node limit alone gives a gap or no solution`() throws {
    let model = hardKnapsackModel(items: 30, rows: 3)
    let none = try solver.solve(model, limits: SolveLimits(branchAndBoundNodes: 1))
    let some = try solver.solve(model, limits: SolveLimits(branchAndBoundNodes: 200))
    let full = try solver.solve(model)
    #expect(!none.stoppedByGuard && !some.stoppedByGuard && !full.stoppedByGuard)
    #expect(none.nodes == 1 && none.termination != .optimal)
    #expect(some.nodes == 200)
    guard case .feasible(let gap) = some.termination else {
      Issue.record("ends \(some.termination)")
      return
    }
    #expect(full.termination == .optimal && full.nodes > 200)
    #expect(some.bound <= full.objective && some.objective >= full.objective)
    #expect(none.bound <= some.bound)
    #expect(abs(gap - (some.objective - some.bound) / abs(some.objective)) < 1e-12)
    #expect(try solver.solve(model, limits: SolveLimits(branchAndBoundNodes: 200)) == some)
  }

  @Test func `a pivot limit ends the search too`() throws {
    let model = hardKnapsackModel(items: 30, rows: 3)
    let solution = try solver.solve(model, limits: SolveLimits(simplexIterations: 300))
    #expect(solution.pivots >= 300 && solution.pivots < 400)
    #expect(solution.termination != .optimal && !solution.stoppedByGuard)
  }

  @Test func `a wanted gap ends the search within it`() throws {
    let model = hardKnapsackModel(items: 30, rows: 3)
    let rough = try solver.solve(model, limits: SolveLimits(relativeGap: 0.02))
    let full = try solver.solve(model)
    #expect(rough.nodes < full.nodes)
    #expect(rough.objective - rough.bound <= 0.02 * abs(rough.objective) + 1e-9)
    #expect(rough.bound <= full.objective + 1e-9)
  }

  @Test(arguments: [
    ([1.0, 1, 1], "constraint 'weight' is 12.0, which is above 10.0"),
    ([0.5, 0, 0], "variable 'a' is 0.5, which is not whole"),
    ([0.0, 2, 0], "variable 'b' is 2.0, which is above 1.0"),
    ([0.0, .nan, 0], "variable 'b' is nan"),
    ([0.0], "it has 1 values for 3 variables"),
  ])
  func `an incumbent that is no solution is refused`(point: [Double], reason: String) throws {
    var model = LinearModel()
    let items = ["a", "b", "c"].map { model.variable($0, upper: 1, cost: -1, isInteger: true) }
    model.require("weight", 3 * items[0] + 4 * items[1] + 5 * items[2], .atMost(10))
    let solution = try solver.withSession(model) {
      $0.solveInteger(SolveLimits(), incumbent: point, improve: nil)
    }
    #expect(solution.incumbentRefusal == reason)
    #expect(solution.termination == .optimal && solution.objective == -2)
  }

  @Test func `an incumbent prunes the tree`() throws {
    let model = hardKnapsackModel(items: 30, rows: 3)
    let full = try solver.solve(model)
    let helped = try solver.withSession(model) {
      $0.solveInteger(SolveLimits(), incumbent: full.values, improve: nil)
    }
    #expect(helped.termination == .optimal && helped.objective == full.objective)
    #expect(helped.nodes < full.nodes)
  }

  @Test func `the improve callback sees fractions and its solutions count`() throws {
    let model = hardKnapsackModel(items: 30, rows: 3)
    let full = try solver.solve(model)
    let (solution, seen) = try solver.withSession(model) { session in
      var seen: [[Double]] = []
      let solution = session.solveInteger(
        SolveLimits(branchAndBoundNodes: 1),
        incumbent: Array(repeating: 0, count: 30)
      ) { values in
        seen.append(values)
        return seen.count == 1 ? full.values : nil
      }
      return (solution, seen)
    }
    let relaxed = try solver.solveRelaxation(model)
    #expect(seen.count == 1)
    #expect(abs(model.objective(at: seen.first ?? []) - relaxed.objective) < 1e-6)
    #expect(solution.improvements == 1)
    #expect(solution.objective == full.objective)
    #expect(solution.bound <= full.objective)
  }

  @Test func `what improve returns is checked too`() throws {
    let model = hardKnapsackModel(items: 30, rows: 3)
    let solution = try solver.withSession(model) { session in
      session.solveInteger(SolveLimits(), incumbent: nil) { $0.map { _ in 1 } }
    }
    #expect(solution.improvements == 0)
    #expect(solution == (try solver.solve(model)))
  }
}
