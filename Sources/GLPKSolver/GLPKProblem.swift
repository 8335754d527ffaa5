import CGLPK
import Optimization

/// One problem inside GLPK; it belongs to the thread that made it.
///
/// Indices count from 0, as in the model. What is handed over was checked before: GLPK aborts where
/// an index is wrong. Every method throws `SolverError` when GLPK gave up, now or earlier.
@safe
struct GLPKProblem: ~Copyable {
  let scope: UnsafeMutablePointer<glpk_scope>

  private init(scope: UnsafeMutablePointer<glpk_scope>) { unsafe self.scope = unsafe scope }

  /// Makes an empty problem, without a limit on memory when that is nil.
  static func empty(memoryMegabytes: Int?) throws -> GLPKProblem {
    guard let scope = unsafe glpk_scope_begin(Int32(clamping: memoryMegabytes ?? 0)) else {
      throw SolverError(
        .solverFailure,
        """
        There is no memory to start GLPK.
        Run fewer threads at once, with --threads.
        """
      )
    }
    let problem = unsafe GLPKProblem(scope: scope)
    guard unsafe glpk_is_open(scope) != 0 else { throw problem.gaveUp() }
    return problem
  }

  deinit { unsafe glpk_scope_free(scope) }

  /// Frees what GLPK holds; to be called once, on the thread that made the problem.
  func end() { unsafe glpk_scope_end(scope) }

  /// Throws when GLPK gave up.
  func check(_ code: Int32) throws {
    if code == GLPK_ABORTED { throw gaveUp() }
  }

  private func gaveUp() -> SolverError {
    let said = unsafe String(cString: glpk_message(scope))
      .split(separator: "\n").joined(separator: "; ")
    return SolverError(
      .solverFailure,
      """
      GLPK gave up: \(said.isEmpty ? "its session is over" : said).
      Solve in a new session; when it happens again, write the model as LP text and report it.
      """
    )
  }
}

extension GLPKProblem {
  /// Sets the part of the objective that no variable changes.
  func setObjectiveConstant(_ constant: Double) throws {
    try check(unsafe glpk_set_objective_constant(scope, constant))
  }

  /// Appends rows.
  func add(_ rows: [LinearModel.Constraint]) throws {
    let batch = SparseBatch(rows.map(\.terms))
    try check(
      unsafe glpk_add_rows(
        scope,
        Int32(rows.count),
        Array(fromOne: rows.map(\.lower), blank: 0),
        Array(fromOne: rows.map(\.upper), blank: 0),
        batch.starts,
        batch.indices,
        batch.coefficients
      )
    )
  }

  /// Appends columns.
  func add(_ columns: [LinearModel.Column]) throws {
    let batch = SparseBatch(columns.map(\.terms))
    try check(
      unsafe glpk_add_columns(
        scope,
        Int32(columns.count),
        Array(fromOne: columns.map(\.variable.lower), blank: 0),
        Array(fromOne: columns.map(\.variable.upper), blank: 0),
        Array(fromOne: columns.map(\.variable.cost), blank: 0),
        Array(fromOne: columns.map { $0.variable.isInteger ? 1 : 0 }, blank: 0),
        batch.starts,
        batch.indices,
        batch.coefficients
      )
    )
  }

  /// Removes columns, given in ascending order, and tells whether the basis is lost with them.
  func removeColumns(_ indices: [Int]) throws -> Bool {
    var isBasisLost: Int32 = 0
    try check(
      unsafe glpk_remove_columns(
        scope,
        Int32(indices.count),
        Array(fromOne: indices.map { Int32($0 + 1) }, blank: 0),
        &isBasisLost
      )
    )
    return isBasisLost != 0
  }

  /// Changes the bounds of a column.
  func setBounds(ofColumn index: Int, lower: Double, upper: Double) throws {
    try check(unsafe glpk_set_column_bounds(scope, Int32(index + 1), lower, upper))
  }

  /// Changes the bounds of a row.
  func setBounds(ofRow index: Int, lower: Double, upper: Double) throws {
    try check(unsafe glpk_set_row_bounds(scope, Int32(index + 1), lower, upper))
  }

  /// Changes the cost of a column.
  func setCost(ofColumn index: Int, _ cost: Double) throws {
    try check(unsafe glpk_set_cost(scope, Int32(index + 1), cost))
  }
}

extension GLPKProblem {
  /// What the simplex method came to.
  struct Relaxation {
    var outcome: SimplexOutcome
    var status: PointStatus
    var pivots: Int
    var objective: Double
  }

  /// The values, reduced costs and row duals of the last relaxation.
  struct Point {
    var values: [Double]
    var reducedCosts: [Double]
    var duals: [Double]
  }

  /// Replaces the basis by a triangular one.
  func constructBasis() throws { try check(unsafe glpk_construct_basis(scope)) }

  /// Runs the simplex method from the present basis.
  func solveRelaxation(pivotLimit: Int, milliseconds: Int) throws -> Relaxation {
    var result = glpk_relaxation()
    try check(
      unsafe glpk_solve_relaxation(
        scope,
        Int32(clamping: pivotLimit),
        Int32(clamping: milliseconds),
        &result
      )
    )
    return Relaxation(
      outcome: SimplexOutcome(code: result.code),
      status: PointStatus(code: result.status),
      pivots: Int(result.pivots),
      objective: result.objective
    )
  }

  /// Reads the point of the last relaxation of a problem of that size.
  func point(columns: Int, rows: Int) throws -> Point {
    var values = Array(repeating: 0.0, count: columns + 1)
    var reducedCosts = values
    var duals = Array(repeating: 0.0, count: rows + 1)
    try check(unsafe glpk_read_relaxation(scope, &values, &reducedCosts, &duals))
    return Point(
      values: Array(values.dropFirst()),
      reducedCosts: Array(reducedCosts.dropFirst()),
      duals: Array(duals.dropFirst())
    )
  }
}
