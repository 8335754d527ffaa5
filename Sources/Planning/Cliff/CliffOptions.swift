import Simulation
public import Workforce

/// How a certificate cliff is looked for.
public struct CliffOptions: Hashable, Sendable {
  /// Weeks to look ahead, 1…104.
  public let weeks: Int
  /// Repetitions of each week's simulation, at least 2.
  public let replications: Int
  /// Seed of every random choice; `nil` takes the scenario's.
  public let seed: UInt64?
  /// Longest time; `nil` for none.
  ///
  /// Weeks that it leaves out have heads but no service.
  public let timeLimit: Duration?
  /// Threads; results do not depend on it.
  public let threads: Int

  /// Makes options; throws when one is out of range.
  public init(
    weeks: Int = 26,
    replications: Int = 50,
    seed: UInt64? = nil,
    timeLimit: Duration? = nil,
    threads: Int = 1
  ) throws(ShiftwrightError) {
    guard (1...104).contains(weeks) else {
      throw ShiftwrightError("weeks is \(weeks).\nGive a whole number from 1 to 104.")
    }
    if let timeLimit, timeLimit <= .zero {
      throw ShiftwrightError(
        "time limit is \(timeLimit.inSeconds) seconds.\nGive a number of seconds above 0."
      )
    }
    _ = try SimulationOptions(seed: 0, replications: replications, threads: threads)
    self.weeks = weeks
    self.replications = replications
    self.seed = seed
    self.timeLimit = timeLimit
    self.threads = threads
  }
}
