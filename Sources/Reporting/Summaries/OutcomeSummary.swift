public import Workforce

/// What building a roster gave, for a terminal of 80 columns.
public struct OutcomeSummary: Sendable {
  private let outcome: RosterOutcome
  private let currency: String
  private let classes: [String]

  /// Makes a summary.
  public init(outcome: RosterOutcome, inputs: PlanningInputs) {
    self.outcome = outcome
    currency = inputs.settings.currency
    classes = ClassFigures(outcome, inputs: inputs).summary(limit: 40)
  }

  /// The lines, ending in a line break.
  public func text() -> String {
    let people = outcome.roster.tours.count { !$0.shifts.isEmpty }
    var lines = labeled("People", "\(grouped(people)) have shifts in week \(outcome.roster.week)")
    lines += labeled(
      "Cost",
      "\(money(outcome.costs.total, currency)); no roster costs less than "
        + money(outcome.bound, currency)
    )
    lines += labeled(
      "Proved gap",
      "\(percent(outcome.gap)) of all cost, \(percent(outcome.controllableGap)) of what planning "
        + "can influence"
    )
    for person in outcome.impossible {
      lines += labeled(
        "Impossible",
        "\(person.employee): \(person.conflict.joined(separator: "; "))"
      )
    }
    for person in outcome.unaccompanied {
      lines += labeled(
        "Not kept",
        "\(person.employee): \(person.conflict.joined(separator: "; "))"
      )
    }
    lines += classes
    if outcome.stopReason == .timeLimit {
      lines += labeled(
        "Ended early",
        "by the time limit; this is the best so far and the run is not repeatable"
      )
    }
    lines.append("")
    for stage in outcome.stages { lines += labeled(stage.name, stage.detail) }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
