import Interchange
public import Optimization
public import Workforce

extension LoadedScenario {
  /// The scenario with times of all meetings of a week, those that are not settled chosen where the fewest
  /// people are needed; `meetings.csv` among its files has them.
  ///
  /// - Parameters:
  ///   - week: The week.
  ///   - options: How the week is planned.
  ///   - solver: Solves the programs.
  /// - Returns: The same scenario where nothing is open.
  /// - Throws: What forecasting the week throws.
  public func settlingMeetings(
    of week: ISOWeek,
    options: PlanOptions,
    solver: any LinearSolver
  ) throws -> LoadedScenario {
    let chooser = MeetingChooser(inputs, week)
    guard !chooser.open.isEmpty else { return self }
    var need: Requirement?
    if chooser.hasChoice {
      let planner = WeekPlanner(inputs: inputs, findings: [], options: options, solver: solver)
      need = try planner.needed(in: week)
    }
    let times = inputs.meetingTimes + chooser.times(need)
    let file = OutputFile(name: MeetingsFile.name, bytes: MeetingsFile.text(times))
    return settled(times, files: placing(file, in: files))
  }
}
