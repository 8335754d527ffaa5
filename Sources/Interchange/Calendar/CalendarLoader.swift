public import Workforce

/// Reads a calendar from a file of its own, `calendar.csv` or iCalendar by its content.
public enum CalendarLoader {
  /// The years for which repeated events are listed where no history narrows them.
  public static let allYears = 1970...2100

  /// Reads a file and reports everything that is wrong with it.
  ///
  /// A file is iCalendar when it begins with `BEGIN:VCALENDAR` or is named `….ics`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - years: The years for which repeated events are listed; see ``years(spannedBy:)``.
  ///   - zone: The zone whose dates are meant; without it times count in the zone they are written in.
  /// - Returns: The entries, ascending by date.
  public static func load(
    _ path: String,
    years: ClosedRange<Int> = allYears,
    zone: Zone? = nil
  ) -> Loaded<[CalendarEntry]> {
    let findings = FileFindings(file: path)
    let entries = InputFile.bytes(path, findings: findings, missing: .missingCalendar).map {
      let isICalendar = ICalendarReader.isICalendar($0) || path.lowercased().hasSuffix(".ics")
      return isICalendar
        ? ICalendarFile.read($0, findings: findings, years: years, zone: zone)
        : CalendarFile.read($0, findings: findings)
    }
    return Loaded(entries, diagnostics: findings.diagnostics)
  }

  /// The years of a history and two more, for ``load(_:years:zone:)``.
  public static func years(spannedBy dates: ClosedRange<LocalDate>) -> ClosedRange<Int> {
    dates.lowerBound.components.year...dates.upperBound.components.year + 2
  }
}
