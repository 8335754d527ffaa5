import Workforce

extension Problem {
  static let emptyYAML = Problem(
    "the file is empty.",
    "Write the scenario's settings; docs/reference/scenario-format.md lists the keys."
  )

  static func yamlSyntax(_ detail: String) -> Problem {
    Problem(
      "the file is not YAML: \(detail).",
      "Check indentation, quotes and colons on this line and the one before. "
        + "The rest of the file was not read."
    )
  }

  static func duplicateKeys(_ keys: [String]) -> Problem {
    let names = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Problem(
      keys.count == 1
        ? "the key \(names) occurs more than once in this mapping."
        : "the keys \(names) occur more than once in this mapping.",
      "Keep one of each. The rest of the file was not read."
    )
  }

  static func notMapping(_ subject: String, _ kind: String, keys: [String]) -> Problem {
    Problem(
      "\(subject.isEmpty ? "the file" : subject) is \(kind).",
      "Write a mapping with the keys \(keys.joined(separator: ", "))."
    )
  }

  static func notScalar(_ label: String, _ kind: String, accepted: String) -> Problem {
    Problem("\(label) is \(kind).", "Write \(accepted).")
  }

  static func notList(_ label: String, _ kind: String) -> Problem {
    Problem("\(label) is \(kind).", "Write a list: one item per line after '- '.")
  }

  static func emptyList(_ label: String) -> Problem {
    Problem("\(label) is an empty list.", "Write at least one item.")
  }

  static func unknownKey(
    _ key: String,
    _ subject: String,
    unused: [String],
    keys: [String]
  ) -> Problem {
    Problem(
      "unknown key '\(key)'\(subject.isEmpty ? "" : " in \(subject)").",
      Suggestion.didYouMean(key, among: unused) + "The keys are: \(keys.joined(separator: ", "))."
    )
  }

  static func missingKey(_ key: String, _ subject: String, accepted: String) -> Problem {
    Problem(
      "the key '\(key)'\(subject.isEmpty ? "" : " of \(subject)") is missing.",
      "Add it with \(accepted)."
    )
  }
}
