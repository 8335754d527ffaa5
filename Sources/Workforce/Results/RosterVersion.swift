/// A roster that was published for a week.
public struct RosterVersion: Hashable, Sendable {
  /// What became of it.
  public enum State: String, CaseIterable, Sendable {
    /// It holds.
    case published
    /// A later version holds, or held.
    case superseded
    /// It was taken back.
    case withdrawn
  }

  /// The week.
  public var week: ISOWeek
  /// Its number among those of its week, from 1.
  public var version: Int
  /// What became of it.
  public var state: State
  /// Why it was taken back.
  public var reason: String?
  /// When it was published.
  public var time: Instant
  /// The version of the program that wrote the run.
  public var program: String
  /// The hash that the run's record has of itself, 32 bytes.
  public var runHash: [UInt8]
  /// How many people have shifts in it.
  public var people: Int
  /// The number of the audit entry that published it.
  public var entry: Int

  /// Makes a version.
  public init(
    week: ISOWeek,
    version: Int,
    state: State,
    reason: String?,
    time: Instant,
    program: String,
    runHash: [UInt8],
    people: Int,
    entry: Int
  ) {
    self.week = week
    self.version = version
    self.state = state
    self.reason = reason
    self.time = time
    self.program = program
    self.runHash = runHash
    self.people = people
    self.entry = entry
  }
}
