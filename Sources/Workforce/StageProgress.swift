/// How good the best roster so far is.
public struct RosterStanding: Sendable, Hashable {
  /// What it costs; `nil` before there is one.
  public var cost: Double?
  /// What no roster can cost less than, as far as proved.
  public var bound: Double
  /// (cost − bound) ÷ cost; 1 without a roster.
  public var gap: Double
  /// (cost − bound) ÷ (cost − contract pay): the same of what planning can influence.
  public var controllableGap: Double

  /// Makes a standing.
  public init(cost: Double?, bound: Double, gap: Double, controllableGap: Double) {
    self.cost = cost
    self.bound = bound
    self.gap = gap
    self.controllableGap = controllableGap
  }
}

/// How far long work has come.
public struct StageProgress: Sendable, Hashable {
  /// What is being done, for a person to read.
  public var stage: String
  /// Share done, where known.
  public var fraction: Fraction?
  /// A short remark, such as the best objective so far.
  public var detail: String
  /// How good the roster is, while one is optimized.
  public var standing: RosterStanding?

  /// Makes a remark.
  public init(
    stage: String,
    fraction: Fraction? = nil,
    detail: String = "",
    standing: RosterStanding? = nil
  ) {
    self.stage = stage
    self.fraction = fraction
    self.detail = detail
    self.standing = standing
  }
}
