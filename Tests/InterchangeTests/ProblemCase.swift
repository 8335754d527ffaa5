import Foundation
import Testing
import Workforce

/// A change to one file of the scenario of `ScenarioTexts`, and what is then reported.
struct ProblemCase: CustomTestStringConvertible, Sendable {
  enum Change: Sendable {
    case changing(String, to: String)
    case replacing(String)
    case removing
  }

  let id: String
  let file: String
  let change: Change
  let expected: [String]

  init(_ id: String, in file: String, _ change: Change, gives expected: [String]) {
    self.id = id
    self.file = file
    self.change = change
    self.expected = expected
  }

  var testDescription: String { id }

  func findings() -> [String] {
    var files = ScenarioTexts.files
    switch change {
    case .changing(let old, let new):
      guard let text = files[file], text.contains(old) else { return ["'\(old)' is not there"] }
      files[file] = text.replacing(old, with: new, maxReplacements: 1)
    case .replacing(let text): files[file] = text
    case .removing: files[file] = nil
    }
    return ScenarioTexts.load(files).diagnostics.map(\.description)
  }
}
