public import Workforce

/// What a synthetic scenario is to look like.
public struct SampleOptions: Hashable, Sendable {
  /// What the center is called.
  public let name: String
  /// How many people there are, 20…10 000.
  public let people: Int
  /// How many queues there are, 1…8; at least seven people for each.
  public let queues: Int
  /// Weeks of history, 2…104.
  public let weeks: Int
  /// Fixes every random choice.
  public let seed: UInt64
  /// The week to plan; the history ends on the Sunday before.
  public let week: ISOWeek
  /// True for volumes 60 % above what the people can serve well.
  public let isUnderstaffed: Bool

  /// The first week of a scenario when no other is asked for: 2026-W10.
  public static let standardWeek = ISOWeek(containing: LocalDate(daysSinceEpoch: 20_514))

  /// Makes options; throws when one is out of range.
  public init(
    name: String = "Harbour Bank",
    people: Int = 60,
    queues: Int = 3,
    weeks: Int = 26,
    seed: UInt64 = 42,
    week: ISOWeek = SampleOptions.standardWeek,
    isUnderstaffed: Bool = false
  ) throws(ShiftwrightError) {
    try Self.check(people, in: 20...10_000, "people")
    try Self.check(queues, in: 1...8, "queues")
    try Self.check(weeks, in: 2...104, "weeks")
    guard people >= 7 * queues else {
      throw ShiftwrightError(
        """
        \(people) people are too few for \(queues) queues that are open 68 hours a week.
        Ask for at least \(7 * queues) people, or for fewer queues.
        """
      )
    }
    guard !name.allSatisfy(\.isWhitespace) else {
      throw ShiftwrightError("The sample's name is empty.\nGive it a name such as 'Harbour Bank'.")
    }
    self.name = name
    self.people = people
    self.queues = queues
    self.weeks = weeks
    self.seed = seed
    self.week = week
    self.isUnderstaffed = isUnderstaffed
  }

  private static func check(
    _ value: Int,
    in range: ClosedRange<Int>,
    _ what: String
  ) throws(ShiftwrightError) {
    guard !range.contains(value) else { return }
    throw ShiftwrightError(
      """
      \(what) is \(value), but a sample has \(range.lowerBound) to \(range.upperBound) \(what).
      Give --\(what) a number in that range.
      """
    )
  }
}
