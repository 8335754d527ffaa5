/// A share between 0 and 1.
public struct Fraction: Hashable, Comparable, Sendable {
  /// The share, 0…1.
  public let value: Double

  /// Makes a share; `nil` outside 0…1 and for values that are not finite.
  public init?(_ value: Double) {
    guard value.isFinite, value >= 0, value <= 1 else { return nil }
    self.value = value
  }

  /// Nothing.
  public static let zero = Fraction(unchecked: 0)
  /// The whole.
  public static let one = Fraction(unchecked: 1)

  private init(unchecked value: Double) { self.value = value }

  /// Orders by size.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
