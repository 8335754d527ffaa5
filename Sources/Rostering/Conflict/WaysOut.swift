public import Optimization
public import Workforce

/// A change that ends a conflict.
public struct WayOut: Hashable, Sendable {
  /// The member that gives way.
  public var member: WeekMember
  /// What is changed: the least of it that is enough.
  public var change: WeekChange
  /// Its price in points.
  public var price: Double
  /// True when the demand was found to be kept after it with all other members in force; false when it
  /// ends this conflict alone, and another one stands in the same demand's way.
  public var isEnough: Bool

  /// Makes a way out.
  public init(member: WeekMember, change: WeekChange, price: Double, isEnough: Bool) {
    self.member = member
    self.change = change
    self.price = price
    self.isEnough = isEnough
  }
}

/// A conflict with the ways out of it, cheapest first, each found by solving again.
public struct SolvedConflict: Hashable, Sendable {
  /// The conflict.
  public var conflict: WeekConflict
  /// The ways out.
  public var ways: [WayOut]

  /// Makes an answer.
  public init(conflict: WeekConflict, ways: [WayOut]) {
    self.conflict = conflict
    self.ways = ways
  }
}

/// The cheapest changes that end all conflicts of a week together.
public struct WholeWayOut: Hashable, Sendable {
  /// The changes.
  public var changes: [WayOut]
  /// Conflicts that turned up behind others while these were ended.
  public var behind: [SolvedConflict]
  /// True when the week with all changes was searched and holds no conflict.
  public var isConfirmed: Bool

  /// The sum of prices.
  public var price: Double { changes.reduce(0) { $0 + $1.price } }

  /// Makes a set of changes.
  public init(changes: [WayOut], behind: [SolvedConflict], isConfirmed: Bool) {
    self.changes = changes
    self.behind = behind
    self.isConfirmed = isConfirmed
  }
}

/// Finds what can be changed to end conflicts, at prices per kind of change.
public struct WaysOut: Sendable {
  private let week: FixedWeek
  private let prices: ChangePrices
  private let solver: any LinearSolver
  private let stop: StopSignal

  /// Most times that changes are made and the week is searched again.
  private static let mostRounds = 8

  /// Takes a week.
  public init(
    _ week: FixedWeek,
    prices: ChangePrices,
    solver: any LinearSolver,
    stop: StopSignal = StopSignal()
  ) {
    self.week = week
    self.prices = prices
    self.solver = solver
    self.stop = stop
  }

  /// The ways out of each conflict of the week.
  ///
  /// - Throws: `SolverError` when the solver fails, `ShiftwrightError` when `stop` is cancelled.
  public func solved(_ conflicts: [WeekConflict]) throws -> [SolvedConflict] {
    try conflicts.map { conflict in
      SolvedConflict(conflict: conflict, ways: try ways(of: conflict))
    }
  }

  private func ways(of conflict: WeekConflict) throws -> [WayOut] {
    let few = week.only(conflict.demand.people(in: week).map { $0 + conflict.others })
    let base = try WeekConflicts(few, reusing: nil, solver: solver, stop: stop)
    let ways = try conflict.members.compactMap { member -> WayOut? in
      let steps = ChangeSteps(member, of: few, only: conflict.soleEmployee, prices: prices)
      let isKept = { (step: ChangeSteps.Step, active: Set<WeekMember>?) in
        let changed = try WeekConflicts(
          few.with(step.change),
          reusing: base,
          solver: self.solver,
          stop: self.stop
        )
        return try conflict.demands.allSatisfy { try changed.isKept($0, keeping: active) }
          && !changed.isHarmful(step.change, before: base)
      }
      if let enough = try steps.first(where: { try isKept($0, nil) }) {
        return WayOut(
          member: member,
          change: enough.change,
          price: enough.price,
          isEnough: true
        )
      }
      let own = Set(conflict.members)
      return try steps.first(where: { try isKept($0, own) }).map {
        WayOut(member: member, change: $0.change, price: $0.price, isEnough: false)
      }
    }
    return ways.enumerated().sorted { left, right in
      (left.element.isEnough ? 0 : 1, left.element.price, left.offset)
        < (right.element.isEnough ? 0 : 1, right.element.price, right.offset)
    }.map(\.element)
  }

  /// The cheapest changes for all conflicts together: an integer program over the ways out; what turns
  /// up behind them is solved in turn.
  ///
  /// - Throws: `SolverError` when the solver fails, `ShiftwrightError` when `stop` is cancelled.
  public func together(_ conflicts: [SolvedConflict]) throws -> WholeWayOut {
    var all = WholeWayOut(changes: [], behind: [], isConfirmed: conflicts.isEmpty)
    var open = conflicts
    var changed = week
    var earlier = try WeekConflicts(week, reusing: nil, solver: solver, stop: stop)
    for _ in 0..<Self.mostRounds where !open.isEmpty {
      let chosen = try ElasticProgram(open).cheapest(solver)
      guard !chosen.isEmpty else { break }
      all.change(chosen)
      for way in chosen { changed = changed.with(way.change) }
      earlier = try WeekConflicts(changed, reusing: earlier, solver: solver, stop: stop)
      let left = try earlier.all()
      if left.isEmpty {
        all.isConfirmed = true
        break
      }
      let next = WaysOut(changed, prices: prices, solver: solver, stop: stop)
      open = try next.solved(left)
      all.behind += open.filter { new in
        !(conflicts + all.behind).contains { $0.conflict.members == new.conflict.members }
      }
    }
    return all
  }
}

extension WholeWayOut {
  /// Goes on with further changes; one of the same target takes the place of the earlier one, and costs
  /// what both cost.
  fileprivate mutating func change(_ further: [WayOut]) {
    for var way in further {
      way.price += changes.filter { $0.target == way.target }.reduce(0) { $0 + $1.price }
      changes.removeAll { $0.target == way.target }
      changes.append(way)
    }
  }
}

extension WeekConflicts {
  /// Whether a lock was moved to where its person has no legal week, who had one before.
  fileprivate func isHarmful(_ change: WeekChange, before: WeekConflicts) throws -> Bool {
    guard case .lock(let position, _?) = change else { return false }
    let own = WeekDemand.week(employee: desk.week.locks[position].employee)
    return try before.isKept(own) && !isKept(own)
  }
}

extension ChangeSteps {
  /// The cheapest step that is enough.
  func first(where isEnough: (Step) throws -> Bool) throws -> Step? {
    try ([self] + others).compactMap { try $0.firstOwn(where: isEnough) }
      .min { $0.price < $1.price }
  }

  /// The first step that is enough: by halves where later steps are enough too, else one by one.
  private func firstOwn(where isEnough: (Step) throws -> Bool) throws -> Step? {
    guard isGrowing else { return try steps.first { try isEnough($0) } }
    guard let last = steps.last, try isEnough(last) else { return nil }
    var (low, high) = (0, steps.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if try isEnough(steps[middle]) { high = middle } else { low = middle + 1 }
    }
    return steps[high]
  }
}

extension WayOut {
  /// What is changed, whatever the amount: later changes of the same replace earlier ones.
  struct Target: Hashable {
    let member: WeekMember
    let person: String?
  }

  /// Whether another change makes at least as much room: the same one or, of amounts that grow, more.
  func isCovered(by other: WayOut) -> Bool {
    if other.change == change { return true }
    switch member {
    case .absence, .availability, .lock: return false
    case .rule where isOfTwoNumbers: return false
    default: return other.target == target && price <= other.price
    }
  }

  /// Whether another number of the same labor rule could be changed instead.
  private var isOfTwoNumbers: Bool {
    if case .rule(_, let rule?, _) = change { rule.hasTwoNumbers } else { false }
  }

  var target: Target {
    let person: String? =
      switch change {
      case .contract(_, _, _, let only), .shiftWindow(_, _, let only), .rule(_, _, let only): only
      default: nil
      }
    switch member {
    case .presence(let rule, _):
      return Target(member: .presence(rule: rule, day: 0), person: person)
    case .minimumAgents(let queue, _):
      return Target(member: .minimumAgents(queue: queue, day: 0), person: person)
    default: return Target(member: member, person: person)
    }
  }
}

/// Chooses ways out of several conflicts at the least price: elastic members, each stretched as far as it
/// has to be for the conflicts that rely on it.
struct ElasticProgram {
  private let conflicts: [SolvedConflict]

  init(_ conflicts: [SolvedConflict]) { self.conflicts = conflicts }

  /// The choice; conflicts without a way out are left aside.
  func cheapest(_ solver: any LinearSolver) throws -> [WayOut] {
    var ways: [WayOut] = []
    for way in conflicts.flatMap(\.ways)
    where !ways.contains(where: { $0.change == way.change }) {
      ways.append(way)
    }
    guard !ways.isEmpty else { return [] }
    var model = LinearModel("ways out")
    // of equal prices the first is taken
    for (index, way) in ways.enumerated() {
      model.addVariable(
        "change \(index)",
        lower: 0,
        upper: 1,
        cost: way.price + (way.isEnough ? 0 : 1e-3) + 1e-6 * Double(index + 1),
        isInteger: true
      )
    }
    for (index, solved) in conflicts.enumerated() where !solved.ways.isEmpty {
      let terms = ways.indices.filter { place in
        solved.ways.contains { $0.isCovered(by: ways[place]) }
      }
      model.addConstraint(
        "conflict \(index)",
        lower: 1,
        upper: .infinity,
        terms: terms.map { LinearModel.Term(index: $0, coefficient: 1) }
      )
    }
    let solution = try solver.solve(model)
    guard solution.termination.hasSolution else {
      throw ShiftwrightError(
        "The cheapest changes were not found: the program of \(ways.count) changes did not end.\n"
          + "Take the ways out of each conflict by itself."
      )
    }
    let chosen = ways.indices.filter { solution.values[$0] > 0.5 }.map { ways[$0] }
    return chosen.filter { way in
      !chosen.contains { $0.target == way.target && $0.price > way.price }
    }
  }
}
