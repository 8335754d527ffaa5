public import Optimization
import Workforce

/// Puts a solver through every promise of `LinearSolver` and returns what it breaks.
///
/// Optima and duals are worked out by hand or by brute force over all points.
public func checkSolver(_ solver: some LinearSolver) -> [String] {
  let checks: [(String, (SolverCheck) throws -> Void)] = [
    ("production plan", checkProductionPlan),
    ("duals", checkDualSigns),
    ("transport", checkDegenerateTransport),
    ("outcomes", checkOutcomes),
    ("integers", checkIntegers),
    ("refusal", checkRefusals),
    ("changes", checkChanges),
  ]
  return checks.flatMap { name, check in
    let record = SolverCheck(name: name, solver: solver)
    do { try check(record) } catch { record.broken.append("\(name): threw \(error)") }
    return record.broken
  }
}

/// One check under way: the solver and what it has broken so far.
///
/// A class, because the checks add to it from inside closures.
private final class SolverCheck {
  let name: String
  let solver: any LinearSolver
  var broken: [String] = []

  init(name: String, solver: any LinearSolver) {
    self.name = name
    self.solver = solver
  }

  /// Notes what is broken unless a statement holds.
  func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { broken.append("\(name): \(what())") }
  }

  /// Notes a number that is off.
  func expect(_ value: Double, near wanted: Double, _ what: String) {
    expect(Self.isNear(value, wanted), "\(what) is \(value), not \(wanted)")
  }

  /// Notes numbers that are off.
  func expect(_ values: [Double], near wanted: [Double], _ what: String) {
    let isNear = zip(values, wanted).allSatisfy(Self.isNear)
    expect(values.count == wanted.count && isNear, "\(what) are \(values), not \(wanted)")
  }

  private static func isNear(_ value: Double, _ wanted: Double) -> Bool {
    value == wanted || abs(value - wanted) <= 1e-6 * max(1, abs(wanted))
  }
}

/// Dantzig's plan for two products (Hillier & Lieberman, Wyndor Glass): 3x + 5y is at most 36.
private func checkProductionPlan(_ check: SolverCheck) throws {
  var model = LinearModel("Wyndor Glass")
  let doors = model.variable("doors", cost: -3)
  let windows = model.variable("windows", cost: -5)
  model.require("plant 1", doors, .atMost(4))
  model.require("plant 2", 2 * windows, .atMost(12))
  model.require("plant 3", 3 * doors + 2 * windows, .atMost(18))
  model.objectiveConstant = 10
  let solution = try check.solver.solveRelaxation(model)
  check.expect(solution.termination == .optimal, "ends \(solution.termination)")
  check.expect(solution.objective, near: -26, "objective")
  check.expect(solution.values, near: [2, 6], "values")
  check.expect(solution.duals, near: [0, -1.5, -1], "duals")
  check.expect(solution.reducedCosts, near: [0, 0], "reduced costs")
}

/// Prices rise with a lower bound and are negative at an upper one; reduced costs follow from them.
private func checkDualSigns(_ check: SolverCheck) throws {
  var model = LinearModel("diet")
  let bread = model.variable("bread", cost: 2)
  let milk = model.variable("milk", upper: 1, cost: 3)
  let meat = model.variable("meat", cost: 9)
  model.require("energy", bread + 2 * milk + 3 * meat, .atLeast(10))
  model.require("protein", 1 * bread + 4 * milk + 4 * meat, .between(1, 100))
  model.require("volume", bread + milk, .atMost(8))
  // Bread 7, milk 1 (its bound), meat 1/3: energy binds below at 3, volume above at −1.
  let solution = try check.solver.solveRelaxation(model)
  check.expect(solution.values, near: [7, 1, 1.0 / 3], "values")
  check.expect(solution.objective, near: 20, "objective")
  check.expect(solution.duals, near: [3, 0, -1], "duals")
  check.expect(solution.reducedCosts, near: [0, -2, 0], "reduced costs")
}

/// A transport plan whose supplies equal its demands: degenerate, with equations.
private func checkDegenerateTransport(_ check: SolverCheck) throws {
  let costs: [[Double]] = [[4, 6, 8], [5, 3, 7], [9, 6, 2]]
  var model = LinearModel("transport")
  let flow = costs.enumerated().map { from, row in
    row.enumerated().map { to, cost in model.variable("\(from) to \(to)", cost: cost) }
  }
  for index in 0..<3 {
    model.require("supply \(index)", LinearExpression(summing: flow[index]), .exactly(5))
    model.require("demand \(index)", LinearExpression(summing: flow.map { $0[index] }), .exactly(5))
  }
  let solution = try check.solver.solveRelaxation(model)
  check.expect(solution.termination == .optimal, "ends \(solution.termination)")
  check.expect(solution.objective, near: 45, "objective")
  for (index, variable) in model.variables.enumerated() {
    let priced = model.constraints.enumerated().reduce(0.0) { sum, row in
      sum + (row.element.terms.contains { $0.index == index } ? solution.duals[row.offset] : 0)
    }
    check.expect(solution.reducedCosts[index], near: variable.cost - priced, variable.name)
    check.expect(solution.reducedCosts[index] >= -1e-9, "reduced cost of \(variable.name)")
  }
}

/// Infeasible, unbounded, empty and limited models are ordinary outcomes.
private func checkOutcomes(_ check: SolverCheck) throws {
  var model = LinearModel("outcomes")
  let x = model.variable("x", cost: -1, isInteger: true)
  check.expect(try check.solver.solveRelaxation(model).termination == .unbounded, "not unbounded")
  check.expect(try check.solver.solve(model).termination == .unbounded, "integer not unbounded")
  model.require("cap", x, .atMost(3.5))
  check.expect(try check.solver.solve(model).objective, near: -3, "capped objective")
  let idle = try check.solver.solveRelaxation(model, limits: SolveLimits(simplexIterations: 0))
  check.expect(idle.termination != .optimal, "ignores the limit")
  var crossed = model
  crossed.setBounds(ofVariable: x.index, lower: 2, upper: 1)
  check.expect(try check.solver.solve(crossed).termination == .infeasible, "crossed bounds")
  model.require("floor", 2 * x, .atLeast(8))
  check.expect(try check.solver.solveRelaxation(model).termination == .infeasible, "not infeasible")
  let infeasible = try check.solver.solve(model)
  check.expect(infeasible.termination == .infeasible, "integer not infeasible")
  check.expect(infeasible.values.isEmpty && infeasible.objective == .infinity, "holds values")
  var empty = LinearModel("empty")
  empty.objectiveConstant = 7
  check.expect(try check.solver.solve(empty).objective, near: 7, "empty objective")
}

/// Random knapsacks with one equation against all their points.
private func checkIntegers(_ check: SolverCheck) throws {
  for seed in 0..<20 {
    var random = RandomStream(seed: UInt64(seed), name: "solver check")
    let size = 4 + random.below(5)
    var model = LinearModel("knapsack \(seed)")
    let items = (0..<size).map {
      model.variable("\($0)", upper: 1, cost: Double(random.below(41) - 30), isInteger: true)
    }
    let weights = items.map { _ in Double(1 + random.below(9)) }
    let load = LinearExpression(summing: zip(weights, items).map { $0 * $1 })
    model.require("weight", load, .between(Double(random.below(4)), Double(3 * size)))
    let solution = try check.solver.solve(model)
    let best = bruteForceOptimum(of: model)
    check.expect(solution.objective, near: best ?? .infinity, "seed \(seed): objective")
    check.expect(solution.bound <= solution.objective, "seed \(seed): bound above the objective")
  }
}

/// Numbers that are none are refused before anything is solved.
private func checkRefusals(_ check: SolverCheck) throws {
  var model = LinearModel("refusals")
  model.addVariable("x", cost: .nan)
  do {
    _ = try check.solver.solve(model)
    check.expect(false, "takes NaN as a cost")
  } catch let error as SolverError {
    check.expect(error.code == .badNumber && error.message.contains("'x'"), "says '\(error)'")
  }
  model = LinearModel("refusals")
  let y = model.variable("y", cost: 1)
  model.require("row", y, .atLeast(1))
  let later = try check.solver.withSession(model) { session in
    session.setCost(ofVariable: y.index, .infinity)
    return session.solveRelaxation(SolveLimits()).termination
  }
  if case .failed(let reason) = later {
    check.expect(reason.contains("'y'"), "says '\(reason)'")
  } else {
    check.expect(false, "takes infinity as a cost: \(later)")
  }
}

/// A session follows every change and reports what a new solve would.
private func checkChanges(_ check: SolverCheck) throws {
  var model = LinearModel("changes")
  let x = model.variable("x", upper: 10, cost: 1)
  let cover = model.require("cover", x, .atLeast(4))
  let objectives = try check.solver.withSession(model) { session in
    let limits = SolveLimits()
    var objectives = [session.solveRelaxation(limits).objective]
    session.addVariables([
      LinearModel.Column(
        LinearModel.Variable(name: "cheap", upper: 3, cost: 0.5),
        terms: [LinearModel.Term(index: cover, coefficient: 1)]
      )
    ])
    objectives.append(session.solveRelaxation(limits).objective)
    session.setBounds(ofConstraint: cover, lower: 6, upper: .infinity)
    objectives.append(session.solveRelaxation(limits).objective)
    session.setCost(ofVariable: x.index, 0.25)
    objectives.append(session.solveRelaxation(limits).objective)
    session.setBounds(ofVariable: x.index, lower: 0, upper: 5)
    objectives.append(session.solveRelaxation(limits).objective)
    session.removeVariables([x.index])
    objectives.append(session.solveRelaxation(limits).objective)
    return objectives
  }
  check.expect(objectives, near: [4, 2.5, 4.5, 1.5, 1.75, .infinity], "objectives")
}
