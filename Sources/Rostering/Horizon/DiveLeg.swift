import Optimization
import Workforce

/// A part of a dive: from a roster problem of those who are not settled until many of them are.
///
/// The linear program of those who are left is smaller: its rows lack those who are settled and what
/// they cover, its columns what the dive will not need.
struct DiveLeg: Sendable {
  /// Share of the duals in the prices near the center.
  private static let share = 0.3
  /// Cost of what must not be chosen any more.
  private static let dear = 1e5
  /// Share of its people with whom a leg ends.
  private static let rest = 0.7
  /// Horizons per person that the next leg begins with.
  private static let kept = 30

  private let dive: MasterDive
  /// The problem of those who are not settled when the leg begins.
  private let problem: RosterProblem
  let master: TourMaster
  /// Their positions in the whole problem.
  private let people: [Int]
  /// Horizons in the whole problem, of those who are settled or have one that is the best so far.
  private var known: [PlannedTour?]
  private var pool: [[PlannedTour]]
  private var columns: [(employee: Int, tour: Int)] = []
  private var settled: [Int?]
  /// The column of each person with the highest value in the last relaxation.
  private var best: [(value: Double, tour: Int)] = []
  private var duals: [Double] = []
  private var random: RandomStream
  private(set) var meter = WorkMeter()
  /// Settlements so far, and the shares of budget and time that were used before the first one.
  private var steps = 0
  private var first = (work: 0.0, time: 0.0)
  /// Milliseconds that were left when the dive began, where the clock has a say.
  private var time: Int?
  private var legs = 1
  private var wasClocked = false

  /// The first leg, of everybody.
  init(_ dive: MasterDive, from pool: [[PlannedTour]]) {
    self.dive = dive
    problem = dive.problem
    master = TourMaster(problem)
    people = Array(pool.indices)
    self.pool = pool
    known = pool.map { _ in nil }
    settled = pool.map { _ in nil }
    random = RandomStream(seed: dive.seed, name: "master dive")
  }

  private init(_ leg: DiveLeg, _ problem: RosterProblem, pool: [[PlannedTour]]) {
    dive = leg.dive
    self.problem = problem
    master = TourMaster(problem)
    people = leg.open.map { leg.people[$0] }
    self.pool = pool
    known = leg.known
    settled = pool.map { _ in nil }
    (random, meter, steps, first, time) = (leg.random, leg.meter, leg.steps, leg.first, leg.time)
    (legs, wasClocked) = (leg.legs + 1, leg.wasClocked)
  }

  private var open: [Int] { settled.indices.filter { settled[$0] == nil } }

  /// One horizon per person of the whole problem; `nil` when the dive was stopped before its first
  /// relaxation.
  var tours: [PlannedTour]? {
    let tours = known.compactMap(\.self)
    return tours.count == known.count ? tours : nil
  }

  /// Settles people until few enough are left, or everybody is.
  mutating func run(_ session: any SolverSession, _ stop: StopSignal) {
    if steps == 0, dive.followsClock { time = stop.millisecondsLeft }
    let all = pool.indices.flatMap { person in
      pool[person].indices.map { (employee: person, tour: $0) }
    }
    append(all, session)
    let isLast = people.count <= HorizonBlock.mostForPrograms
    let least = isLast ? 0 : Int(Self.rest * Double(people.count))
    while open.count > least, let solution = generate(session, stop) {
      rate(solution)
      duals = solution.duals
      settle(session, count: pace(stop))
    }
    guard !best.isEmpty else { return }
    // those who are left when told to stop take what they have most of
    for (index, person) in people.enumerated() {
      known[person] = pool[index][settled[index] ?? best[index].tour]
    }
  }

  /// What the dive gives after its last leg, whose people an integer program gives a last look.
  func closed(solver: any LinearSolver, stop: StopSignal) throws -> MasterDive.Outcome {
    guard let state, people.count <= HorizonBlock.mostForPrograms, !stop.isStopped else {
      return outcome(tours, meter)
    }
    let block = HorizonBlock(people: people, days: 0..<problem.dayCount)
    let last = try block.solve(
      state,
      grain: 0,
      nodes: 300,
      seed: dive.seed,
      solver: solver,
      stop: stop
    )
    var (tours, meter) = (state.tours, meter)
    meter.add(units: last.meter.units)
    for (person, tour) in zip(people, last.tours ?? []) { tours[person] = tour }
    return outcome(tours, meter, wasGuarded: last.wasGuarded)
  }

  private func outcome(
    _ tours: [PlannedTour]?,
    _ meter: WorkMeter,
    wasGuarded: Bool = false
  ) -> MasterDive.Outcome {
    MasterDive.Outcome(
      tours: tours,
      legs: legs,
      wasGuarded: wasClocked || wasGuarded,
      meter: meter
    )
  }

  private var state: RosterState? {
    guard let tours else { return nil }
    var state = RosterState(dive.problem)
    for (person, tour) in tours.enumerated() { state.replace(person, with: tour) }
    return state
  }

  /// The leg of those who are left; `nil` when nobody is, or this one settled nobody.
  func next() -> DiveLeg? {
    let open = open
    guard !open.isEmpty, open.count < people.count, let state else { return nil }
    let block = HorizonBlock(people: open.map { people[$0] }, days: 0..<problem.dayCount)
    let tables = LagrangianBound.tables(problem, prices: master.prices(duals: duals), threads: 1)
    let spare = open.map { person -> [PlannedTour] in
      let costs = pool[person].map { problem.netCost(of: $0, tables: tables) }
      return costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(Self.kept)
        .map { pool[person][$0] }
    }
    return DiveLeg(self, block.subproblem(state), pool: spare)
  }

  /// Solves the relaxation and adds horizons for those who are not settled while they help.
  private mutating func generate(
    _ session: any SolverSession,
    _ stop: StopSignal
  ) -> LinearSolution? {
    var solution = relax(session, stop)
    // few people have small programs, and need more horizons to fit what is left
    let most = dive.rounds * max(1, min(4, 100 / people.count))
    for round in 0..<most {
      guard solution.termination == .optimal, !stop.isStopped else { return nil }
      guard price(solution, session) else { break }
      let before = solution.objective
      solution = relax(session, stop)
      if round > 1, before - solution.objective < 1e-4 * abs(before) { break }
    }
    return solution.termination == .optimal && !stop.isStopped ? solution : nil
  }

  /// How many people are settled at once: a 25th, or more when the rest of the budget would not
  /// do at the pace so far, or the rest of the time where the clock has a say.
  private mutating func pace(_ stop: StopSignal) -> Int {
    defer { steps += 1 }
    let used = meter.units / max(1, dive.budget)
    let passed = time.flatMap { time in
      stop.millisecondsLeft.map { 1 - Double($0) / Double(max(1, time)) }
    }
    guard steps > 0 else {
      first = (used, passed ?? 0)
      return max(1, open.count / 25)
    }
    let byWork = count(used: used, since: first.work)
    let byClock = passed.map { count(used: $0, since: first.time) } ?? 0
    if byClock > byWork { wasClocked = true }
    return max(byWork, byClock)
  }

  /// How many people to settle when such a share of what there is was used, some of it before the
  /// first settlement.
  private func count(used: Double, since first: Double) -> Int {
    let left = Int(0.9 * max(0, 1 - used) / max(1e-9, (used - first) / Double(steps)))
    return max(1, open.count / 25, left > 0 ? (open.count + left - 1) / left : open.count)
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
    let open = open
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
