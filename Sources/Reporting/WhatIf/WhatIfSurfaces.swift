import Workforce

/// Service, pay and hours over the one or two axes of a grid.
struct WhatIfSurfaces {
  /// Columns of pay hold more digits than shares do.
  private static let wideColumn = 68.0

  private let comparison: WhatIfComparison
  private let rows: [String]
  private let columns: [String]

  init(_ comparison: WhatIfComparison) {
    self.comparison = comparison
    let points = comparison.variants.map(\.point)
    let isLine = comparison.axes.count == 1
    rows = isLine ? [""] : Self.distinct(points.compactMap(\.first))
    columns = Self.distinct(points.compactMap(\.last))
  }

  /// The drawings; none without a grid of one or two axes, or where several files share its points.
  var figures: [SheetPage.Figure] {
    let points = comparison.variants.map(\.point)
    guard (1...2).contains(comparison.axes.count), Set(points).count == points.count else {
      return []
    }
    return [service, money]
  }

  private static func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// How the values lie.
  private var directions: String {
    comparison.axes.count == 1
      ? "\(comparison.axes[0]) across"
      : "\(comparison.axes[0]) downward, \(comparison.axes[1]) across"
  }

  private var variesTarget: Bool { comparison.axes.contains { $0.hasPrefix("target") } }

  /// A figure of every point, `nil` where a run is missing or has none.
  private func cells(_ figure: (WhatIfResult) -> Double?) -> [[Double?]] {
    rows.map { row in
      columns.map { column in
        let point = comparison.axes.count == 1 ? [column] : [row, column]
        return comparison.variants.first { $0.point == point }.flatMap(figure)
      }
    }
  }

  private func labeled(_ cells: [[Double?]]) -> [(label: String, total: String, cells: [Double?])] {
    zip(rows, cells).map { (label: $0, total: "", cells: $1) }
  }

  private var service: SheetPage.Figure {
    let panels = comparison.base.queues.indices.map { queue -> Markup in
      let own = comparison.base.queues[queue]
      let map = HeatMap(
        title: "\(own.queue): share in time",
        summary: "Share in time at each point of the grid",
        rows: labeled(
          cells { $0.queues[queue].arrivals > 0 ? $0.queues[queue].serviceLevel.mean : nil }
        ),
        columnLabels: columns,
        target: variesTarget ? 0 : own.target
      )
      return "<h3>\(own.queue)</h3>\(map.markup)"
    }
    return SheetPage.Figure(
      id: "surface",
      title: "Service over the grid",
      lead: "Share in time, in percent: \(directions)"
        + (variesTarget ? ", each within its own time." : "; cells below the target carry a dot."),
      body: "\(panels)"
    )
  }

  private var money: SheetPage.Figure {
    let pay = amounts("Pay of the week, \(comparison.currency)") { $0.pay }
    let hours = amounts("Paid hours") { $0.people.paidHours }
    return SheetPage.Figure(
      id: "pay-surface",
      title: "Pay and hours over the grid",
      lead: "\(directions.capitalizedFirst); lighter is more. The scenario as it is has "
        + "\(Reporting.money(comparison.base.pay, comparison.currency)) and "
        + "\(grouped(Int(comparison.base.people.paidHours.rounded()))) hours.",
      body: "\([pay, hours])"
    )
  }

  private func amounts(_ title: String, _ figure: (WhatIfResult) -> Double) -> Markup {
    let cells = cells(figure)
    let known = cells.joined().compactMap(\.self)
    let (low, high) = (known.min() ?? 0, known.max() ?? 0)
    let step = max((high - low) / 7, 1e-9)
    let map = HeatMap(
      title: title,
      summary: "\(title) at each point of the grid",
      rows: labeled(cells),
      columnLabels: columns,
      target: -.infinity,
      limits: (1...6).map { low + Double($0) * step },
      figure: { grouped(Int($0.rounded())) },
      widestColumn: Self.wideColumn
    )
    return "<h3>\(title)</h3>\(map.markup)"
  }
}
