import Workforce

/// Says of each meeting that plans make no room for it.
struct MeetingFindings {
  /// A warning for each.
  let all: [Diagnostic]

  /// Looks at a scenario.
  init(_ inputs: PlanningInputs) {
    all = inputs.settings.labor.meetings.map { meeting in
      Diagnostic(
        .warning,
        file: "scenario.yaml",
        message:
          "meetings: '\(meeting.name)' is checked and not planned: the roster makes no room for it, "
          + "and its time is not taken off the cover.",
        suggestion:
          "See in the checks who cannot come, or make it a class of a course in sessions.csv, which "
          + "is planned."
      )
    }
  }
}
