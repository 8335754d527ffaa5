extension HorizonPricer {
  /// Rounds of the search for the price of time.
  private static let rounds = 14

  /// What no legal horizon costs less than: weekends and kinds are not counted, time is priced at
  /// the price that makes most of it.
  mutating func relaxed(_ plan: HorizonPlan) -> Double {
    prices = prices.map { _ in 0 }
    priceSteps(plan)
    let dearest = dearest
    let shortest = max(1, plan.units.filter { $0 > 0 }.min() ?? 1)
    var (low, high) = (-dearest / Double(shortest), dearest / Double(shortest))
    var best = value(plan, perUnit: 0)
    // the value is concave in the price
    for _ in 0..<Self.rounds {
      let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
      let values = (value(plan, perUnit: first), value(plan, perUnit: second))
      best = max(best, values.0, values.1)
      if values.0 < values.1 { low = first } else { high = second }
    }
    return best
  }

  /// The least over all sequences of cost plus the price of time, less what the limit of time is
  /// worth at that price.
  private func value(_ plan: HorizonPlan, perUnit price: Double) -> Double {
    let steps = plan.steps
    var values = [Double](repeating: .infinity, count: plan.automaton.stateCount)
    values[plan.automaton.start] = 0
    for day in plan.offers.indices {
      var next = [Double](repeating: .infinity, count: values.count)
      for step in 0..<steps.count {
        let value =
          values[steps.from[step]] + cost(plan, day, step)
          + price * Double(steps.units[step])
        if value < next[steps.next[step]] { next[steps.next[step]] = value }
      }
      values = next
    }
    let limit = price > 0 ? plan.total.upperBound : plan.total.lowerBound
    return (values.min() ?? .infinity) - price * Double(limit)
  }
}
