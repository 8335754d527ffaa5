package import Optimization
package import Workforce

/// How far an optimization is: the best roster and bound so far.
package struct RosterProgress: Sendable, Hashable {
  /// The stage at work.
  package let stage: String
  /// Objective of the best legal roster so far, once there is one.
  package let incumbent: Double?
  /// Best certified bound so far.
  package let bound: Double
  /// The part of the objective that no roster can avoid: contract pay.
  package let contractPay: Double
  /// Seconds since the start.
  package let seconds: Double
  /// What is going on, in a few words.
  package let detail: String

  /// (objective − bound) ÷ objective; 1 without a roster.
  package var gap: Double {
    guard let incumbent, incumbent > 0 else { return 1 }
    return max(0, incumbent - bound) / incumbent
  }

  /// (objective − bound) ÷ (objective − contract pay); 1 without a roster.
  package var controllableGap: Double {
    guard let incumbent, incumbent > contractPay else { return 1 }
    return max(0, incumbent - bound) / (incumbent - contractPay)
  }

  /// The same for the terminal.
  var stageProgress: StageProgress {
    StageProgress(
      stage: stage,
      detail: detail,
      standing: RosterStanding(
        cost: incumbent,
        bound: bound,
        gap: gap,
        controllableGap: controllableGap
      )
    )
  }
}

/// What came of optimizing a problem made of numbers.
package struct RosterResult: Sendable {
  /// One week per person.
  package let tours: [PlannedTour]
  /// The objective.
  package let objective: Double
  /// Best certified bound.
  package let bound: Double
  /// Contract pay that no roster can avoid.
  package let contractPay: Double
  /// What each stage gave.
  package let stages: [OptimizationStage]
  /// Whether everyone has a week and overtime budgets, seats and heads are all kept.
  package let isLegal: Bool
  /// Whether the clock ended a stage, so that the run cannot be repeated byte for byte.
  package let isCutShort: Bool
}

extension RosterProblem {
  /// Optimizes the roster; the best one so far when told to stop.
  package func optimized(
    options: RosterOptions,
    solver: any LinearSolver,
    stop: StopSignal,
    progress: (@Sendable (RosterProgress) -> Void)? = nil
  ) throws -> RosterResult {
    var pipeline = RosterPipeline(
      problem: self,
      options: options,
      solver: solver,
      stop: stop,
      progress: progress
    )
    let state = try pipeline.run()
    return RosterResult(
      tours: state.tours,
      objective: state.objective,
      bound: min(pipeline.bound, state.objective),
      contractPay: contractPay,
      stages: pipeline.stages,
      isLegal: isLegal(state),
      isCutShort: pipeline.isCutShort || stop.reason != nil
    )
  }
}
