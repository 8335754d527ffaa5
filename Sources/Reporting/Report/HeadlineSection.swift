import Workforce

/// The plan on one screen: the verdict, key figures, and each queue's service level.
struct HeadlineSection {
  var report: PlanReport
  var figures: PlanFigures
  var gaps: UnderstaffingAnalysis

  private var settings: ScenarioSettings { report.inputs.settings }

  var markup: Markup {
    let mark: Markup =
      settings.isSynthetic ? " <span class=\"badge open\">synthetic data</span>" : .none
    return """
      <header><p class="kicker">Weekly roster · \(report.week.description) · \
      \(report.week.rangeText)\(mark)</p><h1>\(settings.name)</h1>\
      <p class="verdict">\(Verdict(report: report, figures: figures, gaps: gaps).sentence)</p>\
      \(warning)</header>\(tiles)\(queues)\n
      """
  }

  private var warning: Markup {
    guard let reason = report.outcome.stopReason else { return .none }
    let cause = reason == .timeLimit ? "the time limit" : "a request to stop"
    return """
      <p class="warning">The run was ended by \(cause). This is the best up to then, and it is \
      not repeatable: another run may give a different plan.</p>
      """
  }

  private var tiles: Markup {
    let costs = report.outcome.costs
    let people = report.inputs.employees.count
    let entries: [(String, String, String)] = [
      ("People with shifts", grouped(figures.rosteredPeople), "of \(grouped(people)) employees"),
      (
        "Paid hours", decimal(figures.paidHours),
        "for \(decimal(figures.requiredHours)) needed at work"
      ),
      (
        "Cost", money(costs.total, settings.currency),
        "of which pay \(money(costs.pay + costs.overtimePremium, settings.currency))"
      ),
      (
        report.contactPrices == nil ? "Understaffed" : "Below Erlang",
        "\(decimal(figures.missingHours, places: 1)) h",
        "person-hours, in "
          + counted(figures.understaffedIntervals, "interval", "intervals")
      ),
    ]
    let tiles = (entries + lastTiles).map { entry -> Markup in
      "<div><dt>\(entry.0)</dt><dd>\(entry.1)<small>\(entry.2)</small></dd></div>"
    }
    return "<dl class=\"tiles\">\(tiles)</dl>\n"
  }

  /// How good the plan is proved to be, or what a repair changed.
  private var lastTiles: [(String, String, String)] {
    if let revision = report.revision {
      return [
        (
          "Shifts changed", grouped(revision.shiftChanges.count),
          revision.changedPeople.isEmpty
            ? "nobody else has to change"
            : "of \(counted(revision.changedPeople.count, "person", "people"))"
        ),
        (
          "Missing without repair",
          "\(decimal(revision.unrepaired.missingHours.total, places: 1)) h", "person-hours"
        ),
      ]
    }
    return [
      (
        "Proved gap", percent(report.outcome.controllableGap),
        "of controllable cost; \(percent(report.outcome.gap)) of all"
      ),
      (
        "Gap in agent-hours", figures.gapHours.map { decimal($0, places: 1) } ?? "–",
        "at the mean wage"
      ),
    ]
  }

  private var hasDeferredWork: Bool { report.simulation.queues.contains(where: \.isDeferred) }

  private var columnOfContacts: Markup {
    hasDeferredWork ? "Contacts or items expected" : "Contacts expected"
  }

  private var noteOnItems: String {
    hasDeferredWork
      ? " Of deferred work the share done by the due time counts; no queue model is asked." : ""
  }

  private var queues: Markup {
    let simulations = report.simulation.queues
    let plot = IntervalPlot(
      shares: simulations.flatMap { [$0.total.serviceLevel.low, $0.targetServiceLevel] }
    )
    let columns: [TableColumn] = [
      .text("Queue"), .text("Promise"), .number("Simulated"), .text(plot.axis), .text("Target"),
      .number("Erlang forecast"), .number(columnOfContacts), .number("Person-hours needed"),
      .number(report.contactPrices == nil ? "Person-hours missing" : "Person-hours below Erlang"),
    ]
    let rows = zip(figures.queues, simulations).map { queue, simulation -> [Markup] in
      [
        "<b>\(queue.settings.name)</b>", badge(queue.verdict), "\(queue.simulatedText)",
        queue.hasService
          ? plot.markup(
            queue.simulated,
            target: simulation.targetServiceLevel,
            title: "Simulated \(simulation.measure) of \(queue.settings.name)"
          ) : .none,
        "<span class=\"nowrap\">\(queue.settings.target.inWords)</span>",
        "\(queue.modeledText)", "\(decimal(queue.arrivals))",
        "\(decimal(queue.requiredHours, places: 1))", "\(decimal(queue.missingHours, places: 1))",
      ]
    }
    return """
      \(table("Service level by queue", columns, rows))\
      <p class="note">Erlang forecast: what the queue model expects where the needed people are \
      at work. Simulated: the named roster against random contacts, mean and 95% confidence; \
      the dashed line is the target. A promise is met when the whole interval lies at or above \
      it, and not proved when the target lies inside it.\(noteOnItems)</p>
      """
  }
}
