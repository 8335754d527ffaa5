import GRDB
import Workforce

/// Fills the tables of people, rows in file order.
struct PeopleWriter {
  let db: Database
  /// The key of each identifier.
  let keys: [String: Int64]

  func write(_ people: PeopleTables) throws {
    try insert(people.skills, "skillGrant", "skill, fromDate, untilDate, level") { grant in
      (
        grant.employee,
        [grant.skill, grant.from?.description, grant.until?.description, grant.level]
      )
    }
    try insert(people.availability, "availability", "day, fromTime, untilTime") { line in
      let window = line.window
      return (
        line.employee,
        [line.days.stored, window?.start.description, window?.end.description]
      )
    }
    try insert(people.absences, "absence", "fromLocal, untilLocal, kind") { absence in
      (absence.employee, [absence.from.description, absence.until.description, absence.kind])
    }
    try insert(
      people.preferences,
      "preference",
      "day, wish, fromTime, untilTime, weight"
    ) { wish in
      switch wish.wish {
      case .dayOff:
        (wish.employee, [wish.days.stored, "day_off", nil as String?, nil as String?, wish.weight])
      case .startBetween(let from, let until):
        (
          wish.employee,
          [wish.days.stored, "start", from.description, until.description, wish.weight]
        )
      }
    }
    try insert(people.pastDuties, "pastDuty", "startLocal, endLocal") { duty in
      (duty.employee, [duty.start.description, duty.end.description])
    }
  }

  private func insert<Value>(
    _ values: [Value],
    _ table: String,
    _ columns: String,
    _ cells: (Value) -> (employee: String, cells: StatementArguments)
  ) throws {
    let count = columns.split(separator: ",").count
    let marks = Array(repeating: "?", count: count + 2).joined(separator: ", ")
    let statement = try db.makeStatement(
      sql: "INSERT INTO \(table)(position, employee, \(columns)) VALUES (\(marks))"
    )
    for (position, value) in values.enumerated() {
      let row = cells(value)
      guard let key = keys[row.employee] else {
        throw ShiftwrightError("A row of \(table) names an employee who is not there.")
      }
      try statement.execute(arguments: [position, key] + row.cells)
    }
  }
}

extension DayPattern {
  /// `every`, `mon` … `sun` or a date.
  var stored: String {
    switch self {
    case .everyDay: "every"
    case .weekday(let weekday): weekday.abbreviation
    case .date(let date): date.description
    }
  }

  init?(stored: String) {
    if stored == "every" {
      self = .everyDay
    } else if let weekday = Weekday(abbreviation: stored) {
      self = .weekday(weekday)
    } else if let date = LocalDate(stored) {
      self = .date(date)
    } else {
      return nil
    }
  }
}
