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
        Each cell is the share of contacts answered in time, by the time at which they arrived. \
        People were busy \(percent(report.simulation.occupancy)) of their time at work.
        """,
      [HeatMap.legend] + report.simulation.queues.indices.map(queue) + [days]
    )
  }

  private func queue(_ index: Int) -> Markup {
    let simulation = report.simulation.queues[index]
    let isOpen = report.forecast.queues[index].isOpen
    let target = figures.queues[index].settings.target
    let heading: Markup = """
      <h3>\(simulation.queue) <small>\(percent(simulation.total.serviceLevel)) within \
      \(words(target.threshold)) · target \(percent(simulation.targetServiceLevel)) · \
      \(figures.queues[index].verdict.rawValue)</small></h3>
      """
    guard let window = grid.clockWindow(where: isOpen) else {
      return "\(heading)\(nothing("Closed all week."))"
    }
    let map = heatMap(simulation, ClockColumns(grid: grid, window: window), isOpen)
    return """
      <div class="together">\(heading)\(map.markup)</div>\n
      """
  }

  private func heatMap(
    _ simulation: QueueSimulation,
    _ columns: ClockColumns,
    _ isOpen: [Bool]
  ) -> HeatMap {
    let worst = grid.dates.indices.min {
      simulation.days[$0].serviceLevel.mean < simulation.days[$1].serviceLevel.mean
    }
    let summary = worst.map { day in
      "Lowest on \(grid.dates[day].weekday.fullName): "
        + percent(simulation.days[day].serviceLevel)
    }
    return HeatMap(
      title: "Simulated service level of \(simulation.queue) by day and time",
      summary: summary ?? "",
      rows: grid.dates.indices.map { day in
        let cells = columns.intervals[day].map { interval -> Double? in
          guard let interval, isOpen[interval], simulation.intervals[interval].arrivals > 0 else {
            return nil
          }
          return simulation.intervals[interval].serviceLevel.mean
        }
        let isClosed = !cells.contains { $0 != nil }
        let total = isClosed ? "closed" : percent(simulation.days[day].serviceLevel.mean)
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
    let rows = report.simulation.queues.flatMap { queue -> [[Markup]] in
      let open = grid.dates.indices.filter { queue.days[$0].arrivals > 0 }
      let days = open.map { row(queue, grid.dates[$0].shortText, queue.days[$0], isWeek: false) }
      return days + [row(queue, "Week", queue.total, isWeek: true)]
    }
    return "<h3>Days and week</h3>\(table("Service by queue and day", columns, rows))"
  }

  private func row(
    _ queue: QueueSimulation,
    _ name: String,
    _ measures: ServiceMeasures,
    isWeek: Bool
  ) -> [Markup] {
    let level = measures.serviceLevel
    let wait = measures.averageSpeedOfAnswer
    let cells: [Markup] = [
      "\(queue.queue)", "\(name)", "\(decimal(measures.arrivals))",
      "\(decimal(measures.answeredInTarget))", "\(decimal(measures.abandoned))",
      "\(percent(level.mean))",
      "\(percent(max(0, level.low)))–\(percent(min(1, level.high)))",
      "\(decimal(wait.mean, places: 1)) ± \(decimal(wait.halfWidth, places: 1)) s",
    ]
    let verdict = badge(TargetVerdict(level, atLeast: queue.targetServiceLevel))
    return (isWeek ? cells.map { "<b>\($0)</b>" } : cells) + [verdict]
  }
}
