import Workforce

/// Worth by the duals against worth by a new search: a point on the line is worth the same by both.
struct WorthScatter {
  static let size = (width: 310.0, height: 316.0)
  private static let plot = (low: 50.0, high: 288.0, top: 28.0, bottom: 266.0)

  var title: String
  /// Duals and searches.
  var points: [(dual: Double, resolve: Double)]

  private var ticks: [Double] {
    let all = [0] + points.map(\.dual) + points.map(\.resolve)
    return NiceTicks.values(from: all.min() ?? 0, to: all.max() ?? 1, atMost: 6)
  }

  var markup: Markup {
    let ticks = ticks
    let (low, high) = (ticks.first ?? 0, max(ticks.last ?? 1, (ticks.first ?? 0) + 1e-9))
    let across = LinearScale(low: low, high: high, start: Self.plot.low, end: Self.plot.high)
    let up = LinearScale(low: low, high: high, start: Self.plot.bottom, end: Self.plot.top)
    var dots = ChartPath()
    for point in points { dots.dot(across(point.dual), up(point.resolve)) }
    var same = ChartPath()
    same.lines([(across(low), up(low)), (across(high), up(high))])
    return """
      <figure><svg class="worth" viewBox="0 0 \(Self.size.width) \(Self.size.height)" role="img">\
      <title>\(title)</title>\(frame(ticks, across, up))\(same.element("asked"))\
      \(dots.element("pairs"))</svg></figure>
      """
  }

  private func frame(_ ticks: [Double], _ across: LinearScale, _ up: LinearScale) -> Markup {
    var grid = ChartPath()
    let side = ticks.map { tick -> Markup in
      grid.move(Self.plot.low, up(tick))
      grid.across(to: Self.plot.high)
      return "<text x=\"\(Self.plot.low - 5)\" y=\"\(up(tick) + 3.5)\">\(label(tick))</text>"
    }
    let below = ticks.map { tick -> Markup in
      grid.move(across(tick), Self.plot.top)
      grid.down(to: Self.plot.bottom)
      return "<text x=\"\(across(tick))\" y=\"\(Self.plot.bottom + 15)\">\(label(tick))</text>"
    }
    let middle = (Self.plot.low + Self.plot.high) / 2
    return """
      \(grid.element("grid"))<g class="side">\(side)</g><g class="below">\(below)\
      <text x="\(middle)" y="\(Self.plot.bottom + 34)">by the duals</text></g>\
      <text x="2" y="11">by a new search</text>
      """
  }

  private func label(_ tick: Double) -> String {
    decimal(tick, places: abs(tick) < 10 && tick != tick.rounded() ? 1 : 0)
  }
}
