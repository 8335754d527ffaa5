/// How far long work has come.
public struct StageProgress: Sendable, Hashable {
  /// What is being done, for a person to read.
  public var stage: String
  /// Share done, where known.
  public var fraction: Fraction?
  /// A short remark, such as the best objective so far.
  public var detail: String

  /// Makes a remark.
  public init(stage: String, fraction: Fraction? = nil, detail: String = "") {
    self.stage = stage
    self.fraction = fraction
    self.detail = detail
  }
}
