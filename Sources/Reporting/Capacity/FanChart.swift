import Workforce

/// A fan of what may come against a band that is needed, by month.
struct FanChart {
  private static let width = 1000.0
  private static let height = 230.0
  private static let plot = (left: 52.0, right: 984.0, top: 12.0, bottom: 200.0)

  var title: String
  var months: [CalendarMonth]
  /// Quantiles at 10, 25, 50, 75 and 90 % per month.
  var fan: [[Double]]
  /// Quantiles at 10, 50 and 90 % per month.
  var band: [[Double]]
  /// A line beside them.
  var line: [Double]

  var markup: Markup {
    let most = [fan.joined().max(), band.joined().max(), line.max()].compactMap(\.self).max() ?? 1
    let ticks = NiceTicks.values(from: 0, to: max(1, most), atMost: 6)
    let values = LinearScale(
      low: 0,
      high: max(ticks.last ?? 1, 1e-9),
      start: Self.plot.bottom,
      end: Self.plot.top
    )
    return """
      <figure class="wide-figure"><svg class="pastdays" \
      viewBox="0 0 \(Self.width) \(Self.height)" role="img"><title>\(title)</title>\
      \(frame(ticks, values))\(area(band, 0, 2, "#e7d9c4", values))\
      \(area(fan, 0, 4, "#cfe4f2", values))\(area(fan, 1, 3, "#9ccae8", values))\
      \(curve(line, "lapsed", values))\(curve(fan.map { $0[2] }, "median", values))\
      \(curve(band.map { $0[1] }, "asked", values))</svg></figure>
      """
  }

  private func x(_ month: Int) -> Double {
    let step = (Self.plot.right - Self.plot.left) / Double(max(1, months.count))
    return Self.plot.left + step * (Double(month) + 0.5)
  }

  private func frame(_ ticks: [Double], _ values: LinearScale) -> Markup {
    var grid = ChartPath()
    let side = ticks.map { tick -> Markup in
      grid.move(Self.plot.left, values(tick))
      grid.across(to: Self.plot.right)
      return "<text x=\"\(Self.plot.left - 5)\" y=\"\(values(tick) + 3)\">\(decimal(tick))</text>"
    }
    var ends = ChartPath()
    let every = max(1, (months.count + 12) / 13)
    let below = months.indices.filter { $0 % every == 0 }.map { month -> Markup in
      ends.move(x(month), Self.plot.bottom)
      ends.down(to: Self.plot.bottom + 4)
      return
        "<text x=\"\(x(month))\" y=\"\(Self.plot.bottom + 17)\">\(months[month].description)</text>"
    }
    return """
      \(grid.element("grid"))\(ends.element("mark"))<g class="side">\(side)</g>\
      <g class="below">\(below)</g>
      """
  }

  private func area(
    _ quantiles: [[Double]],
    _ low: Int,
    _ high: Int,
    _ fill: String,
    _ values: LinearScale
  ) -> Markup {
    var path = ChartPath()
    let upper = quantiles.indices.map { (x: x($0), y: values(quantiles[$0][high])) }
    let lower = quantiles.indices.map { (x: x($0), y: values(quantiles[$0][low])) }
    path.lines(upper + lower.reversed())
    path.close()
    return "<path fill=\"\(fill)\" fill-opacity=\"0.75\" d=\"\(path.data)\"/>"
  }

  private func curve(_ numbers: [Double], _ style: String, _ values: LinearScale) -> Markup {
    var path = ChartPath()
    path.lines(numbers.indices.map { (x: x($0), y: values(numbers[$0])) })
    let look: Markup =
      style == "median" ? "stroke=\"#0b5f94\" stroke-width=\"2.6\"" : "class=\"\(style)\""
    return "<path \(look) fill=\"none\" d=\"\(path.data)\"/>"
  }
}
