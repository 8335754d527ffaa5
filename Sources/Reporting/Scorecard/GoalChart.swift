import Workforce

/// The weeks of a goal's measure, its trend with band, the line to reach, the baseline and the date.
struct GoalChart {
  static let width = 1000.0
  static let height = 210.0
  private static let plot = (left: 58.0, right: 988.0, top: 12.0, bottom: 184.0)

  let outlook: GoalOutlook
  let baseline: ClosedRange<ISOWeek>?

  /// Weeks before the trend that are shown, and after the last week where there is none.
  private var weeks: ClosedRange<Int> {
    let shown = outlook.points.map(\.week) + outlook.trend.map(\.week)
    let place = { (week: ISOWeek) in week.monday.daysSinceEpoch / 7 }
    let (first, last) = (shown.min().map(place) ?? 0, shown.max().map(place) ?? 1)
    return first...max(first + 1, last)
  }

  private var values: LinearScale {
    let unit = outlook.measure.form == .share ? 0.01 : 1
    let all =
      outlook.points.map(\.value) + outlook.trend.flatMap { [$0.low, $0.high] }
      + [outlook.threshold, outlook.baseline].compactMap(\.self)
    let ticks = NiceTicks.values(
      from: (all.min() ?? 0) / unit,
      to: (all.max() ?? 1) / unit,
      atMost: 6
    )
    return LinearScale(
      low: (ticks.first ?? 0) * unit,
      high: max((ticks.last ?? 1) * unit, (ticks.first ?? 0) * unit + 1e-9),
      start: Self.plot.bottom,
      end: Self.plot.top
    )
  }

  private func x(_ week: ISOWeek) -> Double {
    let place = Double(week.monday.daysSinceEpoch / 7) + 0.5
    let span = Double(weeks.upperBound - weeks.lowerBound + 1)
    return Self.plot.left
      + (place - Double(weeks.lowerBound)) / span * (Self.plot.right - Self.plot.left)
  }

  var markup: Markup {
    let values = self.values
    return """
      <figure class="wide-figure"><svg class="pastdays" viewBox="0 0 \(Self.width) \(Self.height)" \
      role="img"><title>\(outlook.goal.title): weeks, trend and goal</title>\(frame(values))\
      \(band(values))\(line(values))\(levels(values))\(dots(values))</svg></figure>
      """
  }

  private func frame(_ values: LinearScale) -> Markup {
    let isShare = outlook.measure.form == .share
    let unit = isShare ? 0.01 : 1
    let ticks = NiceTicks.values(from: values.low / unit, to: values.high / unit, atMost: 6)
    let places = (ticks.dropFirst().first ?? 1) - (ticks.first ?? 0) < 1 ? 1 : 0
    var grid = ChartPath()
    let side = ticks.map { tick -> Markup in
      let y = values(tick * unit)
      grid.move(Self.plot.left, y)
      grid.across(to: Self.plot.right)
      let text = decimal(tick, places: places) + (isShare ? "%" : "")
      return "<text x=\"\(Self.plot.left - 5)\" y=\"\(y + 3)\">\(text)</text>"
    }
    var ends = ChartPath()
    let every = max(1, (weeks.count + 12) / 13)
    let below = stride(from: weeks.lowerBound, through: weeks.upperBound, by: every)
      .map { place -> Markup in
        // weeks begin on Mondays, days on a Thursday
        let week = ISOWeek(containing: LocalDate(daysSinceEpoch: place * 7 + 4))
        ends.move(x(week), Self.plot.bottom)
        ends.down(to: Self.plot.bottom + 4)
        return """
          <text x="\(x(week))" y="\(Self.plot.bottom + 16)">\(week.monday.dayAndMonth)</text>
          """
      }
    return """
      \(grid.element("grid"))\(ends.element("mark"))<g class="side">\(side)</g>\
      <g class="below">\(below)</g>
      """
  }

  private func band(_ values: LinearScale) -> Markup {
    var path = ChartPath()
    path.lines(
      outlook.trend.map { (x($0.week), values($0.high)) }
        + outlook.trend.reversed().map { (x($0.week), values($0.low)) }
    )
    guard !outlook.trend.isEmpty else { return .none }
    path.close()
    return "<path fill=\"#cfe4f2\" fill-opacity=\"0.8\" d=\"\(path.data)\"/>"
  }

  private func line(_ values: LinearScale) -> Markup {
    var path = ChartPath()
    path.lines(outlook.trend.map { (x($0.week), values($0.value)) })
    return path.element("mean-line")
  }

  /// The goal over all weeks, and the baseline over its own.
  private func levels(_ values: LinearScale) -> Markup {
    var goal = ChartPath()
    if let threshold = outlook.threshold {
      goal.move(Self.plot.left, values(threshold))
      goal.across(to: Self.plot.right)
    }
    var before = ChartPath()
    if let level = outlook.baseline, let baseline {
      before.move(max(Self.plot.left, x(baseline.lowerBound)), values(level))
      before.across(to: min(Self.plot.right, x(baseline.upperBound)))
    }
    return "\(goal.element("asked"))\(before.element("lapsed"))"
  }

  private func dots(_ values: LinearScale) -> Markup {
    let circles = outlook.points.map { point -> Markup in
      "<circle class=\"mean\" cx=\"\(x(point.week))\" cy=\"\(values(point.value))\" r=\"3\"/>"
    }
    return "\(circles)"
  }
}
