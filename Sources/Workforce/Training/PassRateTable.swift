/// A share of passes with what it rests on.
public struct PassRate: Hashable, Sendable {
  /// What a rate says about the goal.
  public enum Verdict: String, CaseIterable, Sendable {
    /// The whole interval reaches it.
    case above
    /// The whole interval misses it.
    case below
    /// The interval holds it: it cannot be told.
    case open
    /// Too few people for a verdict.
    case small
  }

  /// How many passed.
  public var passed: Int
  /// How many sat, each once.
  public var sat: Int
  /// Lower end of the interval.
  public var low: Double
  /// Upper end of the interval.
  public var high: Double
  /// What it says about the goal.
  public var verdict: Verdict

  /// Makes a rate.
  public init(passed: Int, sat: Int, low: Double, high: Double, verdict: Verdict) {
    self.passed = passed
    self.sat = sat
    self.low = low
    self.high = high
    self.verdict = verdict
  }

  /// The share; `nil` where nobody sat.
  public var share: Double? { sat == 0 ? nil : Double(passed) / Double(sat) }
}

/// Pass rates by group.
public struct PassRateTable: Hashable, Sendable {
  /// By what cycles are put together.
  public enum Key: String, CaseIterable, Sendable {
    /// By course.
    case course
    /// By the group with which people began.
    case cohort
    /// By team.
    case team
    /// By site.
    case site
    /// By who taught.
    case trainer
    /// By quarter of the first attempt.
    case quarter
  }

  /// A group of people who sat.
  public struct Row: Hashable, Sendable {
    /// The group's names, in the order of the keys.
    public var group: [String]
    /// Those who passed at the first attempt.
    public var first: PassRate
    /// Those who passed at any attempt.
    public var final: PassRate
    /// Those who did not pass yet and began not long ago.
    public var open: Int

    /// Makes a row.
    public init(group: [String], first: PassRate, final: PassRate, open: Int) {
      self.group = group
      self.first = first
      self.final = final
      self.open = open
    }
  }

  /// By what the rows are grouped.
  public var keys: [Key]
  /// The groups, sorted by name.
  public var rows: [Row]
  /// Everybody together.
  public var total: Row

  /// Makes a table.
  public init(keys: [Key], rows: [Row], total: Row) {
    self.keys = keys
    self.rows = rows
    self.total = total
  }
}
