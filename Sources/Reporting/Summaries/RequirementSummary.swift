public import Workforce

/// A requirement as text for a terminal.
public struct RequirementSummary: Sendable {
  private let requirement: Requirement
  private let forecast: Forecast
  private let settings: ScenarioSettings

  /// Makes a summary; the forecast weighs the service level of intervals by their contacts.
  public init(requirement: Requirement, forecast: Forecast, settings: ScenarioSettings) {
    self.requirement = requirement
    self.forecast = forecast
    self.settings = settings
  }

  /// Person-hours, peak and expected service level per queue.
  public func text() -> String {
    let table = TextTable(
      head: ["Queue", "Agent-h", "Person-h", "Most people", "At", "Erlang", "By occupancy"],
      rows: requirement.queues.indices.map(row)
    )
    let note = wrapped(
      "Person-hours include shrinkage. Erlang: service level that the queue model expects with "
        + "these people. By occupancy: intervals in which the cap on occupancy decides."
        + (settings.queues.contains { $0.channel == .deferred }
          ? " Deferred work is planned by its due times." : ""),
      to: TextTable.columns
    )
    return (table.lines + [""] + note + others).joined(separator: "\n") + "\n"
  }

  /// How often demands beside the service level and the cap on occupancy decide.
  private var others: [String] {
    let rare: [BindingTarget] = [.speedOfAnswer, .abandonment, .intervalFloor, .minimumAgents]
    return requirement.queues.flatMap { queue -> [String] in
      let counts = rare.compactMap { target -> String? in
        let count = queue.intervals.count { $0.bindingTarget == target }
        return count == 0
          ? nil : "\(target.subject) in \(counted(count, "interval", "intervals"))"
      }
      guard !counts.isEmpty else { return [] }
      return wrapped(
        printable("\(queue.queue): \(listed(counts)) decide\(counts.count == 1 ? "s" : "")."),
        to: TextTable.columns
      )
    }
  }

  private func row(_ index: Int) -> [String] {
    let queue = requirement.queues[index]
    let isDeferred = settings.queues[index].channel == .deferred
    let grid = requirement.grid
    let step = Double(grid.stepMinutes) / 60
    let agents = Double(queue.intervals.reduce(0) { $0 + $1.agents }) * step
    let most = queue.intervals.map(\.rostered).max() ?? 0
    let peak = queue.intervals.firstIndex { $0.rostered == most && most > 0 }
    return [
      queue.queue, decimal(agents, places: 1), decimal(queue.rosteredHours(step: step), places: 1),
      grouped(most),
      peak.map { "\(grid.local(at: $0).date.weekday.shortName) \(grid.clockText(at: $0))" } ?? "–",
      isDeferred
        ? "–" : percent(queue.serviceLevel(weightedBy: forecast.queues[index].intervals.mean)),
      grouped(queue.intervals.count { $0.bindingTarget == .occupancy }),
    ]
  }
}
