import Rostering
import Simulation
public import Workforce

/// How a week is planned.
public struct PlanOptions: Hashable, Sendable {
  /// Seed of every random choice; `nil` takes the scenario's.
  public let seed: UInt64?
  /// Budget of the optimizer's work; `nil` chooses by size.
  public let effort: Int?
  /// Longest time for the whole plan; `nil` for none.
  public let timeLimit: Duration?
  /// Threads; results do not depend on it.
  public let threads: Int
  /// Repetitions of the simulation, at least 2.
  public let replications: Int
  /// Half the width that the intervals of service levels are to have at most in the simulation of
  /// the roster, as a share: it repeats until they have; `nil` for ``replications`` repetitions.
  public let halfWidth: Double?
  /// True to stop when someone's rules cannot be kept together.
  public let isStrict: Bool
  /// What makes people at work worth having; `nil` takes the scenario's.
  public let cover: CoverBasis?

  /// Makes options; throws when one is out of range.
  public init(
    seed: UInt64? = nil,
    effort: Int? = nil,
    timeLimit: Duration? = nil,
    threads: Int = 1,
    replications: Int = 200,
    halfWidth: Double? = nil,
    isStrict: Bool = false,
    cover: CoverBasis? = nil
  ) throws(ShiftwrightError) {
    if let timeLimit, timeLimit <= .zero {
      throw ShiftwrightError(
        "time limit is \(timeLimit.inSeconds) seconds.\nGive a number of seconds above 0."
      )
    }
    _ = try RosterOptions(effort: effort, threads: threads)
    _ = try SimulationOptions(
      seed: 0,
      replications: replications,
      threads: threads,
      halfWidth: halfWidth
    )
    self.seed = seed
    self.effort = effort
    self.timeLimit = timeLimit
    self.threads = threads
    self.replications = replications
    self.halfWidth = halfWidth
    self.isStrict = isStrict
    self.cover = cover
  }
}
