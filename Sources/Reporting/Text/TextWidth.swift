/// Columns that a text takes on a terminal: two for East Asian wide characters and pictures, none
/// for marks that combine.
func terminalWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy(isPlain) { return text.utf8.count }
  return text.reduce(0) { $0 + width(of: $1) }
}

/// True for the characters of ASCII that show: each takes a column and steers nothing.
///
/// Most text is of these, and what Unicode says of a character takes long to look up.
private func isPlain(_ byte: UInt8) -> Bool { 0x20 <= byte && byte < 0x7F }

private func width(of character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  if scalar.isASCII { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  return switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}

/// A text for one line of a terminal: control characters, which could steer it, become `?`.
func printable(_ text: String) -> String {
  if text.utf8.allSatisfy(isPlain) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    let isControl =
      scalar.isASCII
      ? !isPlain(UInt8(scalar.value)) : scalar.properties.generalCategory == .control
    result.unicodeScalars.append(isControl ? (scalar == "\n" ? " " : "?") : scalar)
  }
  return result
}

/// A text cut to a number of columns, with an ellipsis where something is missing.
func clipped(_ text: String, to columns: Int) -> String {
  guard terminalWidth(text) > columns else { return text }
  var result = ""
  var used = 0
  for character in text {
    let next = width(of: character)
    guard used + next < columns else { break }
    result.append(character)
    used += next
  }
  return result + "…"
}

/// Breaks a text into lines of at most `columns`, at spaces; longer words are cut.
package func wrapped(_ text: String, to columns: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    for piece in pieces(of: String(word), columns) {
      let joined = line.isEmpty ? piece : line + " " + piece
      if terminalWidth(joined) <= columns {
        line = joined
      } else {
        lines.append(line)
        line = piece
      }
    }
  }
  return lines + (line.isEmpty ? [] : [line])
}

private func pieces(of word: String, _ columns: Int) -> [String] {
  var pieces = [""]
  for character in word {
    if terminalWidth(pieces[pieces.count - 1]) + width(of: character) > columns {
      pieces.append("")
    }
    pieces[pieces.count - 1].append(character)
  }
  return pieces
}
