public import Workforce

/// The drawings of a comparison: cost against service, and the surface of a grid.
public struct WhatIfFigures: Sendable {
  private let comparison: WhatIfComparison

  /// Takes a comparison.
  public init(_ comparison: WhatIfComparison) { self.comparison = comparison }

  /// The drawings with their headings.
  public var figures: [SheetPage.Figure] {
    comparison.variants.isEmpty ? [] : [frontier] + surfaces
  }

  private var frontier: SheetPage.Figure {
    let all = [comparison.base] + comparison.variants
    let panels = comparison.base.queues.indices.map { queue -> Markup in
      let chart = FrontierChart(
        title: "\(comparison.base.queues[queue].queue): pay against service",
        across: "Pay of the week, \(comparison.currency)",
        points: all.map { result in
          FrontierChart.Point(
            label: result.name,
            x: result.pay,
            y: result.queues[queue].serviceLevel,
            isBase: result.name == comparison.base.name
          )
        },
        target: comparison.base.queues[queue].target
      )
      return "<h3>\(comparison.base.queues[queue].queue)</h3>\(chart.markup)"
    }
    return SheetPage.Figure(
      id: "frontier",
      title: "Cost against service",
      lead:
        "Each point is a run: the week's pay and the share in time with its 95% interval; the ring "
        + "is the scenario as it is, the dashed line joins runs that no other beats in both, each under its own "
        + "demand and staff. The dotted line is the target of the scenario as it is.",
      body: "\(panels)"
    )
  }

  /// Shares in time over two axes of a grid.
  private var surfaces: [SheetPage.Figure] {
    let points = comparison.variants.map(\.point)
    guard comparison.axes.count == 2, Set(points).count == points.count else { return [] }
    let rows = distinct(comparison.variants.compactMap(\.point.first))
    let columns = distinct(comparison.variants.compactMap(\.point.last))
    let panels = comparison.base.queues.indices.map { queue -> Markup in
      let cells = rows.map { row in
        columns.map { column in
          comparison.variants.first { $0.point == [row, column] }?.queues[queue].serviceLevel.mean
        }
      }
      let map = HeatMap(
        title: "\(comparison.base.queues[queue].queue): share in time",
        summary: "Share in time at each point of the grid",
        rows: zip(rows, cells).map { (label: $0, total: "", cells: $1) },
        columnLabels: columns,
        target: variesTarget ? 0 : comparison.base.queues[queue].target
      )
      return "<h3>\(comparison.base.queues[queue].queue)</h3>\(map.markup)"
    }
    return [
      SheetPage.Figure(
        id: "surface",
        title: "Service over the grid",
        lead: "Share in time: \(comparison.axes[0]) downward, \(comparison.axes[1]) across"
          + (variesTarget
            ? ", each within its own time." : "; cells below the target carry a dot."),
        body: "\(panels)"
      )
    ]
  }

  private var variesTarget: Bool { comparison.axes.contains { $0.hasPrefix("target") } }

  private func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}
