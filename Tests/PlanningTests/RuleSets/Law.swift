import Checking
import Foundation
import Interchange
import Testing
import Workforce

/// A sentence of a rule set with two weeks that differ by little: the first keeps it, the second breaks it.
///
/// A sentence about a kind of shift is broken by a shift of the kind.
struct LawCase: Sendable, CustomTestStringConvertible {
  let set: ShippedRuleSet
  let sentence: String
  let kept: LawWeek
  let broken: LawWeek

  var testDescription: String { "\(set.rawValue): \(sentence)" }
}

/// A rule set as a scenario reads it.
struct Law {
  let file: LawFile
  let labor: LaborSettings

  private static let harbourBank = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenarios/harbour-bank")

  init(_ text: String) throws {
    var files = try ["scenario.yaml", "employees.csv", "skills.csv"].map { name in
      let bytes = Array(try Data(contentsOf: Self.harbourBank.appending(path: name)))
      return OutputFile(name: name, bytes: bytes)
    }
    files[0].bytes += Array("\nrule_sets: [law.yaml]\n".utf8)
    files.append(OutputFile(name: "law.yaml", text: text))
    let loaded = ScenarioFolder.load(files, named: "center")
    file = LawFile(text)
    labor = try #require(loaded.value, "\(loaded.diagnostics)").settings.labor
  }

  /// Names of the rules that the checker finds broken in the two weeks, and in the second one without the entry that the
  /// sentence is about.
  func found(_ c: LawCase) throws -> (kept: [String], broken: [String], without: [String]) {
    let place = try #require(file.sentences.first { $0.text == c.sentence }).place
    var with = labor
    with.sets = []
    var without = with
    switch place {
    case .kind(let index):
      with.rules = [RuleEntry(.kindRun([labor.kinds[index].name], most: 0))]
      without.rules = []
    case .rule(let index):
      without.rules.remove(at: index)
    }
    return (broken(c.kept, with), broken(c.broken, with), broken(c.broken, without))
  }

  /// What the checker calls the rule of a sentence.
  func rule(_ c: LawCase) throws -> String {
    switch try #require(file.sentences.first { $0.text == c.sentence }).place {
    case .kind: "kind run"
    case .rule(let index): labor.rules[index].rule.name
    }
  }

  /// Whether the weeks of a case are judged as it says.
  func holds(_ c: LawCase) throws -> Bool {
    let found = try found(c)
    return try found.kept.isEmpty && found.broken == [rule(c)]
  }

  private func broken(_ week: LawWeek, _ labor: LaborSettings) -> [String] {
    let stated = labor.rules.map(\.rule.name)
    return RosterChecker(inputs: week.inputs(labor)).check(week.roster, requirement: nil)
      .violations.map(\.rule).filter(stated.contains)
  }
}
