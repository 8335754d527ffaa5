public import Workforce

/// A series of counts with local times and nothing else.
public struct BareHistory: Hashable, Sendable {
  /// One count.
  public struct Row: Hashable, Sendable {
    /// The line of the file.
    public var line: Int
    /// The interval's start, or the contact's arrival, on the wall clock.
    public var time: LocalDateTime
    /// How many contacts.
    public var count: Double

    /// Makes a row.
    public init(line: Int, time: LocalDateTime, count: Double) {
      self.line = line
      self.time = time
      self.count = count
    }
  }

  /// The header of the times.
  public var timestampColumn: String
  /// The header of the counts; empty when every row is one contact.
  public var countColumn: String
  /// The rows, in file order.
  public var rows: [Row]

  /// Makes a series.
  public init(timestampColumn: String, countColumn: String, rows: [Row]) {
    self.timestampColumn = timestampColumn
    self.countColumn = countColumn
    self.rows = rows
  }
}
