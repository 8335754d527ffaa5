public import Workforce

/// A plan in as many words as a planner reads in ten seconds, for a terminal of 80 columns.
public struct PlanSummary: Sendable {
  private let report: PlanReport
  private let timings: [StageTiming]
  private let location: String

  /// Makes a summary; `location` is where the report was written.
  public init(report: PlanReport, timings: [StageTiming], location: String) {
    self.report = report
    self.timings = timings
    self.location = location
  }

  /// The lines, ending in a line break.
  public func text() -> String {
    let figures = PlanFigures(report)
    let gaps = UnderstaffingAnalysis(report, figures)
    let blocks = [
      heading, revision, people(figures, gaps), queues(figures), promises(figures), precision,
      shortfall,
      rounds, machines, overrides, classes, duties, proof(figures), checks, ending,
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(
      separator: "\n\n"
    ) + "\n"
  }

  private var currency: String { report.inputs.settings.currency }

  private var heading: [String] {
    let settings = report.inputs.settings
    let mark = settings.isSynthetic ? ", synthetic data" : ""
    return wrapped(
      printable("\(settings.name), week \(report.week) (\(report.week.rangeText))\(mark)"),
      to: TextTable.columns
    )
  }

  private func people(_ figures: PlanFigures, _ gaps: UnderstaffingAnalysis) -> [String] {
    let costs = report.outcome.costs
    let all = report.inputs.employees.count
    let pay = plainMoney(costs.pay + costs.overtimePremium)
    return labeled("People", "\(grouped(figures.rosteredPeople)) of \(grouped(all)) have shifts")
      + labeled(
        "Paid hours",
        "\(decimal(figures.paidHours, places: 1)), for \(decimal(figures.requiredHours, places: 1)) "
          + "person-hours needed at work"
      )
      + labeled(
        "Cost",
        "\(plainMoney(costs.total)): pay \(pay), \(report.missing) \(plainMoney(costs.understaffing)), "
          + "wishes and fairness \(plainMoney(costs.wishes))"
      )
      + labeled(
        report.contactPrices == nil ? "Understaffed" : "Below Erlang",
        understaffing(figures, gaps)
      )
  }

  private func understaffing(_ figures: PlanFigures, _ gaps: UnderstaffingAnalysis) -> String {
    guard figures.missingHours > 0 else { return "no interval" }
    guard report.contactPrices == nil else {
      return counted(figures.understaffedIntervals, "interval", "intervals")
        + ", \(decimal(figures.missingHours, places: 1)) person-hours less than Erlang "
        + "asks for; what counts is the service below"
    }
    let cause = gaps.hoursByCause.first.map { "; mostly because \($0.kind.reason)" } ?? ""
    return counted(figures.understaffedIntervals, "interval", "intervals")
      + ", \(decimal(figures.missingHours, places: 1)) person-hours" + cause
  }

  private func queues(_ figures: PlanFigures) -> [String] {
    TextTable(
      head: ["Queue", "Contacts", "Person-h", "Target", "Erlang", "Simulated", "Promise"],
      rows: figures.queues.map { queue in
        [
          queue.settings.name, decimal(queue.arrivals), decimal(queue.requiredHours, places: 1),
          queue.settings.target.shortText, queue.modeledText, queue.simulatedText,
          queue.verdict.rawValue,
        ]
      }
    ).lines
  }

  /// What is missing where a target is missed, and what would be enough.
  private var shortfall: [String] {
    guard let shortfall = report.shortfall else { return [] }
    let text = ShortfallText(report: report, shortfall: shortfall)
    return text.missing.flatMap { labeled("Missed", $0) } + labeled("It takes", text.remedy)
  }

  /// The rosters of the search for prices, the one that was kept marked.
  private var rounds: [String] {
    let isCapped = report.inputs.settings.costs.maximumPay != nil
    return report.rounds.enumerated().flatMap { index, round in
      let met = round.surpluses.count { $0 >= 0 }
      let services = zip(report.inputs.settings.queues, round.service).map { queue, service in
        "\(queue.name) \(percent(service.mean))"
      }
      return labeled(
        "Round \(index + 1)",
        "\(plainMoney(round.cost))"
          + (isCapped ? " (pay \(plainMoney(round.pay)))" : "")
          + ", \(met) of \(round.surpluses.count) targets met"
          + (round.isChosen ? ", kept" : "")
          + (services.count <= 4 ? ": " + services.joined(separator: ", ") : "")
          + RoundText(settings: report.inputs.settings, round: round).missed
      )
    }
  }

  /// Promises that are not kept, beyond what the table says.
  private func promises(_ figures: PlanFigures) -> [String] {
    let grid = report.simulation.grid
    return report.simulation.queues.flatMap { queue -> [String] in
      let isShown = { (judgment: TargetJudgment) in
        !judgment.verdict.isKept
          && (BindingTarget(judgment.demand) != .serviceLevel || judgment.day != nil)
      }
      return queue.judgments.filter(isShown).flatMap { judgment in
        wrapped(
          printable("\(queue.queue): \(queue.text(of: judgment, grid).line)"),
          to: TextTable.columns
        )
      }
    }
  }

  /// How often the roster was simulated, where a width of intervals decided it.
  private var precision: [String] {
    guard let sentence = report.simulation.widthSentence else { return [] }
    let count = report.simulation.replications
    return labeled("Simulated", "\(counted(count, "time", "times")). \(sentence)")
  }

  /// What channels without people resolve.
  private var machines: [String] {
    report.forecast.selfService.flatMap {
      wrapped(printable($0.sentence), to: TextTable.columns)
    }
  }

  private var overrides: [String] {
    let forecast = report.forecast
    guard !forecast.overrides.isEmpty else { return [] }
    let after = forecast.queues.map(\.intervals.mean.total).total
    let before = forecast.queues.map { ($0.modelMean ?? $0.intervals.mean).total }.total
    let rows = Set(forecast.overrides.map(\.override)).count
    let file = report.revision == nil ? "overrides.csv" : "the changes"
    return labeled(
      "Overrides",
      "\(counted(rows, "row", "rows")) of \(file): \(decimal(before)) contacts become "
        + "\(decimal(after))"
    )
  }

  private var duties: [String] {
    guard !report.onCall.isEmpty else { return [] }
    let open = report.onCall.count { $0.employee == nil }
    let people = Set(report.onCall.compactMap(\.employee)).count
    let taken =
      (report.onCallPay > 0 ? ", \(money(report.onCallPay, currency)) of allowances" : "")
      + (open == 0 ? "" : ", \(grouped(open)) WITHOUT ANYBODY; see the report")
    return labeled(
      "On call",
      "\(counted(report.onCall.count, "duty", "duties")) for \(counted(people, "person", "people"))\(taken)"
    )
  }

  private var classes: [String] {
    ClassFigures(report.outcome, inputs: report.inputs).summary(limit: 12)
  }

  private func proof(_ figures: PlanFigures) -> [String] {
    let outcome = report.outcome
    let early = outcome.stopReason.map { reason in
      labeled(
        "Ended early",
        (reason == .timeLimit ? "by the time limit" : "on request")
          + "; this is the best so far and the run is not repeatable"
      )
    }
    return (report.revision == nil ? gap(figures) : []) + (early ?? [])
  }

  private func gap(_ figures: PlanFigures) -> [String] {
    let outcome = report.outcome
    let hours = figures.gapHours.map { " (\(decimal($0, places: 1)) agent-hours)" } ?? ""
    return labeled(
      "Proved gap",
      "\(percent(outcome.gap)) of all cost, \(percent(outcome.controllableGap)) of what planning "
        + "can influence\(hours)"
    )
  }

  private var revision: [String] {
    report.revision?.lines(currency: currency, clocks: PersonalClocks(report.inputs)) ?? []
  }

  /// People without a possible week have no shifts and are left out of the verdict.
  private func notJudged(_ people: Int) -> String {
    people == 0 ? "" : " for all but \(counted(people, "person", "people")) without a possible week"
  }

  /// The rules that are broken most, with how often.
  private var broken: String {
    var counts: [String: Int] = [:]
    for violation in report.check.violations { counts[violation.rule, default: 0] += 1 }
    let order = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    let shown = order.prefix(3).map { "\($0.key) \(grouped($0.value))" }
    let more = order.count - shown.count
    return shown.joined(separator: ", ")
      + (more > 0 ? " and \(counted(more, "other rule", "other rules"))" : "")
  }

  private var checks: [String] {
    let count = report.check.violations.count
    let rules = counted(report.check.rules.count, "rule", "rules")
    let impossible = report.outcome.impossible
    let warnings = report.allFindings.count { $0.severity == .warning }
    var lines = labeled(
      "Checker",
      count == 0
        ? "clean: all \(rules) kept" + notJudged(impossible.count)
        : "\(counted(count, "VIOLATION", "VIOLATIONS")): \(broken); \(rules) checked, see the report"
    )
    for person in impossible.prefix(5) {
      lines += labeled(
        "Impossible",
        "\(person.employee): \(person.conflict.joined(separator: "; "))"
      )
    }
    if impossible.count > 5 {
      lines += labeled("", "and \(grouped(impossible.count - 5)) more in the report")
    }
    if !impossible.isEmpty {
      lines += labeled(
        "",
        "'shiftwright conflicts' with --week \(report.week) says what is in the way, and the ways out"
      )
    }
    let alone = report.outcome.unaccompanied
    for person in alone.prefix(5) {
      lines += labeled("Not kept", "\(person.employee): \(person.conflict.joined(separator: "; "))")
    }
    if alone.count > 5 {
      lines += labeled("", "and \(grouped(alone.count - 5)) more in the report")
    }
    return lines
      + labeled("Warnings", warnings == 0 ? "none" : "\(grouped(warnings)), in the report")
  }

  private var ending: [String] {
    let stages = timings.map { "\($0.stage) \(seconds($0.seconds))" }
    let total = timings.map(\.seconds).total
    let times = stages.isEmpty ? [] : labeled("Time", stages.joined(separator: ", "))
    return times + (stages.isEmpty ? [] : labeled("", "total \(seconds(total))"))
      + ["Report        \(printable(location))"]
  }

  private func seconds(_ amount: Double) -> String {
    "\(decimal(amount, places: amount < 9.95 ? 1 : 0))\u{A0}s"
  }

  private func plainMoney(_ amount: Double) -> String { money(amount, currency) }
}

extension RosterCosts {
  /// Everything weighed beside pay and missing people.
  var wishes: Double {
    startPreference + dayOffPreference + startChange + weekendFairness + overstaffing + rules
  }
}
