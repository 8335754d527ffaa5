/// A JSON value that is written in the order in which it was made.
indirect enum JSONText {
  case string(String)
  /// A number or another word that stands without quotes.
  case word(String)
  case list([JSONText])
  case object([(key: String, value: JSONText)])

  /// The text, two spaces per level; objects and lists of plain values take one line.
  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .string(let value): return Self.quoted(value)
    case .word(let value): return value
    case .list(let items):
      return wrapped("[", items.map { $0.text(indent: inner) }, "]", indent)
    case .object(let pairs):
      let parts = pairs.map { "\(Self.quoted($0.key)): \($0.value.text(indent: inner))" }
      return wrapped("{", parts, "}", indent)
    }
  }

  private var isFlat: Bool {
    switch self {
    case .string, .word: true
    case .list(let items): items.allSatisfy(\.isPlain)
    case .object(let pairs): pairs.allSatisfy { $0.value.isPlain }
    }
  }

  private var isPlain: Bool {
    switch self {
    case .string, .word: true
    default: false
    }
  }

  static func number(_ value: Double) -> JSONText { .word(Numbers.text(value)) }

  static func number(_ value: Int) -> JSONText { .word(String(value)) }

  /// The number, or `null`.
  static func optional(_ value: Double?) -> JSONText { value.map(number) ?? .word("null") }

  private func wrapped(_ open: String, _ parts: [String], _ close: String, _ indent: String)
    -> String
  {
    if isFlat { return open + parts.joined(separator: ", ") + close }
    return open + "\n" + parts.map { indent + "  " + $0 }.joined(separator: ",\n")
      + "\n\(indent)\(close)"
  }

  /// A string with the escapes of RFC 8259, §7.
  private static func quoted(_ value: String) -> String {
    let inside = value.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": return "\\\""
      case "\\": return "\\\\"
      case "\n": return "\\n"
      case "\r": return "\\r"
      case "\t": return "\\t"
      case "\u{0}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: return String(scalar)
      }
    }
    return "\"\(inside.joined())\""
  }
}
