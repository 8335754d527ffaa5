import Optimization
public import Workforce

/// A roster that searching on no longer improves, with prices that prove how good it is: what changes
/// are worth is read from it.
public struct SettledRoster: Sendable {
  let problem: RosterProblem
  /// The weeks of the roster as it was given.
  let published: [PlannedTour]
  let compiler: VariantCompiler
  let effort: WorthEffort
  let solver: any LinearSolver
  var start: WorthStart
  /// The best certified bound, and that at the prices.
  private(set) var bound: (proved: Double, atPrices: Double)
  /// What another search without any change, of equal effort, still saved: the best of four.
  public internal(set) var noise = 0.0
  /// Objective of the roster, searched on once more without a change.
  public private(set) var objective = Double.infinity
  /// Objective and bound of the last searches without a change.
  private var controls: [WorthSearch.Reach: (objective: Double, bound: Double)] = [:]

  /// Gains below this are none.
  static let leastGain = 1e-6

  init(
    problem: RosterProblem,
    published: [PlannedTour],
    compiler: VariantCompiler,
    effort: WorthEffort,
    solver: any LinearSolver,
    start: WorthStart,
    bound: (proved: Double, atPrices: Double)
  ) {
    self.problem = problem
    self.published = published
    self.compiler = compiler
    self.effort = effort
    self.solver = solver
    self.start = start
    self.bound = bound
  }

  /// Takes a search without a change over: others begin where it began.
  mutating func take(_ control: WorthSearch.Found, _ reach: WorthSearch.Reach) {
    objective = min(objective, control.state.objective)
    controls[reach] = (control.state.objective, control.bound)
    bound.proved = max(bound.proved, control.bound)
  }

  /// A certified bound on the objective of every roster.
  public var provedBound: Double { min(bound.proved, objective) }
  /// Objective of the roster as it was given.
  public var publishedObjective: Double { objective(of: published) }
  /// The pay that no roster can avoid.
  public var contractPay: Double { problem.contractPay }
  /// The planned slots.
  public var grid: TimeGrid { problem.grid }
  /// The bound at the prices that the duals are.
  public var boundAtDuals: Double { bound.atPrices }

  func objective(of tours: [PlannedTour]) -> Double { state(of: tours).objective }

  /// The roster on the grid.
  func state(of tours: [PlannedTour]) -> RosterState {
    var state = RosterState(problem)
    for (employee, tour) in tours.enumerated() { state.replace(employee, with: tour) }
    return state
  }

  func search(_ stop: StopSignal) -> WorthSearch {
    WorthSearch(
      solver: solver,
      effort: effort.again,
      seed: effort.seed,
      stop: stop
    )
  }

  /// Searches with each change, from the same roster with the same effort; in the order given, and
  /// without those that leave somebody or everybody without a legal week.
  ///
  /// Throws when the solver fails or `stop` is cancelled.
  public func confirmed(
    _ changes: [WorthCase],
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> [WorthConfirmation] {
    let lot = max(1, effort.threads)
    var found: [WorthConfirmation] = []
    for first in stride(from: 0, to: changes.count, by: lot) {
      progress?(
        StageProgress(
          stage: "search again",
          fraction: Fraction(Double(first) / Double(changes.count)),
          detail: "\(first) of \(changes.count)"
        )
      )
      let part = Array(changes[first..<min(first + lot, changes.count)])
      let results = parallelMap(count: part.count, threads: effort.threads) { index in
        Result { try confirmation(part[index], stop) }
      }
      try RosterWorth.throwIfCancelled(stop)
      found += try results.compactMap { try $0.get() }
    }
    return found
  }

  private func confirmation(_ change: WorthCase, _ stop: StopSignal) throws -> WorthConfirmation? {
    guard let variant = compiler.variant(change), let control = controls[change.reach] else {
      return nil
    }
    let found = try search(stop).found(
      in: variant.whole(of: problem),
      from: start,
      reach: change.reach
    )
    guard let found else { return nil }
    let with = (objective: found.state.objective, bound: min(found.bound, found.state.objective))
    let sign = change.isLoss ? -1.0 : 1
    let least = change.isRelief ? 0 : -Double.infinity
    let low = change.isLoss ? with.bound - objective : max(least, provedBound - with.objective)
    let high = change.isLoss ? with.objective - provedBound : objective - with.bound
    return WorthConfirmation(
      change: change,
      objective: with.objective,
      bound: with.bound,
      worth: sign * (control.objective - with.objective),
      boundWorth: sign * (min(control.bound, control.objective) - with.bound),
      proved: min(low, high)...max(low, high)
    )
  }
}

extension WorthCase {
  /// Whether every roster of the week keeps its cost or becomes cheaper: the worth is not below 0.
  fileprivate var isRelief: Bool {
    switch self {
    case .rule, .certificate: true
    case .hour, .shift: false
    }
  }

  /// How far a search with the change looks.
  var reach: WorthSearch.Reach {
    if case .rule = self { return .far }
    return .near
  }
}
