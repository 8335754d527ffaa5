public import Workforce

/// How a roster is built.
public struct RosterOptions: Hashable, Sendable {
  /// Budget of work, 1…10,000; about so many seconds with two threads on two cores.
  ///
  /// `nil` chooses by the number of people and the time limit.
  public let effort: Int?
  /// Threads, 1…64; results do not depend on it.
  public let threads: Int
  /// Seed of every random choice.
  public let seed: UInt64
  /// Time that the caller allows; where `effort` is `nil`, the budget is chosen to fit into it.
  ///
  /// It is no clock: with the same limit the same work is done. A deadline is the caller's.
  public let timeLimit: Duration?

  /// Checks the ranges.
  public init(
    effort: Int? = nil,
    threads: Int = 1,
    seed: UInt64 = 1,
    timeLimit: Duration? = nil
  ) throws(ShiftwrightError) {
    if let effort, !(1...10_000).contains(effort) {
      throw ShiftwrightError("effort is \(effort).\nGive a whole number from 1 to 10000.")
    }
    guard (1...64).contains(threads) else {
      throw ShiftwrightError("threads is \(threads).\nGive a whole number from 1 to 64.")
    }
    self.effort = effort
    self.threads = threads
    self.seed = seed
    self.timeLimit = timeLimit
  }

  /// Share of a time limit for which work is planned; the rest is for slower machines.
  private static let plannedShare = 0.7

  /// The budget in units of work for so many people.
  func budget(people: Int) -> Double {
    let asked = Double(effort ?? Self.standardEffort(people: people))
    guard effort == nil, let timeLimit else { return asked * 1e6 }
    return min(asked, max(0.5, Self.plannedShare * timeLimit.inSeconds)) * 1e6
  }

  /// The budget for so many people when none is asked for.
  public static func standardEffort(people: Int) -> Int {
    Int((10 + 2.6 * Double(max(0, people)).squareRoot()).rounded())
  }
}
