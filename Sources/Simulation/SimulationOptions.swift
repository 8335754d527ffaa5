public import Workforce

/// How a roster is played.
public struct SimulationOptions: Hashable, Sendable {
  /// Seed of all random streams.
  public let seed: UInt64
  /// Repetitions, at least 2; with ``halfWidth`` the first ones.
  public let replications: Int
  /// Half the width that the intervals of service levels over the target's period are to have at
  /// most, as a share above 0; `nil` to play ``replications``.
  public let halfWidth: Double?
  /// Threads, at least 1; they change the time, not the result.
  public let threads: Int

  /// Repetitions beyond which no width is striven for.
  public static let mostForWidth = 6400

  /// Makes options.
  ///
  /// With `halfWidth` the repetitions are doubled until every queue's interval is so narrow, or
  /// ``mostForWidth`` is reached; the result is that of as many asked for at once.
  ///
  /// Throws a `ShiftwrightError` when a number lies outside its range.
  public init(
    seed: UInt64,
    replications: Int = 200,
    threads: Int = 1,
    halfWidth: Double? = nil
  ) throws(ShiftwrightError) {
    guard (2...1_000_000).contains(replications) else {
      throw ShiftwrightError(
        "replications is \(replications), but must lie between 2 and 1000000.\n"
          + "Ask for 200 or more to get narrow intervals."
      )
    }
    guard (1...1024).contains(threads) else {
      throw ShiftwrightError(
        "threads is \(threads), but must lie between 1 and 1024.\n"
          + "Ask for as many as the machine has cores."
      )
    }
    if let halfWidth, !(halfWidth > 0 && halfWidth <= 0.5) {
      throw ShiftwrightError(
        "half-width is \(halfWidth * 100) points, but must lie above 0 and at most at 50.\n"
          + "Ask for half the width of the intervals in points, such as 0.5 for ±0.5 points."
      )
    }
    self.seed = seed
    self.halfWidth = halfWidth
    self.replications = replications
    self.threads = threads
  }
}
