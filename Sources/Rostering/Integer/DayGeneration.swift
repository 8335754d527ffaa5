import Optimization
import Workforce

/// Generates the columns of a day program: exact pricing at smoothed duals, then noisy prices.
struct DayGeneration {
  /// What the column generation found.
  struct Result: Sendable {
    /// The columns for the integer program, the present shifts first.
    var columns: [DayColumn] = []
    /// True when the bound proves the present shifts optimal.
    var isProved = false
    /// True when a guard or the solver stopped it.
    var isDropped = false
    /// True when the clock, not the work, stopped it.
    var wasGuarded = false
    var meter = WorkMeter()
  }

  /// Prices per row with the bound that they give.
  private typealias Center = (prices: [Double], bound: Double)

  private let program: DayProgram
  private let rows: DayRows
  private let block: DayBlock
  private var random: RandomStream

  private static let roundLimit = 60
  private static let noisyPricings = 12
  private static let relaxation = SolveLimits(simplexIterations: 4000, guardMilliseconds: 20_000)

  init(_ program: DayProgram, random: RandomStream) {
    self.program = program
    rows = program.rows
    block = program.block
    self.random = random
  }

  /// Generates columns until none can improve, then adds noisy ones and drops those that cannot be
  /// part of a better solution.
  mutating func run(_ session: any SolverSession, stop: StopSignal) -> Result {
    var generated = Result()
    var columns = startColumns()
    session.addVariables(columns.map(modelColumn))
    let incumbent = rows.value(of: columns)
    var center: Center = ([Double](repeating: 0, count: rows.slots.count), -Double.infinity)
    for round in 0..<Self.roundLimit {
      let relaxed = session.solveRelaxation(Self.relaxation.ending(with: stop))
      generated.meter.addPivots(relaxed.pivots, rows: session.constraintCount)
      guard relaxed.termination == .optimal, !relaxed.stoppedByGuard, !stop.isStopped else {
        generated.isDropped = true
        generated.wasGuarded = relaxed.stoppedByGuard || stop.isStopped
        return generated
      }
      let fresh = fresh(relaxed.duals, beside: columns, &center, isFirst: round == 0)
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

  /// New columns that can improve: at smoothed prices, and at the duals when those give none.
  private func fresh(
    _ duals: [Double],
    beside columns: [DayColumn],
    _ center: inout Center,
    isFirst: Bool
  ) -> [DayColumn] {
    let exact = rows.slots.indices.map { max(0, duals[$0]) }
    for prices in [mix(center.prices, exact, isFirst: isFirst), exact] {
      let priced = price(prices)
      if priced.bound > center.bound { center = (prices, priced.bound) }
      let fresh = priced.columns.filter { candidate in
        !columns.contains { $0.person == candidate.person && $0.shift == candidate.shift }
          && reducedCost(candidate, duals) < -1e-7
      }
      if !fresh.isEmpty { return fresh }
    }
    return []
  }

  private func mix(_ center: [Double], _ duals: [Double], isFirst: Bool) -> [Double] {
    isFirst ? duals : zip(center, duals).map { 0.7 * $0 + 0.3 * $1 }
  }

  /// The present shifts, which come first, in the order of the people.
  private func startColumns() -> [DayColumn] {
    block.people.indices.map { person in
      let shift = program.current[person]
      guard
        let choice = block.choices[person].first(where: {
          $0.start == shift.start && $0.shape == shift.shape
        })
      else { preconditionFailure("the present shift must be among the choices") }
      return rows.column(person, shift: shift, cost: choice.cost)
    }
  }

  private func modelColumn(_ column: DayColumn) -> LinearModel.Column {
    LinearModel.Column(
      LinearModel.Variable(
        name: "shift \(column.person) \(column.shift.start) \(column.shift.shape)",
        lower: 0,
        upper: .infinity,
        cost: column.cost,
        isInteger: false
      ),
      terms: rows.terms(of: column)
    )
  }

  private func reducedCost(_ column: DayColumn, _ duals: [Double]) -> Double {
    rows.terms(of: column).reduce(column.cost) { $0 - duals[$1.index] * $1.coefficient }
  }

  /// Each person's best shift at prices per row, and the block's bound there.
  private func price(_ prices: [Double]) -> (columns: [DayColumn], bound: Double) {
    var values = rows.base
    for (row, slot) in rows.slots.enumerated() { values[slot] += prices[row] }
    let problem = program.problem
    let table = ShiftTable(slotValues: values, entries: program.entries, problem: problem)
    var bound = rows.bound(at: prices)
    let columns = block.people.indices.map { person -> DayColumn in
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
      return rows.column(person, shift: shift, cost: chosen.cost)
    }
    return (columns, bound)
  }

  private mutating func addNoisy(_ columns: inout [DayColumn], around prices: [Double]) {
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
    _ columns: [DayColumn],
    center: Center,
    incumbent: Double
  ) -> [DayColumn] {
    let least = price(center.prices).columns.map { rowCost($0, center.prices) }
    return columns.enumerated().filter { index, column in
      index < block.people.count
        || rowCost(column, center.prices) - least[column.person] < incumbent - center.bound
    }.map(\.element)
  }

  private func rowCost(_ column: DayColumn, _ prices: [Double]) -> Double {
    rows.terms(of: column).reduce(column.cost) { sum, term in
      term.index < prices.count ? sum - prices[term.index] * term.coefficient : sum
    }
  }
}
