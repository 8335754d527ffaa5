extension HorizonPricer {
  /// Rounds of the search for the price of time.
  private static let rounds = 14

  /// What no legal horizon costs less than: weekends and kinds are not counted, time is priced at
  /// the price that makes most of it.
  func relaxed(_ plan: HorizonPlan) -> Double {
    let moves = plan.offers.indices.map { day in
      (0..<plan.automaton.stateCount).map { choices(plan, day, $0) }
    }
    let dearest = moves.joined().joined().map { abs($0.cost) }.max() ?? 0
    let shortest = max(1, plan.units.filter { $0 > 0 }.min() ?? 1)
    var (low, high) = (-dearest / Double(shortest), dearest / Double(shortest))
    var best = Self.value(plan, moves, perUnit: 0)
    // the value is concave in the price
    for _ in 0..<Self.rounds {
      let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
      let values = (
        Self.value(plan, moves, perUnit: first), Self.value(plan, moves, perUnit: second)
      )
      best = max(best, values.0, values.1)
      if values.0 < values.1 { low = first } else { high = second }
    }
    return best
  }

  /// The least over all sequences of cost plus the price of time, less what the limit of time is
  /// worth at that price.
  private static func value(_ plan: HorizonPlan, _ moves: [[[Move]]], perUnit price: Double)
    -> Double
  {
    var values = [Double](repeating: .infinity, count: plan.automaton.stateCount)
    values[plan.automaton.start] = 0
    for day in moves.indices {
      var next = [Double](repeating: .infinity, count: values.count)
      for state in values.indices where values[state] < .infinity {
        for move in moves[day][state] {
          let value = values[state] + move.cost + price * Double(move.units)
          if value < next[move.next] { next[move.next] = value }
        }
      }
      values = next
    }
    let limit = price > 0 ? plan.total.upperBound : plan.total.lowerBound
    return (values.min() ?? .infinity) - price * Double(limit)
  }
}
