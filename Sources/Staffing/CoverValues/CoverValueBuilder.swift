public import Workforce

/// Computes what people are worth to each queue in each interval: Φ of the design, in contacts.
public struct CoverValueBuilder: Sendable {
  private let settings: ScenarioSettings
  private let threads: Int

  /// Makes a builder; threads change the time, not the result.
  public init(settings: ScenarioSettings, threads: Int = 1) {
    self.settings = settings
    self.threads = threads
  }

  /// The curves for a forecast, and the need that it leads to.
  ///
  /// Both list the queues in the order of the settings. People for deferred work are worth the items
  /// that they do, as far as the need goes; for all other queues only the forecast counts.
  public func values(for forecast: Forecast, requirement: Requirement) -> CoverValues {
    precondition(
      forecast.queues.map(\.queue) == settings.queues.map(\.name),
      "the forecast must list the queues of the settings"
    )
    let count = forecast.grid.count
    let minutes = forecast.grid.stepMinutes
    let cells = parallelMap(count: settings.queues.count * count, threads: threads) { cell in
      let (place, index) = (cell / count, cell % count)
      guard settings.queues[place].channel != .deferred else {
        return deferredCurve(
          people: requirement.queues[place].intervals[index].rostered,
          handleTime: forecast.queues[place].averageHandleTime[index],
          minutes: minutes
        )
      }
      return curve(settings.queues[place], forecast.queues[place], index, minutes)
    }
    let queues = settings.queues.indices.map { Array(cells[$0 * count..<($0 + 1) * count]) }
    return CoverValues(grid: forecast.grid, queues: queues)
  }

  /// Items that are not done with fewer people than an interval of deferred work needs.
  private func deferredCurve(people: Int, handleTime: Duration, minutes: Int) -> CoverCurve {
    let items = Double(60 * minutes) / handleTime.inSeconds * (1 - settings.shrinkage.value)
    return CoverCurve(missed: (0...people).map { Double(people - $0) * items })
  }

  /// Where no floor is promised, this share of the service level is one all the same: without it a
  /// target over the week could be met with nobody there on some day.
  private static let floorShare = 0.75

  /// People to roster for the floors of the target.
  private func floor(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ index: Int,
    _ minutes: Int
  ) -> Int {
    let arrivals = expected.intervals.mean[index]
    guard expected.isOpen[index], queue.channel != .deferred else { return 0 }
    var agents = queue.target.minimumAgents
    if arrivals > 0 {
      let model = model(queue, expected, index, minutes)(arrivals)
      let least =
        queue.target.intervalFloor?.value ?? Self.floorShare * queue.target.serviceLevel.value
      let forFloor = fewestAgents(near: Int(model.offeredLoad)) {
        model.serviceLevel(
          agents: $0,
          within: queue.target.threshold,
          by: queue.target.definition
        ) >= least
      }
      agents = max(agents, forFloor)
    }
    return rosteredPeople(for: agents, shrinkage: settings.shrinkage)
  }

  /// The queue model of an interval at a number of arrivals.
  private func model(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ index: Int,
    _ minutes: Int
  ) -> (Double) -> any QueueModel {
    let calculator = RequirementCalculator(settings: settings)
    return { arrivals in
      calculator.queueModel(
        of: queue,
        arrivals: arrivals,
        handleTime: expected.averageHandleTime[index],
        patience: expected.patience,
        minutes: minutes
      )
    }
  }

  private func curve(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ index: Int,
    _ minutes: Int
  ) -> CoverCurve {
    let arrivals = expected.intervals.mean[index]
    let floor = floor(queue, expected, index, minutes)
    guard expected.isOpen[index], arrivals > 0 else { return CoverCurve(missed: [], floor: floor) }
    let missed = MissedContacts(
      arrivals: arrivals,
      threshold: queue.target.threshold,
      shrinkage: settings.shrinkage.value,
      rates: GammaQuadrature(variation: expected.dayVariation),
      model: model(queue, expected, index, minutes)
    )
    return CoverCurve(missed: missed.curve(), floor: floor)
  }
}
