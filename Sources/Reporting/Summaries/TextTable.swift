/// A table for a terminal, at most 80 columns wide; the first column gives way.
struct TextTable {
  static let columns = 80

  var head: [String]
  var rows: [[String]]
  /// How many columns, from the first on, hold text; the others hold figures and stand right.
  var textColumns = 1

  /// The lines without trailing blanks.
  var lines: [String] {
    var widths = head.map { terminalWidth(printable($0)) }
    for row in rows {
      for column in head.indices {
        widths[column] = max(widths[column], terminalWidth(printable(row[column])))
      }
    }
    let excess = widths.reduce(0, +) + 2 * (head.count - 1) - Self.columns
    if excess > 0, !widths.isEmpty { widths[0] = max(6, widths[0] - excess) }
    return [line(head, widths)] + rows.map { line($0, widths) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for column in head.indices {
      let text = clipped(printable(cells[column]), to: widths[column])
      let blanks = max(0, widths[column] - terminalWidth(text))
      if column > 0 { line += "  " }
      if column >= textColumns { line.append(blanks: blanks) }
      line += text
      if column < textColumns { line.append(blanks: blanks) }
    }
    return line.trimmingTrailingBlanks
  }
}

/// Lines of a name and a text, the text wrapped under itself.
func labeled(_ name: String, _ text: String) -> [String] {
  let width = 14
  let lines = wrapped(printable(text), to: TextTable.columns - width)
  return lines.enumerated().map { index, line in
    let label = index == 0 ? name : ""
    return label + String(repeating: " ", count: width - label.count) + line
  }
}

extension String {
  /// Adds blanks at the end.
  mutating func append(blanks count: Int) {
    for _ in 0..<count { append(" ") }
  }

  /// The text without blanks at its end.
  var trimmingTrailingBlanks: String {
    var end = utf8.endIndex
    while end > utf8.startIndex, utf8[utf8.index(before: end)] == UInt8(ascii: " ") {
      end = utf8.index(before: end)
    }
    return end == utf8.endIndex ? self : String(self[..<end])
  }
}
