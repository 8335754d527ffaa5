import Optimization
import Workforce

/// Whole horizons from the master's relaxation: settles the people whose horizon is the least
/// doubtful, generates columns for the rest, solves again, until everybody is settled.
///
/// It goes by legs, each with the program of those who are left. An integer program has a last look
/// at those of the last leg.
struct MasterDive {
  let problem: RosterProblem
  let threads: Int
  /// Rounds of pricing after each settlement, of legs with many people; up to four times as many
  /// of those with few.
  let rounds: Int
  /// By how much chance may change the order of settling, as a share of a person.
  let noise: Double
  let seed: UInt64
  /// Units of work; people are settled faster when the dive would take more.
  let budget: Double
  /// Whether people are settled faster, too, when the time would not do.
  let followsClock: Bool
  /// Prices of a good bound, around which horizons are looked for, too.
  let center: BoundPrices?

  /// What a dive gave.
  struct Outcome: Sendable {
    /// One horizon per person; `nil` when the dive was stopped before its first relaxation.
    let tours: [PlannedTour]?
    /// Parts with a linear program of their own.
    let legs: Int
    /// True when the clock had a say, so that it cannot be repeated.
    let wasGuarded: Bool
    let meter: WorkMeter
  }

  /// Dives from columns that are known.
  func run(
    from pool: [[PlannedTour]],
    solver: any LinearSolver,
    stop: StopSignal
  ) throws -> Outcome {
    var leg = DiveLeg(self, from: pool)
    while true {
      let start = leg
      leg = try solver.withSession(leg.master.frame) { session in
        var leg = start
        leg.run(session, stop)
        return leg
      }
      guard !stop.isStopped, let next = leg.next() else { break }
      leg = next
    }
    return try leg.closed(solver: solver, stop: stop)
  }
}

extension MasterSolution {
  /// Horizons that a dive begins with beside those that the relaxation mixes, per person.
  private static let spares = 12

  /// The horizons that the solution mixes and the cheapest others of each person.
  func starts(_ problem: RosterProblem) -> [[PlannedTour]] {
    let tables = LagrangianBound.tables(problem, prices: prices, threads: 1)
    return zip(mixes, pool).map { mix, pool in
      let mixed = mix.map(\.tour)
      let costs = pool.map { problem.netCost(of: $0, tables: tables) }
      let others = pool.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
        .map { pool[$0] }
        .filter { tour in !mixed.contains { $0.shifts == tour.shifts } }
      return mixed + others.prefix(Self.spares)
    }
  }
}
