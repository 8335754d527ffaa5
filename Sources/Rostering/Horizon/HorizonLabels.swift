import Workforce

/// Finds the cheapest horizon with counted kinds: labels from the last date to the first, each with
/// how often the watched kinds are worked from its date on.
///
/// A label ends where the least cost of getting to it, known from ``HorizonPricer`` at prices of
/// kinds, shows that it cannot be cheaper than the best legal horizon.
struct HorizonLabels {
  /// The end of a horizon from a date on.
  private struct Label {
    let row: Int
    let units: Int
    /// How often watched kinds are worked, as one number.
    let counts: Int
    /// Cost from the date on, with prices.
    let cost: Double
    /// What no horizon with this end costs less than, with prices.
    let least: Double
    /// Kind of the date, -1 for the day off.
    let kind: Int32
    /// Position of the label that follows.
    let next: Int32
  }

  /// Most labels of a date where columns are looked for.
  static let standardWidest = 1500
  /// Most labels of a date where a bound is looked for.
  static let widestForBounds = 40_000

  private let plan: HorizonPlan
  private let pricer: HorizonPricer
  /// What one shift of each kind adds to the counts, 0 for kinds that are not watched.
  private var strides: [Int]
  private var radix = 1
  /// The cost with prices from which labels are of no use.
  private let ceiling: Double
  private var layers: [[Label]] = []
  private var fresh: [Label] = []
  private var known: [Int: Int] = [:]
  private var isCut = false

  /// Nothing when the counts of the watched kinds are too many for one number.
  private init?(_ search: KindPrices, _ pricer: HorizonPricer, _ plan: HorizonPlan) {
    (self.plan, self.pricer) = (plan, pricer)
    strides = plan.mostOfKind.map { _ in 0 }
    var paid = 0.0
    for kind in plan.mostOfKind.indices where pricer.prices[kind] > 0 {
      paid += pricer.prices[kind] * Double(plan.mostOfKind[kind])
    }
    ceiling = search.bestCost + paid - 1e-9
    let cells = (plan.total.upperBound + 1) * plan.automaton.stateCount * plan.width
    for kind in search.watched {
      strides[kind] = radix
      let size = radix.multipliedReportingOverflow(by: plan.mostOfKind[kind] + 1)
      guard !size.overflow, size.partialValue <= Int.max / max(1, cells) else { return nil }
      radix = size.partialValue
    }
  }

  /// Closes a search at its best prices, at which the pricer has just been run.
  ///
  /// False where the best labels alone were kept, so that cheaper horizons may be left.
  static func complete(
    _ search: inout KindPrices,
    _ pricer: HorizonPricer,
    _ plan: HorizonPlan
  ) -> Bool {
    while true {
      guard var labels = HorizonLabels(search, pricer, plan) else { return true }
      guard let kinds = labels.run() else {
        if !labels.isCut, search.best != nil { search.close() }
        return !labels.isCut
      }
      let broken = search.broken(kinds)
      guard broken.isEmpty else {
        search.watch(broken)
        continue
      }
      search.take(kinds, cost: pricer.total(kinds))
      if !labels.isCut { search.close() }
      return !labels.isCut
    }
  }

  /// The kinds of a horizon that is cheaper than the best legal one, -1 for days off.
  private mutating func run() -> [Int]? {
    let days = plan.offers.count
    layers = [[Label]](repeating: [], count: days + 1)
    let span = plan.layers[days]
    for row in pricer.layers[days].rows {
      for units in span where plan.total.contains(units) {
        let place = pricer.layers[days].places[row] + units - span.lowerBound
        push(row, units, counts: 0, cost: 0, to: pricer.values[place], kind: -1, next: -1)
      }
    }
    for day in (0...days).reversed() {
      guard !(pricer.stop?.isStopped ?? false) else {
        isCut = true
        return nil
      }
      if day < days { expand(day) }
      layers[day] = shortened()
      fresh.removeAll(keepingCapacity: true)
      known.removeAll(keepingCapacity: true)
    }
    return best()
  }

  private mutating func expand(_ day: Int) {
    let (steps, span) = (plan.steps, plan.layers[day])
    for index in layers[day + 1].indices {
      let label = layers[day + 1][index]
      let (state, weekends) = label.row.quotientAndRemainder(dividingBy: plan.width)
      for step in steps.incoming[state] {
        let units = label.units - steps.units[step]
        let least = pricer.cost(plan, day, step) + label.cost
        guard span.contains(units), least < .infinity else { continue }
        for earlier in plan.weekendsBefore(day, step, weekends) {
          let row = steps.from[step] * plan.width + earlier
          let place = pricer.layers[day].places[row]
          guard place >= 0 else { continue }
          let before = pricer.values[place + units - span.lowerBound]
          if before + least < ceiling { take(day, step, label, index, row, units, before) }
        }
      }
    }
  }

  /// Makes the labels of a step: one for each watched kind, and one for the cheapest other.
  private mutating func take(
    _ day: Int,
    _ step: Int,
    _ label: Label,
    _ index: Int,
    _ row: Int,
    _ units: Int,
    _ before: Double
  ) {
    let (next, kinds) = (Int32(index), pricer.prices.count)
    guard plan.steps.isWork(step) else {
      push(row, units, counts: label.counts, cost: label.cost, to: before, kind: -1, next: next)
      return
    }
    var other = (cost: Double.infinity, kind: -1)
    for kind in plan.steps.kinds(step) {
      let cost = pricer.reduced[day * kinds + kind] + pricer.prices[kind]
      let stride = strides[kind]
      if stride == 0 {
        if cost < other.cost { other = (cost, kind) }
      } else if label.counts / stride % (plan.mostOfKind[kind] + 1) < plan.mostOfKind[kind] {
        let counts = label.counts + stride
        let total = label.cost + cost
        push(row, units, counts: counts, cost: total, to: before, kind: kind, next: next)
      }
    }
    guard other.kind >= 0 else { return }
    let total = label.cost + other.cost
    push(row, units, counts: label.counts, cost: total, to: before, kind: other.kind, next: next)
  }

  /// Keeps a label unless it is of no use or another one in the same place is as cheap.
  private mutating func push(
    _ row: Int,
    _ units: Int,
    counts: Int,
    cost: Double,
    to before: Double,
    kind: Int,
    next: Int32
  ) {
    guard before + cost < ceiling else { return }
    let label = Label(
      row: row,
      units: units,
      counts: counts,
      cost: cost,
      least: before + cost,
      kind: Int32(kind),
      next: next
    )
    let key = (row * (plan.total.upperBound + 1) + units) * radix + counts
    if let place = known[key] {
      if cost < fresh[place].cost { fresh[place] = label }
    } else {
      known[key] = fresh.count
      fresh.append(label)
    }
  }

  /// The labels of a date, at most so many.
  private mutating func shortened() -> [Label] {
    // long horizons get no bound from labels
    let most = plan.isExact ? pricer.widest : Self.standardWidest
    guard fresh.count > most else { return fresh }
    isCut = true
    let order = fresh.indices.sorted { (fresh[$0].least, $0) < (fresh[$1].least, $1) }
    return order.prefix(most).map { fresh[$0] }
  }

  /// The cheapest label of the first date without prices, followed to the end.
  private func best() -> [Int]? {
    var (least, place) = (Double.infinity, -1)
    for (index, label) in layers[0].enumerated() {
      var cost = label.cost
      for kind in strides.indices where strides[kind] > 0 {
        let worked = label.counts / strides[kind] % (plan.mostOfKind[kind] + 1)
        cost -= pricer.prices[kind] * Double(worked)
      }
      if cost < least { (least, place) = (cost, index) }
    }
    guard place >= 0 else { return nil }
    var kinds: [Int] = []
    for day in plan.offers.indices {
      kinds.append(Int(layers[day][place].kind))
      place = Int(layers[day][place].next)
    }
    return kinds
  }
}
