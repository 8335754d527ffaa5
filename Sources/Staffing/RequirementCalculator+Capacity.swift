public import Workforce

extension RequirementCalculator {
  /// The most arrivals in an interval for which so many agents meet the queue's target.
  ///
  /// - Parameters:
  ///   - agents: Agents at work, rounded down.
  ///   - queue: The queue, with its target.
  ///   - handleTime: Mean handle time in the interval.
  ///   - minutes: Length of the interval.
  /// - Returns: Arrivals, to a thousandth; 0 without agents.
  public func capacity(
    of agents: Double,
    for queue: QueueSettings,
    handleTime: Duration,
    minutes: Int
  ) -> Double {
    let people = Int(max(0, agents).rounded(.down))
    guard people > 0 else { return 0 }
    let isEnough = { (arrivals: Double) in
      let band = QueueForecast.Band(
        mean: [arrivals],
        low95: [arrivals],
        low80: [arrivals],
        high80: [arrivals],
        high95: [arrivals]
      )
      let expected = QueueForecast(
        queue: queue.name,
        method: .automatic,
        intervals: band,
        days: band,
        averageHandleTime: [handleTime],
        dayVariation: 0,
        pastError: nil,
        isOpen: [true]
      )
      return requirement(of: queue, expected, at: 0, minutes: minutes).agents <= people
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
}
