public import Workforce

/// How a roster is played.
public struct SimulationOptions: Hashable, Sendable {
  /// Seed of all random streams.
  public let seed: UInt64
  /// Repetitions, at least 2.
  public let replications: Int
  /// Threads, at least 1; they change the time, not the result.
  public let threads: Int

  /// Makes options.
  ///
  /// Throws a `ShiftwrightError` when a number lies outside its range.
  public init(seed: UInt64, replications: Int = 200, threads: Int = 1) throws(ShiftwrightError) {
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
    self.seed = seed
    self.replications = replications
    self.threads = threads
  }
}
