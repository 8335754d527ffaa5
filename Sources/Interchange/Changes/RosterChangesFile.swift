public import Workforce

/// `changes.csv` of a run folder: who changes and why.
public enum RosterChangesFile {
  /// The file's name.
  public static let name = "changes.csv"

  static let columns = [
    "employee", "date", "was_start", "was_end", "is_start", "is_end", "kind", "reason",
  ]

  /// One row per person and date, on the clock of the person's site; times are empty on dates off.
  public static func csv(_ changes: [RosterChange], clocks: PersonalClocks) -> String {
    var csv = CSVText(header: columns)
    for change in changes {
      let zone = clocks.zone(of: change.employee)
      let text = { (instant: Instant?) in instant.map(zone.text(of:)) ?? "" }
      csv.append([
        change.employee, change.date.description, text(change.was?.start), text(change.was?.end),
        text(change.becomes?.start), text(change.becomes?.end), change.kind.rawValue,
        change.reason,
      ])
    }
    return csv.text
  }
}

extension ScenarioFolder {
  /// `absences.csv` with these rows.
  public static func absencesFile(_ absences: [Absence]) -> OutputFile {
    OutputFile(name: AbsencesFile.name, bytes: AbsencesFile.text(absences))
  }
}
