import Foundation
import Testing
import Workforce

@testable import Interchange

@Suite struct TrainingFolderTests {
  private func bytes(_ files: [String: String]) -> [OutputFile] {
    files.keys.sorted().map { OutputFile(name: $0, bytes: Array((files[$0] ?? "").utf8)) }
  }

  @Test func `reads every value of training`() throws {
    let loaded = ScenarioTexts.load(TrainingTexts.files)
    #expect(loaded.diagnostics.map(\.description) == [])
    let training = try #require(loaded.value).training
    #expect(training.courses.map(\.name) == ["aml", "licence", "licence"])
    let (aml, licence) = (training.courses[0], training.courses[1])
    #expect(aml.title == "Anti-money laundering" && aml.mode == .online && aml.seats == 20)
    #expect(aml.validity == .months(12) && aml.renewalWindowDays == 60 && aml.isCompliance)
    #expect(aml.grace == Course.Grace(days: 14, mode: .supervised) && aml.guards == ["all"])
    #expect(licence.validity == .until(month: 12, day: 31) && licence.rooms == ["blue"])
    #expect(licence.grants == [Course.Grant(skill: "writing")] && licence.trainers == ["E02"])
    #expect(licence.prerequisites == ["aml"] && licence.title == "licence")
    #expect(training.courses[2].from == LocalDate("2026-07-01"))
    let stages = training.curricula[0].stages
    #expect(stages.map(\.tenths) == [0, 5, 10])
    #expect(stages.map(\.length) == [.days(7), .days(21), .months(6)])
    #expect(stages[1].isNeverAlone && stages[1].mentorShare.value == 0.8)
    #expect(training.curricula[0].inService.map(\.everyMonths) == [3])
    #expect(training.presence == [PresenceRule(skill: "lead", site: "harbour", least: 1)])
    #expect(training.placement?.sessionsPerWeek == 6)
    #expect(
      training.certifications.map(\.from.description) == [
        "2025-03-04T00:00", "2025-11-20T16:30", "2025-03-05T00:00",
      ]
    )
    #expect(training.certifications.map(\.isRevoked) == [false, false, true])
    #expect(training.sessions[0].attendees == ["E01", "E02"])
    #expect(training.sessions[1].room == "blue" && training.sessions[1].trainer == "E02")
    #expect(training.enrolments.map(\.cohort) == ["spring"])
    #expect(training.courseEnrolments.map(\.session) == ["s1", nil])
    #expect(training.mentorings.map(\.mentor) == ["E02"])
  }

  @Test func `loads what it wrote without loss`() throws {
    let inputs = try #require(ScenarioTexts.load(TrainingTexts.files).value)
    let files = try ScenarioFolder.files(for: inputs)
    #expect(files.map(\.name).suffix(5) == ScenarioFolder.fileNames.suffix(5))
    let texts = Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    )
    let again = ScenarioTexts.load(texts)
    #expect(again.diagnostics.map(\.description) == [])
    #expect(again.value == inputs)
    let second = try ScenarioFolder.files(for: try #require(again.value))
    #expect(second == files)
  }

  @Test func `without training, nothing is read and nothing written`() throws {
    let inputs = try #require(ScenarioTexts.load(ScenarioTexts.files).value)
    #expect(inputs.training == .none && inputs.skillSpans == [])
    let names = try ScenarioFolder.files(for: inputs).map(\.name)
    #expect(names.allSatisfy { !ScenarioFolder.fileNames.suffix(5).contains($0) })
  }

  @Test func `records are read apart from a plan's inputs, and back`() throws {
    let inputs = try #require(ScenarioTexts.load(TrainingTexts.files).value)
    let loaded = TrainingFolder.records(bytes(TrainingTexts.records), inputs: inputs)
    #expect(loaded.diagnostics.map(\.description) == [])
    let records = try #require(loaded.value)
    #expect(records.attendances.map(\.minutes) == [90, 0])
    #expect(records.assessments.map(\.isPassed) == [false, true, true])
    #expect(records.assessments[1].corrects == "17" && records.assessments[1].reason == "misread")
    #expect(records.assessments[1].evidence == "sheet 12, second page")
    #expect(records.assessments[2].sat == LocalDateTime("2026-03-05T00:00"))
    #expect(records.performance.map(\.mean) == [301.5, 0.9])
    let files = TrainingFolder.files(for: records)
    #expect(files.map(\.name) == TrainingFolder.recordNames)
    #expect(TrainingFolder.records(files, inputs: inputs).value == records)
  }

  @Test func `a folder's records are read beside the scenario, without warnings`() throws {
    let folder = try TemporaryFolder()
    for (name, text) in TrainingTexts.files { try folder.write(name, text) }
    for (name, text) in TrainingTexts.records { try folder.write(name, text) }
    let loaded = ScenarioFolder.load(folder.path)
    #expect(loaded.diagnostics.map(\.description) == [])
    let inputs = try #require(loaded.value)
    let records = TrainingFolder.records(in: folder.path, inputs: inputs)
    #expect(records.value?.assessments.count == 3)
  }
}
