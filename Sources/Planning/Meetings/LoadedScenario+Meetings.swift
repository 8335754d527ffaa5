import Interchange
public import Optimization
public import Workforce

extension LoadedScenario {
  /// The scenario with times of all meetings of a week, those that are not settled chosen where the fewest
  /// people are needed; `meetings.csv` among its files has them.
  ///
  /// - Parameters:
  ///   - week: The week.
  ///   - threads: Threads; the times do not depend on it.
  ///   - solver: Solves the programs.
  /// - Returns: The same scenario where nothing is open.
  /// - Throws: What forecasting the week throws.
  public func settlingMeetings(
    of week: ISOWeek,
    threads: Int = 1,
    solver: any LinearSolver
  ) throws -> LoadedScenario {
    let chooser = MeetingChooser(inputs, week)
    guard chooser.hasChoice else { return settling(chooser, by: nil) }
    let stages = StageRunner(loaded: self)
    let forecast = try stages.forecast(week, threads: threads)
    return settling(chooser, by: try stages.requirement(forecast, solver: solver))
  }

  /// The scenario with times of all meetings of a week, by a need that is known.
  ///
  /// - Parameter requirement: The people needed.
  /// - Returns: The same scenario where nothing is open.
  public func settlingMeetings(by requirement: Requirement) -> LoadedScenario {
    let week = ISOWeek(containing: requirement.grid.dates[0])
    return settling(MeetingChooser(inputs, week), by: requirement)
  }

  private func settling(_ chooser: MeetingChooser, by need: Requirement?) -> LoadedScenario {
    guard !chooser.open.isEmpty else { return self }
    let times = inputs.meetingTimes + chooser.times(need)
    let file = OutputFile(name: MeetingsFile.name, bytes: MeetingsFile.text(times))
    return settled(times, files: placing(file, in: files))
  }
}
