import CGLPK
import Optimization

extension GLPKProblem {
  /// What a branch-and-bound search may do and what it is given.
  struct SearchRequest {
    var nodeLimit: Int
    var pivotLimit: Int
    var milliseconds: Int
    var relativeGap: Double
    var columns: Int
    var incumbent: [Double]?
    /// Turns a node's values into a checked solution, or nil.
    var improve: (([Double]) -> [Double]?)?
  }

  /// What a branch-and-bound search came to.
  struct SearchResult {
    var outcome: SearchOutcome
    var status: PointStatus
    var nodes: Int
    var pivots: Int
    var improvements: Int
    var bound: Double
    var values: [Double]
  }

  /// Searches the tree; the relaxation must have been solved to optimality.
  func search(_ request: SearchRequest) throws -> SearchResult {
    let result = try run(request)
    let status = PointStatus(code: result.status)
    let hasPoint = status == .optimal || status == .feasible
    return SearchResult(
      outcome: SearchOutcome(code: result.code),
      status: status,
      nodes: Int(result.nodes),
      pivots: Int(result.pivots),
      improvements: Int(result.improvements),
      bound: result.bound == -Double.greatestFiniteMagnitude ? -.infinity : result.bound,
      values: hasPoint ? try integerPoint(columns: request.columns) : []
    )
  }

  private func run(_ request: SearchRequest) throws -> glpk_search_result {
    var limits = glpk_search_limits(
      nodes: Int32(clamping: request.nodeLimit),
      pivots: Int32(clamping: request.pivotLimit),
      milliseconds: Int32(clamping: request.milliseconds),
      gap: request.relativeGap
    )
    let helper = request.improve.map { SearchHelper(columns: request.columns, improve: $0) }
    let incumbent = request.incumbent.map { Array(fromOne: $0, blank: 0) }
    var values = Array(repeating: 0.0, count: request.columns + 1)
    var result = glpk_search_result()
    let code = withExtendedLifetime(helper) {
      unsafe glpk_search_integers(
        scope,
        &limits,
        incumbent,
        helper == nil ? nil : SearchHelper.callback,
        helper.map { unsafe Unmanaged.passUnretained($0).toOpaque() },
        &values,
        &result
      )
    }
    try check(code)
    return result
  }

  private func integerPoint(columns: Int) throws -> [Double] {
    var values = Array(repeating: 0.0, count: columns + 1)
    try check(unsafe glpk_read_integers(scope, &values))
    return Array(values.dropFirst())
  }
}

/// Carries the `improve` closure through C.
private final class SearchHelper {
  let columns: Int
  let improve: ([Double]) -> [Double]?

  init(columns: Int, improve: @escaping ([Double]) -> [Double]?) {
    self.columns = columns
    self.improve = improve
  }

  /// Reads a node's values, and writes a solution over them where there is one.
  static let callback:
    @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<Double>?) -> Int32 = {
      context,
      values in
      guard let context = unsafe context, let values = unsafe values else { return 0 }
      let helper = unsafe Unmanaged<SearchHelper>.fromOpaque(context).takeUnretainedValue()
      let point = unsafe UnsafeMutableBufferPointer(start: values + 1, count: helper.columns)
      guard let better = unsafe helper.improve(Array(point)), better.count == helper.columns
      else { return 0 }
      for (index, value) in better.enumerated() { unsafe point[index] = value }
      return 1
    }
}
