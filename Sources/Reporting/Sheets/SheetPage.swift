public import Workforce

/// A sheet as a self-contained page, valid as HTML and as XML.
public struct SheetPage: Sendable {
  private let sheet: FigureSheet

  /// Takes a sheet.
  public init(_ sheet: FigureSheet) { self.sheet = sheet }

  /// The page; the same sheet gives the same bytes.
  public func html() -> String {
    Page(
      title: "\(sheet.title), \(sheet.kind)",
      contents: sheet.tables.map { (id: $0.name, title: $0.title) },
      sections: [header] + sheet.tables.map(part) + [notes]
    ).html
  }

  private var header: Markup {
    let tiles = sheet.facts.map { fact -> Markup in
      let detail: Markup = fact.detail.isEmpty ? .none : "<small>\(fact.detail)</small>"
      return "<div><dt>\(fact.name)</dt><dd>\(fact.text)\(detail)</dd></div>"
    }
    let facts: Markup = tiles.isEmpty ? .none : "<dl class=\"tiles\">\(tiles)</dl>"
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
    let plots = table.columns.indices.map { plot(table, $0) }
    let columns = zip(table.columns, plots).map { column, plot -> TableColumn in
      let title: Markup = plot.map { "\(column.title)\($0.axis)" } ?? "\(column.title)"
      return column.isNumber ? .number(title) : .text(title)
    }
    let rows = table.rows.map { row in
      zip(row.cells, plots).map { cell, plot -> Markup in
        let markup = cell.markup(plot)
        return row.isReplaced ? "<del>\(markup)</del>" : markup
      }
    }
    return section(
      table.name,
      table.title,
      lead: "\(table.lead)",
      [Reporting.table(table.title, columns, rows)]
    )
  }

  private func plot(_ table: FigureTable, _ column: Int) -> RatePlot? {
    var lows: [Double] = []
    var goals: [Double] = []
    for row in table.rows {
      guard case .interval(_, let low, _, let goal) = row.cells[column] else { continue }
      lows.append(low)
      goals.append(goal)
    }
    return goals.first.map { RatePlot(lows: lows, goal: $0) }
  }
}
