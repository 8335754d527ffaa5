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
    let loads = steadyLoads(forecast)
    let caps = settings.queues.indices.map { peopleForCap($0, forecast, loads[$0]) }
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
        load: loads[place][index],
        cap: caps[place][index]
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
      let least =
        queue.target.intervalFloor?.value ?? Self.floorShare * queue.target.serviceLevel.value
      agents = max(agents, self.agents(queue, expected, index, load: load, reaching: least))
    }
    return rosteredPeople(for: agents, shrinkage: settings.shrinkage)
  }

  /// A mean that lies so far below a cap on occupancy keeps it in spite of chance.
  private static let capMargin = 0.01

  /// People to roster in each interval for a queue's cap on occupancy; 0 without one, and over the
  /// stretches on which the agents for the service level alone keep it.
  ///
  /// The cap is judged over a day or the week, so that busy intervals and calm ones make up for each
  /// other.
  private func peopleForCap(_ place: Int, _ forecast: Forecast, _ loads: [Double]) -> [Int] {
    let (queue, expected) = (settings.queues[place], forecast.queues[place])
    var people = Array(repeating: 0, count: loads.count)
    guard let cap = queue.target.maximumOccupancy?.value, queue.channel != .deferred else {
      return people
    }
    let aim = max(cap - Self.capMargin, cap / 2)
    let stretches = settings.targetPeriod == .week ? [loads.indices] : forecast.grid.days
    for stretch in stretches {
      let own = stretch.filter { expected.isOpen[$0] && expected.intervals.mean[$0] > 0 }
      let load = own.reduce(0) { $0 + loads[$1] }
      let forService = parallelMap(count: own.count, threads: threads) { index in
        agents(
          queue,
          expected,
          own[index],
          load: loads[own[index]],
          reaching: queue.target.serviceLevel.value
        )
      }
      guard load > aim * Double(queue.concurrency * forService.reduce(0, +)) else { continue }
      for index in own {
        let fewest = (loads[index] / (aim * Double(queue.concurrency))).rounded(.up)
        people[index] = rosteredPeople(for: Int(fewest), shrinkage: settings.shrinkage)
      }
    }
    return people
  }

  /// The fewest agents with whom a share of an interval's contacts is in time.
  private func agents(
    _ queue: QueueSettings,
    _ expected: QueueForecast,
    _ index: Int,
    load: Double,
    reaching share: Double
  ) -> Int {
    let model = model(queue, expected, index, load)(1)
    return fewestAgents(near: Int(model.offeredLoad)) {
      model.serviceLevel(
        agents: $0,
        within: queue.target.threshold,
        by: queue.target.definition
      ) >= share
    }
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
    load: Double,
    cap: Int
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
    return CoverCurve(
      missed: Self.capped(missed.curve(), arrivals: arrivals, people: cap),
      floor: floor
    )
  }
}
