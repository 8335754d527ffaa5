public import Workforce

extension ScenarioFolder {
  /// A file with people.
  public enum PeopleTable: String, CaseIterable, Sendable {
    /// The people.
    case employees = "employees.csv"
    /// Their skills.
    case skills = "skills.csv"
    /// When they can work.
    case availability = "availability.csv"
    /// When they are away.
    case absences = "absences.csv"
    /// What they would like.
    case preferences = "preferences.csv"
    /// What they worked.
    case history = "history.csv"
  }

  /// The text of one file with people, in the form in which this program writes it.
  public static func text(of table: PeopleTable, _ people: PeopleTables) -> [UInt8] {
    switch table {
    case .employees: EmployeesFile.text(people.employees)
    case .skills: SkillsFile.text(people.skills)
    case .availability: AvailabilityFile.text(people.availability)
    case .absences: AbsencesFile.text(people.absences)
    case .preferences: PreferencesFile.text(people.preferences)
    case .history: HistoryFile.text(people.pastDuties)
    }
  }
}
