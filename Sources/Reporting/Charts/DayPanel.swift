/// A small chart of one day: hours across, an amount up.
struct DayPanel {
  static let width = 168.0
  static let height = 120.0
  /// Where hours are drawn.
  static let plot = (left: 25.0, right: 160.0, top: 7.0, bottom: 103.0)

  /// The chart's name for those who do not see it.
  var title: String
  /// What it shows, in a sentence with its figures.
  var summary: String
  var axis: DayAxis
  /// Round numbers along the side; the first and last bound the chart.
  var ticks: [Double]

  /// Positions of amounts.
  var values: LinearScale {
    LinearScale(
      low: ticks.first ?? 0,
      high: ticks.last ?? 1,
      start: Self.plot.bottom,
      end: Self.plot.top
    )
  }

  /// The chart with its marks drawn over the grid.
  func markup(_ marks: [Markup]) -> Markup {
    """
    <svg class="panel" viewBox="0 0 \(Self.width) \(Self.height)" role="img">\
    <title>\(title)</title><desc>\(summary)</desc>\(grid)\(marks)\(hours)</svg>
    """
  }

  private var grid: Markup {
    var lines = ChartPath()
    let labels = ticks.map { tick -> Markup in
      let y = values(tick)
      lines.move(Self.plot.left, y)
      lines.across(to: Self.plot.right)
      return "<text x=\"\(Self.plot.left - 3)\" y=\"\(y + 3)\">\(label(tick))</text>"
    }
    return "\(lines.element("grid"))<g class=\"side\">\(labels)</g>"
  }

  private func label(_ tick: Double) -> String {
    if tick >= 1000 {
      return decimal(tick / 1000, places: tick.remainder(dividingBy: 1000) == 0 ? 0 : 1) + "k"
    }
    return decimal(tick, places: tick == tick.rounded() ? 0 : 1)
  }

  private var hours: Markup {
    var marks = ChartPath()
    let labels = axis.ticks.map { tick -> Markup in
      let x = axis.position(tick.index)
      marks.move(x, Self.plot.bottom)
      marks.down(to: Self.plot.bottom + 3)
      return "<text x=\"\(x)\" y=\"\(Self.plot.bottom + 13)\">\(tick.label)</text>"
    }
    return "\(marks.element("mark"))<g class=\"below\">\(labels)</g>"
  }
}

extension DayPanel {
  /// A line through steps of equal width, one per interval of the axis.
  func steps(_ amounts: (Int) -> Double, style: String) -> Markup {
    var path = ChartPath()
    for index in axis.intervals {
      let y = values(amounts(index))
      if index == axis.intervals.lowerBound {
        path.move(axis.position(index), y)
      } else {
        path.down(to: y)
      }
      path.across(to: axis.position(index + 1))
    }
    return path.element(style)
  }

  /// Everything between two steps where the upper lies above the lower.
  func area(from lower: (Int) -> Double, to upper: (Int) -> Double, style: String) -> Markup {
    var path = ChartPath()
    for index in axis.intervals where upper(index) > lower(index) {
      path.rectangle(
        axis.position(index),
        values(upper(index)),
        axis.position(index + 1),
        values(lower(index))
      )
    }
    return path.element(style)
  }
}
