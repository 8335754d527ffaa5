import Workforce

/// The week's key figures of one queue.
struct QueueFigures {
  var settings: QueueSettings
  /// Contacts or items expected, those included that other queues hand on.
  var arrivals: Double
  /// Person-hours to roster.
  var requiredHours: Double
  /// Person-hours missing.
  var missingHours: Double
  /// Intervals with too few people.
  var understaffedIntervals: Int
  /// Service level by the queue model where the requirement is covered, weighted by arrivals; `nil`
  /// where there is no model or no contact.
  var modeledServiceLevel: Double?
  /// Service level that the simulation measured.
  var simulated: Estimate
  /// What came of all that was promised.
  var verdict: TargetVerdict
  /// Whether there was a service level to measure.
  var hasService: Bool

  init(
    settings: QueueSettings,
    arrivals: [Double],
    requirement: QueueRequirement,
    shortfall: [Double],
    simulation: QueueSimulation,
    stepHours: Double
  ) {
    self.settings = settings
    self.arrivals = arrivals.total
    requiredHours = requirement.rosteredHours(step: stepHours)
    missingHours = shortfall.total * stepHours
    understaffedIntervals = shortfall.count { $0 > 0 }
    modeledServiceLevel =
      settings.channel == .deferred || arrivals.total == 0
      ? nil : requirement.serviceLevel(weightedBy: arrivals)
    simulated = simulation.total.serviceLevel
    verdict = simulation.verdict
    hasService = simulation.total.hasService
  }

  /// The simulated service level, or why there is none.
  var simulatedText: String {
    guard !hasService else {
      return percent(simulated, bound: settings.target.serviceLevel.value)
    }
    guard settings.channel == .deferred else { return "no contacts" }
    return arrivals > 0 ? "nothing due" : "no items"
  }

  /// What the queue model expects; a dash where it says nothing.
  var modeledText: String { modeledServiceLevel.map { percent($0) } ?? "–" }
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
