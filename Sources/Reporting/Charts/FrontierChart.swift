import Workforce

/// Runs by what they cost and the service that they give, with intervals.
struct FrontierChart {
  /// A run.
  struct Point {
    var label: String
    var x: Double
    var y: Estimate
    var isBase: Bool
  }

  private static let width = 1000.0
  private static let height = 264.0
  /// About as wide as a letter of a name.
  private static let letter = 6.2
  private static let plot = (left: 58.0, right: 980.0, top: 12.0, bottom: 226.0)

  var title: String
  /// What lies across, with its unit.
  var across: String
  var points: [Point]
  /// The share promised; 0 for none.
  var target: Double

  private var shares: [Double] {
    points.flatMap { [$0.y.shareLow, $0.y.shareHigh] } + (target > 0 ? [target] : [])
  }

  var markup: Markup {
    let costs = points.map(\.x)
    let low = costs.min() ?? 0
    let high = max(costs.max() ?? 1, low * 1.001 + 1)
    let across = NiceTicks.values(from: low, to: high, atMost: 8)
    let up = NiceTicks.values(
      from: max(0, (shares.min() ?? 0) * 100 - 1),
      to: min(100, (shares.max() ?? 1) * 100 + 1),
      atMost: 6
    )
    let x = LinearScale(
      low: across.first ?? low,
      high: max(across.last ?? high, (across.first ?? low) + 1e-9),
      start: Self.plot.left,
      end: Self.plot.right
    )
    let y = LinearScale(
      low: (up.first ?? 0) / 100,
      high: max((up.last ?? 100) / 100, (up.first ?? 0) / 100 + 1e-9),
      start: Self.plot.bottom,
      end: Self.plot.top
    )
    return """
      <figure class="wide-figure"><svg class="pastdays" viewBox="0 0 \(Self.width) \(Self.height)" \
      role="img"><title>\(title)</title>\(frame(across, up, x, y))\(promise(y))\(line(x, y))\
      \(points.map { mark($0, x, y) })\(labels(x, y))</svg></figure>
      """
  }

  private func frame(
    _ across: [Double],
    _ up: [Double],
    _ x: LinearScale,
    _ y: LinearScale
  ) -> Markup {
    var grid = ChartPath()
    let side = up.map { tick -> Markup in
      grid.move(Self.plot.left, y(tick / 100))
      grid.across(to: Self.plot.right)
      return "<text x=\"\(Self.plot.left - 5)\" y=\"\(y(tick / 100) + 3)\">\(decimal(tick))%</text>"
    }
    let below = across.map { tick -> Markup in
      "<text x=\"\(x(tick))\" y=\"\(Self.plot.bottom + 16)\">\(grouped(Int(tick.rounded())))</text>"
    }
    let name: Markup =
      "<text x=\"\((Self.plot.left + Self.plot.right) / 2)\" y=\"\(Self.plot.bottom + 31)\">\(self.across)</text>"
    return
      "\(grid.element("grid"))<g class=\"side\">\(side)</g><g class=\"below\">\(below)\(name)</g>"
  }

  private func promise(_ y: LinearScale) -> Markup {
    guard target > 0 else { return .none }
    return
      "<path class=\"asked\" fill=\"none\" d=\"M\(Self.plot.left) \(y(target))H\(Self.plot.right)\"/>"
  }

  /// Joins the runs that no other beats in both cost and service.
  private func line(_ x: LinearScale, _ y: LinearScale) -> Markup {
    var best: [Point] = []
    for point in points.sorted(by: { ($0.x, -$0.y.mean) < ($1.x, -$1.y.mean) })
    where best.last.map({ point.y.mean > $0.y.mean }) ?? true {
      best.append(point)
    }
    guard best.count > 1 else { return .none }
    var path = ChartPath()
    path.lines(best.map { (x: x($0.x), y: y($0.y.mean)) })
    return "<path class=\"planned\" fill=\"none\" d=\"\(path.data)\"/>"
  }

  private func mark(_ point: Point, _ x: LinearScale, _ y: LinearScale) -> Markup {
    let (place, middle) = (x(point.x), y(point.y.mean))
    let words = "\(point.label): \(grouped(Int(point.x.rounded()))), \(percent(point.y))"
    let ring: Markup =
      point.isBase
      ? "<circle class=\"ring\" fill=\"none\" stroke=\"currentColor\" cx=\"\(place)\" cy=\"\(middle)\" r=\"7\"/>"
      : .none
    return """
      <g><title>\(words)</title><path class="whisker" d="M\(place) \(y(point.y.shareLow))V\
      \(y(point.y.shareHigh))"/>\(ring)<circle class="mean" cx="\(place)" cy="\(middle)" r="3.4"/></g>
      """
  }

  /// Names beside the points, where there are few enough not to cover each other.
  private func labels(_ x: LinearScale, _ y: LinearScale) -> Markup {
    guard points.count <= 14 else { return .none }
    var taken: [(span: ClosedRange<Double>, y: Double)] = points.map { point in
      (x(point.x) - 5...x(point.x) + 5, y(point.y.mean) + 3)
    }
    let texts = points.sorted { ($0.x, $0.label) < ($1.x, $1.label) }.map { point -> Markup in
      let length = Self.letter * Double(point.label.count)
      let isLeft = x(point.x) + 9 + length > Self.plot.right
      let from = x(point.x) + (isLeft ? -9 - length : 9)
      let height = Self.free(y(point.y.mean) + 3, from...from + length, taken)
      taken.append((from...from + length, height))
      let anchor = isLeft ? "end" : "start"
      return
        "<text text-anchor=\"\(anchor)\" x=\"\(isLeft ? from + length : from)\" y=\"\(height)\">\(point.label)</text>"
    }
    return "<g class=\"names\">\(texts)</g>"
  }

  /// The nearest height at which nothing else stands.
  private static func free(
    _ y: Double,
    _ span: ClosedRange<Double>,
    _ taken: [(span: ClosedRange<Double>, y: Double)]
  ) -> Double {
    let steps = [0.0, 12, -12, 24, -24, 36, -36, 48, -48]
    return steps.map { y + $0 }.first { height in
      height > plot.top && height < plot.bottom
        && !taken.contains { $0.span.overlaps(span) && abs($0.y - height) < 11 }
    } ?? y
  }
}
