/// How somebody holds a skill at a moment.
public enum Holding: Int, Comparable, Sendable {
  /// Not at all.
  case none
  /// Only beside somebody who holds it in full.
  case supervised
  /// Without restriction.
  case full

  /// Orders by what is allowed.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
