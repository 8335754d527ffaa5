public import Interchange
import Training
public import Workforce

extension TrainingReporter {
  /// The reminders of the day, and those that were missed since another, as files: a table, a calendar
  /// for each person and one for each team.
  ///
  /// - Parameter since: The day of the last reminders; `nil` for those of this day only.
  /// - Returns: How many reminders there are, and the files.
  /// - Throws: `ShiftwrightError` when who asks may not see who needs what; ``BadInput`` or
  ///   `ShiftwrightError` when the records cannot be read.
  public func reminders(since: LocalDate?) throws -> (count: Int, files: [OutputFile]) {
    guard asker.maySeeWhoIsDue else {
      throw ShiftwrightError(
        "Reminders name who needs what, which \(asker.words) may not see.\n"
          + "HR (--role hr) and planners (--role planner) may; 'training due' has counts."
      )
    }
    let book = try source.book()
    try checkCourses(book)
    let longest = ReminderList.days.max() ?? 0
    // What is overdue is in the reports; a reminder comes before the day.
    let due = TrainingDueList(book, on: date).due(until: date.adding(days: longest))
      .filter { $0.by.date > date }
    let reminders = ReminderList.reminders(due, employees: book.people, on: date, since: since)
    let files = ReminderFiles(
      reminders,
      people: book.people,
      titles: book.inputs.training.titles(on: date),
      on: date
    ).files()
    return (reminders.count, files)
  }
}

/// Reminders as a table and calendars.
struct ReminderFiles {
  private let reminders: [ReminderList.Reminder]
  private let names: [String: String]
  private let titles: CourseTitles
  private let date: LocalDate

  init(
    _ reminders: [ReminderList.Reminder],
    people: [Employee],
    titles: CourseTitles,
    on date: LocalDate
  ) {
    self.reminders = reminders
    self.titles = titles
    self.date = date
    names = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
  }

  func files() -> [OutputFile] {
    let people = calendars(by: \.employee, "person", isNamed: false)
    let teams = calendars(by: \.team, "team", isNamed: true)
    let rows = reminders.map { entry in
      ReminderTable.Row(
        on: entry.on,
        employee: entry.employee,
        team: entry.team,
        course: entry.due.course,
        by: entry.due.by,
        kind: entry.due.kind,
        daysLeft: entry.daysLeft
      )
    }
    return [
      OutputFile(name: "reminders.csv", bytes: ReminderTable.csv(rows)),
      OutputFile(
        name: "calendars/index.csv",
        bytes: ReminderTable.index((people + teams).map { ($0.file.name, $0.kind, $0.name) })
      ),
    ] + (people + teams).map(\.file)
  }

  private func calendars(
    by key: (ReminderList.Reminder) -> String,
    _ kind: String,
    isNamed: Bool
  ) -> [(file: OutputFile, kind: String, name: String)] {
    let groups = Dictionary(grouping: reminders, by: key)
    return groups.keys.sorted().filter { !$0.isEmpty }.map { name in
      let events = groups[name, default: []].map { event($0, isNamed: isNamed) }
      let file = "calendars/\(kind)-\(ShiftFeed.fileName(name))"
      return (
        OutputFile(name: file, bytes: DayFeed.calendar(events, stamp: date)), kind, name
      )
    }
  }

  private func event(_ reminder: ReminderList.Reminder, isNamed: Bool) -> DayFeed.Event {
    let due = reminder.due
    let why =
      switch due.kind {
      case .renewal: "lapses"
      case .first: "is needed"
      case .drill: "is to be repeated"
      }
    let days = reminder.daysLeft == 1 ? "1 day" : "\(reminder.daysLeft) days"
    let who = "\(names[due.employee] ?? due.employee) (\(due.employee)): "
    return DayFeed.Event(
      identifier: [
        due.employee, due.course, due.by.description, String(reminder.daysLeft),
      ],
      date: reminder.on,
      summary: "\(isNamed ? who : "")\(titles[due.course]) \(why) in \(days)",
      description: "The certificate of \(titles[due.course]) must be had by "
        + "\(due.by.secondOfDay == 0 ? due.by.date.description : due.by.description)."
    )
  }
}
