public import Workforce

/// The drawings of a comparison: cost against service, and the surfaces of a grid.
public struct WhatIfFigures: Sendable {
  private let comparison: WhatIfComparison

  /// Takes a comparison.
  public init(_ comparison: WhatIfComparison) { self.comparison = comparison }

  /// The drawings with their headings.
  public var figures: [SheetPage.Figure] {
    comparison.variants.isEmpty ? [] : [frontier] + WhatIfSurfaces(comparison).figures
  }

  private var frontier: SheetPage.Figure {
    let all = [comparison.base] + comparison.variants
    let panels = comparison.base.queues.indices.map { queue -> Markup in
      let best = comparison.isOnFrontier(queue: queue)
      let chart = FrontierChart(
        title: "\(comparison.base.queues[queue].queue): pay against service",
        across: "Pay of the week, \(comparison.currency)",
        points: zip(all, best).map { result, isBest in
          FrontierChart.Point(
            label: label(result),
            x: result.pay,
            y: result.queues[queue].serviceLevel,
            isBase: result.name == comparison.base.name,
            isBest: isBest
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
        + "is the scenario as it is, the dashed line joins the frontier, runs that no other beats, each under "
        + "its own demand and staff; whatif.csv marks them. The dotted line is the target of the scenario as "
        + "it is.",
      body: "\(panels)"
    )
  }

  /// A run's name; the values of its point where they tell runs apart.
  private func label(_ result: WhatIfResult) -> String {
    let points = comparison.variants.map(\.point)
    guard !result.point.isEmpty, Set(points).count == points.count else { return result.name }
    return result.point.joined(separator: ", ")
  }
}
