/// A content line of an iCalendar file, `NAME;PARAMETER=value:value` (RFC 5545, §3.1).
struct ICalendarLine {
  /// The line of the file on which it begins, from 1.
  let line: Int
  /// The property's name, in capitals.
  let name: String
  /// The text after the colon, escapes kept.
  let value: String
  private let parameters: [(name: String, value: String)]

  /// Splits a line; `nil` when it has no name or no colon.
  init?(line: Int, text: String) {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    var rest: Substring?
    for index in text.indices {
      let character = text[index]
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == ":" {
        rest = text[text.index(after: index)...]
        break
      }
      if !isQuoted, character == ";" {
        parts.append(part)
        part = ""
      } else if character != "\"" {
        part.append(character)
      }
    }
    parts.append(part)
    guard let rest, !parts[0].isEmpty, !parts[0].contains(" ") else { return nil }
    self.line = line
    name = parts[0].uppercased()
    value = String(rest)
    parameters = parts.dropFirst().map { part in
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (pair[0].uppercased(), pair.count > 1 ? String(pair[1]) : "")
    }
  }

  /// A parameter's value.
  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The value's items: texts between commas, escapes resolved (§3.3.11).
  var texts: [String] {
    var texts = [""]
    var isEscaped = false
    for character in value {
      if isEscaped {
        texts[texts.count - 1].append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        texts.append("")
      } else {
        texts[texts.count - 1].append(character)
      }
    }
    return texts
  }

  /// The value as one text on one line; commas may be unescaped.
  var text: String {
    texts.joined(separator: ",").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The value's items without escapes, such as dates.
  var items: [String] {
    value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Joins folded lines (RFC 5545, §3.1) with exact line numbers.
///
/// Works on bytes, because a fold may cut a character in two. Takes a byte-order mark and any of
/// the three line ends; blank lines are skipped.
enum ICalendarUnfolding {
  static func lines(_ bytes: [UInt8]) -> [(line: Int, bytes: [UInt8])] {
    var lines: [(line: Int, bytes: [UInt8])] = []
    var number = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while start < bytes.count {
      while index < bytes.count, bytes[index] != 10, bytes[index] != 13 { index += 1 }
      append(bytes[start..<index], number, to: &lines)
      let isReturn = index < bytes.count && bytes[index] == 13
      index += 1
      if isReturn, index < bytes.count, bytes[index] == 10 { index += 1 }
      start = index
      number += 1
    }
    return lines
  }

  private static func append(
    _ part: ArraySlice<UInt8>,
    _ number: Int,
    to lines: inout [(line: Int, bytes: [UInt8])]
  ) {
    guard let first = part.first else { return }
    let isFold = first == UInt8(ascii: " ") || first == UInt8(ascii: "\t")
    if isFold, !lines.isEmpty {
      lines[lines.count - 1].bytes += part.dropFirst()
    } else if !part.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
      lines.append((number, Array(part)))
    }
  }
}
