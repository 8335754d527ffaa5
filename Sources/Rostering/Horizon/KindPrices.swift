/// Looks for prices of kinds of shift at which one person's cheapest horizon keeps the limits on
/// kinds, by bisection; keeps the best legal horizon and the best bound on the way.
struct KindPrices {
  /// Rounds after which the search ends when there is a legal horizon, and in any case.
  private static let rounds = (exact: 6, long: 3)
  private static let mostRounds = 24

  private let limits: [Int]
  /// Kinds that were worked too often at some time, ascending.
  private(set) var watched: [Int] = []
  /// The best legal horizon by its kinds, -1 for days off.
  private(set) var best: [Int]?
  private(set) var bestCost = Double.infinity
  /// What no legal horizon costs less than.
  private(set) var bound = -Double.infinity
  /// The prices that gave it.
  private(set) var bestPrices: [Double]
  /// Whether the last prices were not the best ones.
  private(set) var isStale = false
  /// Highest price that was too low, and lowest one that was not, per kind.
  private var low: [Double]
  private var high: [Double]
  private var prices: [Double]
  private var worked: [Int] = []
  private var latest: [Int] = []

  /// True when nothing cheaper is legal than the best horizon.
  var isClosed: Bool { best != nil && bestCost - bound <= 1e-9 * max(1, abs(bound)) }

  /// Begins with the cheapest horizon without prices.
  init(_ plan: HorizonPlan, _ kinds: [Int], cost: Double) {
    limits = plan.mostOfKind
    prices = limits.map { _ in 0 }
    (low, high) = (prices, limits.map { _ in .infinity })
    bestPrices = prices
    note(kinds, cost: cost)
  }

  /// Prices until the limits are kept and the prices are near the best ones.
  mutating func look(_ pricer: inout HorizonPricer, _ plan: HorizonPlan) {
    var round = 0
    let enough = plan.isExact ? Self.rounds.exact : Self.rounds.long
    while !isClosed, round < (best == nil ? Self.mostRounds : enough) {
      guard reprice(pricer.reduced) else { return }
      pricer.prices = prices
      guard let kinds = pricer.run(plan) else { return }
      note(kinds, cost: pricer.total(kinds))
      round += 1
    }
  }

  private func counts(_ kinds: [Int]) -> [Int] {
    var counts = limits.map { _ in 0 }
    for kind in kinds where kind >= 0 { counts[kind] += 1 }
    return counts
  }

  /// The kinds that are worked too often, ascending.
  func broken(_ kinds: [Int]) -> [Int] {
    let counts = counts(kinds)
    return limits.indices.filter { counts[$0] > limits[$0] }
  }

  /// Takes note of the cheapest horizon at the prices.
  private mutating func note(_ kinds: [Int], cost: Double) {
    latest = kinds
    worked = counts(kinds)
    var least = cost
    for kind in limits.indices where prices[kind] > 0 {
      least += prices[kind] * Double(worked[kind] - limits[kind])
    }
    isStale = least <= bound
    if least > bound { (bound, bestPrices) = (least, prices) }
    let broken = limits.indices.filter { worked[$0] > limits[$0] }
    watch(broken)
    if broken.isEmpty { take(kinds, cost: cost) }
  }

  /// Takes over a legal horizon that is cheaper.
  mutating func take(_ kinds: [Int], cost: Double) {
    if cost < bestCost { (best, bestCost) = (kinds, cost) }
  }

  /// Takes note of kinds that must be counted.
  mutating func watch(_ kinds: [Int]) { watched = Set(watched + kinds).sorted() }

  /// Raises the bound to the best legal cost, because all cheaper horizons were looked at.
  mutating func close() { bound = max(bound, bestCost) }

  /// Moves the prices of kinds whose limit is broken, or not reached; false when none moves.
  private mutating func reprice(_ reduced: [Double]) -> Bool {
    let before = prices
    for kind in limits.indices {
      let price = prices[kind]
      if worked[kind] > limits[kind] {
        low[kind] = price
        if high[kind] <= price { high[kind] = .infinity }
        prices[kind] =
          high[kind] < .infinity
          ? (price + high[kind]) / 2
          : max(2 * price, 1, price == 0 ? exchange(kind, reduced) : 0)
      } else if price > 0, worked[kind] < limits[kind] {
        high[kind] = price
        if low[kind] >= price { low[kind] = 0 }
        prices[kind] = (low[kind] + price) / 2
      }
    }
    return prices != before
  }

  /// About what the shifts of a kind beyond its limit save over the cheapest other one of their
  /// dates.
  private func exchange(_ kind: Int, _ reduced: [Double]) -> Double {
    var savings: [Double] = []
    for (day, chosen) in latest.enumerated() where chosen == kind {
      var other = Double.infinity
      for rival in limits.indices where rival != kind && worked[rival] < limits[rival] {
        other = min(other, reduced[day * limits.count + rival])
      }
      let saving = (other < .infinity ? other : 0) - reduced[day * limits.count + kind]
      savings.append(max(0, saving))
    }
    savings.sort()
    return savings[max(0, min(savings.count, worked[kind] - limits[kind]) - 1)] + 0.01
  }
}
