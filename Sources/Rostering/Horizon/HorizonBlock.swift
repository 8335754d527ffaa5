import Optimization
import Workforce

/// Some people and some dates of a roster, all else fixed.
struct HorizonBlock: Sendable {
  /// Positions of the people, ascending.
  let people: [Int]
  /// The dates that may change.
  let days: Range<Int>

  /// Most people for whom an integer program decides; more are settled one by one.
  static let mostForPrograms = 9
  /// Units of work for settling more people.
  static let standardBudget = 2e7

  /// What a program over a block gave.
  struct Outcome: Sendable {
    /// Better horizons of the block's people; `nil` when none was found.
    var tours: [PlannedTour]?
    /// True when no better ones exist.
    var isProved = false
    /// True when a guard ended a solve, so that it cannot be repeated.
    var wasGuarded = false
    var meter = WorkMeter()
  }

  /// Looks for better horizons: columns of the block's master, then an integer program over those
  /// that a better roster can have.
  ///
  /// Costs are multiples of `grain`, where it is not 0. More people than programs decide for are
  /// settled faster when that would take more units of work than `budget`.
  func solve(
    _ state: RosterState,
    grain: Double,
    nodes: Int,
    seed: UInt64,
    budget: Double = standardBudget,
    solver: any LinearSolver,
    stop: StopSignal
  ) throws -> Outcome {
    let problem = subproblem(state)
    var own = RosterState(problem)
    for (index, person) in people.enumerated() { own.replace(index, with: state.tours[person]) }
    let solution = try MasterSolution.solve(
      problem,
      pool: own.tours.map { [$0] },
      center: own.middlePrices(),
      threads: 1,
      budget: 3e6,
      solver: solver,
      stop: stop
    )
    var outcome = Outcome(meter: solution.meter)
    let room = own.objective - solution.bound - max(0, grain - 1e-6)
    guard room > 1e-6 else {
      outcome.isProved = true
      return outcome
    }
    guard !stop.isStopped else { return outcome }
    if people.count > Self.mostForPrograms {
      try dive(solution, own, seed: seed, budget: budget, solver, stop, &outcome)
    } else {
      try search(solution, own, room: room, nodes: nodes, solver, stop, &outcome)
    }
    return outcome
  }

  /// Settles one person after another, then gives everybody second thoughts.
  private func dive(
    _ solution: MasterSolution,
    _ own: RosterState,
    seed: UInt64,
    budget: Double,
    _ solver: any LinearSolver,
    _ stop: StopSignal,
    _ outcome: inout Outcome
  ) throws {
    let problem = own.problem
    let dive = MasterDive(
      problem: problem,
      threads: 1,
      rounds: 6,
      noise: 0.1,
      seed: seed,
      budget: budget,
      followsClock: false,
      center: solution.prices
    )
    let found = try dive.run(from: solution.starts(problem), solver: solver, stop: stop)
    outcome.meter.add(units: found.meter.units)
    outcome.wasGuarded = found.wasGuarded
    guard let tours = found.tours else { return }
    var better = RosterState(problem)
    for (index, tour) in tours.enumerated() { better.replace(index, with: tour) }
    for _ in 0..<4 {
      let changed = BestResponse.improve(
        &better,
        order: Array(tours.indices),
        stop: stop,
        meter: &outcome.meter
      )
      if changed == 0 { break }
    }
    if better.objective < own.objective - 1e-9 { outcome.tours = better.tours }
  }

  /// The integer program over the columns whose reduced cost leaves room for a better roster.
  private func search(
    _ solution: MasterSolution,
    _ own: RosterState,
    room: Double,
    nodes: Int,
    _ solver: any LinearSolver,
    _ stop: StopSignal,
    _ outcome: inout Outcome
  ) throws {
    let problem = own.problem
    let tables = LagrangianBound.tables(problem, prices: solution.prices, threads: 1)
    let master = TourMaster(problem)
    var entries = own.tours.enumerated().map { (employee: $0, tour: $1) }
    for (person, tours) in solution.pool.enumerated() {
      let costs = tours.map { problem.netCost(of: $0, tables: tables) }
      let least = costs.min() ?? 0
      for (tour, cost) in zip(tours, costs)
      where cost - least <= room + 1e-6 && tour.shifts != own.tours[person].shifts {
        entries.append((person, tour))
      }
    }
    guard entries.count > own.tours.count else { return }
    let columns = entries.map { entry in
      master.column(entry.tour, of: entry.employee, name: "horizon", isInteger: true)
    }
    let limits = SolveLimits(
      simplexIterations: 40 * nodes,
      branchAndBoundNodes: nodes,
      guardMilliseconds: 20_000
    )
    let answer = try Self.solve(master, columns, people: people.count, limits, solver, stop)
    outcome.meter.addPivots(answer.pivots, rows: master.frame.constraints.count)
    outcome.meter.addNodes(answer.nodes, rows: master.frame.constraints.count)
    outcome.wasGuarded = answer.stoppedByGuard
    guard answer.termination.hasSolution else { return }
    var better = own
    for (entry, value) in zip(entries, answer.values.suffix(entries.count)) where value > 0.5 {
      better.replace(entry.employee, with: entry.tour)
    }
    if better.objective < own.objective + 1e-9 { outcome.tours = better.tours }
  }

  private static func solve(
    _ master: TourMaster,
    _ columns: [LinearModel.Column],
    people: Int,
    _ limits: SolveLimits,
    _ solver: any LinearSolver,
    _ stop: StopSignal
  ) throws -> IntegerSolution {
    let first = master.fixedVariables
    return try solver.withSession(master.frame) { session in
      session.addVariables(columns)
      for index in columns.indices {
        let value = index < people ? 1.0 : 0
        session.setBounds(ofVariable: first + index, lower: value, upper: value)
      }
      let incumbent = session.solveRelaxation(limits.ending(with: stop))
      for index in columns.indices {
        session.setBounds(ofVariable: first + index, lower: 0, upper: 1)
      }
      return session.solveInteger(
        limits,
        endingWith: stop,
        incumbent: incumbent.termination == .optimal ? incumbent.values : nil
      )
    }
  }

  /// The roster problem of the block: other people's cover is taken off the need, dates outside are
  /// as they are.
  ///
  /// Everybody must serve one queue alone, so that cover of others is theirs for good.
  func subproblem(_ state: RosterState) -> RosterProblem {
    let problem = state.problem
    let isOwn = Set(people)
    var present = [Int](repeating: 0, count: problem.cover.capacity.count)
    for (person, tour) in state.tours.enumerated() where !isOwn.contains(person) {
      for shift in tour.shifts {
        let queue = Int(problem.crews[shift.group].soleQueue)
        problem.forEachStretch(of: shift) { stretch in
          for slot in stretch { present[queue * problem.slotCount + slot] += 1 }
        }
      }
    }
    var isOpen = [Bool](repeating: false, count: problem.slotCount)
    for person in people {
      for day in days {
        for option in problem.employees[person].days[day].options {
          for slot in option.start..<option.start + problem.shapes[option.shape].length {
            isOpen[slot] = true
          }
        }
      }
    }
    return problem.with(
      employees: people.map { limited(problem.employees[$0], to: state.tours[$0]) },
      cover: problem.cover.lessened(by: present) { isOpen[$0 % problem.slotCount] }
    )
  }

  /// A person who keeps the shifts outside the block.
  private func limited(_ employee: RosterEmployee, to tour: PlannedTour) -> RosterEmployee {
    guard days.count < employee.days.count else { return employee }
    var copy = employee
    var byDay = [PlannedShift?](repeating: nil, count: employee.days.count)
    for shift in tour.shifts { byDay[shift.day] = shift }
    copy.days = employee.days.enumerated().map { day, known in
      guard !days.contains(day) else { return known }
      let options = known.options.filter {
        $0.start == byDay[day]?.start && $0.shape == byDay[day]?.shape
      }
      return EmployeeDay(group: known.group, options: options)
    }
    copy.horizon?.workedDates = byDay.indices.filter { !days.contains($0) && byDay[$0] != nil }
    return copy
  }
}

extension RosterState {
  /// Prices between the worth of the last person and of the next one in each cell; everybody must
  /// serve one queue alone.
  mutating func middlePrices() -> BoundPrices {
    cover.refresh()
    var marginals = problem.cover.capacity.map { _ in 0.0 }
    for group in problem.groups.indices {
      let queue = Int(problem.crews[group].soleQueue)
      guard queue >= 0 else { continue }
      for slot in 0..<problem.slotCount {
        let gain = cover.freshGain(group: group, slot: slot)
        let loss = cover.freshLoss(group: group, slot: slot)
        marginals[queue * problem.slotCount + slot] = loss.isFinite ? (gain + loss) / 2 : gain
      }
    }
    let rows = CouplingRows(problem.coupling).count
    return BoundPrices(marginals: marginals, coupling: [Double](repeating: 0, count: rows))
  }
}
