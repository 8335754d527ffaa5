import Checking
import Optimization
import Rostering
import Workforce

/// The duties on call beside a week's roster, and what is wrong with them.
struct OnCallWeek {
  /// The duties, by start; empty where none are asked for.
  let turns: [OnCallTurn]
  /// A warning for each fault that the referee finds, duties without a person among them.
  let findings: [Diagnostic]

  /// Gives the duties to people.
  init(_ inputs: PlanningInputs, _ roster: Roster, solver: any LinearSolver) throws {
    guard !inputs.settings.labor.onCall.isEmpty else {
      (turns, findings) = ([], [])
      return
    }
    turns = try OnCallPlanner(inputs: inputs, roster: roster, solver: solver).turns()
    findings = OnCallChecker(inputs: inputs, roster: roster).violations(in: turns).map { fault in
      Diagnostic(
        .warning,
        file: "scenario.yaml",
        message: "on_call: \(fault).",
        suggestion: "Mean more people by the duty, raise its most, or free somebody's hours around "
          + "it."
      )
    }
  }
}
