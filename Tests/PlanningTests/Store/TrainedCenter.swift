import Foundation
import Interchange
import TestSupport
import Workforce

@testable import Planning

/// A scenario folder with every file of training, and the same in a database.
struct TrainedCenter {
  private typealias Make = ScenarioFixtures

  let folder: String
  let files: [OutputFile]
  /// The files as this program writes them.
  let canonical: [OutputFile]
  let inputs: PlanningInputs
  let records: TrainingRecords
  let database: CenterDatabase

  var recorder: TrainingRecorder { TrainingRecorder(database) }

  /// The files of an export, by name.
  func exported() throws -> [OutputFile] {
    let target = folder + "-out"
    let count = try database.export(to: target)
    let names = try FileManager.default.contentsOfDirectory(atPath: target).sorted()
    defer { try? FileManager.default.removeItem(atPath: target) }
    guard names.count == count else { throw ShiftwrightError("\(count) is not \(names)") }
    return try names.map { name in
      OutputFile(name: name, bytes: Array(try Data(contentsOf: URL(filePath: "\(target)/\(name)"))))
    }
  }

  /// Calls `body` with a center whose files were changed on their way.
  static func with(
    changing change: (OutputFile) -> OutputFile = { $0 },
    _ body: (TrainedCenter) throws -> Void
  ) throws {
    try StoreFixtures.withPath { path in
      let (inputs, records) = (inputs(), records())
      let canonical = try ScenarioFolder.files(for: inputs) + TrainingFolder.files(for: records)
      let files = canonical.map(change)
      let folder = path + "-folder"
      try AtomicFolder.write(files, to: folder, replacingExisting: false)
      let database = CenterDatabase(path: path, actor: "test")
      _ = try database.create()
      _ = try database.importScenario(folder, isReplacing: false)
      try body(
        TrainedCenter(
          folder: folder,
          files: files,
          canonical: canonical,
          inputs: inputs,
          records: records,
          database: database
        )
      )
    }
  }

  private static func inputs() -> PlanningInputs {
    var inputs = Make.inputs(
      people: Make.people("ada", "bo", "cy"),
      queues: [Make.queue("phone"), Make.queue("cards")],
      templates: [Make.template(minutes: 240, stretch: 60...240)]
    )
    inputs.training.courses = [
      Course(
        name: "aml",
        lengthMinutes: 60,
        passMark: Make.share(0.8),
        validity: .months(12),
        renewalWindowDays: 60,
        guards: ["cards"]
      ),
      Course(
        name: "cards_course",
        lengthMinutes: 120,
        passMark: Make.share(0.75),
        trainers: ["bo"]
      ),
    ]
    inputs.training.curricula = [
      Curriculum(name: "agent", stages: [Curriculum.Stage(name: "all", length: .days(7))])
    ]
    inputs.training.certifications = certifications
    inputs.training.sessions = [
      ClassSession(
        id: "s1",
        course: "aml",
        start: Make.time("2026-03-03T10:00"),
        end: Make.time("2026-03-03T11:30"),
        trainer: "cy",
        seats: 20,
        attendees: ["bo", "ada"]
      )
    ]
    inputs.training.enrolments = [
      CurriculumEnrolment(
        employee: "ada",
        curriculum: "agent",
        cohort: "spring, late",
        from: Make.date("2026-03-02")
      )
    ]
    inputs.training.courseEnrolments = [
      CourseEnrolment(
        employee: "bo",
        course: "aml",
        session: "s1",
        from: Make.date("2026-03-02")
      )
    ]
    inputs.training.mentorings = [
      Mentoring(
        employee: "ada",
        mentor: "bo",
        from: Make.date("2026-03-09"),
        until: Make.date("2026-09-30")
      )
    ]
    return inputs
  }

  private static var certifications: [Certification] {
    [
      Certification(
        employee: "ada",
        course: "aml",
        attained: Make.date("2025-03-04"),
        from: Make.time("2025-03-04T00:00"),
        lapses: Make.time("2026-03-04T00:00"),
        reference: "c1"
      ),
      Certification(
        employee: "bo",
        course: "aml",
        attained: Make.date("2025-03-04"),
        from: Make.time("2025-03-05T10:30"),
        lapses: Make.time("2026-03-05T00:00"),
        reference: "c2",
        isRevoked: true,
        revocationReason: "wrong person, \"bo\""
      ),
      Certification(
        employee: "ada",
        course: "cards_course",
        attained: Make.date("2024-02-29"),
        from: Make.time("2024-02-29T00:00"),
        reference: "c3"
      ),
    ]
  }

  private static func records() -> TrainingRecords {
    let first = AssessmentAttempt(
      employee: "ada",
      course: "aml",
      session: "s1",
      sat: Make.time("2026-03-03T11:30"),
      attempt: 1,
      score: Make.share(0.6),
      passMark: Make.share(0.8),
      examiner: "bo",
      evidence: "sheet 12, \"second\" page",
      source: "lms",
      reference: "17"
    )
    var correction = first
    (correction.score, correction.reference) = (Make.share(0.85), "18")
    (correction.corrects, correction.reason) = ("17", "misread")
    var other = first
    (other.employee, other.reference, other.session) = ("bo", "19", nil)
    (other.sat, other.examiner) = (Make.time("2026-03-05T00:00"), "")
    return TrainingRecords(
      attendances: [Attendance(employee: "ada", session: "s1", minutes: 90, reference: "a1")],
      assessments: [first, correction, other],
      performance: [
        PerformanceRecord(
          employee: "ada",
          date: Make.date("2026-03-02"),
          measure: .handleTime,
          cases: 42,
          mean: 301.5
        ),
        PerformanceRecord(
          employee: "ada",
          date: Make.date("2026-03-02"),
          measure: .quality,
          cases: 3,
          mean: 0.9
        ),
      ]
    )
  }
}
