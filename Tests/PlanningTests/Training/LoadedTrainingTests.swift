import Foundation
import Interchange
import Planning
import TestSupport
import Testing
import Training
import Workforce

/// A scenario folder with training, as commands load it.
@Suite struct LoadedTrainingTests {
  private typealias Make = ScenarioFixtures

  private static func inputs() -> PlanningInputs {
    var inputs = Make.inputs(
      people: Make.people("ada", "bo"),
      queues: [Make.queue("phone"), Make.queue("cards")],
      templates: [Make.template(minutes: 240, stretch: 60...240)]
    )
    inputs.training.courses = [
      Course(
        name: "aml",
        lengthMinutes: 60,
        passMark: Make.share(0.8),
        validity: .months(12),
        guards: ["cards"]
      )
    ]
    inputs.training.certifications = [
      Certification(
        employee: "ada",
        course: "aml",
        attained: Make.date("2025-03-04"),
        from: Make.time("2025-03-04T00:00"),
        lapses: Make.time("2026-03-04T00:00"),
        reference: "c1"
      )
    ]
    return inputs
  }

  /// Writes files into a folder of their own, which is removed at the end.
  private static func loaded(_ files: [OutputFile]) throws -> LoadedScenario {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
    return try LoadedScenario(folder.path)
  }

  @Test func `gives everybody's spans, and copies no results`() throws {
    let inputs = Self.inputs()
    let attempt = AssessmentAttempt(
      employee: "ada",
      course: "aml",
      sat: Make.time("2025-03-04T10:00"),
      attempt: 1,
      score: .one,
      passMark: Make.share(0.8),
      source: "lms",
      reference: "1"
    )
    let records = TrainingFolder.files(for: TrainingRecords(assessments: [attempt]))
    let loaded = try Self.loaded(try ScenarioFolder.files(for: inputs) + records)
    #expect(loaded.inputs.training == inputs.training)
    #expect(loaded.inputs.skillSpans == SkillHolding(inputs).spans())
    let spans = loaded.inputs.skillSpans.map { "\($0.employee) \($0.skill)" }
    #expect(spans == ["ada phone", "ada cards", "bo phone"])
    let names = loaded.files.map(\.name)
    #expect(names.contains("training.yaml") && names.contains("certifications.csv"))
    #expect(!names.contains("assessments.csv"))
    #expect(loaded.findings.map(\.description) == [])
  }

  @Test func `certificates say which queues a person serves on a date`() throws {
    let inputs = try Self.loaded(try ScenarioFolder.files(for: Self.inputs())).inputs
    let queues = { (date: String, overMidnight: Bool) in
      inputs.queues(servedBy: "ada", on: Make.date(date), overMidnight: overMidnight)
    }
    #expect(queues("2026-03-03", false) == [0, 1])
    #expect(queues("2026-03-03", true) == [0])
    #expect(queues("2026-03-04", false) == [0])
    #expect(inputs.queues(servedBy: "bo", on: Make.date("2026-03-02"), overMidnight: false) == [0])
  }

  @Test func `without training there are no spans and no further files`() throws {
    var inputs = Self.inputs()
    inputs.training = .none
    let loaded = try Self.loaded(try ScenarioFolder.files(for: inputs))
    #expect(loaded.inputs.skillSpans == [] && loaded.inputs == inputs)
    #expect(loaded.files.map(\.name) == ["scenario.yaml", "employees.csv", "skills.csv"])
  }
}
