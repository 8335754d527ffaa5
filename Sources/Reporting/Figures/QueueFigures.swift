import Workforce

/// The week's key figures of one queue.
struct QueueFigures {
  var settings: QueueSettings
  var arrivals: Double
  /// Person-hours to roster.
  var requiredHours: Double
  /// Person-hours missing.
  var missingHours: Double
  /// Intervals with too few people.
  var understaffedIntervals: Int
  /// Service level by the queue model where the requirement is covered, weighted by arrivals.
  var modeledServiceLevel: Double
  /// Service level that the simulation measured.
  var simulated: Estimate
  /// What came of all that was promised.
  var verdict: TargetVerdict

  init(
    settings: QueueSettings,
    forecast: QueueForecast,
    requirement: QueueRequirement,
    shortfall: [Double],
    simulation: QueueSimulation,
    stepHours: Double
  ) {
    self.settings = settings
    arrivals = forecast.intervals.mean.total
    requiredHours = requirement.rosteredHours(step: stepHours)
    missingHours = shortfall.total * stepHours
    understaffedIntervals = shortfall.count { $0 > 0 }
    modeledServiceLevel = requirement.serviceLevel(weightedBy: forecast.intervals.mean)
    simulated = simulation.total.serviceLevel
    verdict = simulation.verdict
  }
}

extension QueueRequirement {
  /// Person-hours to roster.
  func rosteredHours(step: Double) -> Double {
    Double(intervals.reduce(0) { $0 + $1.rostered }) * step
  }

  /// Share of all contacts that the queue model expects in time; 1 without contacts.
  func serviceLevel(weightedBy arrivals: [Double]) -> Double {
    let all = arrivals.total
    guard all > 0 else { return 1 }
    return zip(intervals, arrivals).map { $0.serviceLevel * $1 }.total / all
  }
}
