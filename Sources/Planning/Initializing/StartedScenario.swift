public import Workforce

/// A scenario made from a bare history.
public struct StartedScenario: Sendable {
  /// The scenario.
  public let inputs: PlanningInputs
  /// What was inferred and found.
  public let notes: [Diagnostic]
  /// The week after the last date with contacts, a dead tail left out.
  public let nextWeek: ISOWeek
}
