import Foundation
import Interchange
import TestSupport
import Workforce

/// A small center with training, as values and as a folder.
enum TrainingScenario {
  private typealias Make = ScenarioFixtures

  /// Sixty people of two teams and two courses; every fourth fails at first, every eighth again.
  static func made() -> (inputs: PlanningInputs, records: TrainingRecords) {
    var inputs = Make.inputs(
      people: [],
      queues: [Make.queue("phone"), Make.queue("cards")],
      templates: [Make.template(minutes: 240, stretch: 60...240)]
    )
    var records = TrainingRecords()
    inputs.training.courses = [
      Course(
        name: "aml",
        lengthMinutes: 240,
        seats: 8,
        passMark: Make.share(0.8),
        validity: .months(12),
        guards: ["all"],
        isCompliance: true
      ),
      Course(name: "cards", lengthMinutes: 240, passMark: Make.share(0.8), guards: ["cards"]),
    ]
    inputs.training.curricula = [
      Curriculum(
        name: "agent",
        stages: [
          Curriculum.Stage(name: "one", length: .days(7), courses: ["aml"]),
          Curriculum.Stage(name: "two", length: .months(1), courses: ["cards"]),
        ]
      )
    ]
    inputs.training.placement = TrainingInputs.Placement(
      hours: Make.window("09:00-17:00"),
      sessionsPerWeek: 2
    )
    inputs.training.sessions = [
      ClassSession(
        id: "s1",
        course: "aml",
        start: Make.time("2026-01-12T09:00"),
        end: Make.time("2026-01-12T13:00"),
        trainer: "p00",
        seats: 60
      )
    ]
    for number in 0..<60 { add(number, to: &inputs, &records) }
    return (inputs, records)
  }

  private static func add(
    _ number: Int,
    to inputs: inout PlanningInputs,
    _ records: inout TrainingRecords
  ) {
    let id = (number < 10 ? "p0" : "p") + "\(number)"
    var person = Make.people(id)[0]
    person.name = "Zoë O’Neil; \(id), team, "
    person.name += "with a name so long that its line must be folded twice over"
    person.team = number < 57 ? ["red", "blue"][number % 2] : "tiny"
    person.hired = Make.date("2025-01-01")
    inputs.employees.append(person)
    for skill in ["phone", "cards"] {
      inputs.skills.append(SkillGrant(employee: id, skill: skill))
    }
    inputs.training.enrolments.append(
      CurriculumEnrolment(employee: id, curriculum: "agent", from: Make.date("2026-01-05"))
    )
    let first = Make.date("2026-01-12")
    let fails = number % 8 == 0 ? 2 : number % 4 == 0 ? 1 : 0
    records.attendances.append(
      Attendance(employee: id, session: "s1", minutes: 231, reference: "a\(number)")
    )
    for attempt in 0...min(fails, 1) {
      let isPassed = attempt >= fails
      records.assessments.append(
        AssessmentAttempt(
          employee: id,
          course: "aml",
          session: "s1",
          sat: LocalDateTime(date: first.adding(days: attempt), secondOfDay: 50_000),
          attempt: attempt + 1,
          score: Make.share(isPassed ? 0.8375 : 0.5625),
          passMark: Make.share(0.8),
          examiner: "p01",
          source: "lms",
          reference: "\(id)-\(attempt)"
        )
      )
    }
    guard fails < 2 else { return }
    let attained = first.adding(days: fails)
    inputs.training.certifications.append(
      Certification(
        employee: id,
        course: "aml",
        attained: attained,
        from: LocalDateTime(date: attained, secondOfDay: 0),
        lapses: LocalDateTime(date: attained.adding(days: 365), secondOfDay: 0),
        reference: "c\(number)"
      )
    )
  }

  /// Calls `body` with a folder of the files; it is removed at the end.
  static func with<Result>(
    _ scenario: (inputs: PlanningInputs, records: TrainingRecords) = made(),
    _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ScenarioFolder.files(for: scenario.inputs)
    for file in files + TrainingFolder.files(for: scenario.records) {
      try Data(file.bytes).write(to: folder.appending(path: file.name))
    }
    return try body(folder.path)
  }
}
