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
    let center = center(roster, forecast, inputs, replay: nil)
    var builder = ResultBuilder(grid: forecast.grid, center: center, settings: settings)
    let player = ReplicationPlayer(options: options, stop: stop, progress: progress)
    return player.played(center, &builder, settings, forecast) { _ in }
  }

  /// Plays the roster and measures the service, how busy each person was, and deferred work.
  ///
  /// The result is that of ``play(_:against:inputs:stop:progress:)`` with the same arguments. With
  /// recorded contacts those inside the grid are played instead of random ones: the forecast then
  /// gives handle times and patience where a record does not.
  public func playInDetail(
    _ roster: Roster,
    against forecast: Forecast,
    inputs: PlanningInputs,
    replay: PastContacts? = nil,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) -> SimulationDetails {
    let settings = inputs.settings
    let center = center(roster, forecast, inputs, replay: replay)
    var builder = ResultBuilder(grid: forecast.grid, center: center, settings: settings)
    var occupancy = OccupancyBuilder(center)
    var deferred = DeferredBuilder(center, grid: forecast.grid)
    var segments = SegmentBuilder(center, settings)
    let player = ReplicationPlayer(options: options, stop: stop, progress: progress)
    let result = player.played(center, &builder, settings, forecast) { tally in
      occupancy.add(tally)
      deferred.add(tally)
      segments.add(tally)
    }
    return SimulationDetails(
      result: result,
      occupancy: occupancy.results(),
      deferred: deferred.results(settings),
      segments: segments.results()
    )
  }

  /// Plays the first replications again and tells of every contact what became of it, in the order
  /// in which that was settled.
  ///
  /// Contacts are handed over one by one as they come, so that memory does not grow with their
  /// number. The replications are the first ones of `play` with the same seed.
  public func trace(
    _ roster: Roster,
    against forecast: Forecast,
    inputs: PlanningInputs,
    replay: PastContacts? = nil,
    replications: Int = 1,
    stop: StopSignal,
    each: (TracedContact) -> Void
  ) {
    let center = center(roster, forecast, inputs, replay: replay)
    let routes = Routes(center)
    let queues = inputs.settings.queues
    withoutActuallyEscaping(each) { each in
      for index in 0..<replications where stop.reason == nil {
        var replication = Replication(center, routes: routes, index: index) { entries in
          for entry in entries {
            each(TracedContact(entry, replication: index, center, queues, forecast.grid))
          }
        }
        _ = replication.play()
      }
    }
  }

  private func center(
    _ roster: Roster,
    _ forecast: Forecast,
    _ inputs: PlanningInputs,
    replay: PastContacts?
  ) -> ServiceCenter {
    ServiceCenter(
      roster: roster,
      forecast: forecast,
      inputs: inputs,
      traits: traits,
      replay: replay,
      seed: options.seed
    )
  }
}

extension ReplicationPlayer {
  /// Plays replications of one center, as many as the options ask for, and gives the result.
  fileprivate func played(
    _ center: ServiceCenter,
    _ builder: inout ResultBuilder,
    _ settings: ScenarioSettings,
    _ forecast: Forecast,
    _ take: (ReplicationTally) -> Void
  ) -> SimulationResult {
    let isOpen = forecast.queues.map(\.isOpen)
    var played = 0
    while let next = nextCount(after: played) {
      play([center], from: played, to: next) { tallies in
        builder.add(tallies[0])
        take(tallies[0])
      }
      played = next
      let result = builder.result(settings: settings, isOpen: isOpen, options: options)
      if builder.replications < next || result.isNarrowEnough ?? true { return result }
    }
    return builder.result(settings: settings, isOpen: isOpen, options: options)
  }
}

extension TracedContact {
  fileprivate init(
    _ entry: TraceEntry,
    replication: Int,
    _ center: ServiceCenter,
    _ queues: [QueueSettings],
    _ grid: TimeGrid
  ) {
    let outcome: Outcome =
      switch entry.outcome {
      case .answered: .answered
      case .abandoned: .abandoned
      case .done: .done
      case .late: .late
      case .open: .open
      }
    let queue = queues[Int(entry.queue)]
    let segment = Int(entry.line) - center.queues[Int(entry.queue)].firstLine
    self.init(
      replication: replication + 1,
      queue: queue.name,
      arrived: grid.start.adding(seconds: entry.arrival),
      outcome: outcome,
      waitSeconds: entry.wait < 0 ? nil : entry.wait,
      handleSeconds: entry.handled,
      employee: entry.shift < 0
        ? nil : center.employees[center.shifts[Int(entry.shift)].employee],
      due: entry.due < .infinity ? grid.start.adding(seconds: entry.due) : nil,
      workSeconds: entry.work,
      segment: segment > 0 ? queue.segments[segment - 1].name : nil,
      arrivedFraction: entry.arrival - entry.arrival.rounded(.down),
      dueFraction: entry.due < .infinity ? entry.due - entry.due.rounded(.down) : 0
    )
  }
}

extension Instant {
  /// The second in which a moment lies that is so much later.
  fileprivate func adding(seconds: Double) -> Instant {
    Instant(secondsSinceEpoch: secondsSinceEpoch + Int(seconds.rounded(.down)))
  }
}
