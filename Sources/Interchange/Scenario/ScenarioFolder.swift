import Foundation
public import Workforce

/// The plain-file form of everything that a plan starts from.
///
/// `docs/reference/scenario-format.md` describes the files.
public enum ScenarioFolder {
  /// The files that a folder may hold; the first, the employees and the skills it must.
  public static let fileNames = [
    "scenario.yaml", ContactsFile.name, CalendarFile.name, ICalendarFile.name, OverridesFile.name,
    EmployeesFile.name, SkillsFile.name, AvailabilityFile.name, AbsencesFile.name,
    PreferencesFile.name,
    HistoryFile.name, LocksFile.name, RotationsFile.name, LedgerFile.name, OnCallFile.name,
    MeetingsFile.name,
    TrainingFile.name, CertificationsFile.name, SessionsFile.name, EnrolmentsFile.name,
    MentoringFile.name,
  ]

  static let requiredNames: Set<String> = ["scenario.yaml", EmployeesFile.name, SkillsFile.name]

  /// Reads a folder and reports all problems of all its files together.
  public static func load(_ path: String) -> Loaded<PlanningInputs> {
    let folder = InputFile.trimmed(path)
    guard InputFile.isFolder(folder) else {
      let findings = FileFindings(file: folder)
      findings.report("folder", InputFile.exists(folder) ? .fileForFolder : .noFolder)
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    let reader = FolderReader(folder: folder) { name, findings in
      let missing: Problem? = requiredNames.contains(name) ? .missingFile : nil
      return InputFile.bytes("\(folder)/\(name)", findings: findings, missing: missing)
    }
    let loaded = reader.read()
    return Loaded(loaded.value, diagnostics: loaded.diagnostics + strangeFiles(in: folder))
  }

  /// Reads files in memory as a folder of them is read.
  ///
  /// - Parameters:
  ///   - files: The files; those that a scenario does not have are left alone.
  ///   - place: What findings call the folder.
  ///   - isPartial: Whether rule sets that the scenario names may be missing; their rules are then left out.
  /// - Returns: The inputs, or everything that is wrong.
  public static func load(_ files: [OutputFile], named place: String, isPartial: Bool = false)
    -> Loaded<PlanningInputs>
  {
    let bytes = Dictionary(
      files.map { ($0.name, $0.bytes) },
      uniquingKeysWith: { first, _ in first }
    )
    return FolderReader(folder: InputFile.trimmed(place), isPartial: isPartial) {
      name,
      findings in
      if bytes[name] == nil, requiredNames.contains(name) {
        findings.report("missing file", .missingFile)
      }
      return bytes[name]
    }.read()
  }

  /// The files that a folder with this `scenario.yaml` may hold: those of any folder, and the rule sets that it
  /// names.
  public static func fileNames(with scenario: [UInt8]?) -> [String] {
    fileNames + (scenario.map(RuleSetFile.names) ?? [])
  }

  /// The files of a folder that are read, rule sets last.
  ///
  /// - Throws: An error when a file is there and cannot be read.
  public static func present(in path: String) throws -> [OutputFile] {
    let root = URL(fileURLWithPath: InputFile.trimmed(path))
    let file = { (name: String) throws -> OutputFile? in
      let url = root.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: url.path) else { return nil }
      return OutputFile(name: name, bytes: Array(try Data(contentsOf: url)))
    }
    let files = try fileNames.compactMap(file)
    let scenario = files.first { $0.name == "scenario.yaml" }?.bytes
    return files + (try fileNames(with: scenario).dropFirst(fileNames.count).compactMap(file))
  }

  /// Warns of files whose names are nearly those of files that are read.
  private static func strangeFiles(in folder: String) -> [Diagnostic] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      let findings = FileFindings(file: folder)
      findings.report("folder", .unreadable(error.localizedDescription))
      return findings.diagnostics
    }
    let free = fileNames.filter { !names.contains($0) }
    let read = fileNames + TrainingFolder.recordNames
    return names.filter { !read.contains($0) }.flatMap { name -> [Diagnostic] in
      guard let meant = Suggestion.nearest(to: name, among: free) else { return [] }
      let findings = FileFindings(file: "\(folder)/\(name)")
      findings.report("strange file", severity: .warning, .strangeFile(meant))
      return findings.diagnostics
    }
  }

  /// The files of a folder that loads as the same inputs.
  ///
  /// Files without content are left out, except those that a folder must hold. The files are read
  /// back before they are returned.
  ///
  /// - Parameter inputs: What to write.
  /// - Returns: The files, scenario.yaml first.
  /// - Throws: `ShiftwrightError` when the inputs break a rule of the format, or hold something
  ///   that it cannot express (a shift length in seconds, say).
  public static func files(for inputs: PlanningInputs) throws(ShiftwrightError) -> [OutputFile] {
    let contents: [(name: String, bytes: [UInt8], isEmpty: Bool)] =
      [
        ("scenario.yaml", Array(ScenarioText(inputs.settings).text.utf8), false),
        (
          ContactsFile.name, ContactsFile.text(inputs.history, settings: inputs.settings),
          inputs.history.isEmpty
        ),
        (CalendarFile.name, CalendarFile.text(inputs.calendar), inputs.calendar.isEmpty),
        (OverridesFile.name, OverridesFile.text(inputs.overrides), inputs.overrides.isEmpty),
        (EmployeesFile.name, EmployeesFile.text(inputs.employees), false),
        (SkillsFile.name, SkillsFile.text(inputs.skills), false),
        (
          AvailabilityFile.name, AvailabilityFile.text(inputs.availability),
          inputs.availability.isEmpty
        ),
        (AbsencesFile.name, AbsencesFile.text(inputs.absences), inputs.absences.isEmpty),
        (
          PreferencesFile.name, PreferencesFile.text(inputs.preferences), inputs.preferences.isEmpty
        ),
        (HistoryFile.name, HistoryFile.text(inputs.pastDuties), inputs.pastDuties.isEmpty),
        (LocksFile.name, LocksFile.text(inputs.locks), inputs.locks.isEmpty),
        (
          RotationsFile.name, RotationsFile.text(inputs.rotationPlaces),
          inputs.rotationPlaces.isEmpty
        ),
        (LedgerFile.name, LedgerFile.text(inputs.ledger), inputs.ledger.isEmpty),
        (OnCallFile.name, OnCallFile.text(inputs.pastOnCall), inputs.pastOnCall.isEmpty),
        (
          MeetingsFile.name, MeetingsFile.text(inputs.meetingTimes), inputs.meetingTimes.isEmpty
        ),
      ] + trainingContents(inputs.training)
      + inputs.settings.labor.sets.map { ($0.file, Array($0.text.utf8), false) }
    let files = contents.filter { !$0.isEmpty }.map { OutputFile(name: $0.name, bytes: $0.bytes) }
    try check(files, against: inputs)
    return files
  }

  private static func trainingContents(_ training: TrainingInputs)
    -> [(name: String, bytes: [UInt8], isEmpty: Bool)]
  {
    let settings = TrainingText(training)
    return [
      (TrainingFile.name, Array(settings.text.utf8), settings.isEmpty),
      (
        CertificationsFile.name, CertificationsFile.text(training.certifications),
        training.certifications.isEmpty
      ),
      (SessionsFile.name, SessionsFile.text(training.sessions), training.sessions.isEmpty),
      (
        EnrolmentsFile.name, EnrolmentsFile.text(training),
        training.enrolments.isEmpty && training.courseEnrolments.isEmpty
      ),
      (MentoringFile.name, MentoringFile.text(training.mentorings), training.mentorings.isEmpty),
    ]
  }

  private static func check(_ files: [OutputFile], against inputs: PlanningInputs)
    throws(ShiftwrightError)
  {
    let reader = FolderReader(folder: "") { name, _ in files.first { $0.name == name }?.bytes }
    let loaded = reader.read()
    guard let value = loaded.value else {
      let first = loaded.errors.first?.description ?? ""
      throw ShiftwrightError("The scenario cannot be written, it breaks the format:\n\(first)")
    }
    guard let part = difference(value, inputs) else { return }
    throw ShiftwrightError(
      "The scenario cannot be written without loss: \(part) would read back differently.\n"
        + "Use whole minutes for shifts, whole seconds for hours, and the documented order."
    )
  }

  private static func difference(_ first: PlanningInputs, _ second: PlanningInputs) -> String? {
    let parts: [(file: String, isEqual: Bool)] = [
      ("scenario.yaml", first.settings == second.settings),
      (ContactsFile.name, first.history == second.history),
      (CalendarFile.name, first.calendar == second.calendar),
      (OverridesFile.name, first.overrides == second.overrides),
      (EmployeesFile.name, first.employees == second.employees),
      (SkillsFile.name, first.skills == second.skills),
      (AvailabilityFile.name, first.availability == second.availability),
      (AbsencesFile.name, first.absences == second.absences),
      (PreferencesFile.name, first.preferences == second.preferences),
      (HistoryFile.name, first.pastDuties == second.pastDuties),
      (LocksFile.name, first.locks == second.locks),
      (RotationsFile.name, first.rotationPlaces == second.rotationPlaces),
      (LedgerFile.name, first.ledger == second.ledger),
      (OnCallFile.name, first.pastOnCall == second.pastOnCall),
      (MeetingsFile.name, first.meetingTimes == second.meetingTimes),
      ("training.yaml and its tables", first.training == second.training),
      ("what a what-if assumes", first.assumptions == second.assumptions),
    ]
    return parts.first { !$0.isEqual }?.file
  }
}
