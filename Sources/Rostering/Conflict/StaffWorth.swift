import Optimization
public import Workforce

/// What more or fewer people would change in a week's cost.
public struct StaffWorth: Hashable, Sendable {
  /// Who comes or goes.
  public enum Change: Hashable, Sendable {
    /// One more person like this one, the one of the contract worth most twice.
    case oneMore(contract: String, like: String)
    /// So many people more, like some spread over the staff.
    case more(Int)
    /// So many people fewer, spread over the staff.
    case fewer(Int)
  }

  /// The change.
  public var change: Change
  /// By how much the week becomes cheaper by the duals, pay included; below 0 where it becomes dearer.
  public var dual: Double
  /// The same by a new search of equal effort; `nil` where none was made or none was possible.
  public var resolve: Double?

  /// Makes a figure.
  public init(change: Change, dual: Double, resolve: Double? = nil) {
    self.change = change
    self.dual = dual
    self.resolve = resolve
  }
}

extension SettledRoster {
  /// What one more person of each contract is worth, and a hundredth more or fewer people, at least one.
  ///
  /// - Parameters:
  ///   - inputs: The scenario, whose people name their contracts.
  ///   - stop: Ends the search.
  /// - Returns: Contracts in the order of the settings, then more and fewer, each searched again.
  /// - Throws: `SolverError` when the solver fails, `ShiftwrightError` when `stop` is cancelled.
  public func staff(
    of inputs: PlanningInputs,
    stop: StopSignal = StopSignal()
  ) throws -> [StaffWorth] {
    let values = peopleAtDuals()
    let contracts = Dictionary(
      inputs.employees.map { ($0.id, $0.contract) },
      uniquingKeysWith: { first, _ in first }
    )
    var worths: [StaffWorth] = []
    for contract in inputs.settings.contracts.map(\.name) {
      let own = problem.employees.indices.filter {
        contracts[problem.employees[$0].id] == contract
      }
      guard let best = own.max(by: { (values[$0], $1) < (values[$1], $0) }) else { continue }
      let change = StaffWorth.Change.oneMore(contract: contract, like: problem.employees[best].id)
      let found = try added([best], stop)
      worths.append(StaffWorth(change: change, dual: values[best], resolve: found))
    }
    let count = max(1, Int((Double(values.count) / 100).rounded()))
    let spread = (0..<count).map { (2 * $0 + 1) * values.count / (2 * count) }
    let sum = spread.reduce(0) { $0 + values[$1] }
    let more = try added(spread, stop)
    worths.append(StaffWorth(change: .more(count), dual: sum, resolve: more))
    worths.append(
      StaffWorth(change: .fewer(count), dual: -sum, resolve: try removed(spread, stop))
    )
    return worths
  }

  /// What each person would be worth once more: what the cover of the cheapest week is worth at the
  /// duals, less what the week costs.
  func peopleAtDuals() -> [Double] {
    let tables = LagrangianBound.tables(problem, prices: start.prices, threads: effort.threads)
    let extras = start.prices.extras(problem)
    return problem.employees.indices.map { person in
      var pricer = WeekPricer()
      let found = problem.cheapestTour(
        of: person,
        tables: tables,
        extras: extras.extras(site: problem.employees[person].site),
        pricer: &pricer
      )
      return -(found?.reducedCost ?? 0)
    }
  }

  private func added(_ people: [Int], _ stop: StopSignal) throws -> Double? {
    var variant = WeekVariant(problem)
    variant.added = people.map { problem.employees[$0] }
    return try saving(of: variant, stop)
  }

  /// What it saves when some people have no shifts any more.
  private func removed(_ people: [Int], _ stop: StopSignal) throws -> Double? {
    var variant = WeekVariant(problem)
    variant.changed = people.sorted().map { position in
      var gone = problem.employees[position]
      gone.days = gone.days.map { EmployeeDay(group: $0.group, options: []) }
      gone.demands = []
      gone.hasClasses = false
      gone.labor = LaborTerms()
      gone.sequence = SequenceAutomaton(
        maximumRun: problem.dayCount,
        history: 0,
        dayCount: problem.dayCount
      )
      gone.totals = TotalsAutomaton(
        paidMinutes: problem.shapes.map { _ in nil },
        dayCount: problem.dayCount,
        daysAllowed: 0...0,
        paidAllowed: 0...0
      )
      gone.minimumPaid = 0
      return (position, gone)
    }
    return try saving(of: variant, stop)
  }

  private func saving(of variant: WeekVariant, _ stop: StopSignal) throws -> Double? {
    let found = try search(stop).found(in: variant.whole(of: problem), from: start)
    try RosterWorth.throwIfCancelled(stop)
    return found.map { objective - $0.state.objective }
  }
}
