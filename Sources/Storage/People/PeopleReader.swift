import GRDB
import Workforce

/// Reads the tables of people.
struct PeopleReader {
  let db: Database
  let path: String

  /// Those with a place in rosters and their skills.
  func roster() throws -> PeopleTables {
    PeopleTables(employees: try rows(.employees, employee), skills: try rows(.skills, skill))
  }

  func people() throws -> PeopleTables {
    PeopleTables(
      employees: try rows(.employees, employee),
      skills: try rows(.skills, skill),
      availability: try rows(.availability, availability),
      absences: try rows(.absences) { row in
        Absence(employee: row[0], from: try time(row, 1), until: try time(row, 2), kind: row[3])
      },
      preferences: try rows(.preferences, preference),
      pastDuties: try rows(.history) { row in
        PastDuty(employee: row[0], start: try time(row, 1), end: try time(row, 2))
      }
    )
  }

  private func rows<Value>(_ file: PeopleFile, _ value: (Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    let cursor = try file.cursor(db)
    while let row = try cursor.next() { values.append(try value(row)) }
    return values
  }

  func employee(_ row: Row) throws -> Employee {
    Employee(
      id: row[0],
      name: row[1],
      site: row[2],
      team: row[3],
      contract: row[4],
      hired: try date(row, 5),
      leaves: try date(row, 6),
      fullTimeEquivalent: try needed(Fraction(row[7]), "fullTimeEquivalent"),
      isPlaceholder: row[8]
    )
  }

  private func skill(_ row: Row) throws -> SkillGrant {
    SkillGrant(
      employee: row[0],
      skill: row[1],
      from: try date(row, 2),
      until: try date(row, 3),
      level: row[4]
    )
  }

  private func availability(_ row: Row) throws -> Availability {
    var window: ClockWindow?
    if row[2] as String? != nil {
      window = ClockWindow(start: try clock(row, 2), end: try clock(row, 3))
    }
    return Availability(employee: row[0], days: try days(row, 1), window: window)
  }

  private func preference(_ row: Row) throws -> Preference {
    let isDayOff = row[2] as String == "day_off"
    return Preference(
      employee: row[0],
      days: try days(row, 1),
      wish: isDayOff ? .dayOff : .startBetween(try clock(row, 3), try clock(row, 4)),
      weight: row[5]
    )
  }

  private func date(_ row: Row, _ column: Int) throws -> LocalDate? {
    guard let text = row[column] as String? else { return nil }
    return try needed(LocalDate(text), text)
  }

  private func time(_ row: Row, _ column: Int) throws -> LocalDateTime {
    let text: String = row[column]
    return try needed(LocalDateTime(text), text)
  }

  private func clock(_ row: Row, _ column: Int) throws -> ClockTime {
    let text: String = row[column]
    return try needed(ClockTime(text), text)
  }

  private func days(_ row: Row, _ column: Int) throws -> DayPattern {
    let text: String = row[column]
    return try needed(DayPattern(stored: text), text)
  }

  private func needed<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else {
      throw ShiftwrightError(
        "\(path) holds '\(what)' where it should not.\n"
          + "Somebody changed the file by other means. Restore the newest backup."
      )
    }
    return value
  }
}
