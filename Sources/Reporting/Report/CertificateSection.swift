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
    if missed.isEmpty { return "Every queue meets its target over the week." }
    return "Not shown to be met: \(missed.joined(separator: ", "))."
  }

  private var promises: Markup {
    let columns: [TableColumn] = [
      .text("Queue"), .text("Promise"), .number("Simulated"), .number("95% interval"),
      .number("Intervals below"), .text("Lowest interval"), .text("Verdict"),
    ]
    let rows = report.simulation.queues.enumerated().map { index, queue -> [Markup] in
      let level = queue.total.serviceLevel
      return [
        "<b>\(queue.queue)</b>",
        "<span class=\"nowrap\">\(figures.queues[index].settings.target.inWords)</span>",
        "\(percent(level.mean))",
        "\(percent(max(0, level.low)))–\(percent(min(1, level.high)))",
        "\(grouped(queue.intervalsBelowTarget.count)) of \(grouped(queue.busyIntervals.count))",
        "\(lowest(queue))",
        badge(QueueFigures.Verdict(level, target: queue.targetServiceLevel)),
      ]
    }
    return table("What is promised", columns, rows)
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
