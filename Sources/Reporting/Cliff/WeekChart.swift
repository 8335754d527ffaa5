import Workforce

/// Lines and bands over weeks.
struct WeekChart {
  /// A line; gaps where there is no value.
  struct Line {
    var style: String
    var values: [Double?]
  }

  /// The interval of estimates.
  struct Band {
    var fill: String
    var values: [Estimate?]
  }

  static let width = 1000.0
  static let height = 190.0
  private static let plot = (left: 52.0, right: 992.0, top: 12.0, bottom: 164.0)

  var title: String
  var weeks: [ISOWeek]
  var top: Double
  var isShare: Bool
  var bands: [Band] = []
  var lines: [Line]
  var dots: [Double?] = []

  var markup: Markup {
    let low = lowest
    let ticks = NiceTicks.values(
      from: low * (isShare ? 100 : 1),
      to: isShare ? 100 : max(top, 1),
      atMost: 5
    )
    let unit = isShare ? 0.01 : 1
    let values = LinearScale(
      low: (ticks.first ?? 0) * unit,
      high: max((ticks.last ?? 1) * unit, (ticks.first ?? 0) * unit + 1e-9),
      start: Self.plot.bottom,
      end: Self.plot.top
    )
    let drawn = lines.map { line(of: $0, values) }
    return """
      <figure class="wide-figure"><svg class="pastdays" viewBox="0 0 \(Self.width) \(Self.height)" \
      role="img"><title>\(title)</title>\(frame(ticks, unit, values))\
      \(bands.map { band($0, values) })\(drawn)\(marks(values))</svg></figure>
      """
  }

  /// Heads start at nobody; shares at a round number below them.
  private var lowest: Double {
    guard isShare else { return 0 }
    let all =
      bands.flatMap(\.values).compactMap { $0?.shareLow }
      + lines.flatMap(\.values).compactMap(\.self)
    return max(0, min(0.9, all.min() ?? 0))
  }

  private func x(_ week: Int) -> Double {
    let step = (Self.plot.right - Self.plot.left) / Double(max(1, weeks.count))
    return Self.plot.left + step * (Double(week) + 0.5)
  }

  private func frame(_ ticks: [Double], _ unit: Double, _ values: LinearScale) -> Markup {
    var grid = ChartPath()
    let side = ticks.map { tick -> Markup in
      let y = values(tick * unit)
      grid.move(Self.plot.left, y)
      grid.across(to: Self.plot.right)
      let text = isShare ? "\(decimal(tick))%" : decimal(tick)
      return "<text x=\"\(Self.plot.left - 5)\" y=\"\(y + 3)\">\(text)</text>"
    }
    var ends = ChartPath()
    let every = max(1, (weeks.count + 12) / 13)
    let below = weeks.indices.filter { $0 % every == 0 }.map { week -> Markup in
      ends.move(x(week), Self.plot.bottom)
      ends.down(to: Self.plot.bottom + 4)
      return """
        <text x="\(x(week))" y="\(Self.plot.bottom + 16)">\(weeks[week].monday.dayAndMonth)</text>
        """
    }
    return """
      \(grid.element("grid"))\(ends.element("mark"))<g class="side">\(side)</g>\
      <g class="below">\(below)</g>
      """
  }

  private func line(of line: Line, _ values: LinearScale) -> Markup {
    var path = ChartPath()
    for run in runs(line.values) {
      path.lines(run.map { (x($0), values(line.values[$0] ?? 0)) })
    }
    guard !path.data.isEmpty else { return .none }
    return "<path class=\"\(line.style)\" fill=\"none\" d=\"\(path.data)\"/>"
  }

  private func band(_ band: Band, _ values: LinearScale) -> Markup {
    var path = ChartPath()
    for run in runs(band.values) {
      let ends = run.compactMap { week in
        band.values[week].map { (x(week), values($0.shareHigh), values($0.shareLow)) }
      }
      path.lines(ends.map { ($0.0, $0.1) } + ends.reversed().map { ($0.0, $0.2) })
      path.close()
    }
    guard !path.data.isEmpty else { return .none }
    return "<path fill=\"\(band.fill)\" fill-opacity=\"0.8\" d=\"\(path.data)\"/>"
  }

  private func marks(_ values: LinearScale) -> Markup {
    var path = ChartPath()
    for (week, value) in dots.enumerated() { if let value { path.dot(x(week), values(value)) } }
    guard !path.data.isEmpty else { return .none }
    return """
      <path d="\(path.data)" stroke="#00664a" stroke-width="7" stroke-linecap="round" fill="none"/>
      """
  }

  /// Positions of values that follow each other without a gap.
  private func runs<Value>(_ values: [Value?]) -> [[Int]] {
    var runs: [[Int]] = []
    for (index, value) in values.enumerated() where value != nil {
      if let last = runs.last?.last, last == index - 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }
}
