package import Optimization
package import Workforce

/// A limit that couples people.
package enum RosterLimit: Hashable, Sendable {
  /// The overtime budget of a site.
  case overtime(site: Int)
  /// The seats of a training session.
  case seats(session: Int)
  /// A limit on heads, in all its slots.
  case heads(limit: Int)
}

/// Looks for limits that no roster keeps together, even one mixed of weeks by shares.
///
/// The linear program asks for mixes that miss the limits least. Its duals are prices at which
/// everybody's cheapest week proves how much must be missed at least (a bound like that of
/// `LagrangianBound`): where that is more than nothing, the limits with a price are in conflict. The
/// deletion filter (Chinneck & Dravnieks 1991) then leaves out one limit after the other.
struct LimitConflict: Sendable {
  /// Limits in conflict.
  struct Finding: Hashable, Sendable {
    let limits: [RosterLimit]
    /// True when without any one of them the proof fails.
    let isSmallest: Bool
  }

  /// What the linear program says of the limits that are switched on.
  private enum Answer {
    /// No mix keeps those at these positions.
    case conflict(Set<Int>)
    /// A mix keeps all.
    case possible
    /// The work or the time was over.
    case unknown
  }

  private let problem: RosterProblem
  private let master: TourMaster
  private let limits: [RosterLimit]
  /// Coupling rows of each limit.
  private let rows: [[Int]]
  private var pool: [[PlannedTour]]
  private let threads: Int
  private let stop: StopSignal
  private var meter = WorkMeter()

  /// Units of work for one search.
  private static let budget = 4e6
  /// What must be missed at least, at its price, to count as a proof.
  private static let tolerance = 1e-5
  /// Prices below this are taken for none.
  private static let leastPrice = 1e-9

  /// `problem` must be without prices and need; the search begins with the weeks of `tours`.
  init(_ problem: RosterProblem, tours: [PlannedTour], threads: Int, stop: StopSignal) {
    self.problem = problem
    self.threads = threads
    self.stop = stop
    master = TourMaster(problem)
    pool = zip(problem.employees, tours).map { employee, tour in
      [problem.tour(of: tour.shifts, employee: employee)]
    }
    let coupling = CouplingRows(problem.coupling)
    let budgets = problem.overtimeBudgets.indices.filter { problem.overtimeBudgets[$0] < .max }
    limits =
      budgets.map { .overtime(site: $0) }
      + coupling.seats.indices.map {
        .seats(session: $0 - coupling.seats.lowerBound)
      } + coupling.heads.indices.map { .heads(limit: $0) }
    rows =
      budgets.map { [coupling.overtime.lowerBound + $0] } + coupling.seats.map { [$0] }
      + coupling.heads.map(Array.init)
  }

  /// A set of limits in conflict; `nil` when none is proved.
  func conflict(solver: any LinearSolver) throws -> Finding? {
    try solver.withSession(master.frame) { session in
      var search = self
      return search.conflict(session)
    }
  }

  private mutating func conflict(_ session: any SolverSession) -> Finding? {
    addPool(to: session)
    guard case .conflict(var open) = answer(session) else { return nil }
    for limit in limits.indices where !open.contains(limit) { set(limit, isOn: false, session) }
    var isSmallest = true
    for limit in limits.indices where open.contains(limit) && open.count > 1 {
      set(limit, isOn: false, session)
      switch answer(session) {
      case .conflict(let fewer):
        for other in open.subtracting(fewer).sorted() { set(other, isOn: false, session) }
        open.formIntersection(fewer)
      case .possible: set(limit, isOn: true, session)
      case .unknown:
        set(limit, isOn: true, session)
        isSmallest = false
      }
    }
    return Finding(limits: open.sorted().map { limits[$0] }, isSmallest: isSmallest)
  }

  /// Generates weeks until a mix keeps all limits that are on, or their conflict is proved.
  private mutating func answer(_ session: any SolverSession) -> Answer {
    while meter.units < Self.budget, !stop.isStopped {
      let solution = session.solveRelaxation(solveLimits)
      meter.addPivots(solution.pivots, rows: session.constraintCount)
      guard solution.termination == .optimal else { return .unknown }
      if solution.objective < Self.tolerance { return .possible }
      var prices = master.prices(duals: solution.duals)
      prices.coupling = prices.coupling.map { abs($0) < Self.leastPrice ? 0 : $0 }
      guard
        let bound = LagrangianBound(problem, prices: prices, threads: threads, stop: stop)
      else { return .unknown }
      for _ in pool { meter.addPricing(of: problem) }
      if bound.value > Self.tolerance {
        return .conflict(
          Set(limits.indices.filter { rows[$0].contains { bound.prices.coupling[$0] != 0 } })
        )
      }
      guard add(bound.tours, to: session) else { return .unknown }
    }
    return .unknown
  }

  private var solveLimits: SolveLimits {
    let left = max(0, Self.budget - meter.units)
    let perPivot = WorkMeter.unitsPerPivot(rows: master.frame.constraints.count)
    return SolveLimits(simplexIterations: Int(left / perPivot) + 1).ending(with: stop)
  }

  /// Switches a limit on or off.
  private func set(_ limit: Int, isOn: Bool, _ session: any SolverSession) {
    for row in rows[limit] {
      let place = master.couplingRows[row]
      let own = master.frame.constraints[place]
      session.setBounds(
        ofConstraint: place,
        lower: isOn ? own.lower : -.infinity,
        upper: isOn ? own.upper : .infinity
      )
    }
  }

  private func addPool(to session: any SolverSession) {
    session.addVariables(
      pool.enumerated().flatMap { employee, tours in tours.map { column($0, employee) } }
    )
  }

  private func column(_ tour: PlannedTour, _ employee: Int) -> LinearModel.Column {
    master.column(tour, of: employee, name: "week \(problem.employees[employee].id)")
  }

  /// Adds weeks that are new; false when none is.
  private mutating func add(_ tours: [PlannedTour], to session: any SolverSession) -> Bool {
    var fresh: [LinearModel.Column] = []
    for (employee, tour) in tours.enumerated()
    where !pool[employee].contains(where: { $0.shifts == tour.shifts }) {
      pool[employee].append(tour)
      fresh.append(column(tour, employee))
    }
    session.addVariables(fresh)
    return !fresh.isEmpty
  }
}

extension RosterProblem {
  /// Reasons why no roster keeps all rules and limits.
  ///
  /// Where no single one is proved, a set of limits that cannot be kept together is looked for, and
  /// where none is proved either, the limits that `tours` miss are named as not kept.
  ///
  /// - Parameters:
  ///   - tours: The best weeks that were found, one per person.
  ///   - solver: Solves the linear programs.
  ///   - threads: Threads; results do not depend on it.
  ///   - stop: Ends the search; what is proved by then is named.
  /// - Returns: The reasons; empty when the weeks are legal.
  /// - Throws: `SolverError` when the solver fails.
  package func obstacles(
    missedBy tours: [PlannedTour],
    solver: any LinearSolver,
    threads: Int = 1,
    stop: StopSignal = StopSignal()
  ) throws -> [RosterObstacle] {
    let single = obstacles(missedBy: tours)
    guard single.isEmpty else { return single }
    let missed = limits(missedBy: tours)
    guard !missed.isEmpty else { return [] }
    let search = LimitConflict(unpriced, tours: tours, threads: threads, stop: stop)
    guard let found = try search.conflict(solver: solver) else { return [.notFound(missed)] }
    return [.conflict(found.limits, isSmallest: found.isSmallest)]
  }

  /// The limits that weeks do not keep.
  private func limits(missedBy tours: [PlannedTour]) -> [RosterLimit] {
    var use = CouplingUse(self)
    for (employee, tour) in tours.enumerated() {
      use.change(employee, from: .empty, to: tour, problem: self)
    }
    let sites = overtimeBudgets.indices.filter { use.overtime[$0] > overtimeBudgets[$0] }
    let sessions = coupling.sessions.indices.filter {
      use.attendance[$0] > coupling.sessions[$0].seats
    }
    let heads = coupling.heads.indices.filter { limit in
      use.present[limit].contains { coupling.heads[limit].miss($0) > 0 }
    }
    return sites.map { .overtime(site: $0) } + sessions.map { .seats(session: $0) }
      + heads.map { .heads(limit: $0) }
  }
}
