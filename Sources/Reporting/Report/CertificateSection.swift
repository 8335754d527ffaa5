import Workforce

/// What the roster promises, on one page: what `certificate.json` says, for readers.
struct CertificateSection {
  var report: PlanReport
  var figures: PlanFigures

  var markup: Markup {
    section(
      "certificate",
      "Certificate",
      lead: """
        <b>\(verdict)</b> Everything below follows from the files of the run folder, and \
        <code>shiftwright verify</code> makes it again from them, with <code>--replan</code> the roster and its bound too.
        """,
      [promises, machines, definitions(grounds)]
    )
  }

  /// What channels without people resolve, with where the numbers come from.
  private var machines: Markup {
    let channels = report.forecast.selfService
    let known = Set(channels.map(\.name))
    let unknown = report.inputs.settings.selfService.filter { !known.contains($0.name) }
    guard !channels.isEmpty || !unknown.isEmpty else { return .none }
    let columns: [TableColumn] = [
      .text("Self-service"), .number("Contacts"), .number("Contained"), .text("Target"),
      .sentence("Spilled to queues"), .sentence("Where it comes from"), .text("Verdict"),
    ]
    return table(
      "What self-service resolves",
      columns,
      channels.map(row) + unknown.map(unknownRow)
    )
  }

  /// A channel whose forecast was changed after the plan.
  private func unknownRow(_ channel: SelfServiceSettings) -> [Markup] {
    [
      "<b>\(channel.name)</b>", "–", "–",
      "\(channel.useTarget.map { shareText($0.value) } ?? "–")", "–",
      "the forecast was changed after the plan", badge(.notJudged),
    ]
  }

  private func row(_ channel: SelfServiceForecast) -> [Markup] {
    let spills = channel.spilled.map { spill in
      "\(spill.queue): \(decimal(spill.arrivals.total)) while open"
        + (spill.lost >= 0.5 ? ", \(decimal(spill.lost)) while closed, lost" : "")
    }
    let recorded = channel.isSpillRecorded ? " (in the histories of the queues)" : ""
    let contacts = channel.method.map { "contacts \($0.words)" } ?? "contacts daily_arrivals"
    let share =
      channel.isContainmentRecorded
      ? "share by weekday and hour from the history" : "share from the settings"
    let verdict: TargetVerdict = channel.meetsTarget.map { $0 ? .met : .missed } ?? .notJudged
    return [
      "<b>\(channel.name)</b>", "\(decimal(channel.arrivals.total))",
      "\(channel.useShare.map { measuredShare($0, channel.useTarget?.value ?? 0) } ?? "–")",
      "\(channel.useTarget.map { shareText($0.value) } ?? "–")",
      "\(spills.isEmpty ? "none" : spills.joined(separator: "; "))\(recorded)",
      "\(contacts), \(share)", badge(verdict),
    ]
  }

  private var verdict: Markup {
    let missed = report.simulation.queues.filter { !$0.meetsTarget }.map(\.queue)
    if !report.check.isClean { return "No promise: the roster breaks rules." }
    if missed.isEmpty {
      let silent = report.simulation.queues.filter { $0.verdict == .notJudged }.map(\.queue)
      let all = silent.isEmpty ? "Every queue" : "Every queue with contacts"
      let rest = silent.isEmpty ? "" : " Not judged: \(silent.joined(separator: ", "))."
      return report.inputs.settings.targetPeriod == .week
        ? "\(all) meets its target over the week.\(rest)"
        : "\(all) meets its target every day.\(rest)"
    }
    return "Not shown to be met: \(missed.joined(separator: ", "))."
  }

  private var promises: Markup {
    let columns: [TableColumn] = [
      .text("Queue"), .text("Promise"), .number("Simulated"), .number("95% interval"),
      .number("Intervals below"), .text("Lowest interval"), .text("Verdict"),
    ]
    let rows = report.simulation.queues.flatMap { queue in
      queue.judgments.enumerated().map { row(queue, $1, isFirst: $0 == 0) }
    }
    return table("What is promised", columns, rows)
  }

  private func row(
    _ queue: QueueSimulation,
    _ judgment: TargetJudgment,
    isFirst: Bool
  ) -> [Markup] {
    let text = queue.text(of: judgment, report.simulation.grid)
    var promise = judgment.demand.text
    var (below, lowest) = ("–", "–")
    switch judgment.demand {
    case .serviceLevel:
      promise = (queue.isDeferred ? "done: " : "") + queue.target.inWords
      guard judgment.verdict != .notJudged else { break }
      below =
        "\(grouped(queue.intervalsBelowTarget.count)) of \(grouped(queue.busyIntervals.count))"
      lowest = self.lowest(queue)
    case .intervalFloor, .minimumAgents: below = grouped(judgment.intervalsBelow.count)
    default: break
    }
    let measured =
      BindingTarget(judgment.demand) == .serviceLevel && judgment.verdict != .notJudged
      ? measuredShare(judgment.measured.mean, judgment.demand.bound) : text.measured
    let place: Markup = text.place.isEmpty ? .none : " <small>\(text.place)</small>"
    return [
      isFirst ? "<b>\(queue.queue)</b>" : .none,
      "<span class=\"nowrap\">\(promise)</span>", "\(measured)\(place)", "\(text.limits)",
      "\(below)", "\(lowest)", badge(judgment.verdict),
    ]
  }

  /// The interval with the lowest service level, and when it is.
  private func lowest(_ queue: QueueSimulation) -> String {
    let grid = report.simulation.grid
    let worst = queue.busyIntervals.min {
      queue.intervals[$0].serviceLevel.mean < queue.intervals[$1].serviceLevel.mean
    }
    guard let worst else { return "–" }
    let moment = grid.local(at: worst)
    let level = percent(queue.intervals[worst].serviceLevel.mean)
    return "\(level) on \(moment.date.shortText) at \(grid.clockText(at: worst))"
  }

  private var grounds: [(name: String, text: Markup)] {
    let simulation = report.simulation
    return [
      (
        "Simulation",
        """
        \(grouped(simulation.replications)) replications with seed \(String(simulation.seed)); \
        a whole shift is missed with a probability of \
        \(percent(report.inputs.settings.shrinkage.value)). 95 of 100 such intervals hold the \
        true share, if forecast, handle times and patience are right.
        """
      ),
      ("Optimizer", optimizer),
      (
        "Checker",
        """
        \(counted(report.check.rules.count, "rule", "rules")) checked, \
        \(counted(report.check.violations.count, "violation", "violations")) found.
        """
      ),
    ]
  }

  private var optimizer: Markup {
    guard report.revision == nil else {
      return "The roster was repaired; nothing is proved about its cost."
    }
    let currency = report.inputs.settings.currency
    return """
      The roster costs \(money(report.outcome.costs.total, currency)); none that keeps the rules \
      costs less than \(money(report.outcome.bound, currency)): a gap of \
      \(percent(report.outcome.gap)) at most.
      """
  }
}
