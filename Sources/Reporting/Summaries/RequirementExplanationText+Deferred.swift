import Workforce

/// Deferred work has no queue model: what is due decides, and where the other queues need least.
extension RequirementExplanationText {
  /// The need, the inputs with their places, and the arithmetic of one interval.
  func text(of deferred: DeferredExplanation) -> String {
    let blocks = [
      wrapped(printable(head + need(deferred)), to: TextTable.columns),
      inputs(deferred),
      work(deferred),
    ]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func need(_ deferred: DeferredExplanation) -> String {
    guard deferred.isOpen else {
      return "nobody works on it, because the queue is closed. What comes waits until it opens."
    }
    return "\(counted(deferred.need.agents, "agent", "agents")) needed, "
      + "\(grouped(deferred.need.rostered)) on the roster. Deferred work decides: it has no line to "
      + "keep short, only due times."
  }

  private func inputs(_ deferred: DeferredExplanation) -> [String] {
    let step = spanText(.minutes(explanation.grid.stepMinutes))
    var lines: [String] = []
    if deferred.items > 0 || queue.follows == nil {
      let band = explanation.forecast.intervals
      lines += input(
        "Items",
        "\(decimal(deferred.items, places: 2)) expected in \(step) (80% band "
          + "\(decimal(band.low80[explanation.index]))–\(decimal(band.high80[explanation.index])))",
        sources.arrivals
      )
    }
    if let follows = queue.follows {
      lines += input(
        lines.isEmpty ? "Items" : "",
        "\(decimal(deferred.handedOn, places: 2)) received then that \(follows.queue) hands on: "
          + handed(deferred),
        deferred.handed.map(\.source).joined(separator: "; ")
      )
    }
    lines += spilledContacts + handleTime
    let hours = queue.dueHours == .service ? "service" : "clock"
    lines += input(
      "Due",
      "\(spanText(queue.target.threshold)) in \(hours) hours after the first receipt: items of this "
        + "interval by \(moment(deferred.due))",
      deferred.dueSource
    )
    lines += input(
      "Target",
      "\(shareText(queue.target.serviceLevel.value)) done in time",
      sources.demands.first ?? sources.target
    )
    let lost = "of rostered time is lost"
    return lines
      + input("Shrinkage", "\(shareText(deferred.shrinkage)) \(lost)", sources.shrinkage)
  }

  /// What comes from earlier queues, as a sum of items × shares.
  private func handed(_ deferred: DeferredExplanation) -> String {
    let parts = deferred.handed.map { handed in
      "\(decimal(handed.items, places: 2)) items of \(handed.queue)"
        + handed.shares.map { " × \(shareText($0))" }.joined()
    }
    return parts.joined(separator: " + ")
  }

  private func work(_ deferred: DeferredExplanation) -> [String] {
    let items = deferred.items + deferred.handedOn
    let seconds = deferred.averageHandleTime.inSeconds
    let received =
      "items × \(stretching == nil ? "handle time" : handleTimeName) = \(decimal(items, places: 2)) × \(plainNumber(seconds)) s ÷ 3,600 = "
      + "\(decimal(items * seconds / 3600, places: 2)) hours come in this interval"
    let hours = decimal(deferred.hours, places: 2)
    let program =
      "\(hours) hours are done in it: a linear program moves the work, never behind its due time, to "
      + "where the other queues need least"
    return (stretching ?? []) + labeled("Work", received) + labeled("Program", program)
      + labeled("Why here", reason(deferred)) + labeled("Agents", people(deferred))
      + labeled("Roster", roster(deferred))
  }

  private func reason(_ deferred: DeferredExplanation) -> String {
    guard let received = deferred.received, let due = deferred.latestDue else {
      return deferred.isOpen
        ? "nothing: what has come can be done at a better time and still be in time"
        : "nobody works on it while the queue is closed"
    }
    return
      "by due time these hours are for items received from \(moment(received.lowerBound)) to "
      + "\(moment(received.upperBound)); the last of them are due by \(moment(due))"
  }

  private func people(_ deferred: DeferredExplanation) -> String {
    "since the week began the program has \(decimal(deferred.hoursSoFar, places: 2)) hours of work, "
      + "the agents needed \(decimal(deferred.agentHoursSoFar, places: 2)): whole people keep up with "
      + "the sum, so that nothing is rounded up interval by interval"
  }

  private func roster(_ deferred: DeferredExplanation) -> String {
    let present = 1 - deferred.shrinkage
    return
      "likewise for the hours ÷ (1 − \(shareText(deferred.shrinkage))): "
      + "\(decimal(deferred.hours / present, places: 2)) hours here, "
      + "\(counted(deferred.need.rostered, "person", "people")) on the roster"
  }

  private func moment(_ instant: Instant) -> String {
    let local = explanation.grid.zone.local(at: instant)
    let clock = "\(padded(local.minuteOfDay / 60, 2)):\(padded(local.minuteOfDay % 60, 2))"
    return "\(local.date.shortText) \(clock)"
  }
}
