/// Why a solve stopped, and with what.
public enum Termination: Hashable, Sendable {
  /// The solution is proved optimal, within the solver's tolerance of about 10⁻⁷.
  case optimal
  /// A limit or the wanted gap was reached with a solution; (objective − bound) ÷ |objective| is at
  /// most `gap`, which is infinite when no bound is known.
  case feasible(gap: Double)
  /// No point satisfies all bounds and constraints.
  case infeasible
  /// The objective falls without end.
  case unbounded
  /// A limit was reached before any solution was found.
  case limitReached
  /// The solver gave up or was given bad data; the text says why.
  case failed(String)

  /// Whether there is a solution to read.
  public var hasSolution: Bool {
    switch self {
    case .optimal, .feasible: true
    case .infeasible, .unbounded, .limitReached, .failed: false
    }
  }
}
