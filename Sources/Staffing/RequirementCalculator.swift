public import Workforce

/// Turns a forecast into the people that each queue needs, interval by interval.
///
/// The queue models are ``ErlangA`` where the forecast or the queue has a patience, ``ErlangC``
/// elsewhere, both under the modified offered load with the line that earlier intervals leave
/// behind: one interval after the other, as ``TimeVaryingService`` has it.
public struct RequirementCalculator: Sendable {
  private let settings: ScenarioSettings
  /// `nil` where forecasts have the handle times of the people already.
  private let mix: ProficiencyMix?

  /// Makes a calculator for the people of a scenario; the shrinkage must be below one.
  public init(inputs: PlanningInputs) {
    self.init(settings: inputs.settings, mix: ProficiencyMix(inputs))
  }

  /// Makes a calculator that takes handle times as forecasts have them, unless there is a mix.
  init(settings: ScenarioSettings, mix: ProficiencyMix? = nil) {
    precondition(settings.shrinkage < .one, "shrinkage must be below one")
    self.settings = settings
    self.mix = mix
  }

  /// The fewest agents that meet all demands of the target in each interval, and the people to
  /// roster for them.
  ///
  /// The forecast lists the queues in the order of the settings. Deferred queues need nobody here:
  /// ``DeferredNeed`` knows their need. Closed intervals need nobody, open
  /// ones the target's fewest agents, those with expected arrivals at least one. Handle times are those
  /// of the people there are (`ProficiencyMix`).
  public func requirement(for forecast: Forecast) -> Requirement {
    precondition(
      forecast.queues.map(\.queue) == settings.queues.map(\.name),
      "the forecast must list the queues of the settings"
    )
    let forecast = mix?.stretched(forecast) ?? forecast
    let queues = settings.queues.indices.map { place in
      QueueRequirement(
        queue: settings.queues[place].name,
        intervals: intervals(of: place, forecast)
      )
    }
    return Requirement(grid: forecast.grid, queues: queues)
  }

  /// The need of one queue, by its position, in each interval; that of deferred work is left to
  /// ``DeferredNeed``.
  private func intervals(of place: Int, _ forecast: Forecast) -> [IntervalRequirement] {
    let (queue, expected) = (settings.queues[place], forecast.queues[place])
    guard queue.channel != .deferred else {
      return Array(repeating: Self.nobody, count: forecast.grid.count)
    }
    var sequence = NeedSequence(self, queue, expected, minutes: forecast.grid.stepMinutes)
    return sequence.needs().map { need in requirement(of: queue, need) }
  }

  private func requirement(of queue: QueueSettings, _ need: NeedSequence.Need)
    -> IntervalRequirement
  {
    guard need.agents > 0 else { return Self.nobody }
    return IntervalRequirement(
      agents: need.agents,
      rostered: rosteredPeople(for: need.agents, shrinkage: shrinkage),
      offeredLoad: need.modifiedLoad,
      serviceLevel: need.measures.serviceLevel(by: queue.target.definition),
      occupancy: need.measures.occupancy,
      bindingTarget: need.binding.map(BindingTarget.init) ?? .none
    )
  }

  /// The steady load with the same service as each interval at its need, in erlangs.
  func steadyLoads(
    of queue: QueueSettings,
    _ expected: QueueForecast,
    minutes: Int
  ) -> [Double] {
    var sequence = NeedSequence(self, queue, expected, minutes: minutes)
    return sequence.needs().map(\.load)
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
    return queueModel(
      of: queue,
      load: arrivals * handleTime.inSeconds / Double(60 * minutes),
      handleTime: handleTime,
      patience: patience
    )
  }

  /// The model of a queue under a load, with the handle time of a person with all slots busy.
  func queueModel(
    of queue: QueueSettings,
    load: Double,
    handleTime: Duration,
    patience: Duration?
  ) -> any QueueModel {
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

  /// A queue by its position, and what is expected of it with the handle times of the people there are.
  func expected(
    _ place: Int,
    _ forecast: Forecast
  ) -> (queue: QueueSettings, expected: QueueForecast) {
    (settings.queues[place], (mix?.stretched(forecast) ?? forecast).queues[place])
  }

  /// The share of rostered time that is lost.
  var shrinkage: Fraction { settings.shrinkage }
}
