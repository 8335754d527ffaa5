public import Workforce

/// A sheet as text for a terminal.
public struct SheetText: Sendable {
  private let sheet: FigureSheet

  /// Takes a sheet.
  public init(_ sheet: FigureSheet) { self.sheet = sheet }

  /// Rows of a table that a terminal shows where a file has them all, and where none has.
  private static let mostRows = (beside: 12, alone: 500)

  /// The text; columns that are too many for a terminal are left to the page.
  ///
  /// - Parameters:
  ///   - file: The file that has the rows too, so that a dozen of a table will do; `nil` for none.
  ///   - hasAllTables: Whether it has more than the first table.
  /// - Returns: The text.
  public func text(file: String? = nil, hasAllTables: Bool = true) -> String {
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
    for (index, table) in sheet.tables.enumerated()
    where !table.isForPageOnly && !table.columns.isEmpty {
      lines += ["", table.title]
      let file = hasAllTables || index == 0 ? file : nil
      lines += table.rows.isEmpty ? [table.nothing] : self.lines(of: table, file)
    }
    lines += titles
    if !sheet.notes.isEmpty { lines.append("") }
    lines += sheet.notes.flatMap { wrapped(printable($0), to: TextTable.columns) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of table: FigureTable, _ file: String?) -> [String] {
    let shown = table.shownColumns.filter { !table.columns[$0].isWide }
    let main = table.rows.filter { !$0.isMinor }
    let minor = table.rows.count - main.count
    let most = file == nil ? Self.mostRows.alone : Self.mostRows.beside
    // a line that says that one more is there takes no less room than that one
    let rows = Array(main.prefix(main.count == most + 1 ? most + 1 : most))
    let more = main.count - rows.count
    var lines: [String] = []
    if !rows.isEmpty {
      lines +=
        NarrowTable(
          head: shown.map { table.columns[$0].title },
          rows: rows.map { row in
            shown.map { (row.isReplaced && $0 == shown[0] ? "× " : "") + row.cells[$0].words }
          },
          isText: shown.map { !table.columns[$0].isNumber }
        ).lines
    }
    if more > 0 {
      let place = file.map { "in \($0)" } ?? "with --out FILE"
      lines.append("and \(grouped(more)) more, \(place)")
    }
    if minor > 0 {
      lines += wrapped(
        "\(rows.isEmpty ? "" : "and ")\(counted(minor, "small group", "small groups")), "
          + (file.map { "in \($0)" } ?? "on the page: --out FILE.html"),
        to: TextTable.columns
      )
    }
    return lines
  }

  /// What courses are called, where the tables have their names alone.
  private var titles: [String] {
    var titles: [String: String] = [:]
    for table in sheet.tables where !table.isForPageOnly {
      let courses = table.columns.indices.filter { table.columns[$0].name == "course" }
      for cell in table.rows.flatMap({ row in courses.map { row.cells[$0] } }) {
        if case .named(let name, let title) = cell, name != title, !title.isEmpty {
          titles[name] = title
        }
      }
    }
    guard !titles.isEmpty else { return [] }
    let texts = titles.sorted { $0.key < $1.key }.map { "\($0.key) is \($0.value)" }
    return [""]
      + wrapped(printable("Courses: \(texts.joined(separator: "; "))."), to: TextTable.columns)
  }
}
