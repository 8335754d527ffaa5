public import Workforce

/// Plays several rosters, each with the scenario and the forecast that it is for, against the same
/// customers.
///
/// Contacts come from streams of the seed, so that those of a higher forecast are those of a lower one
/// and others, and most of the chance cancels in a difference. The result is the same for any number of
/// threads, and each simulation is that of ``RosterSimulation`` with the same options.
public struct CenterComparison: Sendable {
  /// A roster with what it is for.
  public struct Side: Sendable {
    let roster: Roster
    let forecast: Forecast
    let inputs: PlanningInputs

    /// Makes a side.
    public init(roster: Roster, forecast: Forecast, inputs: PlanningInputs) {
      self.roster = roster
      self.forecast = forecast
      self.inputs = inputs
    }
  }

  /// What a side came to.
  public struct Outcome: Sendable {
    /// The side by itself.
    public let simulation: SimulationResult
    /// The side less the first one, with the first one's thresholds.
    public let difference: RosterDifference
  }

  private let options: SimulationOptions

  /// Makes a comparison; a half-width that the options ask for is left out of account.
  public init(options: SimulationOptions) { self.options = options }

  /// Plays all sides; the first is what the others differ from.
  ///
  /// All have the same intervals and the same queues. A comparison that is stopped holds the
  /// repetitions played by then.
  public func outcomes(
    of sides: [Side],
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) -> [Outcome] {
    guard let first = sides.first else { return [] }
    let names = first.inputs.settings.queues.map(\.name)
    Self.check(sides, names)
    let centers = sides.map { side in
      ServiceCenter(
        roster: side.roster,
        forecast: side.forecast,
        inputs: side.inputs,
        seed: options.seed
      )
    }
    // another promise is no other service: differences are taken within one threshold
    let promised = Self.centers(centers, withThresholdsOf: centers[0])
    var results = zip(sides, centers).map { side, center in
      ResultBuilder(grid: side.forecast.grid, center: center, settings: side.inputs.settings)
    }
    var differences = sides.map { _ in
      DifferenceBuilder(grid: first.forecast.grid, queues: names.count)
    }
    let player = ReplicationPlayer(options: options, stop: stop, progress: progress)
    player.play(centers + promised.map(\.center)) { tallies in
      for index in sides.indices { results[index].add(tallies[index]) }
      for index in sides.indices {
        let again = promised.firstIndex { $0.side == index }.map { sides.count + $0 }
        differences[index].add(original: tallies[0], changed: tallies[again ?? index])
      }
    }
    return sides.indices.map { index in
      Outcome(
        simulation: results[index].result(
          settings: sides[index].inputs.settings,
          isOpen: sides[index].forecast.queues.map(\.isOpen),
          options: options
        ),
        difference: differences[index].result(queues: names, seed: options.seed)
      )
    }
  }

  private static func check(_ sides: [Side], _ queues: [String]) {
    precondition(
      sides.allSatisfy { side in
        side.forecast.grid == sides[0].forecast.grid
          && side.inputs.settings.queues.map(\.name) == queues
      },
      "all sides must have the same week and the same queues"
    )
  }

  /// The centers whose thresholds are not those of another one, with the other's.
  private static func centers(
    _ centers: [ServiceCenter],
    withThresholdsOf first: ServiceCenter
  ) -> [(side: Int, center: ServiceCenter)] {
    centers.indices.compactMap { index in
      guard centers[index].queues.map(\.threshold) != first.queues.map(\.threshold) else {
        return nil
      }
      var center = centers[index]
      for queue in center.queues.indices {
        center.queues[queue].threshold = first.queues[queue].threshold
      }
      return (index, center)
    }
  }
}
