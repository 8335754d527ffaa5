public import Workforce

/// Plays two rosters against the same random contacts and measures how their service differs.
///
/// Contacts and absences are the same for both, replication by replication, so most of the chance
/// cancels in the difference and its interval is narrow. The result is the same for any number of
/// threads.
public struct RosterComparison: Sendable {
  private let options: SimulationOptions
  private let traits: CenterTraits

  /// Makes a comparison; the queues that `traits` names must be in the settings.
  public init(options: SimulationOptions, traits: CenterTraits = .none) {
    self.options = options
    self.traits = traits
  }

  /// The service of a changed roster minus that of the original, per queue and date.
  ///
  /// Forecast, stop and progress are those of ``RosterSimulation/play(_:against:inputs:stop:progress:)``.
  public func difference(
    of changed: Roster,
    from original: Roster,
    against forecast: Forecast,
    inputs: PlanningInputs,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) -> RosterDifference {
    let settings = inputs.settings
    let centers = [original, changed].map { roster in
      ServiceCenter(
        roster: roster,
        forecast: forecast,
        inputs: inputs,
        traits: traits,
        seed: options.seed
      )
    }
    var builder = DifferenceBuilder(grid: forecast.grid, queues: settings.queues.count)
    let player = ReplicationPlayer(options: options, stop: stop, progress: progress)
    player.play(centers) { builder.add(original: $0[0], changed: $0[1]) }
    return builder.result(queues: settings.queues.map(\.name), seed: options.seed)
  }
}
