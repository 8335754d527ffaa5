public import Workforce

/// `reminders.csv`, and the list of the calendars beside it.
public enum ReminderTable {
  /// Somebody to be reminded.
  public struct Row: Hashable, Sendable {
    /// The day of the reminder.
    public var on: LocalDate
    /// The person's identifier.
    public var employee: String
    /// The person's team.
    public var team: String
    /// The course's name.
    public var course: String
    /// The moment by which the certificate must be had.
    public var by: LocalDateTime
    /// Why.
    public var kind: TrainingDue.Kind
    /// Days left on the day of the reminder.
    public var daysLeft: Int

    /// Makes a row.
    public init(
      on: LocalDate,
      employee: String,
      team: String,
      course: String,
      by: LocalDateTime,
      kind: TrainingDue.Kind,
      daysLeft: Int
    ) {
      self.on = on
      self.employee = employee
      self.team = team
      self.course = course
      self.by = by
      self.kind = kind
      self.daysLeft = daysLeft
    }
  }

  /// The table.
  public static func csv(_ rows: [Row]) -> [UInt8] {
    var csv = CSVText(header: ["date", "employee", "team", "course", "by", "kind", "days_left"])
    for row in rows {
      csv.append([
        row.on.description, row.employee, row.team, row.course, row.by.shortText,
        row.kind.rawValue, String(row.daysLeft),
      ])
    }
    return csv.bytes
  }

  /// Which calendar is whose, for who sends them.
  public static func index(_ calendars: [(file: String, kind: String, name: String)]) -> [UInt8] {
    var csv = CSVText(header: ["file", "kind", "name"])
    for calendar in calendars { csv.append([calendar.file, calendar.kind, calendar.name]) }
    return csv.bytes
  }
}
