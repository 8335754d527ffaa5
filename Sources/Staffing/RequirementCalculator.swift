public import Workforce

/// Turns a forecast into the people that each queue needs, interval by interval.
///
/// Each interval stands alone and counts as steady: expected arrivals × handle time ÷ interval is
/// the load, ``ErlangA`` the model where the forecast or the queue has a patience, ``ErlangC`` elsewhere.
public struct RequirementCalculator: Sendable {
  private let settings: ScenarioSettings

  /// Makes a calculator; the shrinkage must be below one.
  public init(settings: ScenarioSettings) {
    precondition(settings.shrinkage < .one, "shrinkage must be below one")
    self.settings = settings
  }

  /// The fewest agents that meet the service level and the occupancy cap in each interval, and the
  /// people to roster for them.
  ///
  /// The forecast lists the queues in the order of the settings. Closed intervals and those
  /// without expected arrivals need nobody; all others at least one. A cap of zero binds nobody,
  /// since no number of agents meets it.
  public func requirement(for forecast: Forecast) -> Requirement {
    precondition(
      forecast.queues.map(\.queue) == settings.queues.map(\.name),
      "the forecast must list the queues of the settings"
    )
    let queues = zip(settings.queues, forecast.queues).map { queue, expected in
      let intervals = (0..<forecast.grid.count).map { index in
        requirement(of: queue, expected, at: index, minutes: forecast.grid.stepMinutes)
      }
      return QueueRequirement(queue: queue.name, intervals: intervals)
    }
    return Requirement(grid: forecast.grid, queues: queues)
  }

  private func requirement(
    of queue: QueueSettings,
    _ expected: QueueForecast,
    at index: Int,
    minutes: Int
  ) -> IntervalRequirement {
    let arrivals = expected.intervals.mean[index]
    guard expected.isOpen[index], arrivals > 0 else { return Self.nobody }
    let model = queueModel(
      of: queue,
      arrivals: arrivals,
      handleTime: expected.averageHandleTime[index],
      patience: expected.patience,
      minutes: minutes
    )
    let (agents, binding) = agents(model, queue)
    return IntervalRequirement(
      agents: agents,
      rostered: rosteredPeople(for: agents, shrinkage: shrinkage),
      offeredLoad: model.offeredLoad,
      serviceLevel: model.serviceLevel(agents: agents, within: queue.target.threshold),
      occupancy: model.occupancy(agents: agents),
      bindingTarget: binding
    )
  }

  private static let nobody = IntervalRequirement(
    agents: 0,
    rostered: 0,
    offeredLoad: 0,
    serviceLevel: 1,
    occupancy: 0,
    bindingTarget: .none
  )

  /// The model of a queue in an interval; without a patience of its own the setting's counts.
  func queueModel(
    of queue: QueueSettings,
    arrivals: Double,
    handleTime: Duration,
    patience: Duration?,
    minutes: Int
  ) -> any QueueModel {
    let load = arrivals * handleTime.inSeconds / Double(60 * minutes)
    guard let patience = patience ?? queue.patience else {
      return ErlangC(
        offeredLoad: load,
        averageHandleTime: handleTime,
        concurrency: queue.concurrency
      )
    }
    return ErlangA(
      offeredLoad: load,
      averageHandleTime: handleTime,
      patience: patience,
      concurrency: queue.concurrency
    )
  }

  func agents(
    _ model: any QueueModel,
    _ queue: QueueSettings
  ) -> (agents: Int, binding: BindingTarget) {
    let target = queue.target
    let guess = Int((model.offeredLoad / Double(queue.concurrency)).rounded(.up))
    let forService = fewestAgents(near: guess) {
      model.serviceLevel(agents: $0, within: target.threshold) >= target.serviceLevel.value
    }
    let served = max(1, forService)
    guard let cap = target.maximumOccupancy?.value, cap > 0,
      model.occupancy(agents: served) > cap
    else { return (served, .serviceLevel) }
    return (fewestAgents(near: served) { model.occupancy(agents: $0) <= cap }, .occupancy)
  }

  /// The share of rostered time that is lost.
  var shrinkage: Fraction { settings.shrinkage }
}

/// The smallest number, at least 0, that satisfies a condition which stays true once it is true.
///
/// Doubling steps from `guess`, then bisection.
func fewestAgents(near guess: Int, satisfying isEnough: (Int) -> Bool) -> Int {
  var low = -1
  var high = guess
  var step = 1
  while !isEnough(high) { (low, high, step) = (high, high + step, 2 * step) }
  if low < 0 {
    var probe = guess - 1
    while probe >= 0, isEnough(probe) { (high, probe, step) = (probe, probe - step, 2 * step) }
    low = max(-1, probe)
  }
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if isEnough(middle) { high = middle } else { low = middle }
  }
  return high
}
