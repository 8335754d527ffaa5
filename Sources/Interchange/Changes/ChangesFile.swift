public import Workforce

/// The file that says what has changed since a roster was published.
///
/// `docs/reference/changes-format.md` describes it.
public enum ChangesFile {
  /// The name of its copy in a run folder.
  public static let name = "changes.yaml"

  static let keys = ["now", "absences", "locks", "free", "forecast", "prices"]
  static let absenceKeys = AbsencesFile.columns
  static let lockKeys = ["employees", "dates", "cells"]
  static let cellKeys = ["employee", "date"]
  static let freeKeys = ["employees", "dates"]
  static let forecastKeys = ["file", "overrides"]
  static let overrideKeys = ["queue", "from", "to", "factor", "value", "reason"]
  static let priceKeys = ["changed_shift", "changed_start_per_hour"]

  /// Reads the file, and the forecast that it names.
  ///
  /// - Parameters:
  ///   - path: The file; a forecast's path in it begins at its folder.
  ///   - inputs: The scenario of the published roster.
  ///   - week: The roster's week.
  /// - Returns: What has changed; or everything that is wrong, by file and line.
  public static func load(_ path: String, inputs: PlanningInputs, week: ISOWeek) -> Loaded<
    ChangeRequest
  > {
    let findings = FileFindings(file: path)
    let bytes = InputFile.bytes(path, findings: findings, missing: .missingChanges)
    let reader = ChangesReader(inputs: inputs, week: week, findings: findings)
    guard let bytes, let read = reader.read(bytes) else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    guard let named = read.forecast else {
      return Loaded(read.request, diagnostics: findings.diagnostics)
    }
    let forecast = ForecastFile.load(resolved(named.path, beside: path), inputs: inputs)
    if let monday = forecast.value?.grid.dates[0], monday != week.monday {
      findings.report(
        "forecast week",
        line: named.line,
        .forecastWeek(ISOWeek(containing: monday), roster: week)
      )
    }
    var request = read.request
    request.forecast = forecast.value
    return Loaded(request, diagnostics: findings.diagnostics + forecast.diagnostics)
  }

  /// A path as seen from the folder of the changes file.
  private static func resolved(_ path: String, beside file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}
