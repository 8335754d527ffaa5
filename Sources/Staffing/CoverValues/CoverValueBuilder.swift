public import Workforce

/// Computes what people are worth to each queue in each interval: Φ of the design, in contacts.
public struct CoverValueBuilder: Sendable {
  private let settings: ScenarioSettings
  private let mix: ProficiencyMix
  private let threads: Int

  /// Makes a builder for the people of a scenario; threads change the time, not the result.
  public init(inputs: PlanningInputs, threads: Int = 1) {
    settings = inputs.settings
    mix = ProficiencyMix(inputs)
    self.threads = threads
  }

  /// The curves for a forecast, and the need that it leads to.
  ///
  /// Both list the queues in the order of the settings. People for deferred work are worth the items
  /// that they do, as far as the need goes; for all other queues only the forecast counts, with the
  /// handle times of the people there are.
  public func values(for forecast: Forecast, requirement: Requirement) -> CoverValues {
    precondition(
      forecast.queues.map(\.queue) == settings.queues.map(\.name),
      "the forecast must list the queues of the settings"
    )
    let forecast = mix.stretched(forecast)
    let count = forecast.grid.count
    let minutes = forecast.grid.stepMinutes
    let loads = steadyLoads(forecast)
    let cells = parallelMap(count: settings.queues.count * count, threads: threads) { cell in
      let (place, index) = (cell / count, cell % count)
      guard settings.queues[place].channel != .deferred else {
        return deferredCurve(
          people: requirement.queues[place].intervals[index].rostered,
          handleTime: forecast.queues[place].averageHandleTime[index],
          minutes: minutes
        )
      }
      return curve(
        settings.queues[place],
        forecast.queues[place],
        index,
        load: loads[place][index]
      )
    }
    let queues = settings.queues.indices.map { Array(cells[$0 * count..<($0 + 1) * count]) }
    return CoverValues(grid: forecast.grid, queues: queues)
  }

  /// The steady load of each queue and interval with the service that the need has there, in erlangs;
  /// 0 for deferred work.
  private func steadyLoads(_ forecast: Forecast) -> [[Double]] {
    let calculator = RequirementCalculator(settings: settings)
    return parallelMap(count: settings.queues.count, threads: threads) { place in
      guard settings.queues[place].channel != .deferred else {
        return Array(repeating: 0, count: forecast.grid.count)
      }
      return calculator.steadyLoads(
        of: settings.queues[place],
        forecast.queues[place],
        minutes: forecast.grid.stepMinutes
      )
    }
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
    load: Double
  ) -> Int {
    let arrivals = expected.intervals.mean[index]
    guard expected.isOpen[index], queue.channel != .deferred else { return 0 }
    var agents = queue.target.minimumAgents
    if arrivals > 0 {
      let model = model(queue, expected, index, load)(1)
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

  /// A mean that lies so far below a cap on occupancy keeps it in spite of chance.
  private static let capMargin = 0.01

  /// People to roster for the cap on occupancy; 0 without one.
  private func peopleForCap(_ queue: QueueSettings, load: Double) -> Int {
    guard let cap = queue.target.maximumOccupancy?.value, load > 0 else { return 0 }
    let agents = (load / max(cap - Self.capMargin, cap / 2)).rounded(.up)
    return rosteredPeople(for: Int(agents), shrinkage: settings.shrinkage)
  }

  /// The curve with the contacts that people would handle above the cap among those that miss.
  private static func capped(_ missed: [Double], arrivals: Double, people: Int) -> [Double] {
    guard people > 0 else { return missed }
    return (0..<max(missed.count, people + 1)).map { count in
      let above = arrivals * max(0, 1 - Double(count) / Double(people))
      return max(count < missed.count ? missed[count] : 0, above)
    }
  }

  /// The queue model of an interval at a multiple of a load.
  private func model(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ index: Int,
    _ load: Double
  ) -> (Double) -> any QueueModel {
    let calculator = RequirementCalculator(settings: settings)
    let handleTime = queue.handleTimeWhenFull(expected.averageHandleTime[index])
    return { factor in
      calculator.queueModel(
        of: queue,
        load: factor * load,
        handleTime: handleTime,
        patience: expected.patience
      )
    }
  }

  private func curve(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ index: Int,
    load: Double
  ) -> CoverCurve {
    let arrivals = expected.intervals.mean[index]
    let floor = floor(queue, expected, index, load: load)
    guard expected.isOpen[index], arrivals > 0 else { return CoverCurve(missed: [], floor: floor) }
    let missed = MissedContacts(
      arrivals: arrivals,
      threshold: queue.target.threshold,
      shrinkage: settings.shrinkage.value,
      rates: GammaQuadrature(variation: expected.dayVariation),
      model: model(queue, expected, index, load)
    )
    let cap = peopleForCap(queue, load: load / Double(queue.concurrency))
    return CoverCurve(
      missed: Self.capped(missed.curve(), arrivals: arrivals, people: cap),
      floor: floor
    )
  }
}
