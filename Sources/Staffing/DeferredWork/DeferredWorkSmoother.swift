public import Optimization
import Workforce

/// Moves deferred work into the slots where people are free, by a linear program.
///
/// In this order: as little work as possible is late, the highest number of people is low, valleys
/// are filled. The program always has a solution: what cannot be done in time is late at a price.
public struct DeferredWorkSmoother: Sendable {
  private let solver: any LinearSolver
  private let limits: SolveLimits

  /// Makes a smoother.
  public init(solver: any LinearSolver, limits: SolveLimits = SolveLimits()) {
    self.solver = solver
    self.limits = limits
  }

  /// Plans the work of queues that share a pool.
  ///
  /// A queue that takes over work of another comes after it. Throws a `ShiftwrightError` when the
  /// solver ends without an optimum, and what the solver throws.
  public func plan(_ queues: [DeferredQueue], in pool: DeferredWorkPool) throws -> DeferredWorkPlan
  {
    for (index, queue) in queues.enumerated() {
      precondition(
        queue.released.count == pool.needed.count,
        "queues and pool must have the same slots"
      )
      precondition(
        queue.source.map { (0..<index).contains($0.queue) && $0.hoursPerHour >= 0 } ?? true,
        "a queue takes over work of a queue before it"
      )
    }
    let (smoothing, solution) = try solve(SmoothingModel(queues, pool))
    guard solution.termination == .optimal else {
      throw ShiftwrightError(
        "Deferred work of \(queues.count) queues in \(pool.needed.count) slots was not smoothed: "
          + "\(solution.termination).\n"
          + "Plan fewer days at once, or use longer slots."
      )
    }
    return SmoothingReader(smoothing, queues, pool, solution).plan
  }

  /// Solves, adds the rows that are broken, and solves again from the last basis.
  private func solve(_ smoothing: SmoothingModel) throws -> (SmoothingModel, LinearSolution) {
    let limits = limits
    return try solver.withSession(smoothing.model) { session in
      var smoothing = smoothing
      session.constructBasis()
      while true {
        let solution = session.solveRelaxation(limits)
        guard solution.termination == .optimal else { return (smoothing, solution) }
        let rows = smoothing.addPeakRows(brokenBy: solution.values)
        guard !rows.isEmpty else { return (smoothing, solution) }
        session.addConstraints(rows)
      }
    }
  }
}
