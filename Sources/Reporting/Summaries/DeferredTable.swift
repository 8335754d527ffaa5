import Workforce

/// Deferred work of one queue, day by day, for a terminal.
struct DeferredTable {
  let queue: QueueSimulation
  /// What lies there at night and how often items were put aside; `nil` where it was not measured.
  let details: DeferredSimulation?
  let grid: TimeGrid

  /// Items, how many were done in time, late and open, and with details what is left in the evening.
  var lines: [String] {
    let days = grid.dates.indices.filter { queue.days[$0].arrivals > 0 || left($0) > 0 }
    guard !days.isEmpty || (details?.total.released ?? 0) > 0 else { return ["  No items."] }
    let head = ["Day", "Items", "Done in time", "Late", "Open"]
    let lines = TextTable(
      head: head + (details == nil ? [] : ["Left at night", "Oldest"]),
      rows: days.map { day in
        row(grid.dates[day].shortText, day: day, end: grid.days[day].upperBound - 1)
      } + [row("Week", day: nil, end: grid.count - 1)]
    ).lines
    return (lines + note).map { "  " + $0 }
  }

  private func left(_ day: Int) -> Double {
    details?.backlog[grid.days[day].upperBound - 1].mean ?? 0
  }

  private var note: [String] {
    guard let details else { return [] }
    return wrapped(
      "Put aside for customers \(decimal(details.interruptions, places: 1)) times a week, at breaks "
        + "and ends of shifts \(decimal(details.handovers, places: 1)) times.",
      to: TextTable.columns - 2
    )
  }

  private func row(_ name: String, day: Int?, end: Int) -> [String] {
    let measures = day.map { queue.days[$0] } ?? queue.total
    // with a backlog at the start there is more than what came in the week
    if let details {
      let own = day.map { details.days[$0] } ?? details.total
      return [
        name, decimal(own.released), share(own.share, own.isJudged), decimal(own.late, places: 1),
        decimal(own.open, places: 1), decimal(details.backlog[end].mean, places: 1),
        details.backlog[end].mean > 0
          ? "\(decimal(details.oldest[end].mean / 3600, places: 1)) h" : "–",
      ]
    }
    return [
      name, decimal(measures.arrivals), share(measures.serviceLevel, measures.hasService),
      decimal(measures.late, places: 1), decimal(measures.open, places: 1),
    ]
  }

  private func share(_ estimate: Estimate, _ isJudged: Bool) -> String {
    isJudged ? percent(estimate, bound: queue.targetServiceLevel) : "–"
  }
}
