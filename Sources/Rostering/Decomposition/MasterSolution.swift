import Optimization
import Workforce

/// Solves the tour master's linear relaxation with the exact solver, by column generation with
/// smoothed duals (Wentges 1997).
struct MasterSolution: Sendable {
  /// Optimal value of the restricted master.
  let value: Double
  /// Best certified bound of the generation.
  let bound: Double
  /// The prices that gave it.
  let prices: BoundPrices
  /// The weeks with a weight, per person.
  let mixes: [[SmoothState.Part]]
  /// All weeks that were generated, per person.
  let pool: [[PlannedTour]]
  /// Rounds of pricing.
  let rounds: Int
  /// Simplex pivots.
  let pivots: Int
  /// True when no week can improve the relaxation by more than the tolerance.
  let isExact: Bool
  /// Work done.
  let meter: WorkMeter

  /// Share of the center in the prices: α.
  private static let smoothing = 0.7
  /// Most rounds of pricing for weeks.
  static let standardRounds = 80
  private static let tolerance = 1e-6

  /// Units of work that the first relaxation takes about: seven pivots for each row.
  static func firstRelaxation(rows: Int) -> Double {
    7 * Double(rows) * WorkMeter.unitsPerPivot(rows: rows)
  }
}

extension MasterSolution {
  /// Generates columns from a pool of weeks per person until the bound meets the relaxation.
  ///
  /// With `isThorough`, horizons of whole days are searched further where that takes long.
  static func solve(
    _ problem: RosterProblem,
    pool: [[PlannedTour]],
    center: BoundPrices,
    threads: Int,
    budget: Double,
    rounds: Int = standardRounds,
    isThorough: Bool = false,
    solver: any LinearSolver,
    stop: StopSignal
  ) throws -> MasterSolution {
    let master = TourMaster(problem)
    return try solver.withSession(master.frame) { session in
      var generation = Generation(
        master: master,
        center: center,
        bound: -.infinity,
        pool: pool,
        threads: threads,
        budget: budget,
        roundLimit: rounds,
        isThorough: isThorough
      )
      generation.addPool(to: session)
      return generation.run(session, stop: stop)
    }
  }

  /// The loop's state.
  private struct Generation {
    let master: TourMaster
    /// Prices of the best bound.
    var center: BoundPrices
    var bound: Double
    var pool: [[PlannedTour]]
    let threads: Int
    /// Units of work after which no further round begins; the first one always does.
    let budget: Double
    let roundLimit: Int
    /// Whether horizons are searched further where nothing is found and nothing proved.
    let isThorough: Bool
    /// Person and position in the pool of each week's column, in the order of the columns.
    var columns: [(employee: Int, tour: Int)] = []
    var pivots = 0
    var meter = WorkMeter()

    /// The gap at which a relaxation counts as solved.
    private static func gap(_ solution: LinearSolution) -> Double {
      tolerance * abs(solution.objective)
    }

    mutating func addPool(to session: any SolverSession) {
      for employee in pool.indices {
        for tour in pool[employee].indices { columns.append((employee, tour)) }
      }
      session.addVariables(columns.map(column))
    }

    private func column(_ entry: (employee: Int, tour: Int)) -> LinearModel.Column {
      master.column(
        pool[entry.employee][entry.tour],
        of: entry.employee,
        name: "week \(master.problem.employees[entry.employee].id) \(entry.tour)"
      )
    }

    mutating func run(_ session: any SolverSession, stop: StopSignal) -> MasterSolution {
      var solution = relax(session, stop)
      var rounds = 0
      var isExact = false
      while rounds < roundLimit, solution.termination == .optimal, !stop.isStopped,
        rounds == 0 || meter.units < budget
      {
        rounds += 1
        let added = price(solution, session: session, stop: stop)
        if solution.objective - bound < Self.gap(solution) {
          isExact = true
          break
        }
        if !added { break }
        solution = relax(session, stop)
      }
      return result(solution, rounds: rounds, isExact: isExact)
    }

    /// Solves the relaxation; a time limit, where there is one, cuts the simplex short.
    private mutating func relax(
      _ session: any SolverSession,
      _ stop: StopSignal
    ) -> LinearSolution {
      // without a time limit, work alone decides
      let limits = SolveLimits(guardMilliseconds: stop.millisecondsLeft ?? 3_600_000)
      let solution = session.solveRelaxation(limits)
      pivots += solution.pivots
      meter.addPivots(solution.pivots, rows: session.constraintCount)
      return solution
    }

    /// Prices at the smoothed duals, at the duals themselves when those give nothing new, and with
    /// more labels when those do not, either.
    private mutating func price(
      _ solution: LinearSolution,
      session: any SolverSession,
      stop: StopSignal
    ) -> Bool {
      let duals = master.prices(duals: solution.duals)
      let smoothed = center.mixed(with: duals, share: 1 - smoothing)
      var cuts = 0
      for (prices, isWide) in [(smoothed, false), (duals, false), (duals, true)] {
        if isWide {
          guard isThorough, cuts > 0, solution.objective - bound >= Self.gap(solution) else {
            break
          }
          // many labels take about as long as ten other searches
          for _ in 0..<9 * cuts { meter.addPricing(of: master.problem) }
        }
        guard
          let lagrangian = LagrangianBound(
            master.problem,
            prices: prices,
            threads: threads,
            stop: stop,
            labels: isWide ? HorizonLabels.widestForBounds : HorizonLabels.standardWidest
          )
        else { return false }
        for _ in pool { meter.addPricing(of: master.problem) }
        cuts = lagrangian.cuts
        if lagrangian.value > bound {
          bound = lagrangian.value
          center = lagrangian.prices
        }
        if add(lagrangian.tours, to: session) { return true }
      }
      return false
    }

    private mutating func add(_ tours: [PlannedTour], to session: any SolverSession) -> Bool {
      var fresh: [(employee: Int, tour: Int)] = []
      for (employee, tour) in tours.enumerated()
      where !pool[employee].contains(where: { $0.shifts == tour.shifts }) {
        pool[employee].append(tour)
        fresh.append((employee, pool[employee].count - 1))
      }
      guard !fresh.isEmpty else { return false }
      columns += fresh
      session.addVariables(fresh.map(column))
      return true
    }

    private func result(
      _ solution: LinearSolution,
      rounds: Int,
      isExact: Bool
    ) -> MasterSolution {
      var mixes: [[SmoothState.Part]] = pool.map { _ in [] }
      for (index, entry) in columns.enumerated()
      where master.fixedVariables + index < solution.values.count {
        let weight = solution.values[master.fixedVariables + index]
        guard weight > 1e-7 else { continue }
        mixes[entry.employee].append(
          SmoothState.Part(tour: pool[entry.employee][entry.tour], weight: weight)
        )
      }
      return MasterSolution(
        value: solution.objective,
        bound: bound,
        prices: center,
        mixes: mixes,
        pool: pool,
        rounds: rounds,
        pivots: pivots,
        isExact: isExact,
        meter: meter
      )
    }
  }
}
