/// What the share that self-service resolves in one hour of a day rests on.
public struct ContainmentEvidence: Hashable, Sendable {
  /// The hour of the day, 0 to 23.
  public var hour: Int
  /// True of Saturdays and Sundays, whose hours are counted apart.
  public var isWeekend: Bool
  /// Weeks of history that were counted.
  public var weeks: Int
  /// Contacts resolved in this hour of such days.
  public var contained: Double
  /// All contacts in this hour of such days.
  public var contacts: Double
  /// The share of all contacts of these weeks.
  public var mean: Double
  /// The hour's share drawn to the mean, the more so the fewer its contacts.
  public var drawn: Double
  /// The share expected, with what the last weeks and the weekday add; 0 to 1.
  public var share: Double

  /// Makes an entry.
  public init(
    hour: Int,
    isWeekend: Bool,
    weeks: Int,
    contained: Double,
    contacts: Double,
    mean: Double,
    drawn: Double,
    share: Double
  ) {
    self.hour = hour
    self.isWeekend = isWeekend
    self.weeks = weeks
    self.contained = contained
    self.contacts = contacts
    self.mean = mean
    self.drawn = drawn
    self.share = share
  }
}
