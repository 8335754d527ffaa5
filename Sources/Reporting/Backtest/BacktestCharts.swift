import Workforce

/// Weeks as they were forecast by the best method, with what came.
struct BacktestChartsSection {
  var figures: BacktestFigures

  private var result: BacktestResult { figures.result }
  private var minutes: Int { result.granularities[figures.mainGranularity] }

  var markup: Markup {
    let lead = result.leads[0]
    let best = figures.best(lead: lead, granularity: figures.mainGranularity)
    guard let best, minutes < 1440 else {
      let reason =
        best == nil ? "No week could be judged." : "Days were judged as wholes only."
      return section("charts", "Forecast and actual", lead: .none, [nothing(reason)])
    }
    return section(
      "charts",
      "Forecast and actual",
      lead: """
        Contacts per \(granularityText(minutes)) as \(result.methods[best].commandName) expected \
        them \(weeksAhead(lead)), and as they came: the weeks with the smallest and the largest \
        error, and the last one.
        """,
      [legend] + chosen(lead, best).map { week($0.week, best, $0.title) }
    )
  }

  /// The best, the worst and the last judged week, in order of time, each once.
  private func chosen(_ lead: Int, _ method: Int) -> [(week: BacktestWeek, title: String)] {
    let judged = result.weeks(lead: lead).compactMap { week -> (BacktestWeek, Double)? in
      guard week.forecasts.indices.contains(method) else { return nil }
      return week.forecasts[method].scores[figures.mainGranularity].weightedError
        .map { (week, $0) }
    }
    guard let last = judged.last, let low = judged.map(\.1).min(),
      let high = judged.map(\.1).max()
    else { return [] }
    let smallest = judged.first { $0.1 == low }?.0.origin
    let largest = judged.first { $0.1 == high }?.0.origin
    return judged.compactMap { week, error in
      var names: [String] = []
      if week.origin == smallest { names.append("smallest error") }
      if week.origin == largest { names.append("largest error") }
      if week.origin == last.0.origin { names.append("last week") }
      return names.isEmpty
        ? nil : (week, "\(listed(names)): wMAPE \(percent(error, places: 2))")
    }
  }

  private var legend: Markup {
    """
    <p class="legend"><span><svg class="key" viewBox="0 0 16 10"><path class="actual" \
    d="M0 5H16"/></svg>what came</span><span><svg class="key" viewBox="0 0 16 10"><path \
    class="mean-line" d="M0 5H16"/></svg>mean</span><span><svg class="key" viewBox="0 0 16 10">\
    <rect class="band80" width="16" height="10"/></svg>80% band</span><span><svg class="key" \
    viewBox="0 0 16 10"><rect class="band95" width="16" height="10"/></svg>95% band</span></p>
    """
  }

  private func week(_ week: BacktestWeek, _ method: Int, _ title: String) -> Markup {
    let target = ISOWeek(containing: week.origin)
    let heading: Markup = "<h3>\(target.rangeText) <small>\(title)</small></h3>"
    guard let grid = TimeGrid(week: target, stepMinutes: minutes, zone: result.zone) else {
      return "\(heading)\(nothing("The week's clock change does not fit the intervals."))"
    }
    let intervals = week.forecasts[method].intervals[figures.mainGranularity]
    let lines = BacktestLines(grid: grid, intervals: intervals)
    guard let window = grid.clockWindow(where: lines.isForecast) else {
      return "\(heading)\(nothing("Closed all week."))"
    }
    let top = max(lines.high95.max() ?? 0, lines.actual.max() ?? 0)
    let ticks = NiceTicks.values(from: 0, to: max(top, 1), atMost: 5)
    let panels = grid.days.indices.map { lines.panel(day: $0, window: window, ticks: ticks) }
    return "<div class=\"together\">\(heading)<div class=\"panels\">\(panels)</div></div>\n"
  }
}

/// The intervals of a week, one number per interval of the grid.
struct BacktestLines {
  var grid: TimeGrid
  var isForecast: [Bool]
  var isJudged: [Bool]
  var mean: [Double]
  var low95: [Double]
  var low80: [Double]
  var high80: [Double]
  var high95: [Double]
  var actual: [Double]

  init(grid: TimeGrid, intervals: [BacktestInterval]) {
    self.grid = grid
    let zeros = [Double](repeating: 0, count: grid.count)
    (mean, low95, low80, high80, high95, actual) = (zeros, zeros, zeros, zeros, zeros, zeros)
    isForecast = Array(repeating: false, count: grid.count)
    isJudged = isForecast
    for interval in intervals {
      let index = grid.index(of: interval.start)
      guard (0..<grid.count).contains(index) else { continue }
      isForecast[index] = true
      isJudged[index] = interval.actual != nil
      mean[index] = interval.mean
      low95[index] = interval.low95
      low80[index] = interval.low80
      high80[index] = interval.high80
      high95[index] = interval.high95
      actual[index] = interval.actual ?? 0
    }
  }

  func panel(day: Int, window: Range<Int>, ticks: [Double]) -> Markup {
    let date = grid.dates[day]
    let range = grid.days[day]
    guard range.contains(where: { isForecast[$0] }),
      let axis = DayAxis(grid: grid, day: day, window: window)
    else {
      return """
        <figure><figcaption><b>\(date.shortText)</b></figcaption>\
        <p class="nothing">closed</p></figure>
        """
    }
    let expected = decimal(range.reduce(0) { $0 + mean[$1] })
    let came = range.contains { isJudged[$0] } ? decimal(range.reduce(0) { $0 + actual[$1] }) : "–"
    let panel = DayPanel(
      title: "\(date.weekday.fullName) \(date.longText): forecast and actual",
      summary: "\(expected) contacts expected, \(came) came",
      axis: axis,
      ticks: ticks
    )
    let marks = BandMarks(panel: panel, isOpen: isForecast)
    return """
      <figure><figcaption><b>\(date.shortText)</b> <small>\(came) came, \(expected) expected\
      </small></figcaption>\(panel.markup([
        marks.band(low95, high95, style: "band95"),
        marks.band(low80, high80, style: "band80"),
        marks.line(mean, style: "mean-line"),
        BandMarks(panel: panel, isOpen: isJudged).line(actual, style: "actual"),
      ]))</figure>
      """
  }
}
