import Workforce

/// A queue's last days and the days ahead: what came, what was expected, and the band.
struct PastDaysChart {
  static let width = 1000.0
  static let height = 190.0
  private static let plot = (left: 44.0, right: 992.0, top: 12.0, bottom: 164.0)

  var queue: QueueForecast
  var grid: TimeGrid
  /// What came on the days ahead, where it is known already.
  var actuals: [Double?]

  private var past: [ForecastEvidence.Day] { queue.evidence?.days ?? [] }
  private var ahead: [Int] { grid.days.indices.filter { queue.days.high95[$0] > 0 } }

  /// The chart; nothing without past days.
  var markup: Markup {
    guard let first = past.first?.date, let last = grid.dates.last, first < last else {
      return .none
    }
    let days = LinearScale(
      low: Double(first.daysSinceEpoch) - 1,
      high: Double(last.daysSinceEpoch) + 1,
      start: Self.plot.left,
      end: Self.plot.right
    )
    let top = max(
      past.map(\.came).max() ?? 0,
      past.compactMap(\.expected).max() ?? 0,
      queue.days.high95.max() ?? 0,
      actuals.compactMap { $0 }.max() ?? 0
    )
    let ticks = NiceTicks.values(from: 0, to: max(top, 1), atMost: 5)
    let values = LinearScale(
      low: 0,
      high: ticks.last ?? 1,
      start: Self.plot.bottom,
      end: Self.plot.top
    )
    let x = { (date: LocalDate) in days(Double(date.daysSinceEpoch)) }
    return """
      <svg class="pastdays" viewBox="0 0 \(Self.width) \(Self.height)" role="img">\
      <title>\(queue.queue): contacts per day, last weeks and the week ahead</title>\
      <desc>\(summary)</desc>\(frame(ticks, values, first, last, x))\
      \(bands(x, values))\(expectedLine(x, values))\(dots(x, values))\(specials(x, values))</svg>
      """
  }

  private var summary: String {
    let weeks = queue.evidence?.weeks.count ?? 0
    return "\(counted(past.count, "past day", "past days")), "
      + "\(counted(weeks, "past week", "past weeks")) forecast again, "
      + "\(counted(ahead.count, "day", "days")) ahead"
  }

  /// Lines of equal amounts, and the date of every second Monday.
  private func frame(
    _ ticks: [Double],
    _ values: LinearScale,
    _ first: LocalDate,
    _ last: LocalDate,
    _ x: (LocalDate) -> Double
  ) -> Markup {
    var lines = ChartPath()
    let side = ticks.map { tick -> Markup in
      lines.move(Self.plot.left, values(tick))
      lines.across(to: Self.plot.right)
      return "<text x=\"\(Self.plot.left - 5)\" y=\"\(values(tick) + 3)\">\(decimal(tick))</text>"
    }
    var marks = ChartPath()
    var monday = ISOWeek(containing: last).monday
    var labels: [Markup] = []
    while monday >= first {
      marks.move(x(monday), Self.plot.bottom)
      marks.down(to: Self.plot.bottom + 4)
      labels.append(
        "<text x=\"\(x(monday))\" y=\"\(Self.plot.bottom + 16)\">\(monday.dayAndMonth)</text>"
      )
      monday = monday.adding(days: -14)
    }
    return """
      \(lines.element("grid"))\(marks.element("mark"))<g class="side">\(side)</g>\
      <g class="below">\(labels)</g>
      """
  }

  private func bands(_ x: (LocalDate) -> Double, _ values: LinearScale) -> Markup {
    let half = max(2, (x(grid.dates[0].adding(days: 1)) - x(grid.dates[0])) * 0.36)
    var (wide, narrow, means) = (ChartPath(), ChartPath(), ChartPath())
    for day in ahead {
      let center = x(grid.dates[day])
      let band = queue.days
      let (left, right) = (center - half, center + half)
      wide.rectangle(left, values(band.high95[day]), right, values(band.low95[day]))
      narrow.rectangle(left, values(band.high80[day]), right, values(band.low80[day]))
      means.move(left, values(band.mean[day]))
      means.across(to: right)
    }
    return "\(wide.element("band95"))\(narrow.element("band80"))\(means.element("mean-line"))"
  }

  /// What would have been expected, a line through the days of each week.
  private func expectedLine(_ x: (LocalDate) -> Double, _ values: LinearScale) -> Markup {
    var path = ChartPath()
    var last: LocalDate?
    for day in past {
      guard let expected = day.expected else { continue }
      let point = (x(day.date), values(expected))
      if let last, ISOWeek(containing: last) == ISOWeek(containing: day.date) {
        path.line(point.0, point.1)
      } else {
        path.move(point.0, point.1)
      }
      last = day.date
    }
    return path.element("mean-line")
  }

  private func dots(_ x: (LocalDate) -> Double, _ values: LinearScale) -> Markup {
    var path = ChartPath()
    for day in past { path.dot(x(day.date), values(day.came)) }
    for (date, count) in zip(grid.dates, actuals) {
      if let count { path.dot(x(date), values(count)) }
    }
    return path.element("came")
  }

  private func specials(_ x: (LocalDate) -> Double, _ values: LinearScale) -> Markup {
    let marks = past.compactMap { day -> Markup? in
      guard let name = day.special else { return nil }
      let (left, top) = (x(day.date), values(day.came) - 9)
      return """
        <path class="special" d="M\(left - 3.5) \(top - 5)H\(left + 3.5)L\(left) \(top + 1)Z">\
        <title>\(day.date.shortText) \(name)</title></path>
        """
    }
    return Markup(marks)
  }
}
