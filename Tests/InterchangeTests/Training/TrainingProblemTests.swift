import Testing
import Workforce

@testable import Interchange

/// Every text is pinned whole: where, what, and what to do next.
@Suite struct TrainingProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var id: String
    var file: String
    var old: String
    var new: String
    var expected: [String]

    init(_ id: String, in file: String, _ old: String, _ new: String, gives expected: String...) {
      self.id = id
      self.file = file
      self.old = old
      self.new = new
      self.expected = expected
    }

    var testDescription: String { id }
  }

  @Test(arguments: courses + curricula)
  func `reports of training.yaml`(c: Case) throws {
    #expect(try Self.findings(c) == c.expected)
  }

  @Test(arguments: tables)
  func `reports of tables`(c: Case) throws {
    #expect(try Self.findings(c) == c.expected)
  }

  @Test(arguments: records)
  func `reports of records`(c: Case) throws {
    let inputs = try #require(ScenarioTexts.load(TrainingTexts.files).value)
    let text = try #require(TrainingTexts.records[c.file])
    #expect(text.contains(c.old))
    let changed = text.replacing(c.old, with: c.new, maxReplacements: 1)
    let loaded = TrainingFolder.records([OutputFile(name: c.file, text: changed)], inputs: inputs)
    #expect(loaded.diagnostics.map(\.description) == c.expected)
  }

  private static func findings(_ c: Case) throws -> [String] {
    var files = TrainingTexts.files
    let text = try #require(files[c.file])
    #expect(text.contains(c.old))
    files[c.file] = text.replacing(c.old, with: c.new, maxReplacements: 1)
    return ScenarioTexts.load(files).diagnostics.map(\.description)
  }

  @Test func `all errors of all files come at once`() throws {
    var files = TrainingTexts.files
    files["training.yaml"] = files["training.yaml"]?.replacing("mode: online", with: "mode: onlin")
    files["certifications.csv"] = files["certifications.csv"]?.replacing("E01,aml", with: "E09,aml")
    files["mentoring.csv"] = files["mentoring.csv"]?.replacing("mentor,", with: "mentr,")
    let found = ScenarioTexts.load(files).diagnostics.map(\.file)
    #expect(
      Set(found) == ["center/training.yaml", "center/certifications.csv", "center/mentoring.csv"]
    )
  }

  @Test func `certificates without training.yaml say so once`() {
    var files = TrainingTexts.files
    files["training.yaml"] = nil
    files["skills.csv"] = ScenarioTexts.files["skills.csv"]
    #expect(
      ScenarioTexts.load(files).diagnostics.map(\.description)
        == [
          ("certifications.csv", "certificates"), ("sessions.csv", "sessions"),
          ("enrolments.csv", "enrolments"),
        ].map { file, what in
          """
          center/\(file): there are \(what) but no training.yaml, which names the courses.
          Add training.yaml; docs/reference/training-formats.md shows an example.
          """
        }
    )
  }

  @Test func `rows of skills.csv for a granted skill are counted in a warning`() {
    var files = TrainingTexts.files
    files["skills.csv"]? += "E01,writing,,\nE02,writing,,\n"
    #expect(
      ScenarioTexts.load(files).diagnostics.map(\.description) == [
        """
        center/skills.csv: warning: 2 rows give skills that a course grants (writing); only \
        certificates count for it.
        Delete the rows, or take the skill out of the course's grants.
        """
      ]
    )
  }
}
