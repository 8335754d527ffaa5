import Workforce

/// What the simulation measured: a heat map per queue, and days and the week as a table.
struct ServiceSection {
  var report: PlanReport
  var figures: PlanFigures

  private var grid: TimeGrid { report.simulation.grid }

  var markup: Markup {
    let count = report.simulation.replications
    return section(
      "service",
      "Simulated service level",
      lead: """
        The named roster played against random contacts, \(counted(count, "time", "times")). \
        Each cell is the share of contacts answered in time\(noteOnItems), by the time at which they \
        arrived. \
        People were busy \(percent(report.simulation.occupancy)) of their time at work.
        """,
      [HeatMap.legend] + report.simulation.queues.indices.map(queue) + [days, items]
    )
  }

  private var noteOnItems: String {
    report.simulation.queues.contains(where: \.isDeferred)
      ? ", of deferred work that done by its due time" : ""
  }

  private func queue(_ index: Int) -> Markup {
    let simulation = report.simulation.queues[index]
    let isOpen = report.forecast.queues[index].isOpen
    let target = figures.queues[index].settings.target
    let verb = simulation.isDeferred ? "done within" : "within"
    let measured =
      simulation.total.hasService
      ? "\(figures.queues[index].simulatedText) \(verb) \(words(target.threshold)) · target "
        + shareText(simulation.targetServiceLevel) : figures.queues[index].simulatedText
    let heading: Markup = """
      <h3>\(simulation.queue) <small>\(measured) · \
      \(figures.queues[index].verdict.rawValue)</small></h3>
      """
    let isShown =
      simulation.isDeferred ? simulation.intervals.map { $0.arrivals > 0 } : isOpen
    guard let window = grid.clockWindow(where: isShown) else {
      return "\(heading)\(nothing(simulation.isDeferred ? "No items." : "Closed all week."))"
    }
    guard simulation.total.hasService else { return heading }
    let map = heatMap(simulation, ClockColumns(grid: grid, window: window), isShown)
    return """
      <div class="together">\(heading)\(map.markup)</div>\n
      """
  }

  private func heatMap(
    _ simulation: QueueSimulation,
    _ columns: ClockColumns,
    _ isOpen: [Bool]
  ) -> HeatMap {
    let judged = grid.dates.indices.filter { simulation.days[$0].hasService }
    let worst = judged.min {
      simulation.days[$0].serviceLevel.mean < simulation.days[$1].serviceLevel.mean
    }
    let summary = worst.map { day in
      "Lowest on \(grid.dates[day].weekday.fullName): "
        + percent(simulation.days[day].serviceLevel)
    }
    return HeatMap(
      title: "Simulated \(simulation.measure) of \(simulation.queue) by day and time",
      summary: summary ?? "",
      rows: grid.dates.indices.map { day in
        let cells = columns.intervals[day].map { interval -> Double? in
          guard let interval, isOpen[interval], simulation.intervals[interval].arrivals > 0,
            simulation.intervals[interval].hasService
          else { return nil }
          return simulation.intervals[interval].serviceLevel.mean
        }
        let isClosed = !cells.contains { $0 != nil }
        let closed = simulation.isDeferred ? "–" : "closed"
        let total = isClosed ? closed : percent(simulation.days[day].serviceLevel.mean)
        return (grid.dates[day].shortText, total, cells)
      },
      columnLabels: labels(columns),
      target: simulation.targetServiceLevel
    )
  }

  /// Full hours; every second or third where columns are narrow.
  private func labels(_ columns: ClockColumns) -> [String] {
    let hours = columns.columns.count { $0.minute % 60 == 0 }
    let step = hours <= 16 ? 1 : 2
    return columns.columns.map { column in
      guard column.minute % (60 * step) == 0 || column.isRepeated && column.minute % 60 == 0 else {
        return ""
      }
      return padded(column.minute / 60, 2) + (column.isRepeated ? "*" : "")
    }
  }

  private var days: Markup {
    let columns: [TableColumn] = [
      .text("Queue"), .text("Day"), .number("Contacts"), .number("Answered in time"),
      .number("Gave up"), .number("Service level"), .number("95% interval"),
      .number("Mean wait"), .text("Target"),
    ]
    let rows = rows(of: report.simulation.queues.filter { !$0.isDeferred }, row)
    guard !rows.isEmpty else { return .none }
    return "<h3>Days and week</h3>\(table("Service by queue and day", columns, rows))"
  }

  /// Deferred work: nobody waits for it, so nobody gives up.
  private var items: Markup {
    let columns: [TableColumn] = [
      .text("Queue"), .text("Day"), .number("Items"), .number("Done in time"), .number("Late"),
      .number("Open at the end"), .number("Share done in time"), .number("95% interval"),
      .number("Begun after"), .text("Target"),
    ]
    let rows = rows(of: report.simulation.queues.filter(\.isDeferred), itemRow)
    guard !rows.isEmpty else { return .none }
    return """
      <h3>Deferred work by day and week</h3>\(table("Deferred work by queue and day", columns, rows))\
      <p class="note">By the day on which an item came to its queue. Open: undone when the week ends and \
      not yet due, neither in time nor late. Begun after: the mean time until somebody first took an \
      item.</p>
      """
  }

  /// A row per day with contacts, then the week.
  private func rows(
    of queues: [QueueSimulation],
    _ row: (QueueSimulation, String, ServiceMeasures, Bool) -> [Markup]
  ) -> [[Markup]] {
    queues.flatMap { queue -> [[Markup]] in
      let open = grid.dates.indices.filter { queue.days[$0].arrivals > 0 }
      let days = open.map { row(queue, grid.dates[$0].shortText, queue.days[$0], false) }
      return days + [row(queue, "Week", queue.total, true)]
    }
  }

  private func itemRow(
    _ queue: QueueSimulation,
    _ name: String,
    _ measures: ServiceMeasures,
    isWeek: Bool
  ) -> [Markup] {
    let cells: [Markup] =
      [
        "\(queue.queue)", "\(name)", "\(decimal(measures.arrivals, places: 1))",
        "\(decimal(measures.answeredInTarget, places: 1))", "\(decimal(measures.late, places: 1))",
        "\(decimal(measures.open, places: 1))",
      ] + level(queue, measures) + [
        "\(measures.arrivals > 0 ? waitText(measures.averageSpeedOfAnswer.mean) : "–")"
      ]
    return judged(cells, queue, measures, isWeek: isWeek)
  }

  /// Cells with the verdict on the service level; the week's in bold.
  private func judged(
    _ cells: [Markup],
    _ queue: QueueSimulation,
    _ measures: ServiceMeasures,
    isWeek: Bool
  ) -> [Markup] {
    let verdict = badge(measures.verdict(atLeast: queue.targetServiceLevel))
    return (isWeek ? cells.map { "<b>\($0)</b>" } : cells) + [verdict]
  }

  /// The service level and its interval; dashes where there is none.
  private func level(_ queue: QueueSimulation, _ measures: ServiceMeasures) -> [Markup] {
    guard measures.hasService else { return ["–", "–"] }
    let level = measures.serviceLevel
    return ["\(measuredShare(level.mean, queue.targetServiceLevel))", "\(limits(level))"]
  }

  private func limits(_ share: Estimate) -> String {
    "\(percent(share.shareLow))–\(percent(share.shareHigh))"
  }

  private func row(
    _ queue: QueueSimulation,
    _ name: String,
    _ measures: ServiceMeasures,
    isWeek: Bool
  ) -> [Markup] {
    let wait = measures.averageSpeedOfAnswer
    let cells: [Markup] =
      [
        "\(queue.queue)", "\(name)", "\(decimal(measures.arrivals))",
        "\(decimal(measures.answeredInTarget))", "\(decimal(measures.abandoned))",
      ] + level(queue, measures) + ["\(measures.arrivals > 0 ? waits(wait) : "–")"]
    return judged(cells, queue, measures, isWeek: isWeek)
  }

  private func waits(_ wait: Estimate) -> String {
    "\(decimal(wait.mean, places: 1)) ± \(decimal(wait.halfWidth, places: 1)) s"
  }
}

extension QueueSimulation {
  /// What is measured: the service level, or the share of items done in time.
  var measure: String { isDeferred ? "share done in time" : "service level" }
}
