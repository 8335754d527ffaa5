/// Shares by day and time as a grid of colors, lighter for more, with the share in figures where
/// there is room.
struct HeatMap {
  /// A cell with its share; `nil` where there is none.
  typealias Cell = Double?

  /// Lower ends of the classes after the first.
  static let limits = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

  var title: String
  var summary: String
  /// Names of rows, what stands at their ends, and their cells.
  var rows: [(label: String, total: String, cells: [Cell])]
  /// Labels of columns; empty for none.
  var columnLabels: [String]
  /// Cells below it carry a dot.
  var target: Double
  /// Lower ends of the classes after the first, as many as there are.
  var limits = Self.limits
  /// What stands in a cell.
  var figure: (Double) -> String = { decimal(($0 * 100).rounded(.down)) }
  /// Most that a column takes.
  var widestColumn = 46.0

  private static let rowHeight = 23.0
  private static let left = 74.0
  private static let right = 62.0
  private static let top = 16.0
  /// Screens narrower than this scroll, where the map is that wide.
  private static let leastWidth = 820.0

  private var columnWidth: Double {
    min(widestColumn, max(3.5, 1090 / Double(max(1, columnLabels.count))))
  }
  private var width: Double {
    Self.left + columnWidth * Double(columnLabels.count) + Self.right
  }
  private var height: Double { Self.top + Self.rowHeight * Double(rows.count) + 4 }

  /// The class of a cell, 0 for the lowest.
  private func level(_ value: Double) -> Int { limits.count { value >= $0 } }

  var markup: Markup {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(title)">\
    <svg class="heat" viewBox="0 0 \(width) \(height)" \
    style="max-width:\(width)px;min-width:\(min(Self.leastWidth, width))px" role="img">\
    <title>\(title)</title><desc>\(summary)</desc>\
    \(labels)\(backgrounds)\(colors)\(figures)\(dots)</svg></div>
    """
  }

  private func origin(_ row: Int, _ column: Int) -> (x: Double, y: Double) {
    (Self.left + columnWidth * Double(column), Self.top + Self.rowHeight * Double(row))
  }

  private var labels: Markup {
    let columns = columnLabels.indices.map { index -> Markup in
      guard !columnLabels[index].isEmpty else { return .none }
      let x = origin(0, index).x
      return "<text x=\"\(x)\" y=\"11\">\(columnLabels[index])</text>"
    }
    let names = rows.indices.map { index -> Markup in
      let y = origin(index, 0).y + 15.5
      return """
        <text x="0" y="\(y)">\(rows[index].label)</text>\
        <text class="total" x="\(width - Self.right + 6)" y="\(y)">\(rows[index].total)</text>
        """
    }
    return "<g class=\"names\">\(columns)\(names)</g>"
  }

  /// One pale strip per row, for times without contacts.
  private var backgrounds: Markup {
    var path = ChartPath()
    for row in rows.indices where !columnLabels.isEmpty {
      let (x, y) = origin(row, 0)
      path.rectangle(x, y, origin(row, columnLabels.count).x, y + Self.rowHeight - 1)
    }
    return path.element("closed")
  }

  /// One path per class, neighbors of a class joined.
  private var colors: [Markup] {
    Palette.amounts.indices.map { level in
      var path = ChartPath()
      for (row, entry) in rows.enumerated() {
        for run in runs(entry.cells, level) {
          let (x, y) = origin(row, run.lowerBound)
          path.rectangle(x, y, origin(row, run.upperBound).x, y + Self.rowHeight - 1)
        }
      }
      return path.element("v\(level)")
    }
  }

  private func runs(_ cells: [Cell], _ level: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (column, cell) in cells.enumerated() {
      guard let cell, self.level(cell) == level else { continue }
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }

  private var figures: Markup {
    guard columnWidth >= 19 else { return .none }
    var texts: [Markup] = []
    for (row, entry) in rows.enumerated() {
      for (column, cell) in entry.cells.enumerated() {
        guard let cell else { continue }
        let (x, y) = origin(row, column)
        let isDark = Palette.text(on: Palette.amounts[level(cell)]) == "#fff"
        texts.append(
          """
          <text\(isDark ? " class=\"w\"" as Markup : .none) x="\(x + columnWidth / 2)" \
          y="\(y + 15.5)">\(figure(cell))</text>
          """
        )
      }
    }
    return "<g class=\"cells\">\(texts)</g>"
  }

  /// Dots in cells below the target, in the corner where figures stand.
  private var dots: Markup {
    guard columnWidth >= 6 else { return .none }
    var path = ChartPath()
    let hasFigures = columnWidth >= 19
    for (row, entry) in rows.enumerated() {
      for (column, cell) in entry.cells.enumerated() {
        guard let cell, cell < target else { continue }
        let (x, y) = origin(row, column)
        path.dot(
          x + (hasFigures ? columnWidth - 4 : columnWidth / 2),
          y + (hasFigures ? 4.5 : Self.rowHeight / 2)
        )
      }
    }
    return "\(path.element("dot-edge"))\(path.element("dot"))"
  }

  /// What the colors and the dot mean.
  static var legend: Markup {
    let names = limits.indices.map { index -> String in
      let low = decimal(limits[index] * 100)
      return index + 1 < limits.count ? "\(low)–\(decimal(limits[index + 1] * 100))" : "\(low)+"
    }
    let entries = (["<50"] + names).enumerated().map { level, name -> Markup in
      """
      <span><svg class="key" viewBox="0 0 16 10"><rect class="v\(level)" width="16" \
      height="10"/></svg>\(name)%</span>
      """
    }
    return """
      <p class="legend">\(entries)<span><svg class="key" viewBox="0 0 16 10">\
      <rect class="v2" width="16" height="10"/><path class="dot-edge" d="M8 5h0"/>\
      <path class="dot" d="M8 5h0"/></svg>below the target</span>\
      <span><svg class="key" viewBox="0 0 16 10"><rect class="closed" width="16" height="10"/>\
      </svg>no contacts expected</span></p>
      """
  }
}
