/// One kind of fault found in a queue's history, and whether it was treated.
public struct HygieneEntry: Hashable, Sendable {
  /// What is counted.
  public enum Unit: String, Sendable {
    /// Whole days.
    case days
    /// Intervals of the history or of the plan.
    case intervals
    /// Rows of the file.
    case rows
    /// Contacts.
    case contacts
  }

  /// The queue's name.
  public var queue: String
  /// What was found.
  public var fault: HygieneFault
  /// The dates that it touches, ascending; empty where it touches the whole history.
  public var dates: [LocalDate]
  /// How many there are.
  public var count: Int
  /// Of what.
  public var unit: Unit
  /// False when the settings leave it as it is, or nothing could be done.
  public var isTreated: Bool

  /// Makes an entry.
  public init(
    queue: String,
    fault: HygieneFault,
    dates: [LocalDate],
    count: Int,
    unit: Unit,
    isTreated: Bool
  ) {
    self.queue = queue
    self.fault = fault
    self.dates = dates
    self.count = count
    self.unit = unit
    self.isTreated = isTreated
  }
}
