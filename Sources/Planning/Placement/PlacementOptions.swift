import Simulation
public import Workforce

/// How classes are placed.
public struct PlacementOptions: Hashable, Sendable {
  /// A weekday and a time at which everybody would be placed by hand.
  public struct Hour: Hashable, Sendable {
    /// The day of the week.
    public let weekday: Weekday
    /// The time, on the clock of the room's site, else of the scenario.
    public let time: ClockTime

    /// Makes an hour.
    public init(weekday: Weekday, time: ClockTime) {
      self.weekday = weekday
      self.time = time
    }

    /// Reads `TUE 10:00`; `nil` for anything else.
    public init?(_ text: String) {
      let parts = text.split(separator: " ")
      guard parts.count == 2, let weekday = Weekday(abbreviation: String(parts[0])),
        let time = ClockTime(parts[1]), time.minutes < 1440
      else { return nil }
      self.init(weekday: weekday, time: time)
    }
  }

  /// Weeks to place classes in, 1…12.
  public let weeks: Int
  /// The hour to compare with; `nil` for the middle of the placement's hours on the first day.
  public let byHand: Hour?
  /// Seed of every random choice; `nil` takes the scenario's.
  public let seed: UInt64?
  /// Longest time; `nil` for none.
  public let timeLimit: Duration?
  /// Threads; results do not depend on it.
  public let threads: Int
  /// Repetitions of the simulation of a given roster, at least 2.
  public let replications: Int

  /// Makes options; throws when one is out of range.
  public init(
    weeks: Int = 1,
    byHand: Hour? = nil,
    seed: UInt64? = nil,
    timeLimit: Duration? = nil,
    threads: Int = 1,
    replications: Int = 200
  ) throws(ShiftwrightError) {
    guard (1...12).contains(weeks) else {
      throw ShiftwrightError("weeks is \(weeks).\nGive a whole number from 1 to 12.")
    }
    if let timeLimit, timeLimit <= .zero {
      throw ShiftwrightError(
        "time limit is \(timeLimit.inSeconds) seconds.\nGive a number of seconds above 0."
      )
    }
    _ = try SimulationOptions(seed: 0, replications: replications, threads: threads)
    self.weeks = weeks
    self.replications = replications
    self.byHand = byHand
    self.seed = seed
    self.timeLimit = timeLimit
    self.threads = threads
  }
}
