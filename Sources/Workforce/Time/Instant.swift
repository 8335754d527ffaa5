/// A moment on the world's time line, to the second.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSinceEpoch: Int

  /// Makes the moment that lies `secondsSinceEpoch` after 1970-01-01T00:00:00Z.
  public init(secondsSinceEpoch: Int) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// The moment `count` minutes later; earlier when negative.
  public func adding(minutes count: Int) -> Self {
    Self(secondsSinceEpoch: secondsSinceEpoch + 60 * count)
  }

  /// Whole minutes from `earlier` to this moment, rounded toward zero.
  public func minutes(since earlier: Self) -> Int {
    (secondsSinceEpoch - earlier.secondsSinceEpoch) / 60
  }

  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}

extension Duration {
  /// A duration of whole minutes.
  public static func minutes(_ count: Int) -> Duration { .seconds(60 * count) }
  /// A duration in minutes.
  public static func minutes(_ count: Double) -> Duration { .seconds(60 * count) }
  /// A duration of whole hours.
  public static func hours(_ count: Int) -> Duration { .seconds(3600 * count) }
  /// A duration in hours.
  public static func hours(_ count: Double) -> Duration { .seconds(3600 * count) }

  /// The length in seconds.
  public var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
  /// The length in minutes.
  public var inMinutes: Double { inSeconds / 60 }
  /// The length in hours.
  public var inHours: Double { inSeconds / 3600 }
  /// The length in whole minutes, rounded to the nearest.
  public var wholeMinutes: Int { Int((inSeconds / 60).rounded()) }
}
