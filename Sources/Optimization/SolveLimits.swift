/// How much work one solve may do.
///
/// Pivots and nodes decide, so that a solve gives the same result on every machine. The guard in
/// milliseconds only ends what went wrong; a result that it ended says so (`stoppedByGuard`) and
/// cannot be repeated.
public struct SolveLimits: Hashable, Sendable {
  /// The pivots of the simplex method that one solve may take; in an integer solve those of the
  /// whole search, checked between nodes.
  public var simplexIterations: Int
  /// The nodes of the branch-and-bound tree that one solve may examine.
  public var branchAndBoundNodes: Int
  /// The time after which a solve is given up, in milliseconds; checked between pivots.
  ///
  /// An integer solve allows it once for the relaxation and once for the search.
  public var guardMilliseconds: Int
  /// The share of the objective by which an integer solution may miss the bound; 0 asks for proof.
  public var relativeGap: Double

  /// Makes limits; negative numbers count as 0.
  public init(
    simplexIterations: Int = 200_000,
    branchAndBoundNodes: Int = 100_000,
    guardMilliseconds: Int = 60_000,
    relativeGap: Double = 0
  ) {
    self.simplexIterations = max(0, simplexIterations)
    self.branchAndBoundNodes = max(0, branchAndBoundNodes)
    self.guardMilliseconds = max(0, guardMilliseconds)
    self.relativeGap = max(0, relativeGap)
  }
}
