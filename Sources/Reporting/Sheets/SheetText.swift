public import Workforce

/// A sheet as text for a terminal.
public struct SheetText: Sendable {
  private let sheet: FigureSheet

  /// Takes a sheet.
  public init(_ sheet: FigureSheet) { self.sheet = sheet }

  /// The text; columns that are too many for a terminal are left to the page.
  public func text() -> String {
    var lines = ["\(sheet.title) · \(sheet.context)"].flatMap { wrapped($0, to: TextTable.columns) }
    lines += wrapped(sheet.lead, to: TextTable.columns)
    if !sheet.facts.isEmpty { lines.append("") }
    let width = (sheet.facts.map { terminalWidth($0.name) }.max() ?? 0) + 2
    for fact in sheet.facts {
      let detail = fact.detail.isEmpty ? "" : " (\(fact.detail))"
      let text = wrapped(printable(fact.text + detail), to: TextTable.columns - width)
      for (index, line) in text.enumerated() {
        let name = index == 0 ? fact.name : ""
        lines.append(name + String(repeating: " ", count: width - terminalWidth(name)) + line)
      }
    }
    for table in sheet.tables where !table.isForPageOnly && !table.columns.isEmpty {
      lines += ["", table.title]
      lines += table.rows.isEmpty ? [table.nothing] : self.lines(of: table)
    }
    if !sheet.notes.isEmpty { lines.append("") }
    lines += sheet.notes.flatMap { wrapped(printable($0), to: TextTable.columns) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of table: FigureTable) -> [String] {
    let shown = table.columns.indices.filter { !table.columns[$0].isWide }
    return TextTable(
      head: shown.map { table.columns[$0].title },
      rows: table.rows.map { row in
        shown.map { (row.isReplaced && $0 == shown[0] ? "× " : "") + row.cells[$0].words }
      },
      textColumns: shown.prefix { !table.columns[$0].isNumber }.count
    ).lines
  }
}
