import Optimization
import Workforce

/// Whole horizons from the master's relaxation: settles the people whose horizon is the least
/// doubtful, generates columns for the rest, solves again, until everybody is settled.
struct MasterDive {
  let problem: RosterProblem
  let threads: Int
  /// Rounds of pricing after each settlement.
  let rounds: Int
  /// By how much chance may change the order of settling, as a share of a person.
  let noise: Double
  let seed: UInt64
  /// Units of work; people are settled faster when the dive would take more.
  let budget: Double
  /// Prices of a good bound, around which horizons are looked for, too.
  let center: BoundPrices?

  /// What a dive gave.
  struct Outcome: Sendable {
    /// One horizon per person; `nil` when the dive was stopped before its first relaxation.
    let tours: [PlannedTour]?
    let meter: WorkMeter
  }

  /// Dives from columns that are known.
  func run(
    from pool: [[PlannedTour]],
    solver: any LinearSolver,
    stop: StopSignal
  ) throws -> Outcome {
    let master = TourMaster(problem)
    return try solver.withSession(master.frame) { session in
      var descent = Descent(dive: self, master: master, pool: pool)
      let tours = descent.run(session, stop)
      return Outcome(tours: tours, meter: descent.meter)
    }
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

/// The state of a dive.
private struct Descent {
  /// Share of the duals in the prices near the center.
  private static let share = 0.3
  /// Cost of what must not be chosen any more.
  private static let dear = 1e5

  let dive: MasterDive
  let master: TourMaster
  var pool: [[PlannedTour]]
  var columns: [(employee: Int, tour: Int)] = []
  var settled: [Int?]
  var random: RandomStream
  var meter = WorkMeter()

  init(dive: MasterDive, master: TourMaster, pool: [[PlannedTour]]) {
    self.dive = dive
    self.master = master
    self.pool = pool
    settled = pool.map { _ in nil }
    random = RandomStream(seed: dive.seed, name: "master dive")
  }

  /// The column of each person with the highest value in the last relaxation.
  var best: [(value: Double, tour: Int)] = []
  /// Settlements so far, and the share of the budget that was used before the first one.
  var steps = 0
  var first = 0.0

  private var open: [Int] { settled.indices.filter { settled[$0] == nil } }

  mutating func run(_ session: any SolverSession, _ stop: StopSignal) -> [PlannedTour]? {
    let known = pool.indices.flatMap { person in
      pool[person].indices.map { (employee: person, tour: $0) }
    }
    append(known, session)
    let time = stop.millisecondsLeft
    while settled.contains(nil), let solution = generate(session, stop) {
      rate(solution)
      var used = meter.units / max(1, dive.budget)
      if let time, let left = stop.millisecondsLeft {
        used = max(used, 1 - Double(left) / Double(max(1, time)))
      }
      settle(session, count: pace(used: used))
    }
    guard !best.isEmpty else { return nil }
    // those who are left when told to stop take what they have most of
    return settled.indices.map { pool[$0][settled[$0] ?? best[$0].tour] }
  }

  /// Solves the relaxation and adds horizons for those who are not settled while they help.
  private mutating func generate(
    _ session: any SolverSession,
    _ stop: StopSignal
  ) -> LinearSolution? {
    var solution = relax(session, stop)
    for round in 0..<dive.rounds {
      guard solution.termination == .optimal, !stop.isStopped else { return nil }
      guard price(solution, session) else { break }
      let before = solution.objective
      solution = relax(session, stop)
      if round > 1, before - solution.objective < 1e-4 * abs(before) { break }
    }
    return solution.termination == .optimal && !stop.isStopped ? solution : nil
  }

  /// How many people are settled at once: a fortieth, or more when the rest of the budget would not
  /// do at the pace so far.
  private mutating func pace(used: Double) -> Int {
    defer { steps += 1 }
    let standard = max(1, settled.count / 40)
    guard steps > 0 else {
      first = used
      return standard
    }
    let left = Int(0.9 * max(0, 1 - used) / max(1e-9, (used - first) / Double(steps)))
    let open = open.count
    return max(standard, left > 0 ? (open + left - 1) / left : open)
  }

  /// Takes note of everybody's column with the highest value.
  private mutating func rate(_ solution: LinearSolution) {
    best = pool.map { _ in (value: -1.0, tour: 0) }
    for (index, entry) in columns.enumerated() {
      let value = solution.values[master.fixedVariables + index]
      if value > best[entry.employee].value { best[entry.employee] = (value, entry.tour) }
    }
  }

  private mutating func append(
    _ fresh: [(employee: Int, tour: Int)],
    _ session: any SolverSession
  ) {
    columns += fresh
    session.addVariables(
      fresh.map { entry in
        master.column(
          pool[entry.employee][entry.tour],
          of: entry.employee,
          name: "horizon \(entry.employee) \(entry.tour)"
        )
      }
    )
  }

  private mutating func relax(_ session: any SolverSession, _ stop: StopSignal) -> LinearSolution {
    let limits = SolveLimits(guardMilliseconds: stop.millisecondsLeft ?? 3_600_000)
    let solution = session.solveRelaxation(limits)
    meter.addPivots(solution.pivots, rows: session.constraintCount)
    return solution
  }

  /// The cheapest horizons at prices of those who are not settled.
  private func cheapest(at prices: BoundPrices) -> [PlannedTour?] {
    let (problem, open) = (dive.problem, open)
    let tables = LagrangianBound.tables(problem, prices: prices, threads: 1)
    let extras = prices.extras(problem)
    return parallelMap(count: open.count, threads: dive.threads) { index in
      var pricer = WeekPricer()
      return problem.cheapestTour(
        of: open[index],
        tables: tables,
        extras: extras.extras(site: problem.employees[open[index]].site),
        pricer: &pricer
      )?.tour
    }
  }

  /// Adds the cheapest horizons of those who are not settled; false when none is new.
  private mutating func price(_ solution: LinearSolution, _ session: any SolverSession) -> Bool {
    let problem = dive.problem
    let duals = master.prices(duals: solution.duals)
    let exact = LagrangianBound.tables(problem, prices: duals, threads: 1)
    let near = dive.center.map { [$0.mixed(with: duals, share: Self.share)] } ?? []
    var fresh: [(employee: Int, tour: Int)] = []
    for prices in near + [duals] {
      for (person, tour) in zip(open, cheapest(at: prices)) {
        meter.addPricing(of: problem)
        guard let tour,
          problem.netCost(of: tour, tables: exact) < solution.duals[person] - 1e-6,
          !pool[person].contains(where: { $0.shifts == tour.shifts })
        else { continue }
        pool[person].append(tour)
        fresh.append((person, pool[person].count - 1))
      }
    }
    guard !fresh.isEmpty else { return false }
    append(fresh, session)
    return true
  }

  /// Settles everybody who has one horizon, and the least doubtful of the others.
  private mutating func settle(_ session: any SolverSession, count: Int) {
    let open = open
    let scores = open.map { person in
      (person: person, score: best[person].value + dive.noise * random.unit())
    }
    let order = scores.sorted { ($0.score, $1.person) > ($1.score, $0.person) }.map(\.person)
    let sure = open.filter { best[$0].value > 0.999 }
    let chosen = Set(sure + order.filter { best[$0].value <= 0.999 }.prefix(count))
    // a price instead of a bound keeps the simplex method's point feasible
    for (index, entry) in columns.enumerated()
    where chosen.contains(entry.employee) && best[entry.employee].tour != entry.tour {
      session.setCost(ofVariable: master.fixedVariables + index, Self.dear)
    }
    for person in open where chosen.contains(person) { settled[person] = best[person].tour }
  }
}
