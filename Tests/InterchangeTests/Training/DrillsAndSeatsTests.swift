import Testing
import Workforce

@testable import Interchange

/// Curricula of drills alone, seats of people enrolled in classes, and rules that look wrong.
@Suite struct DrillsAndSeatsTests {
  private static func load(_ file: String, _ old: String, _ new: String) throws
    -> Loaded<PlanningInputs>
  {
    var files = TrainingTexts.files
    let text = try #require(files[file])
    #expect(text.contains(old))
    files[file] = text.replacing(old, with: new, maxReplacements: 1)
    return ScenarioTexts.load(files)
  }

  private static let drills =
    "  - {name: service, teams: [red], in_service: [{course: aml, every_months: 3}]}\n"

  @Test func `a curriculum may be drills alone, and is written as it was read`() throws {
    let loaded = try Self.load("training.yaml", "presence:", Self.drills + "presence:")
    #expect(loaded.diagnostics.map(\.description) == [])
    let training = try #require(loaded.value?.training)
    #expect(training.curricula[1].stages.isEmpty && training.curricula[1].inService.count == 1)
    var files = TrainingTexts.files
    files["training.yaml"] = TrainingFolder.settingsText(training)
    #expect(ScenarioTexts.load(files).value?.training == training)
  }

  @Test func `without stages and drills the stages are missing`() throws {
    let loaded = try Self.load("training.yaml", "presence:", "  - {name: nothing}\npresence:")
    #expect(
      loaded.errors.map(\.message) == ["the key 'stages' of curriculum 'nothing' is missing."]
    )
  }

  @Test func `who is enrolled in a class is on its list, until it is full`() throws {
    let seated = try Self.load("enrolments.csv", "E02,,licence,,", "E01,,licence,s2,")
    #expect(seated.diagnostics.map(\.description) == [])
    #expect(seated.value?.training.sessions.map(\.attendees) == [["E01", "E02"], ["E01"]])
    var files = TrainingTexts.files
    files["sessions.csv"] = files["sessions.csv"]?.replacing("20,E01+E02", with: "1,E01")
    #expect(
      ScenarioTexts.load(files).diagnostics.map(\.description) == [
        """
        center/enrolments.csv:3: class 's1' is full: seats 1, people on its list 1.
        Write another session, or leave it empty until there is a seat.
        """
      ]
    )
  }

  @Test func `a course that is its own prerequisite is named as that`() throws {
    let loaded = try Self.load("training.yaml", "prerequisites: [aml]", "prerequisites: [licence]")
    #expect(loaded.errors.map(\.message) == ["course 'licence' is needed before itself."])
  }

  @Test func `a skill that nobody has and hours at night are warned of`() throws {
    let presence = try Self.load(
      "training.yaml",
      "least: 1}]",
      "least: 1}, {skill: led, site: harbour, least: 1}]"
    )
    #expect(
      presence.diagnostics.map(\.description).contains(
        """
        center/training.yaml: warning: presence asks for the skill 'led', which nobody holds and no \
        course grants.
        Correct the name, or give the skill to people in skills.csv.
        """
      )
    )
    let hours = try Self.load("training.yaml", "09:00-17:00", "17:00-09:00")
    #expect(
      hours.diagnostics.map(\.message) == [
        "hours of placement is 17:00-09:00, which runs past midnight."
      ]
    )
  }
}
