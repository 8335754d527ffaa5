import CGLPK
public import Optimization

/// Solves models with GLPK.
///
/// Each session runs on a thread of its own, because GLPK keeps its memory per thread. When GLPK
/// gives up on a session (bad data inside, no memory), that session's solves are `.failed`; others
/// are not touched.
public struct GLPKSolver: LinearSolver {
  private static let stackBytes = 16 << 20

  private let memoryMegabytes: Int?

  /// Makes a solver without a limit on memory.
  public init() { memoryMegabytes = nil }

  /// Makes a solver whose sessions may use so many megabytes each, at least 1.
  public init(memoryMegabytes: Int) {
    precondition(memoryMegabytes >= 1, "a memory limit must be at least one megabyte")
    self.memoryMegabytes = memoryMegabytes
  }

  /// Opens a session on a model, runs `body` with it on a thread of its own, and frees everything.
  ///
  /// Throws `SolverError` where the model holds a number that is not finite or does not fit into
  /// memory, and whatever `body` throws.
  public func withSession<R: Sendable>(
    _ model: LinearModel,
    _ body: @Sendable (any SolverSession) throws -> R
  ) throws -> R {
    try model.checkNumbers()
    return try withoutActuallyEscaping(body) { body in
      try OwnThread.run(stackBytes: Self.stackBytes) {
        let session = try GLPKSession(model, memoryMegabytes: memoryMegabytes)
        defer { session.end() }
        return try body(session)
      }
    }
  }
}

extension GLPKSolver {
  /// The version of the GLPK library in use, such as `5.0`.
  public static var version: String { unsafe String(cString: glp_version()) }
}
