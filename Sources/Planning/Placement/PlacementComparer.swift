import Reporting
import Simulation
public import Workforce

/// How the service of a roster differs between classes that were placed and the same people by hand.
public struct PlacementService: Sendable {
  /// A queue.
  public struct Row: Sendable {
    /// The queue's name.
    public var queue: String
    /// Service level of the roster without the classes, with everybody at one hour, and as placed.
    public var levels: (without: Estimate, byHand: Estimate, placed: Estimate)
    /// Service level as placed minus that by hand, on the same contacts.
    public var difference: Estimate
  }

  /// People with a seat both ways: they and those who teach are away.
  public var people: Int
  /// Repetitions.
  public var replications: Int
  /// One per queue, in the order of the settings.
  public var rows: [Row]
  /// Service level of all contacts as placed minus that by hand.
  public var total: Estimate
}

extension PlacementService {
  /// The figures for the terminal.
  var figures: PlacementSummary.Service {
    PlacementSummary.Service(
      people: people,
      replications: replications,
      rows: rows.map { row in
        (row.queue, row.levels.without, row.levels.byHand, row.levels.placed, row.difference)
      },
      total: total
    )
  }
}

/// Plays a roster with classes as they were placed and by hand.
struct PlacementComparer {
  let inputs: PlanningInputs
  let forecast: Forecast
  let work: RosteredWork
  let simulation: SimulationOptions

  /// The service of both, by people who sit in them.
  func compared(_ placed: [Sitting], _ byHand: [Sitting], stop: StopSignal) -> PlacementService {
    let rosters = [[], placed, byHand].map(work.roster(with:))
    let levels = rosters.map { roster in
      RosterSimulation(options: simulation)
        .play(roster, against: forecast, inputs: inputs, stop: stop)
        .queues.map(\.total.serviceLevel)
    }
    let difference = RosterComparison(options: simulation).difference(
      of: rosters[1],
      from: rosters[2],
      against: forecast,
      inputs: inputs,
      stop: stop
    )
    return PlacementService(
      people: Set(byHand.filter { !$0.isTeaching }.map(\.employee)).count,
      replications: difference.replications,
      rows: difference.queues.enumerated().map { queue, own in
        PlacementService.Row(
          queue: own.queue,
          levels: (levels[0][queue], levels[2][queue], levels[1][queue]),
          difference: own.total.serviceLevel.estimate
        )
      },
      total: difference.total.serviceLevel.estimate
    )
  }
}
