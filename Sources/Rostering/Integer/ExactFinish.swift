import Optimization
import Workforce

/// Proves a roster optimal where few weeks could be part of a better one: all of them enter the
/// tour master, which is solved as an integer program.
///
/// Where there are too many weeks within the whole gap, those within a share of it are tried: they
/// often hold a better roster, and all others cost at least the bound plus that share.
struct ExactFinish {
  let problem: RosterProblem
  let prices: BoundPrices
  let threads: Int
  /// Units of work for all integer programs, also what the search may spend on pivots and on nodes.
  let budget: Double
  /// The bound afterwards.
  private(set) var bound = -Double.infinity
  private(set) var meter = WorkMeter()
  private var weeks = 0
  private var pivots = 0
  private var nodes = 0
  private var isProved = false
  private var isDropped = false
  /// True when the clock, not the work, ended it.
  private(set) var wasGuarded = false

  /// Most weeks that are listed, and most that are different in cover.
  private static let (listLimit, columnLimit) = (40_000, 5000)
  /// Least share of the gap that is tried.
  private static let leastShare = 1.0 / 64

  init(problem: RosterProblem, prices: BoundPrices, threads: Int, budget: Double) {
    self.problem = problem
    self.prices = prices
    self.threads = threads
    self.budget = budget
  }

  /// What happened, in words with counts.
  var detail: String {
    if isProved, weeks == 0 { return "the roster costs no more than the bound: proved optimal" }
    if isDropped { return "an integer program was stopped by its guard and dropped" }
    guard weeks > 0 else {
      if wasGuarded { return "not tried: there was no time left" }
      return "not tried: too many weeks could be part of a better roster"
    }
    let end = isProved ? "proved optimal" : "not proved optimal"
    return "GLPK: \(weeks) weeks that could be part of a better roster, \(pivots) pivots, "
      + "\(nodes) nodes, \(end)"
  }

  /// Improves the roster and the bound as far as the limits allow.
  mutating func improve(
    _ best: inout RosterState,
    bound start: Double,
    solver: any LinearSolver,
    stop: StopSignal
  ) throws {
    bound = start
    guard
      let base = LagrangianBound(
        problem,
        prices: prices,
        threads: threads,
        stop: stop
      )?.value
    else { return }
    var share = 1.0
    while share >= Self.leastShare, !isDropped, !stop.isStopped, meter.units < budget {
      let tolerance = 2e-9 * max(1, abs(best.objective))
      if best.objective - bound <= tolerance {
        (isProved, bound) = (true, best.objective)
        return
      }
      let slack = share * (best.objective - base) + 1e-6
      if let columns = columns(best, slack: slack, stop: stop) {
        try solve(columns, base + slack, &best, solver, stop)
        if isProved { return }
      }
      share /= 4
    }
    if stop.isStopped { wasGuarded = true }
  }

  /// A week of a person as a column of the master.
  private struct Column {
    let employee: Int
    let tour: PlannedTour
    let column: LinearModel.Column
  }

  /// The roster's weeks, then all others that differ in cover, cheapest first; `nil` when there
  /// are too many, or when told to stop.
  private func columns(_ best: RosterState, slack: Double, stop: StopSignal) -> [Column]? {
    guard
      let all = TourEnumeration(
        problem,
        prices: prices,
        slack: slack,
        limit: Self.listLimit,
        threads: threads,
        stop: stop
      )
    else { return nil }
    let master = TourMaster(problem)
    let column = { (employee: Int, tour: PlannedTour) in
      let name = "week \(problem.employees[employee].id)"
      let column = master.column(tour, of: employee, name: name, isInteger: true)
      return Column(employee: employee, tour: tour, column: column)
    }
    var columns = best.tours.enumerated().map { column($0, $1) }
    var known = Set<[LinearModel.Term]>()
    for (employee, tours) in all.tours.enumerated() {
      let listed = tours.map { column(employee, $0) }
      // the cheapest of those with the same cover first
      for next in listed.sorted(by: { $0.column.variable.cost < $1.column.variable.cost }) {
        if known.insert(next.column.terms).inserted { columns.append(next) }
        if columns.count > Self.columnLimit { return nil }
      }
    }
    return columns
  }

  /// Solves the master over the columns; every roster with another week costs at least `others`.
  private mutating func solve(
    _ columns: [Column],
    _ others: Double,
    _ best: inout RosterState,
    _ solver: any LinearSolver,
    _ stop: StopSignal
  ) throws {
    let people = best.tours.count
    let solution = try search(columns, people: people, solver: solver, stop: stop)
    weeks = columns.count
    pivots += solution.pivots
    nodes += solution.nodes
    let rows = TourMaster.rowCount(problem)
    meter.addPivots(solution.pivots, rows: rows)
    meter.addNodes(solution.nodes, rows: rows)
    wasGuarded = wasGuarded || solution.stoppedByGuard
    guard solution.termination.hasSolution, !solution.stoppedByGuard else {
      isDropped = true
      return
    }
    var found = RosterState(problem)
    let values = solution.values.suffix(columns.count)
    for (column, value) in zip(columns, values) where value > 0.5 {
      found.replace(column.employee, with: column.tour)
    }
    if found.objective < best.objective - 1e-9 { best = found }
    isProved = solution.termination == .optimal && best.objective <= others
    let least = min(solution.bound - 1e-7 * abs(solution.bound), others, best.objective)
    bound = isProved ? best.objective : max(bound, least)
  }

  /// The integer program, the roster's weeks, which come first, handed over.
  private func search(
    _ columns: [Column],
    people: Int,
    solver: any LinearSolver,
    stop: StopSignal
  ) throws -> IntegerSolution {
    let frame = TourMaster(problem).frame
    let rows = frame.constraints.count
    let left = max(0, budget - meter.units)
    let limits = SolveLimits(
      simplexIterations: max(1000, Int(left / WorkMeter.unitsPerPivot(rows: rows))),
      branchAndBoundNodes: max(200, Int(left / WorkMeter.unitsPerNode(rows: rows))),
      guardMilliseconds: 120_000
    )
    let first = frame.variables.count
    return try solver.withSession(frame) { session in
      session.addVariables(columns.map(\.column))
      for index in columns.indices {
        let value = index < people ? 1.0 : 0
        session.setBounds(ofVariable: first + index, lower: value, upper: value)
      }
      let incumbent = session.solveRelaxation(limits.ending(with: stop))
      for index in columns.indices {
        session.setBounds(ofVariable: first + index, lower: 0, upper: 1)
      }
      let values = incumbent.termination == .optimal ? incumbent.values : nil
      return session.solveInteger(limits, endingWith: stop, incumbent: values)
    }
  }
}
