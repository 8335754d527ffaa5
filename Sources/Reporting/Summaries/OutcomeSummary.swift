public import Workforce

/// What building a roster gave, for a terminal of 80 columns.
public struct OutcomeSummary: Sendable {
  private let outcome: RosterOutcome
  private let currency: String

  /// Makes a summary.
  public init(outcome: RosterOutcome, currency: String) {
    self.outcome = outcome
    self.currency = currency
  }

  /// The lines, ending in a line break.
  public func text() -> String {
    let people = outcome.roster.tours.filter { !$0.shifts.isEmpty }.count
    let money = { (value: Double) in decimal(value, places: 0) + " " + currency }
    var lines = [
      "People      \(people) with shifts, week \(outcome.roster.week)",
      "Cost        \(money(outcome.costs.total)), certified bound \(money(outcome.bound))",
      "Proved gap  \(decimal(outcome.gap * 100, places: 2)) % of the total, "
        + "\(decimal(outcome.controllableGap * 100, places: 1)) % of the controllable part",
    ]
    for stage in outcome.stages { lines += wrapped("  \(stage.name): \(stage.detail)", to: 80) }
    for person in outcome.impossible {
      lines.append("No legal week for \(person.employee):")
      lines += person.conflict.flatMap { wrapped("  \($0)", to: 80) }
    }
    if outcome.stopReason == .timeLimit {
      lines.append("The time limit ended the search: this run cannot be repeated to the byte.")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
