import Workforce

/// People needed against people at work, a small chart per queue and day.
struct NeedSection {
  var report: PlanReport
  var figures: PlanFigures

  private var grid: TimeGrid { report.requirement.grid }

  var markup: Markup {
    section(
      "need",
      "Need and people at work",
      lead: """
        People to roster per \(words(.minutes(grid.stepMinutes))), shrinkage included, against \
        people given to the queue. Who serves several queues is given to the one where it saves \
        most; \(decimal(figures.idleHours, places: 1)) person-hours at work are left without a queue.\
        \(noteOnItems)
        """,
      [legend] + report.requirement.queues.indices.map(queue)
    )
  }

  private var noteOnItems: String {
    report.simulation.queues.contains(where: \.isDeferred)
      ? " People given to other queues do deferred work too while nobody waits, so what is missing of "
        + "it here need not be late." : ""
  }

  private var legend: Markup {
    """
    <p class="legend"><span><svg class="key" viewBox="0 0 16 10"><path class="need" \
    d="M0 5H16"/></svg>needed</span><span><svg class="key" viewBox="0 0 16 10"><rect \
    class="present" width="16" height="10"/></svg>at work</span><span><svg class="key" \
    viewBox="0 0 16 10"><rect class="missing" width="16" height="10"/></svg>missing</span></p>
    """
  }

  private func queue(_ index: Int) -> Markup {
    let queue = figures.queues[index]
    let missing =
      queue.missingHours > 0
      ? "\(decimal(queue.missingHours, places: 1)) missing" : "none missing"
    let heading: Markup = """
      <h3>\(queue.settings.name) <small>\(decimal(queue.requiredHours, places: 1)) person-hours \
      needed · \(missing)</small></h3>
      """
    let needed = report.requirement.queues[index].intervals.map { Double($0.rostered) }
    let present = report.coverage.allocated[index]
    let isShown = zip(needed, present).map { $0 > 0 || $1 > 0 }
    guard let window = grid.clockWindow(where: isShown) else {
      return "\(heading)\(nothing("Nobody is needed."))"
    }
    let top = max(needed.max() ?? 0, present.max() ?? 0)
    let ticks = NiceTicks.values(from: 0, to: max(top, 2), atMost: 5, leastStep: 1)
    let panels = grid.days.indices.map { day in
      panel(index, day, window, ticks, needed, present)
    }
    return "<div class=\"together\">\(heading)<div class=\"panels\">\(panels)</div></div>\n"
  }

  private func panel(
    _ queue: Int,
    _ day: Int,
    _ window: Range<Int>,
    _ ticks: [Double],
    _ needed: [Double],
    _ present: [Double]
  ) -> Markup {
    let date = grid.dates[day]
    let isBusy = grid.days[day].contains { needed[$0] > 0 || present[$0] > 0 }
    guard isBusy, let axis = DayAxis(grid: grid, day: day, window: window) else {
      return """
        <figure><figcaption><b>\(date.shortText)</b></figcaption>\
        <p class="nothing">nobody needed</p></figure>
        """
    }
    let missing =
      Array(figures.shortfall[queue][grid.days[day]]).total
      * Double(grid.stepMinutes) / 60
    let note = missing > 0 ? "\(decimal(missing, places: 1)) h missing" : "covered"
    let top = axis.intervals.map { needed[$0] }.max() ?? 0
    let panel = DayPanel(
      title: "\(figures.queues[queue].settings.name), \(date.weekday.fullName) "
        + "\(date.longText): people needed and at work",
      summary: "Up to \(decimal(top)) people needed at once; "
        + (missing > 0 ? "\(decimal(missing, places: 1)) person-hours missing" : "all covered"),
      axis: axis,
      ticks: ticks
    )
    return """
      <figure><figcaption><b>\(date.shortText)</b> <small>\(note)</small></figcaption>\
      \(panel.markup([
        panel.area(from: { _ in 0 }, to: { present[$0] }, style: "present"),
        panel.area(from: { present[$0] }, to: { needed[$0] }, style: "missing"),
        panel.steps({ needed[$0] }, style: "need"),
      ]))</figure>
      """
  }
}
