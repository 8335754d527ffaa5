public import Workforce

/// A sheet as a self-contained page, valid as HTML and as XML.
public struct SheetPage: Sendable {
  /// A drawing with a heading, after the first tables.
  public struct Figure: Sendable {
    let id: String
    let title: String
    let lead: String
    let body: Markup
  }

  private let sheet: FigureSheet
  private let figures: [Figure]

  /// How many tables stand before the drawings.
  private static let leading = 2

  private var first: ArraySlice<FigureTable> {
    figures.isEmpty ? sheet.tables[...] : sheet.tables.prefix(Self.leading)
  }
  private var rest: ArraySlice<FigureTable> { sheet.tables.dropFirst(first.count) }

  /// Takes a sheet, and drawings that stand after its first tables.
  public init(_ sheet: FigureSheet, figures: [Figure] = []) {
    self.sheet = sheet
    self.figures = figures
  }

  /// The page; the same sheet gives the same bytes.
  public func html() -> String {
    Page(
      title: "\(sheet.title), \(sheet.kind)",
      contents: first.map { (id: $0.name, title: $0.title) }
        + figures.map { (id: $0.id, title: $0.title) }
        + rest.map { (id: $0.name, title: $0.title) },
      sections: [header] + first.map(part) + figures.map(drawing) + rest.map(part) + [notes]
    ).html
  }

  private func drawing(_ figure: Figure) -> Markup {
    section(figure.id, figure.title, lead: "\(figure.lead)", [figure.body])
  }

  private var header: Markup {
    let tiles = sheet.facts.map { fact -> Markup in
      let detail: Markup = fact.detail.isEmpty ? .none : "<small>\(fact.detail)</small>"
      return "<div><dt>\(fact.name)</dt><dd>\(fact.text)\(detail)</dd></div>"
    }
    let facts: Markup = tiles.isEmpty ? .none : "<dl class=\"tiles facts\">\(tiles)</dl>"
    return """
      <header><p class="kicker">\(sheet.kind) · \(sheet.context)</p><h1>\(sheet.title)</h1>\
      <p class="verdict">\(sheet.lead)</p></header>\(facts)\n
      """
  }

  private var notes: Markup {
    guard !sheet.notes.isEmpty else { return .none }
    let lines = sheet.notes.map { note -> Markup in "<p class=\"note\">\(note)</p>\n" }
    return "<section id=\"notes\"><h2>How to read it</h2>\(lines)</section>\n"
  }

  private func part(_ table: FigureTable) -> Markup {
    guard !table.rows.isEmpty else {
      return section(table.name, table.title, lead: "\(table.lead)", [nothing(table.nothing)])
    }
    let (main, minor) = (table.rows.filter { !$0.isMinor }, table.rows.filter(\.isMinor))
    let folded: Markup =
      minor.isEmpty
      ? .none
      : """
      <details><summary>\(counted(minor.count, "small group", "small groups"))</summary>\
      \(body(table, minor))</details>
      """
    return section(
      table.name,
      table.title,
      lead: "\(table.lead)",
      [main.isEmpty ? .none : body(table, main), folded]
    )
  }

  private func body(_ table: FigureTable, _ rows: [FigureTable.Row]) -> Markup {
    let shown = table.shownColumns
    let columns = shown.map { position -> TableColumn in
      let column = table.columns[position]
      let axis: Markup = column.form == .interval ? RatePlot.axis : .none
      let title: Markup = "\(column.title)\(axis)"
      if rows.allSatisfy(\.cells[position].isShort) {
        return TableColumn(title: title, style: " class=\"nowrap\"")
      }
      return column.isNumber && column.form != .interval ? .number(title) : .text(title)
    }
    let cells = rows.map { row in
      shown.map { position -> Markup in
        let markup = row.cells[position].markup
        return row.isReplaced ? "<del>\(markup)</del>" : markup
      }
    }
    return Reporting.table(table.title, columns, cells)
  }
}
