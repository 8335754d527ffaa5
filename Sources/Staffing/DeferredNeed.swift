public import Optimization
public import Workforce

/// The people that a forecast needs, deferred work moved into the valleys of all other need.
public struct DeferredNeed: Sendable {
  /// The people needed.
  public let requirement: Requirement
  /// The linear program's plan of deferred work; `nil` without such queues.
  public let smoothing: DeferredWorkPlan?

  /// Computes the need with the handle times of the people there are (`ProficiencyMix`); the solver
  /// is used only where a queue is deferred.
  ///
  /// Throws a `ShiftwrightError` when the solver ends without an optimum, and what the solver throws.
  public init(inputs: PlanningInputs, forecast: Forecast, solver: any LinearSolver) throws {
    let settings = inputs.settings
    let mix = ProficiencyMix(inputs)
    let forecast = mix.stretched(forecast)
    let base = RequirementCalculator(settings: settings).requirement(for: forecast)
    let order = Self.stagesInOrder(settings)
    guard !order.isEmpty else {
      requirement = base
      smoothing = nil
      return
    }
    let isDeferred = settings.queues.map { $0.channel == .deferred }
    let needed = (0..<forecast.grid.count).map { index in
      base.queues.indices.reduce(0.0) { sum, place in
        isDeferred[place] ? sum : sum + Double(base.queues[place].intervals[index].rostered)
      }
    }
    let plan = try DeferredWorkSmoother(solver: solver).plan(
      order.map { Self.queue($0, order, mix, settings, forecast) },
      in: DeferredWorkPool(slotMinutes: forecast.grid.stepMinutes, needed: needed)
    )
    var smoothed = base
    let rule = DeferredRequirement(settings: settings, forecast: forecast)
    for (place, planned) in zip(order, plan.queues) {
      smoothed.queues[place].intervals = rule.intervals(
        of: place,
        work: planned.work.map { $0 * 3600 }
      )
    }
    requirement = smoothed
    smoothing = plan
  }

  /// The deferred queues, those first whose items others take over.
  private static func stagesInOrder(_ settings: ScenarioSettings) -> [Int] {
    let deferred = settings.queues.indices.filter { settings.queues[$0].channel == .deferred }
    var order: [Int] = []
    while order.count < deferred.count {
      let next = deferred.first { place in
        guard !order.contains(place) else { return false }
        let before = settings.queues[place].follows?.queue
        return !deferred.contains { settings.queues[$0].name == before && !order.contains($0) }
      }
      // the reader refuses circles, so there is always one
      guard let next else { break }
      order.append(next)
    }
    return order
  }

  private static func queue(
    _ place: Int,
    _ order: [Int],
    _ mix: ProficiencyMix,
    _ settings: ScenarioSettings,
    _ forecast: Forecast
  ) -> DeferredQueue {
    let (queue, expected) = (settings.queues[place], forecast.queues[place])
    return DeferredQueue(
      name: queue.name,
      released: zip(expected.intervals.mean, expected.averageHandleTime).map {
        max(0, $0) * $1.inSeconds / 3600
      },
      due: DueSlots(
        after: queue.target.threshold,
        on: queue.dueHours ?? .clock,
        isOpen: expected.isOpen,
        slotMinutes: forecast.grid.stepMinutes
      ),
      isEligible: expected.isOpen,
      source: source(of: place, order, mix, settings, forecast)
    )
  }

  private static func source(
    of place: Int,
    _ order: [Int],
    _ mix: ProficiencyMix,
    _ settings: ScenarioSettings,
    _ forecast: Forecast
  ) -> DeferredQueue.Source? {
    guard let follows = settings.queues[place].follows,
      let before = order.firstIndex(where: { settings.queues[$0].name == follows.queue })
    else { return nil }
    // where nothing is expected but what is handed on, the setting counts
    let seconds = { (place: Int) -> Double in
      let (queue, expected) = (settings.queues[place], forecast.queues[place])
      return expected.meanHandleTime?.inSeconds
        ?? queue.averageHandleTime.inSeconds
        * mix.factor(of: queue.skill, over: forecast.grid.openDates(expected.isOpen))
    }
    let ratio = seconds(place) / seconds(order[before])
    return DeferredQueue.Source(queue: before, hoursPerHour: follows.share.value * ratio)
  }
}

extension TimeGrid {
  /// The dates on which something is open.
  fileprivate func openDates(_ isOpen: [Bool]) -> [LocalDate] {
    zip(dates, days).filter { isOpen[$1].contains(true) }.map(\.0)
  }
}
