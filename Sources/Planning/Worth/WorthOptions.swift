import Rostering
public import Workforce

/// What is asked of a roster's worth, and with how much work.
public struct WorthOptions: Hashable, Sendable {
  /// A weekday and a time of the clock at which an hour begins.
  public struct Moment: Hashable, Sendable {
    /// The weekday.
    public let weekday: Weekday
    /// The time.
    public let time: ClockTime

    /// Reads `MON09:00`; `nil` when it is something else.
    public init?(_ text: String) {
      guard let weekday = Weekday(abbreviation: String(text.prefix(3))),
        let time = ClockTime(text.dropFirst(3)), time.minutes < 1440
      else { return nil }
      self.weekday = weekday
      self.time = time
    }

    /// As it is given.
    public var text: String {
      let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      return weekday.abbreviation.uppercased() + pad(time.minutes / 60) + ":"
        + pad(time.minutes % 60)
    }
  }

  /// The only hour that is asked about, with the shifts then; `nil` for everything.
  public let moment: Moment?
  /// Rows of each table on a terminal.
  public let top: Int
  /// How many things are searched again.
  public let confirm: Int
  /// Seed of every random choice; `nil` takes the scenario's.
  public let seed: UInt64?
  /// Budget of each search; `nil` chooses by size.
  public let effort: Int?
  /// Threads; results do not depend on it.
  public let threads: Int

  /// Makes options; throws when one is out of range.
  public init(
    moment: Moment? = nil,
    top: Int = 10,
    confirm: Int = 40,
    seed: UInt64? = nil,
    effort: Int? = nil,
    threads: Int = 1
  ) throws(ShiftwrightError) {
    guard (1...10_000).contains(top) else {
      throw ShiftwrightError("top is \(top).\nGive a whole number from 1 to 10000.")
    }
    guard (0...10_000).contains(confirm) else {
      throw ShiftwrightError("confirm is \(confirm).\nGive a whole number from 0 to 10000.")
    }
    _ = try RosterOptions(effort: effort, threads: threads)
    self.moment = moment
    self.top = top
    self.confirm = confirm
    self.seed = seed
    self.effort = effort
    self.threads = threads
  }

  /// The work of the first search and of each further one for so many people.
  func effort(people: Int, seed: UInt64) throws(ShiftwrightError) -> WorthEffort {
    try WorthEffort(
      first: effort.map { min(10_000, 3 * $0) },
      again: effort ?? max(2, RosterOptions.standardEffort(people: people) / 10),
      threads: threads,
      seed: self.seed ?? seed
    )
  }
}
