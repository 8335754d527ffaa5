import Interchange
import Simulation
public import Workforce

/// Simulates a roster in detail: service, occupancy by person, deferred work, single contacts.
public struct RosterPlayer: Sendable {
  private let inputs: PlanningInputs
  private let options: PlanOptions
  private let simulation: RosterSimulation

  /// Takes a scenario, the options of a plan, and what else is to be assumed.
  ///
  /// Throws a `ShiftwrightError` when an assumption does not fit the scenario.
  public init(
    inputs: PlanningInputs,
    options: PlanOptions,
    conditions: SimulationConditions = SimulationConditions()
  ) throws(ShiftwrightError) {
    self.inputs = inputs
    self.options = options
    simulation = RosterSimulation(
      options: try SimulationOptions(
        seed: options.seed ?? inputs.settings.seed,
        replications: options.replications,
        threads: options.threads,
        halfWidth: options.halfWidth
      ),
      traits: try conditions.traits(for: inputs.settings)
    )
  }

  /// Reads recorded contacts of the days of a forecast.
  ///
  /// - Parameters:
  ///   - file: One row per contact, as `contacts.csv` may have.
  ///   - forecast: The days that are to be played.
  /// - Returns: The contacts, and notes about those left out.
  /// - Throws: ``BadInput`` with every finding when there are errors.
  public func recorded(
    file: String,
    for forecast: Forecast
  ) throws -> (contacts: PastContacts, notes: [Diagnostic]) {
    let loaded = ReplayFile.load(file, inputs: inputs, grid: forecast.grid)
    guard let contacts = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
    return (contacts, loaded.diagnostics)
  }

  /// Plays a roster against random contacts, or against recorded ones; throws when `stop` is
  /// cancelled.
  public func play(
    _ roster: Roster,
    _ forecast: Forecast,
    replay: PastContacts? = nil,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> SimulationDetails {
    let details = simulation.playInDetail(
      roster,
      against: forecast,
      inputs: inputs,
      replay: replay,
      stop: stop,
      progress: progress
    )
    try throwIfCancelled(stop)
    return details
  }

  /// Writes every contact of the first replications to a file; throws when `stop` is cancelled.
  public func trace(
    _ roster: Roster,
    _ forecast: Forecast,
    replay: PastContacts? = nil,
    replications: Int,
    to path: String,
    stop: StopSignal = StopSignal()
  ) throws {
    let file = try TraceFile(path, zone: inputs.settings.zone)
    simulation.trace(
      roster,
      against: forecast,
      inputs: inputs,
      replay: replay,
      replications: replications,
      stop: stop
    ) { file.append($0) }
    try throwIfCancelled(stop)
    try file.close()
  }

  private func throwIfCancelled(_ stop: StopSignal) throws(ShiftwrightError) {
    guard stop.reason == .cancelled else { return }
    throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again to simulate.")
  }
}

extension SimulationConditions {
  /// The conditions as traits of queues.
  fileprivate func traits(
    for settings: ScenarioSettings
  ) throws(ShiftwrightError) -> CenterTraits {
    for backlog in backlogs { try check(backlog, settings) }
    var queues: [QueueTraits] = []
    for queue in settings.queues {
      let isAsking = queue.channel != .deferred ? retrials : nil
      queues.append(
        try QueueTraits(
          queue: queue.name,
          retrialShare: isAsking?.share ?? .zero,
          retrialDelay: isAsking?.mean ?? .minutes(10),
          backlog: backlogs.last { $0.queue == queue.name }?.items ?? 0
        )
      )
    }
    return try CenterTraits(
      queues: queues,
      lateShare: lateness?.share ?? .zero,
      meanLateness: lateness?.mean ?? .minutes(10)
    )
  }

  private func check(
    _ backlog: Backlog,
    _ settings: ScenarioSettings
  ) throws(ShiftwrightError) {
    let names = settings.queues.map(\.name)
    guard let queue = settings.queues.first(where: { $0.name == backlog.queue }) else {
      throw ShiftwrightError(
        "There is no queue '\(backlog.queue)'.\n"
          + Suggestion.didYouMean(backlog.queue, among: names)
          + "The queues are: \(names.joined(separator: ", "))."
      )
    }
    guard queue.channel == .deferred else {
      throw ShiftwrightError(
        "The contacts of '\(backlog.queue)' cannot lie undone: it is a \(queue.channel.rawValue) "
          + "queue.\nGive the backlog of a queue of deferred work."
      )
    }
  }
}
