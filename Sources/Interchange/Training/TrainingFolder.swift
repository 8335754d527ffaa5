public import Workforce

/// The files of personal results, which a training report reads and a plan never does.
///
/// `docs/reference/training-formats.md` describes them.
public enum TrainingFolder {
  /// The files that a scenario's folder may hold beside those of ``ScenarioFolder``.
  public static let recordNames = [
    AttendanceFile.name, AssessmentsFile.name, PerformanceFile.name,
  ]

  /// Reads the records of a folder and reports all problems of all its files together.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - inputs: What it holds otherwise.
  /// - Returns: The records; none of a file that is not there.
  public static func records(in path: String, inputs: PlanningInputs) -> Loaded<TrainingRecords> {
    let folder = InputFile.trimmed(path)
    return records(inputs: inputs, folder: folder) { name, findings in
      InputFile.bytes("\(folder)/\(name)", findings: findings, missing: nil)
    }
  }

  /// The same for files that are at hand.
  public static func records(_ files: [OutputFile], inputs: PlanningInputs)
    -> Loaded<TrainingRecords>
  {
    records(inputs: inputs, folder: "") { name, _ in files.first { $0.name == name }?.bytes }
  }

  /// The text of one file with records of a plan, in the form in which this program writes it.
  ///
  /// - Parameters:
  ///   - table: The file.
  ///   - training: What is written.
  /// - Returns: The file; `nil` when it would be empty.
  public static func file(_ table: RecordFile, _ training: TrainingInputs) -> OutputFile? {
    let isEmpty: Bool
    let bytes: [UInt8]
    switch table {
    case .sessions: (isEmpty, bytes) = text(training.sessions, SessionsFile.text)
    case .mentoring: (isEmpty, bytes) = text(training.mentorings, MentoringFile.text)
    case .certifications:
      (isEmpty, bytes) = text(training.certifications, CertificationsFile.text)
    case .enrolments:
      isEmpty = training.enrolments.isEmpty && training.courseEnrolments.isEmpty
      bytes = EnrolmentsFile.text(training)
    case .attendance, .assessments, .performance: return nil
    }
    return isEmpty ? nil : OutputFile(name: table.rawValue, bytes: bytes)
  }

  private static func text<Value>(_ values: [Value], _ text: ([Value]) -> [UInt8]) -> (
    Bool, [UInt8]
  ) {
    (values.isEmpty, text(values))
  }

  /// The text of `training.yaml`; empty when there are no courses and nothing else.
  public static func settingsText(_ training: TrainingInputs) -> String {
    let text = TrainingText(training)
    return text.isEmpty ? "" : text.text
  }

  /// The name of the file with courses and curricula.
  public static let settingsName = TrainingFile.name

  /// The files that read as the same records; those without content are left out.
  public static func files(for records: TrainingRecords) -> [OutputFile] {
    let hasCorrections = records.assessments.contains { $0.corrects != nil }
    let files: [(isEmpty: Bool, file: OutputFile)] = [
      (records.attendances.isEmpty, RecordTable.attendance.file(records.attendances)),
      (
        records.assessments.isEmpty,
        RecordTable.assessments(hasCorrections: hasCorrections).file(records.assessments)
      ),
      (records.performance.isEmpty, RecordTable.performance.file(records.performance)),
    ]
    return files.filter { !$0.isEmpty }.map(\.file)
  }

  private static func records(
    inputs: PlanningInputs,
    folder: String,
    _ bytes: (String, FileFindings) -> [UInt8]?
  ) -> Loaded<TrainingRecords> {
    let context = FolderContext(inputs)
    let all = recordNames.map { FileFindings(file: folder.isEmpty ? $0 : "\(folder)/\($0)") }
    var records = TrainingRecords()
    if let bytes = bytes(AttendanceFile.name, all[0]) {
      records.attendances = AttendanceFile.read(bytes, findings: all[0], context)
    }
    if let bytes = bytes(AssessmentsFile.name, all[1]) {
      records.assessments = AssessmentsFile.read(bytes, findings: all[1], context)
    }
    if let bytes = bytes(PerformanceFile.name, all[2]) {
      records.performance = PerformanceFile.read(bytes, findings: all[2], context)
    }
    return Loaded(records, diagnostics: all.flatMap(\.diagnostics))
  }
}
