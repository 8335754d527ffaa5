import Rostering
import Staffing
import Workforce

extension WeekPlanner {
  /// The cheapest roster that meets all targets in simulation, else the best; without rounds the one
  /// that the need asks for.
  func build(
    _ rounds: TargetRounds?,
    _ requirement: Requirement,
    start: ContinuousClock.Instant,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> TargetRounds.Found {
    guard let rounds else {
      return TargetRounds.Found(
        outcome: try roster(requirement, start: start, stop: stop, progress: progress),
        pricing: CoverPricing(settings: inputs.settings, requirement: requirement),
        rounds: []
      )
    }
    let found = try rounds.find { optimizer in
      if options.isStrict, !optimizer.impossible.isEmpty {
        throw ImpossibleWeek(people: optimizer.impossible)
      }
    }
    if options.isStrict, !found.outcome.impossible.isEmpty {
      throw ImpossibleWeek(people: found.outcome.impossible)
    }
    return found
  }

  /// What is missing where a target is missed; a search that the clock ended is said so.
  func shortfall(
    _ rounds: TargetRounds?,
    _ simulation: SimulationResult,
    _ coverage: Coverage,
    _ built: inout TargetRounds.Found,
    _ timer: inout StageTimer
  ) throws -> Shortfall? {
    guard let rounds, let prices = built.pricing.contactPrices,
      !simulation.queues.allSatisfy(\.meetsTarget), !PayFindings(inputs, built).isCapped
    else { return nil }
    let shortfall = try timer.measure("what is missing") {
      try RemedyFinder(rounds: rounds, simulation: simulation, coverage: coverage)
        .shortfall(prices: prices)
    }
    if rounds.stop.reason == .timeLimit { built.outcome.stopReason = .timeLimit }
    return shortfall
  }

  /// What looks for prices; `nil` where the need decides.
  func rounds(
    _ forecast: Forecast,
    _ requirement: Requirement,
    start: ContinuousClock.Instant,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) -> TargetRounds? {
    guard options.cover ?? inputs.settings.costs.cover == .service else { return nil }
    return TargetRounds(
      inputs: inputs,
      forecast: forecast,
      values: CoverValueBuilder(inputs: inputs, threads: options.threads)
        .values(for: forecast, requirement: requirement),
      options: options,
      seed: seed,
      solver: solver,
      start: self.start,
      stop: StopSignal(deadline: deadline(from: start, share: 1 - Self.reserve), parent: stop),
      progress: progress
    )
  }
}
