import Interchange
import Training
public import Workforce

/// What is known of training in a scenario folder: its files are read anew by each call.
public struct FolderTraining: TrainingSource {
  /// The folder, as the user gave it.
  public let place: String

  /// Names a folder.
  public init(_ folder: String) { place = folder }

  /// Everybody's attempts and certificates.
  ///
  /// Throws ``BadInput`` with every finding when the files have errors.
  public func book() throws -> TrainingBook {
    let (inputs, records) = try read()
    return TrainingBook(inputs: inputs, records: records)
  }

  /// Everything on record of one person.
  ///
  /// Throws ``BadInput`` when the files have errors, `ShiftwrightError` when nobody has the identifier.
  public func record(of employee: String) throws -> PersonalRecord {
    let (inputs, records) = try read()
    guard let person = inputs.employees.first(where: { $0.id == employee }) else {
      let nearest = Suggestion.nearest(to: employee, among: inputs.employees.map(\.id))
      throw ShiftwrightError(
        "\(place) has nobody with the identifier '\(employee)'.\n"
          + (nearest.map { "Did you mean '\($0)'?" } ?? "Give an identifier of employees.csv.")
      )
    }
    let training = inputs.training
    return PersonalRecord(
      employee: person,
      certifications: training.certifications.filter { $0.employee == employee },
      enrolments: training.enrolments.filter { $0.employee == employee },
      courseEnrolments: training.courseEnrolments.filter { $0.employee == employee },
      mentorings: training.mentorings.filter { $0.employee == employee || $0.mentor == employee },
      records: TrainingRecords(
        attendances: records.attendances.filter { $0.employee == employee },
        assessments: records.assessments.filter { $0.employee == employee },
        performance: records.performance.filter { $0.employee == employee }
      )
    )
  }

  /// How people's work was, by one measure, from one date to another.
  ///
  /// Throws ``BadInput`` when the files have errors.
  public func performance(
    _ measure: PerformanceRecord.Measure,
    from first: LocalDate,
    through last: LocalDate
  ) throws -> [PerformanceRecord] {
    try read().records.performance.filter { record in
      record.measure == measure && first <= record.date && record.date <= last
    }
  }

  /// The files, judged as a plan judges them.
  private func read() throws -> (inputs: PlanningInputs, records: TrainingRecords) {
    let loaded = ScenarioFolder.load(place)
    guard let inputs = loaded.value, loaded.errors.isEmpty else {
      throw BadInput(diagnostics: loaded.diagnostics)
    }
    let records = TrainingFolder.records(in: place, inputs: inputs)
    guard let value = records.value, records.errors.isEmpty else {
      throw BadInput(diagnostics: loaded.diagnostics + records.diagnostics)
    }
    return (inputs, value)
  }
}
