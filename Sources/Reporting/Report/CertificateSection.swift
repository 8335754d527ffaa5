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
        <code>shiftwright verify</code> makes it again from them, all but the optimizer's bound.
        """,
      [promises, definitions(grounds)]
    )
  }

  private var verdict: Markup {
    let missed = report.simulation.queues.filter { !$0.meetsTarget }.map(\.queue)
    if !report.check.isClean { return "No promise: the roster breaks rules." }
    if missed.isEmpty {
      return report.inputs.settings.targetPeriod == .week
        ? "Every queue meets its target over the week." : "Every queue meets its target every day."
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
    let text = JudgmentText(judgment: judgment, grid: report.simulation.grid)
    var promise = judgment.demand.text
    var (below, lowest) = ("–", "–")
    switch judgment.demand {
    case .serviceLevel:
      promise = queue.target.inWords
      below =
        "\(grouped(queue.intervalsBelowTarget.count)) of \(grouped(queue.busyIntervals.count))"
      lowest = self.lowest(queue)
    case .intervalFloor, .minimumAgents: below = grouped(judgment.intervalsBelow.count)
    default: break
    }
    let measured =
      BindingTarget(judgment.demand) == .serviceLevel
      ? percent(judgment.measured.mean) : text.measured
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
