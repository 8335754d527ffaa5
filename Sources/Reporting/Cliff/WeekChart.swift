import Workforce

/// Lines and bands over weeks, level within each.
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
  /// What the values lie in.
  var range: ClosedRange<Double>
  var isShare: Bool
  var bands: [Band] = []
  var lines: [Line]
  var dots: [Double?] = []

  var markup: Markup {
    let unit = isShare ? 0.01 : 1
    let ticks = NiceTicks.values(
      from: range.lowerBound / unit,
      to: range.upperBound / unit,
      atMost: 6
    )
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

  private var step: Double {
    (Self.plot.right - Self.plot.left) / Double(max(1, weeks.count))
  }

  /// The middle of a week.
  private func x(_ week: Int) -> Double { Self.plot.left + step * (Double(week) + 0.5) }

  /// A value from the beginning of its week to the end.
  private func level(_ week: Int, _ y: Double) -> [(x: Double, y: Double)] {
    [(x(week) - step / 2, y), (x(week) + step / 2, y)]
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
      path.lines(run.flatMap { level($0, values(line.values[$0] ?? 0)) })
    }
    guard !path.data.isEmpty else { return .none }
    return "<path class=\"\(line.style)\" fill=\"none\" d=\"\(path.data)\"/>"
  }

  private func band(_ band: Band, _ values: LinearScale) -> Markup {
    var path = ChartPath()
    for run in runs(band.values) {
      let known = run.compactMap { week in band.values[week].map { (week, $0) } }
      let high = known.flatMap { level($0, values($1.shareHigh)) }
      let low = known.flatMap { level($0, values($1.shareLow)) }
      path.lines(high + low.reversed())
      path.close()
    }
    guard !path.data.isEmpty else { return .none }
    return "<path fill=\"\(band.fill)\" fill-opacity=\"0.8\" d=\"\(path.data)\"/>"
  }

  private func marks(_ values: LinearScale) -> Markup {
    var path = ChartPath()
    for (week, value) in dots.enumerated() { if let value { path.dot(x(week), values(value)) } }
    return path.element("played")
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
