public import Workforce

/// The file that says what has changed since a roster was published.
///
/// `docs/reference/changes-format.md` describes it.
public enum ChangesFile {
  /// The name of its copy in a run folder.
  public static let name = "changes.yaml"

  static let keys = ["now", "absences", "locks", "free", "forecast", "requirement", "prices"]
  static let absenceKeys = AbsencesFile.columns
  static let lockKeys = ["employees", "dates", "cells"]
  static let cellKeys = ["employee", "date"]
  static let freeKeys = ["employees", "dates"]
  static let forecastKeys = ["file", "intraday", "overrides"]
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
    var request = read.request
    var others: [Diagnostic] = []
    for file in read.files {
      let place = resolved(file.path, beside: path)
      let found = take(file.kind, at: place, inputs, into: &request)
      others += found.diagnostics
      guard let monday = found.value, monday != week.monday else { continue }
      findings.report(
        "other week",
        line: file.line,
        .otherWeek(file.kind, ISOWeek(containing: monday), roster: week)
      )
    }
    return Loaded(request, diagnostics: findings.diagnostics + others)
  }

  /// Reads a file that the changes name; gives the Monday of its week.
  private static func take(
    _ kind: ChangesReader.FileKind,
    at path: String,
    _ inputs: PlanningInputs,
    into request: inout ChangeRequest
  ) -> Loaded<LocalDate> {
    switch kind {
    case .forecast:
      let read = ForecastFile.load(path, inputs: inputs)
      request.forecast = read.value
      return Loaded(read.value?.grid.dates[0], diagnostics: read.diagnostics)
    case .intraday:
      let read = IntradayReader.load(path, inputs: inputs)
      request.reforecast = read.value?.intervals ?? []
      return Loaded(read.value?.monday, diagnostics: read.diagnostics)
    case .requirement:
      let read = RequirementFile.load(path, inputs: inputs)
      request.requirement = read.value
      return Loaded(read.value?.grid.dates[0], diagnostics: read.diagnostics)
    }
  }

  /// A path as seen from the folder of the changes file.
  private static func resolved(_ path: String, beside file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}
