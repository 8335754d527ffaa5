public import Workforce

/// Plays a roster against random contacts, contact by contact.
///
/// Contacts and absences come from streams that do not depend on the roster, so two rosters meet
/// the same customers, and a higher forecast adds contacts to those of a lower one. The result is
/// the same for any number of threads.
public struct RosterSimulation: Sendable {
  /// Replications between two looks at the progress; fixed, and so is the order of the sums.
  private static let batch = 16

  private let options: SimulationOptions

  /// Makes a simulation.
  public init(options: SimulationOptions) { self.options = options }

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
      seed: options.seed
    )
    let routes = Routes(center)
    var builder = ResultBuilder(grid: forecast.grid, queues: settings.queues.count)
    while builder.replications < options.replications {
      let first = builder.replications
      let count = min(Self.batch, options.replications - first)
      let tallies = parallelMap(count: count, threads: options.threads) { offset in
        Self.play(center, routes, first + offset, stop)
      }
      let finished = tallies.prefix { $0 != nil }.compactMap(\.self)
      for tally in finished { builder.add(tally) }
      report(builder.replications, to: progress)
      if finished.count < count { break }
    }
    return builder.result(settings: settings, seed: options.seed)
  }

  private static func play(
    _ center: ServiceCenter,
    _ routes: Routes,
    _ index: Int,
    _ stop: StopSignal
  ) -> ReplicationTally? {
    switch stop.reason {
    case .cancelled: return nil
    case .timeLimit where index >= 2: return nil
    default:
      var replication = Replication(center, routes: routes, index: index)
      return replication.play()
    }
  }

  private func report(_ done: Int, to progress: (@Sendable (StageProgress) -> Void)?) {
    let share = Fraction(Double(done) / Double(options.replications))
    let detail = "\(done) of \(options.replications) replications"
    progress?(StageProgress(stage: "simulate", fraction: share, detail: detail))
  }
}
