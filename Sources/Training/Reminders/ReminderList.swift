public import Workforce

/// Whom to remind of what.
public enum ReminderList {
  /// Days before a date at which people are reminded.
  public static let days = [90, 60, 30, 7]

  /// One reminder.
  public struct Reminder: Hashable, Sendable {
    /// The day on which it is due.
    public var on: LocalDate
    /// Days left then.
    public var daysLeft: Int
    /// The person's identifier.
    public var employee: String
    /// The person's team.
    public var team: String
    /// What is due.
    public var due: TrainingDue
  }

  /// The reminders of a day, and those that were missed since another.
  ///
  /// Of several that were missed for the same date, the last one is given.
  ///
  /// - Parameters:
  ///   - due: What is due.
  ///   - employees: The people.
  ///   - date: The day.
  ///   - since: The day of the last reminders; `nil` for those of this day only.
  ///   - days: Days before a date at which people are reminded.
  /// - Returns: The reminders by day, person and course.
  public static func reminders(
    _ due: [TrainingDue],
    employees: [Employee],
    on date: LocalDate,
    since: LocalDate? = nil,
    days: [Int] = days
  ) -> [Reminder] {
    let teams = Dictionary(employees.map { ($0.id, $0.team) }) { first, _ in first }
    let first = since?.adding(days: 1) ?? date
    let reminders = due.compactMap { entry -> Reminder? in
      let left = days.filter { days in
        let day = entry.by.date.adding(days: -days)
        return first <= day && day <= date
      }.min()
      return left.map { left in
        Reminder(
          on: entry.by.date.adding(days: -left),
          daysLeft: left,
          employee: entry.employee,
          team: teams[entry.employee] ?? "",
          due: entry
        )
      }
    }
    return reminders.sorted { a, b in
      (a.on, a.employee, a.due.course) < (b.on, b.employee, b.due.course)
    }
  }
}
