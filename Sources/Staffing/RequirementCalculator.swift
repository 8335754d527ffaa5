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

  /// The fewest agents that meet all demands of the target in each interval, and the people to
  /// roster for them.
  ///
  /// The forecast lists the queues in the order of the settings. Closed intervals need nobody, open
  /// ones the target's fewest agents, those with expected arrivals at least one.
  public func requirement(for forecast: Forecast) -> Requirement {
    precondition(
      forecast.queues.map(\.queue) == settings.queues.map(\.name),
      "the forecast must list the queues of the settings"
    )
    let queues = settings.queues.indices.map { place in
      QueueRequirement(
        queue: settings.queues[place].name,
        intervals: intervals(of: place, forecast)
      )
    }
    return Requirement(grid: forecast.grid, queues: queues)
  }

  /// The need of one queue, by its position, in each interval; that of deferred work comes from its
  /// due times, all others from the queue models.
  private func intervals(of place: Int, _ forecast: Forecast) -> [IntervalRequirement] {
    let (queue, expected) = (settings.queues[place], forecast.queues[place])
    guard queue.channel != .deferred else {
      return DeferredRequirement(settings: settings, forecast: forecast).intervals(of: place)
    }
    return (0..<forecast.grid.count).map { index in
      requirement(of: queue, expected, at: index, minutes: forecast.grid.stepMinutes)
    }
  }

  private func requirement(
    of queue: QueueSettings,
    _ expected: QueueForecast,
    at index: Int,
    minutes: Int
  ) -> IntervalRequirement {
    let arrivals = expected.intervals.mean[index]
    let demands = demands(on: queue, expected, at: index)
    guard !demands.isEmpty else { return Self.nobody }
    let model = queueModel(
      of: queue,
      arrivals: max(0, arrivals),
      handleTime: expected.averageHandleTime[index],
      patience: expected.patience,
      minutes: minutes
    )
    let (agents, binding) = search(model, queue).fewest(for: demands)
    return IntervalRequirement(
      agents: agents,
      rostered: rosteredPeople(for: agents, shrinkage: shrinkage),
      offeredLoad: model.offeredLoad,
      serviceLevel: model.serviceLevel(
        agents: agents,
        within: queue.target.threshold,
        by: queue.target.definition
      ),
      occupancy: model.occupancy(agents: agents),
      bindingTarget: binding.map(BindingTarget.init) ?? .none
    )
  }

  /// What is asked of an interval: all demands where contacts are expected, the fewest agents where
  /// the queue is open and none are, nothing where it is closed.
  func demands(
    on queue: QueueSettings,
    _ expected: QueueForecast,
    at index: Int
  ) -> [ServiceDemand] {
    guard expected.isOpen[index] else { return [] }
    if expected.intervals.mean[index] > 0 { return queue.target.demands }
    let fewest = queue.target.minimumAgents
    return fewest > 0 ? [.minimumAgents(fewest)] : []
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
  ///
  /// A person with all slots busy is slowed down: a chat takes h(c) = h(1)·(1 + α·(c − 1)).
  func queueModel(
    of queue: QueueSettings,
    arrivals: Double,
    handleTime: Duration,
    patience: Duration?,
    minutes: Int
  ) -> any QueueModel {
    let handleTime = queue.handleTimeWhenFull(handleTime)
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

  func search(_ model: any QueueModel, _ queue: QueueSettings) -> DemandSearch {
    DemandSearch(
      model: model,
      concurrency: queue.concurrency,
      threshold: queue.target.threshold
    )
  }

  /// The share of rostered time that is lost.
  var shrinkage: Fraction { settings.shrinkage }
}
