import Workforce

/// The week's key figures of one queue.
struct QueueFigures {
  /// What came of the promise.
  enum Verdict: String {
    /// The whole interval of confidence lies at or above the target.
    case met
    /// The whole interval lies below the target.
    case missed
    /// The target lies inside the interval: more replications would tell.
    case unproven = "not proved"
  }

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
  var verdict: Verdict

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
    verdict = Verdict(simulation.total.serviceLevel, target: simulation.targetServiceLevel)
  }
}

extension QueueFigures.Verdict {
  init(_ measured: Estimate, target: Double) {
    self = measured.low >= target ? .met : measured.high < target ? .missed : .unproven
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
