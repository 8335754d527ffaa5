import Optimization
import Synchronization
import Workforce

/// The integer program of one block: the shifts of one date, start and all breaks, of people of
/// one group, everything else fixed (`roster-algorithm.md`, day programs).
struct DayProgram {
  /// What became of a block.
  struct Outcome: Sendable {
    /// The better shifts, one per person; `nil` when none were found.
    var shifts: [PlannedShift]?
    /// True when the block's own bound proves the shifts optimal.
    var isProved = false
    /// True when a guard or the solver stopped it: the block is dropped.
    var isDropped = false
    /// True when the clock, not the work, stopped it.
    var wasGuarded = false
    /// Work done.
    var meter = WorkMeter()
  }

  /// A step of the marginal value of people put back in one slot.
  private struct Step {
    let row: Int
    let width: Double
    let worth: Double
  }

  /// A shift with breaks of one person.
  private struct Column {
    let person: Int
    let shift: PlannedShift
    let cost: Double
  }

  private let problem: RosterProblem
  private let block: DayBlock
  private let current: [PlannedShift]
  /// Value of the last person put back, per slot; folded into the columns' costs.
  private var base: [Double]
  /// Slots whose value is not constant, ascending.
  private var rowSlots: [Int] = []
  private var steps: [Step] = []
  private let entries: [TableEntry]
  private var random: RandomStream
  /// Nodes of the integer search.
  private let nodes: Int

  private static let roundLimit = 60
  private static let noisyPricings = 12
  private static let relaxation = SolveLimits(simplexIterations: 4000, guardMilliseconds: 20_000)
  /// Sets the block up against a roster.
  init(_ block: DayBlock, state: RosterState, seed: UInt64, round: Int, nodes: Int) {
    self.nodes = nodes
    problem = state.problem
    self.block = block
    current = block.people.map { person in
      guard let shift = state.tours[person].shifts.first(where: { $0.day == block.day }) else {
        preconditionFailure("everyone in a block works on its date")
      }
      return shift
    }
    random = RandomStream(
      seed: seed,
      name: "day program",
      keys: round,
      block.day,
      block.group,
      block.people[0]
    )
    entries = Set(
      block.choices.joined().map { TableEntry(start: Int32($0.start), shape: Int32($0.shape)) }
    ).sorted { ($0.start, $0.shape) < ($1.start, $1.shape) }
    var trial = state
    for shift in current { trial.remove(shift) }
    base = [Double](repeating: 0, count: problem.slotCount)
    readValues(trial.cover)
  }

  /// Reads the marginal values of one, two, … people of the group in each slot of the block.
  private mutating func readValues(_ cover: CoverState) {
    var cover = cover
    let shapes = problem.shapes
    let first = entries.map { Int($0.start) }.min() ?? 0
    let last = entries.map { Int($0.start) + shapes[Int($0.shape)].length }.max() ?? 0
    for slot in first..<min(last, problem.slotCount) {
      let group = problem.group(block.group, at: slot)
      let values = block.people.map { _ -> Double in
        let gain = cover.gain(group: group, slot: slot)
        cover.add(group: group, slot: slot)
        return gain
      }
      let least = values[values.count - 1]
      base[slot] = least
      guard values[0] - least > 1e-9 else { continue }
      let row = rowSlots.count
      rowSlots.append(slot)
      var index = 0
      while index < values.count, values[index] - least > 1e-9 {
        let end = values[index...].firstIndex { values[index] - $0 > 1e-12 } ?? values.count
        steps.append(Step(row: row, width: Double(end - index), worth: values[index] - least))
        index = end
      }
    }
  }

  /// Solves the block.
  func solve(_ solver: any LinearSolver) throws -> Outcome {
    let program = self
    let outcome = try solver.withSession(frame(steps: steps)) { session in
      var local = program
      return local.generate(session)
    }
    var result = Outcome(meter: outcome.meter)
    guard !outcome.isDropped else {
      result.isDropped = true
      result.wasGuarded = outcome.wasGuarded
      return result
    }
    if outcome.isProved {
      result.isProved = true
      return result
    }
    let decided = try decide(outcome.columns, solver: solver)
    result.meter.add(units: decided.meter.units)
    result.shifts = decided.shifts
    result.isDropped = decided.isDropped
    result.wasGuarded = decided.wasGuarded
    return result
  }

  /// What the column generation found.
  private struct Generated: Sendable {
    var columns: [Column] = []
    var isProved = false
    var isDropped = false
    /// True when the clock, not the work, stopped it.
    var wasGuarded = false
    var meter = WorkMeter()
  }

  private func frame(steps: [Step]) -> LinearModel {
    var model = LinearModel("day \(block.day) group \(block.group)")
    var terms: [[LinearModel.Term]] = rowSlots.map { _ in [] }
    for (index, step) in steps.enumerated() {
      let value = model.addVariable("value \(index)", upper: step.width, cost: -step.worth)
      terms[step.row].append(LinearModel.Term(index: value, coefficient: -1))
    }
    for (row, slot) in rowSlots.enumerated() {
      _ = model.addConstraint("slot \(slot)", lower: 0, upper: .infinity, terms: terms[row])
    }
    for person in block.people {
      _ = model.addConstraint("one shift for \(person)", lower: 1, upper: 1, terms: [])
    }
    return model
  }

  private func terms(of column: Column) -> [LinearModel.Term] {
    var terms: [LinearModel.Term] = []
    problem.forEachStretch(of: column.shift) { stretch in
      for slot in stretch {
        guard let row = rowIndex(slot) else { continue }
        terms.append(LinearModel.Term(index: row, coefficient: 1))
      }
    }
    terms.append(LinearModel.Term(index: rowSlots.count + column.person, coefficient: 1))
    return terms
  }

  private func rowIndex(_ slot: Int) -> Int? {
    var low = 0
    var high = rowSlots.count
    while low < high {
      let middle = (low + high) / 2
      if rowSlots[middle] < slot { low = middle + 1 } else { high = middle }
    }
    return low < rowSlots.count && rowSlots[low] == slot ? low : nil
  }

  /// A shift with its cost, the constant part of its cover folded in.
  private func column(_ person: Int, shift: PlannedShift, cost: Double) -> Column {
    var folded = cost
    problem.forEachStretch(of: shift) { stretch in
      for slot in stretch { folded -= base[slot] }
    }
    return Column(person: person, shift: shift, cost: folded)
  }
}

extension DayProgram {
  /// Generates columns until none can improve, then adds noisy ones and drops those that cannot be
  /// part of a better solution.
  private mutating func generate(_ session: any SolverSession) -> Generated {
    var generated = Generated()
    var columns = startColumns()
    session.addVariables(columns.map(modelColumn))
    let incumbent = value(of: columns)
    var center = (prices: [Double](repeating: 0, count: rowSlots.count), bound: -Double.infinity)
    for round in 0..<Self.roundLimit {
      let relaxed = session.solveRelaxation(Self.relaxation)
      generated.meter.addPivots(relaxed.pivots, rows: session.constraintCount)
      guard relaxed.termination == .optimal, !relaxed.stoppedByGuard else {
        generated.isDropped = true
        generated.wasGuarded = relaxed.stoppedByGuard
        return generated
      }
      let duals = rowSlots.indices.map { max(0, relaxed.duals[$0]) }
      var fresh: [Column] = []
      for prices in [mix(center.prices, duals, isFirst: round == 0), duals] {
        let priced = price(prices)
        if priced.bound > center.bound { center = (prices, priced.bound) }
        fresh = priced.columns.filter { candidate in
          !columns.contains { $0.person == candidate.person && $0.shift == candidate.shift }
            && reducedCost(candidate, relaxed.duals) < -1e-7
        }
        if !fresh.isEmpty { break }
      }
      if fresh.isEmpty { break }
      columns += fresh
      session.addVariables(fresh.map(modelColumn))
    }
    if incumbent - center.bound < 1e-6 * max(1, abs(incumbent)) {
      generated.isProved = true
      return generated
    }
    addNoisy(&columns, around: center.prices)
    generated.columns = filtered(columns, center: center, incumbent: incumbent)
    return generated
  }

  private func mix(_ center: [Double], _ duals: [Double], isFirst: Bool) -> [Double] {
    isFirst ? duals : zip(center, duals).map { 0.7 * $0 + 0.3 * $1 }
  }

  /// The present shifts, which come first, in the order of the people.
  private func startColumns() -> [Column] {
    block.people.indices.map { person in
      let shift = current[person]
      guard
        let choice = block.choices[person].first(where: {
          $0.start == shift.start && $0.shape == shift.shape
        })
      else { preconditionFailure("the present shift must be among the choices") }
      return column(person, shift: shift, cost: choice.cost)
    }
  }

  private func modelColumn(_ column: Column) -> LinearModel.Column {
    LinearModel.Column(
      LinearModel.Variable(
        name: "shift \(column.person) \(column.shift.start) \(column.shift.shape)",
        lower: 0,
        upper: .infinity,
        cost: column.cost,
        isInteger: false
      ),
      terms: terms(of: column)
    )
  }

  private func reducedCost(_ column: Column, _ duals: [Double]) -> Double {
    terms(of: column).reduce(column.cost) { $0 - duals[$1.index] * $1.coefficient }
  }

  /// Each person's best shift at prices per row, and the block's bound there.
  private func price(_ prices: [Double]) -> (columns: [Column], bound: Double) {
    var values = base
    for (row, slot) in rowSlots.enumerated() { values[slot] += prices[row] }
    let table = ShiftTable(slotValues: values, entries: entries, problem: problem)
    var bound = steps.reduce(0) { $0 + $1.width * min(0, prices[$1.row] - $1.worth) }
    let columns = block.people.indices.map { person -> Column in
      var best = Double.infinity
      var chosen = block.choices[person][0]
      for choice in block.choices[person] {
        let reduced = choice.cost - table.value(start: choice.start, shape: choice.shape)
        if reduced < best { (best, chosen) = (reduced, choice) }
      }
      bound += best
      let shift = PlannedShift(
        day: block.day,
        start: chosen.start,
        shape: chosen.shape,
        group: block.group,
        pauses: table.pauses(start: chosen.start, shape: chosen.shape, problem: problem)
      )
      return column(person, shift: shift, cost: chosen.cost)
    }
    return (columns, bound)
  }

  /// The block's objective with the given columns chosen, less constants.
  private func value(of columns: [Column]) -> Double {
    var people = [Double](repeating: 0, count: rowSlots.count)
    for column in columns {
      for term in terms(of: column) where term.index < rowSlots.count { people[term.index] += 1 }
    }
    var value = columns.reduce(0) { $0 + $1.cost }
    for step in steps {
      let used = min(step.width, people[step.row])
      people[step.row] -= used
      value -= used * step.worth
    }
    return value
  }

  private mutating func addNoisy(_ columns: inout [Column], around prices: [Double]) {
    for _ in 0..<Self.noisyPricings {
      let noisy = prices.map { $0 * (1 + 0.6 * (random.unit() - 0.5)) }
      for candidate in price(noisy).columns
      where !columns.contains(where: {
        $0.person == candidate.person && $0.shift == candidate.shift
      }) {
        columns.append(candidate)
      }
    }
  }

  /// Leaves out columns whose reduced cost at the best bound's prices is as large as what is left
  /// to gain; the present shifts stay.
  private func filtered(
    _ columns: [Column],
    center: (prices: [Double], bound: Double),
    incumbent: Double
  ) -> [Column] {
    let least = price(center.prices).columns.map { rowCost($0, center.prices) }
    return columns.enumerated().filter { index, column in
      index < block.people.count
        || rowCost(column, center.prices) - least[column.person] < incumbent - center.bound
    }.map(\.element)
  }

  private func rowCost(_ column: Column, _ prices: [Double]) -> Double {
    terms(of: column).reduce(column.cost) { sum, term in
      term.index < prices.count ? sum - prices[term.index] * term.coefficient : sum
    }
  }

  /// Solves the integer program over the columns kept, the present shifts handed over first.
  private func decide(
    _ columns: [Column],
    solver: any LinearSolver
  ) throws -> (shifts: [PlannedShift]?, isDropped: Bool, wasGuarded: Bool, meter: WorkMeter) {
    let rounding = rounding(columns)
    let first = Array(block.people.indices)
    let handed = point(first, rounding, columns: columns.count)
    let better = RoundingMemory(best: rounding.objective(first))
    let limits = SolveLimits(
      simplexIterations: 60_000,
      branchAndBoundNodes: nodes,
      guardMilliseconds: 30_000
    )
    let model = frame(steps: steps)
    let binaries = binaries(columns)
    let solution = try solver.withSession(model) { session in
      session.addVariables(binaries)
      return session.solveInteger(limits, incumbent: handed) { values in
        let choice = rounding.choice(at: values)
        guard better.accepts(choice.objective) else { return nil }
        return point(choice.picks, rounding, columns: columns.count)
      }
    }
    var meter = WorkMeter()
    meter.addPivots(solution.pivots, rows: model.constraints.count)
    meter.addNodes(solution.nodes, rows: model.constraints.count)
    guard solution.termination.hasSolution, !solution.stoppedByGuard else {
      return (nil, true, solution.stoppedByGuard, meter)
    }
    var shifts = current
    for (index, column) in columns.enumerated() where solution.values[steps.count + index] > 0.5 {
      shifts[column.person] = column.shift
    }
    return (shifts, false, false, meter)
  }

  private func binaries(_ columns: [Column]) -> [LinearModel.Column] {
    columns.enumerated().map { index, column in
      LinearModel.Column(
        LinearModel.Variable(
          name: "shift \(index)",
          lower: 0,
          upper: 1,
          cost: column.cost,
          isInteger: true
        ),
        terms: terms(of: column)
      )
    }
  }

  private func rounding(_ columns: [Column]) -> BlockRounding {
    var byRow = [[(width: Int, worth: Double)]](repeating: [], count: rowSlots.count)
    for step in steps { byRow[step.row].append((Int(step.width), step.worth)) }
    return BlockRounding(
      rows: columns.map { column in
        terms(of: column).filter { $0.index < rowSlots.count }.map { Int32($0.index) }
      },
      costs: columns.map(\.cost),
      people: columns.map(\.person),
      personCount: block.people.count,
      steps: byRow,
      offset: steps.count
    )
  }

  /// A choice of columns as a point of the program.
  private func point(_ picks: [Int], _ rounding: BlockRounding, columns: Int) -> [Double] {
    var counts = rounding.counts(picks).map(Double.init)
    var point = steps.map { step -> Double in
      let used = min(step.width, counts[step.row])
      counts[step.row] -= used
      return used
    }
    point += [Double](repeating: 0, count: columns)
    for pick in picks { point[steps.count + pick] = 1 }
    return point
  }
}

/// The best objective that rounding gave in one search; a class, because the solver calls back.
private final class RoundingMemory: Sendable {
  private let best: Mutex<Double>

  init(best: Double) { self.best = Mutex(best) }

  /// Whether an objective is the best so far.
  func accepts(_ objective: Double) -> Bool {
    best.withLock { best in
      guard objective < best - 1e-7 else { return false }
      best = objective
      return true
    }
  }
}
