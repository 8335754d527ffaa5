public import Workforce

/// How months ahead are planned.
public struct CapacityOptions: Hashable, Sendable {
  /// Months to plan, 1…60.
  public let months: Int
  /// The first month; `nil` for the one after the history.
  public let from: CalendarMonth?
  /// Repetitions of the simulation, 2…100 000.
  public let replications: Int
  /// Seed of every random choice; `nil` takes the scenario's.
  public let seed: UInt64?
  /// Longest time for the search; `nil` for none.
  public let timeLimit: Duration?
  /// Threads; results do not depend on it.
  public let threads: Int

  /// Makes options; throws when one is out of range.
  public init(
    months: Int = 12,
    from: CalendarMonth? = nil,
    replications: Int = 1000,
    seed: UInt64? = nil,
    timeLimit: Duration? = nil,
    threads: Int = 1
  ) throws(ShiftwrightError) {
    let ranges = [
      ("months", months, 1...60), ("replications", replications, 2...100_000),
      ("threads", threads, 1...64),
    ]
    let wrong = ranges.filter { !$0.2.contains($0.1) }.map { name, value, range in
      "\(name) is \(value).\n"
        + "Give a whole number from \(range.lowerBound) to \(range.upperBound)."
    }
    let late = timeLimit.flatMap { limit in
      limit > .zero
        ? nil : "time limit is \(limit.inSeconds) seconds.\nGive a number of seconds above 0."
    }
    let all = wrong + [late].compactMap(\.self)
    guard all.isEmpty else { throw ShiftwrightError(all.joined(separator: "\n")) }
    self.months = months
    self.from = from
    self.replications = replications
    self.seed = seed
    self.timeLimit = timeLimit
    self.threads = threads
  }
}
