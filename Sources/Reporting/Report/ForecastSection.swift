import Workforce

/// Expected contacts with their bands, a small chart per queue and day.
struct ForecastSection {
  var inputs: PlanningInputs
  var forecast: Forecast

  private var grid: TimeGrid { forecast.grid }

  var markup: Markup {
    section(
      "forecast",
      "Forecast",
      lead: """
        Contacts expected per \(words(.minutes(grid.stepMinutes))). The line is the mean; four \
        of five intervals should fall into the dark band (80%), 19 of 20 into the light one (95%).
        """,
      [legend] + forecast.queues.map(queue) + machines
        + ForecastChangeTables(forecast: forecast).markup
    )
  }

  private var legend: Markup {
    """
    <p class="legend"><span><svg class="key" viewBox="0 0 16 10"><path class="mean-line" \
    d="M0 5H16"/></svg>mean</span><span><svg class="key" viewBox="0 0 16 10"><rect \
    class="band80" width="16" height="10"/></svg>80% band</span><span><svg class="key" \
    viewBox="0 0 16 10"><rect class="band95" width="16" height="10"/></svg>95% band</span>\(came)</p>
    """
  }

  /// Channels without people.
  private var machines: [Markup] {
    guard !forecast.selfService.isEmpty else { return [] }
    let lines = forecast.selfService.map { "<p>\($0.sentence).</p>" as Markup }
    return ["<h3>Self-service</h3>"] + lines
  }

  /// The key of the dots, where a chart has some.
  private var came: Markup {
    let actuals = ActualCounts(inputs: inputs, grid: grid)
    let hasDots = forecast.queues.contains { $0.evidence != nil || actuals.top(of: $0.queue) > 0 }
    return hasDots
      ? """
      <span><svg class="key" viewBox="0 0 16 10"><path class="came" d="M8 5h0"/></svg>came</span>
      """ : .none
  }

  /// `31 items that complaints hands on`; `nil` for a queue that follows no other.
  private func handedOn(_ queue: QueueForecast) -> String? {
    guard let index = inputs.settings.queues.firstIndex(where: { $0.name == queue.queue }),
      let follows = inputs.settings.queues[index].follows
    else { return nil }
    let items =
      forecast.expected(of: index, in: inputs.settings).total - queue.intervals.mean.total
    return "\(decimal(items)) items in the week that \(follows.queue) hands on"
  }

  private func queue(_ queue: QueueForecast) -> Markup {
    let past = queue.pastError.map { "past error \(percent($0)) (weighted)" } ?? "no past error yet"
    let model = queue.modelMean.map { " (\(decimal($0.total)) before overrides)" } ?? ""
    let total = queue.modelMean == nil ? queue.weekTotal : nil
    let range = total.map { " (80%: \(decimal($0.low80[0]))–\(decimal($0.high80[0])))" } ?? ""
    let stage = handedOn(queue)
    if queue.intervals.mean.total == 0, let stage {
      return "<h3>\(queue.queue) <small>\(stage)</small></h3>"
    }
    let others = stage.map { ", and \($0)" } ?? ""
    let isDeferred = inputs.settings.queues.contains {
      $0.name == queue.queue && $0.channel == .deferred
    }
    let unit = isDeferred ? "items" : "contacts"
    let heading: Markup = """
      <h3>\(queue.queue) <small>\(decimal(queue.intervals.mean.total)) \(unit) in the \
      week\(model)\(range)\(others) · \
      method \(queue.method.words) · \(past)</small></h3>
      """
    guard let window = grid.clockWindow(where: queue.isOpen) else {
      return "\(heading)\(nothing("Closed all week."))"
    }
    let most = grid.days.joined().map { queue.intervals.high95[$0] }.max() ?? 0
    let top = max(most, ActualCounts(inputs: inputs, grid: grid).top(of: queue.queue))
    let ticks = NiceTicks.values(from: 0, to: max(top, 1), atMost: 5)
    let actuals = ActualCounts(inputs: inputs, grid: grid).counts(of: queue.queue)
    let panels = grid.days.indices.map { day in panel(queue, day, window, ticks, actuals) }
    let evidence = EvidenceBlock(queue: queue, grid: grid, actuals: actuals).markup
    return """
      <div class="together">\(heading)<div class="panels">\(panels)</div></div>\(evidence)\n
      """
  }

  private func panel(
    _ queue: QueueForecast,
    _ day: Int,
    _ window: Range<Int>,
    _ ticks: [Double],
    _ actuals: [Double?]
  ) -> Markup {
    let date = grid.dates[day]
    let isOpen = grid.days[day].contains { queue.isOpen[$0] }
    guard isOpen, let axis = DayAxis(grid: grid, day: day, window: window) else {
      return """
        <figure><figcaption><b>\(date.shortText)</b></figcaption>\
        <p class="nothing">closed</p></figure>
        """
    }
    let total = queue.days.mean[day]
    let range = "\(decimal(queue.days.low95[day]))–\(decimal(queue.days.high95[day]))"
    let panel = DayPanel(
      title: "\(queue.queue), \(date.weekday.fullName) \(date.longText): forecast",
      summary: "\(decimal(total)) contacts expected, 95% band \(range); \(peak(queue, axis))",
      axis: axis,
      ticks: ticks
    )
    let marks = BandMarks(panel: panel, isOpen: queue.isOpen)
    let band = queue.intervals
    return """
      <figure><figcaption><b>\(date.shortText)</b> \(decimal(total)) <small>95%: \(range)</small>\
      </figcaption>\(panel.markup([
        marks.band(band.low95, band.high95, style: "band95"),
        marks.band(band.low80, band.high80, style: "band80"),
        marks.line(band.mean, style: "mean-line"), marks.dots(actuals, style: "came"),
      ]))</figure>
      """
  }

  private func peak(_ queue: QueueForecast, _ axis: DayAxis) -> String {
    let means = queue.intervals.mean
    let top = axis.intervals.map { means[$0] }.max() ?? 0
    let index = axis.intervals.first { means[$0] == top } ?? axis.intervals.lowerBound
    return "most at \(grid.clockText(at: index)), \(decimal(top, places: 1))"
  }
}

extension DayAxis {
  /// The axis of a small chart of one day.
  init?(grid: TimeGrid, day: Int, window: Range<Int>) {
    self.init(
      grid: grid,
      day: day,
      window: window,
      from: DayPanel.plot.left,
      to: DayPanel.plot.right,
      atMost: 7
    )
  }
}
