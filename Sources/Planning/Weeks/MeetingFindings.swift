import Workforce

/// Says of meetings without a time that the roster makes no room for them.
struct MeetingFindings {
  /// A warning for each meeting of the week of which some date has no time.
  let all: [Diagnostic]

  /// Looks at a week.
  init(_ inputs: PlanningInputs, _ week: ISOWeek) {
    let open = MeetingChooser(inputs, week).open
    all = inputs.settings.labor.meetings.compactMap { meeting in
      let dates = open.filter { $0.meeting == meeting }.map(\.date.description)
      guard !dates.isEmpty else { return nil }
      return Diagnostic(
        .warning,
        file: "scenario.yaml",
        message:
          "meetings: '\(meeting.name)' has no time on \(dates.joined(separator: ", ")); the roster "
          + "makes no room for it then.",
        suggestion: "Plan the week with 'plan', which settles times, or write them in meetings.csv."
      )
    }
  }
}
