import Rostering
import Workforce

extension WeekPlanner {
  /// The roster with what its people are worth: by targets in simulation, or by the need.
  func roster(
    _ forecast: Forecast,
    _ requirement: Requirement,
    start: ContinuousClock.Instant,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> TargetRounds.Found {
    guard options.cover ?? inputs.settings.costs.cover == .service else {
      return TargetRounds.Found(
        outcome: try roster(requirement, start: start, stop: stop, progress: progress),
        pricing: CoverPricing(settings: inputs.settings, requirement: requirement),
        rounds: []
      )
    }
    let found = try rounds(
      forecast,
      requirement,
      start: start,
      stop: stop,
      progress: progress
    ).find {
      optimizer in
      if options.isStrict, !optimizer.impossible.isEmpty {
        throw ImpossibleWeek(people: optimizer.impossible)
      }
    }
    if options.isStrict, !found.outcome.impossible.isEmpty {
      throw ImpossibleWeek(people: found.outcome.impossible)
    }
    return found
  }

  func rounds(
    _ forecast: Forecast,
    _ requirement: Requirement,
    start: ContinuousClock.Instant,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) -> TargetRounds {
    TargetRounds(
      inputs: inputs,
      forecast: forecast,
      requirement: requirement,
      options: options,
      seed: seed,
      solver: solver,
      stop: StopSignal(deadline: deadline(from: start, share: 1 - Self.reserve), parent: stop),
      progress: progress
    )
  }
}
