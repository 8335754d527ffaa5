public import Workforce

/// Plays a roster against random contacts, contact by contact.
///
/// Contacts and absences come from streams that do not depend on the roster, so two rosters meet
/// the same customers, and a higher forecast adds contacts to those of a lower one. The result is
/// the same for any number of threads.
public struct RosterSimulation: Sendable {
  private let options: SimulationOptions
  private let traits: CenterTraits

  /// Makes a simulation; the queues that `traits` names must be in the settings.
  public init(options: SimulationOptions, traits: CenterTraits = .none) {
    self.options = options
    self.traits = traits
  }

  /// Plays the roster and measures the service.
  ///
  /// The forecast lists the queues in the order of the settings. Work outside the forecast's grid
  /// is left out. When the time limit passes, the result holds the replications finished by then,
  /// at least two; a cancelled run may hold none and is of no use. Progress is told on the calling
  /// thread.
  public func play(
    _ roster: Roster,
    against forecast: Forecast,
    inputs: PlanningInputs,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) -> SimulationResult {
    let settings = inputs.settings
    let center = ServiceCenter(
      roster: roster,
      forecast: forecast,
      settings: settings,
      traits: traits,
      seed: options.seed
    )
    var builder = ResultBuilder(grid: forecast.grid, center: center, settings: settings)
    let player = ReplicationPlayer(options: options, stop: stop, progress: progress)
    player.play([center]) { builder.add($0[0]) }
    return builder.result(
      settings: settings,
      isOpen: forecast.queues.map(\.isOpen),
      seed: options.seed
    )
  }
}
