public import Workforce

/// A calendar that belongs to no scenario.
public enum BareCalendarFile {
  /// Reads a file and reports everything that is wrong with it.
  public static func load(_ path: String) -> Loaded<[CalendarEntry]> {
    let findings = FileFindings(file: path)
    let missing = Problem("the file is missing.", "Give the path of a calendar.csv.")
    let entries = InputFile.bytes(path, findings: findings, missing: missing).map {
      CalendarFile.read($0, findings: findings)
    }
    return Loaded(entries, diagnostics: findings.diagnostics)
  }
}
