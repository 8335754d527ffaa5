import Optimization

/// A model inside GLPK; used by one thread, which made it.
///
/// A class, because it has the identity of the problem that it owns.
final class GLPKSession: SolverSession {
  let problem: GLPKProblem
  private(set) var mirror: ModelMirror
  /// Why nothing can be solved any more.
  private(set) var failure: String?
  /// The relaxation's optimum, as long as nothing has changed since.
  var optimum: LinearSolution?
  private var isBasisLost = false

  /// Puts a checked model into GLPK.
  init(_ model: LinearModel, memoryMegabytes: Int?) throws {
    problem = try GLPKProblem.empty(memoryMegabytes: memoryMegabytes)
    mirror = ModelMirror(objectiveConstant: model.objectiveConstant)
    do {
      try problem.setObjectiveConstant(model.objectiveConstant)
      try append(model.variables.map { LinearModel.Column($0, terms: []) })
      try append(model.constraints)
    } catch {
      problem.end()
      throw error
    }
  }

  var variableCount: Int { mirror.columns.count }

  var constraintCount: Int { mirror.rows.count }

  /// Frees what GLPK holds; later calls fail.
  func end() {
    problem.end()
    failure = failure ?? "The session is over.\nSolve inside the scope of withSession."
  }

  func addVariables(_ columns: [LinearModel.Column]) { change { try append(columns) } }

  func addConstraints(_ rows: [LinearModel.Constraint]) { change { try append(rows) } }

  func setBounds(ofVariable index: Int, lower: Double, upper: Double) {
    change {
      let used = try mirror.setBounds(ofVariable: index, lower: lower, upper: upper)
      try problem.setBounds(ofColumn: index, lower: used.lower, upper: used.upper)
    }
  }

  func setBounds(ofConstraint index: Int, lower: Double, upper: Double) {
    change {
      try mirror.setBounds(ofConstraint: index, lower: lower, upper: upper)
      try problem.setBounds(ofRow: index, lower: lower, upper: upper)
    }
  }

  func setCost(ofVariable index: Int, _ cost: Double) {
    change {
      try mirror.setCost(ofVariable: index, cost)
      try problem.setCost(ofColumn: index, cost)
    }
  }

  func removeVariables(_ indices: [Int]) {
    change {
      for index in indices { try mirror.checkIndex(index, of: variableCount, "variable") }
      let removed = Set(indices)
      guard !removed.isEmpty else { return }
      if try problem.removeColumns(removed.sorted()) { isBasisLost = true }
      mirror.removeColumns(removed)
    }
  }

  func constructBasis() {
    change {
      try problem.constructBasis()
      isBasisLost = false
    }
  }

  private func append(_ columns: [LinearModel.Column]) throws {
    guard !columns.isEmpty else { return }
    let accepted = try mirror.accepted(columns)
    try problem.add(accepted)
    mirror.append(accepted)
  }

  private func append(_ rows: [LinearModel.Constraint]) throws {
    guard !rows.isEmpty else { return }
    let accepted = try mirror.accepted(rows)
    try problem.add(accepted)
    mirror.append(accepted)
  }

  private func change(_ body: () throws -> Void) {
    guard failure == nil else { return }
    optimum = nil
    do { try body() } catch { failure = "\(error)" }
  }

  /// Runs a solve; when it throws, nothing can be solved any more.
  func attempt<Solution>(_ body: () throws -> Solution, orElse failed: (String) -> Solution)
    -> Solution
  {
    if let failure { return failed(failure) }
    do {
      if isBasisLost {
        try problem.constructBasis()
        isBasisLost = false
      }
      return try body()
    } catch {
      failure = "\(error)"
      return failed("\(error)")
    }
  }
}
