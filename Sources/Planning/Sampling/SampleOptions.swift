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
  /// True for courses, certificates and results that fit the people.
  public let hasTraining: Bool
  /// Who loses a certificate in one night; `nil` for nobody in particular.
  public let lapse: SampleLapse?

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
    isUnderstaffed: Bool = false,
    hasTraining: Bool = false,
    lapse: SampleLapse? = nil
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
    if let lapse { try Self.check(lapse, hasTraining: hasTraining, after: week) }
    self.name = name
    self.people = people
    self.queues = queues
    self.weeks = weeks
    self.seed = seed
    self.week = week
    self.isUnderstaffed = isUnderstaffed
    self.hasTraining = hasTraining
    self.lapse = lapse
  }

  private static func check(
    _ lapse: SampleLapse,
    hasTraining: Bool,
    after week: ISOWeek
  ) throws(ShiftwrightError) {
    guard hasTraining else {
      throw ShiftwrightError("--lapse goes with --training.\nAdd --training, or leave --lapse out.")
    }
    let last = week.monday.adding(days: 364)
    guard !(week.monday.adding(days: 1)...last).contains(lapse.date) else { return }
    throw ShiftwrightError(
      "The certificates are to lapse on \(lapse.date), but the planned week begins on "
        + "\(week.monday).\nGive --lapse a date after that day, until \(last)."
    )
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

/// A night in which a share of the people lose a certificate.
public struct SampleLapse: Hashable, Sendable {
  /// The share of the people.
  public let share: Fraction
  /// The first day on which their certificates hold no longer.
  public let date: LocalDate

  /// Makes a night.
  public init(share: Fraction, date: LocalDate) {
    self.share = share
    self.date = date
  }

  /// Reads `0.4@2026-03-31`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Double(parts[0]), let share = Fraction(number),
      let date = LocalDate(parts[1])
    else { return nil }
    self.init(share: share, date: date)
  }
}
