public import Workforce

/// A scenario made from a bare history.
public struct StartedScenario: Sendable {
  /// The scenario.
  public let inputs: PlanningInputs
  /// What was inferred and found.
  public let notes: [Diagnostic]
  /// The last date with contacts, a dead tail left out.
  let lastDate: LocalDate

  /// The week after the last date with contacts.
  public var nextWeek: ISOWeek { ISOWeek(containing: lastDate).adding(weeks: 1) }
}
