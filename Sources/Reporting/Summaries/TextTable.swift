/// A table for a terminal, at most 80 columns wide; the first column gives way.
struct TextTable {
  static let columns = 80

  var head: [String]
  var rows: [[String]]
  /// How many columns, from the first on, hold text; the others hold figures and stand right.
  var textColumns = 1

  /// The lines without trailing blanks.
  var lines: [String] {
    let all = ([head] + rows).map { $0.map(printable) }
    var widths = head.indices.map { column in
      all.map { terminalWidth($0[column]) }.max() ?? 0
    }
    let excess = widths.reduce(0, +) + 2 * (head.count - 1) - Self.columns
    if excess > 0, !widths.isEmpty { widths[0] = max(6, widths[0] - excess) }
    return all.map { line($0, widths) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let parts = cells.enumerated().map { column, cell -> String in
      let text = clipped(cell, to: widths[column])
      let blanks = String(repeating: " ", count: max(0, widths[column] - terminalWidth(text)))
      return column < textColumns ? text + blanks : blanks + text
    }
    return parts.joined(separator: "  ").trimmingTrailingBlanks
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
  /// The text without blanks at its end.
  var trimmingTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
