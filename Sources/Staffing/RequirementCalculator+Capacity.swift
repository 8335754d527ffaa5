public import Workforce

extension RequirementCalculator {
  /// The most arrivals in an interval for which so many agents meet the queue's target.
  ///
  /// A fewest number of agents does not count: it asks nothing of the service.
  ///
  /// - Parameters:
  ///   - agents: Agents at work, rounded down.
  ///   - queue: The queue, with its target.
  ///   - handleTime: Mean handle time in the interval, of the people there are.
  ///   - patience: Mean patience as forecast; `nil` where the queue's setting counts.
  ///   - minutes: Length of the interval.
  /// - Returns: Arrivals, to a thousandth; 0 without agents.
  public func capacity(
    of agents: Double,
    for queue: QueueSettings,
    handleTime: Duration,
    patience: Duration?,
    minutes: Int
  ) -> Double {
    let people = Int(max(0, agents).rounded(.down))
    guard people > 0 else { return 0 }
    let demands = queue.target.demands.filter { demand in
      if case .minimumAgents = demand { false } else { true }
    }
    let isEnough = { (arrivals: Double) in
      let model = queueModel(
        of: queue,
        arrivals: arrivals,
        handleTime: handleTime,
        patience: patience,
        minutes: minutes
      )
      return search(model, queue).fewest(for: demands).agents <= people
    }
    var low = 0.0
    var high = 1.0
    while isEnough(high), high < 1e7 { (low, high) = (high, 2 * high) }
    while high - low > 1e-3 {
      let middle = (low + high) / 2
      if isEnough(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// What so many agents do for a queue in an interval that is by itself, in the long run.
  ///
  /// - Parameters:
  ///   - agents: Agents at work, at least 0.
  ///   - queue: The queue, with its target.
  ///   - arrivals: Contacts expected in the interval.
  ///   - handleTime: Mean handle time in the interval, of the people there are.
  ///   - patience: Mean patience as forecast; `nil` where the queue's setting counts.
  ///   - minutes: Length of the interval.
  /// - Returns: The measures of the steady state within the target's threshold.
  public func measures(
    of agents: Int,
    for queue: QueueSettings,
    arrivals: Double,
    handleTime: Duration,
    patience: Duration?,
    minutes: Int
  ) -> QueueMeasures {
    queueModel(
      of: queue,
      arrivals: arrivals,
      handleTime: handleTime,
      patience: patience,
      minutes: minutes
    ).measures(agents: agents, within: queue.target.threshold)
  }
}
