import Optimization
import Synchronization
import Workforce

/// Decides a day program: the integer program over the columns kept, the present shifts handed
/// over first.
struct DayDecision: Sendable {
  private let program: DayProgram
  private let rows: DayRows
  private let columns: [DayColumn]

  init(_ program: DayProgram, columns: [DayColumn]) {
    self.program = program
    rows = program.rows
    self.columns = columns
  }

  /// Searches, and adds what it found and the work to the outcome.
  func decide(
    _ outcome: inout DayProgram.Outcome,
    solver: any LinearSolver,
    stop: StopSignal
  ) throws {
    let rounding = rounding
    let first = Array(program.block.people.indices)
    let handed = point(first, rounding)
    let better = RoundingMemory(best: rounding.objective(first))
    let limits = SolveLimits(
      simplexIterations: 60_000,
      branchAndBoundNodes: program.nodes,
      guardMilliseconds: 30_000
    )
    let model = rows.frame()
    let solution = try solver.withSession(model) { session in
      session.addVariables(binaries)
      return session.solveInteger(limits, endingWith: stop, incumbent: handed) { values in
        let choice = rounding.choice(at: values)
        guard better.accepts(choice.objective) else { return nil }
        return point(choice.picks, rounding)
      }
    }
    outcome.meter.addPivots(solution.pivots, rows: model.constraints.count)
    outcome.meter.addNodes(solution.nodes, rows: model.constraints.count)
    guard solution.termination.hasSolution, !solution.stoppedByGuard else {
      outcome.isDropped = true
      outcome.wasGuarded = solution.stoppedByGuard
      return
    }
    outcome.shifts = shifts(at: solution.values)
  }

  /// The shifts of a point, one per person.
  private func shifts(at values: [Double]) -> [PlannedShift] {
    var shifts = program.current
    for (index, column) in columns.enumerated() where values[rows.steps.count + index] > 0.5 {
      shifts[column.person] = column.shift
    }
    return shifts
  }

  private var binaries: [LinearModel.Column] {
    columns.enumerated().map { index, column in
      LinearModel.Column(
        LinearModel.Variable(
          name: "shift \(index)",
          lower: 0,
          upper: 1,
          cost: column.cost,
          isInteger: true
        ),
        terms: rows.terms(of: column)
      )
    }
  }

  private var rounding: BlockRounding {
    var byRow = [[(width: Int, worth: Double)]](repeating: [], count: rows.slots.count)
    for step in rows.steps { byRow[step.row].append((Int(step.width), step.worth)) }
    return BlockRounding(
      rows: columns.map { column in
        rows.terms(of: column).filter { $0.index < rows.slots.count }.map { Int32($0.index) }
      },
      costs: columns.map(\.cost),
      people: columns.map(\.person),
      personCount: program.block.people.count,
      steps: byRow,
      offset: rows.steps.count
    )
  }

  /// A choice of columns as a point of the program.
  private func point(_ picks: [Int], _ rounding: BlockRounding) -> [Double] {
    var counts = rounding.counts(picks).map(Double.init)
    var point = rows.steps.map { step -> Double in
      let used = min(step.width, counts[step.row])
      counts[step.row] -= used
      return used
    }
    point += [Double](repeating: 0, count: columns.count)
    for pick in picks { point[rows.steps.count + pick] = 1 }
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
