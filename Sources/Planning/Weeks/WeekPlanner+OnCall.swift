import Checking
import Rostering
import Workforce

extension WeekPlanner {
  /// The duties on call beside a roster, and what is wrong with them.
  func onCall(_ roster: Roster) throws -> (turns: [OnCallTurn], findings: [Diagnostic]) {
    guard !inputs.settings.labor.onCall.isEmpty else { return ([], []) }
    let turns = try OnCallPlanner(inputs: inputs, roster: roster, solver: solver).turns()
    let faults = OnCallChecker(inputs: inputs, roster: roster).violations(in: turns)
    let findings = faults.map { fault in
      Diagnostic(
        .warning,
        file: "scenario.yaml",
        message: "on_call: \(fault).",
        suggestion: "Mean more people by the duty, raise its most, or free somebody's hours around "
          + "it."
      )
    }
    return (turns, findings)
  }
}
