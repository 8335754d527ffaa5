import Workforce

/// The key `rule_sets` in the text of a `scenario.yaml`.
struct RuleSetLine {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text with one more name; nothing else of it changes.
  ///
  /// Throws `ShiftwrightError` when the key is written in a way that cannot be added to.
  func adding(_ name: String) throws(ShiftwrightError) -> String {
    let names = RuleSetFile.names(in: bytes)
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if let index = lines.firstIndex(where: { $0.hasPrefix("rule_sets:") }) {
      add(name, to: &lines, at: index)
    } else {
      let isEnded = lines.last?.trimmed.isEmpty ?? true
      if !isEnded { lines.append("") }
      lines.insert("rule_sets: [\(name)]", at: lines.count - 1)
    }
    let text = lines.joined(separator: "\n")
    guard RuleSetFile.names(in: Array(text.utf8)) == names + [name] else {
      throw ShiftwrightError(
        "\(name) cannot be added to rule_sets of scenario.yaml, which is not a plain list.\n"
          + "Write rule_sets: [\((names + [name]).joined(separator: ", "))] there and add it again."
      )
    }
    return text
  }

  /// Adds to a list on the key's own line, or after the items below it.
  private func add(_ name: String, to lines: inout [String], at index: Int) {
    let line = lines[index]
    if let end = line.lastIndex(of: "]") {
      let head = line[..<end]
      let isEmpty = head.last { $0 != " " } == "["
      lines[index] = "\(head)\(isEmpty ? "" : ", ")\(name)\(line[end...])"
      return
    }
    let value = line.dropFirst("rule_sets:".count).prefix { $0 != "#" }
    guard value.allSatisfy({ $0 == " " || $0 == "\r" }) else { return }
    let items = lines[(index + 1)...].prefix { $0.trimmed.hasPrefix("- ") }
    guard let last = items.last else {
      lines[index] = "rule_sets: [\(name)]"
      return
    }
    let indent = last.prefix { $0 == " " }
    lines.insert("\(indent)- \(name)", at: index + 1 + items.count)
  }
}

extension String {
  /// Without blanks and carriage returns at both ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\r" }.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
  }
}
