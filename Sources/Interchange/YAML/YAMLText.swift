/// How values are written in YAML.
enum YAMLText {
  /// A text, quoted where a reader could take it for something else.
  static func text(_ value: String) -> String {
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "none", "y", "n"]
    let isPlain =
      value.utf8.first.map(isLetter) ?? false
      && value.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 45 || $0 == 32 }
      && !value.hasSuffix(" ") && !words.contains(value.lowercased())
    return isPlain ? value : quoted(value)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
  }

  /// A text in double quotes.
  static func quoted(_ value: String) -> String {
    let inside = value.unicodeScalars.map { scalar -> String in
      switch scalar.value {
      case 0x22: return "\\\""
      case 0x5C: return "\\\\"
      case 0x0A: return "\\n"
      case 0x09: return "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF:
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: return String(scalar)
      }
    }
    return "\"\(inside.joined())\""
  }

  /// A mapping on one line; pairs without a value are left out.
  static func flow(_ pairs: [(key: String, value: String?)]) -> String {
    let parts = pairs.compactMap { pair in pair.value.map { "\(pair.key): \($0)" } }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// A list on one line.
  static func flow(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

  /// A number, with a point only when it needs one.
  static func number(_ value: Double) -> String { Numbers.text(value) }

  /// A share with at least two digits after the point, except 0 and 1.
  static func share(_ value: Double) -> String {
    let text = Numbers.text(value)
    return text.hasPrefix("0.") && text.utf8.count == 3 ? text + "0" : text
  }
}
