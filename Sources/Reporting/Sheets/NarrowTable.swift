/// A table for a terminal in which nothing is cut: heads, and then words, go on in the next line.
struct NarrowTable {
  var head: [String]
  var rows: [[String]]
  /// Whether each column holds text, which stands to the left, up to the first with figures.
  var isText: [Bool]

  /// The lines without trailing blanks, at most 80 columns wide as far as the figures allow.
  var lines: [String] {
    let all = rows.map { $0.map(printable) }
    let heads = head.map(printable)
    var widths = heads.indices.map { column in
      max(terminalWidth(heads[column]), widest(all, column))
    }
    // Heads first: each may be as narrow as its longest word and what stands below it.
    if excess(widths) > 0 { narrow(&widths, to: leastHeads(all, heads)) }
    // Then texts, between words as long as that will do.
    if excess(widths) > 0 { narrow(&widths, to: leastLines(all, heads)) }
    narrow(&widths, to: leastWords)
    return row(heads, widths, isHead: true) + all.flatMap { row($0, widths, isHead: false) }
  }

  private func narrow(_ widths: inout [Int], to least: [Int]) {
    while excess(widths) > 0, let column = loosest(widths, least) { widths[column] -= 1 }
  }

  private func widest(_ rows: [[String]], _ column: Int) -> Int {
    rows.map { terminalWidth($0[column]) }.max() ?? 0
  }

  private func excess(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + 2 * (widths.count - 1) - TextTable.columns
  }

  private func leastHeads(_ rows: [[String]], _ heads: [String]) -> [Int] {
    heads.indices.map { column in
      let words = heads[column].split(separator: " ").map { terminalWidth(String($0)) }
      return max(words.max() ?? 0, widest(rows, column))
    }
  }

  /// Texts as narrow as their longest word.
  private func leastLines(_ rows: [[String]], _ heads: [String]) -> [Int] {
    heads.indices.map { column in
      guard isText[column] else { return .max }
      return ([heads[column]] + rows.map { $0[column] }).reduce(0) { widest, text in
        guard terminalWidth(text) > widest else { return widest }
        return max(widest, text.split(separator: " ").map { terminalWidth(String($0)) }.max() ?? 0)
      }
    }
  }

  /// Words may be broken, figures may not.
  private var leastWords: [Int] { isText.map { $0 ? 8 : .max } }

  /// The widest column that may still give way, the last of equals.
  private func loosest(_ widths: [Int], _ least: [Int]) -> Int? {
    widths.indices.filter { widths[$0] > least[$0] }.max { widths[$0] < widths[$1] }
  }

  /// A row as one line or more; what is shorter than a head stands at its foot.
  private func row(_ cells: [String], _ widths: [Int], isHead: Bool) -> [String] {
    let parts = zip(cells, widths).map { cell, width in
      terminalWidth(cell) <= width ? [cell] : wrapped(cell, to: width)
    }
    let height = parts.map(\.count).max() ?? 1
    return (0..<height).map { line in
      joined(
        parts.map { part in
          let position = isHead ? line - (height - part.count) : line
          return part.indices.contains(position) ? part[position] : ""
        },
        widths
      )
    }
  }

  /// One line of cells, texts to the left and figures to the right.
  private func joined(_ cells: [String], _ widths: [Int]) -> String {
    let figures = isText.firstIndex(of: false) ?? isText.count
    var line = ""
    for (column, cell) in cells.enumerated() {
      let blanks = max(0, widths[column] - terminalWidth(cell))
      if column > 0 { line += "  " }
      if column >= figures { line.append(blanks: blanks) }
      line += cell
      if column < figures { line.append(blanks: blanks) }
    }
    return line.trimmingTrailingBlanks
  }
}
