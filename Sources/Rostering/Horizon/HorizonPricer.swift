import Workforce

/// Finds a person's cheapest horizon at given values of slots: dynamic programming over the date,
/// the state of the sequence, weekends worked and time worked.
///
/// Most shifts of a kind are not counted there but priced (Lagrangian relaxation); what the prices
/// leave open, ``HorizonLabels`` closes by labels that count the kinds which broke their limit,
/// cut off by the values of the dynamic program (decremental state space, Righini & Salani 2008).
/// Keeps its scratch memory between people.
struct HorizonPricer {
  /// A shift: date and position among the date's offers.
  struct Pick: Hashable, Sendable {
    let day: Int
    let offer: Int
  }

  /// A horizon by its picks.
  struct Found: Hashable, Sendable {
    let picks: [Pick]
    /// What no legal horizon costs less than; the cost of the picks where the search was exact.
    let bound: Double
  }

  /// The rows of one layer: by state and weekends; a row has a cell per unit of time.
  struct Layer {
    /// First cell by row number, or -1.
    var places: [Int] = []
    /// Row numbers in order of discovery.
    var rows: [Int] = []
  }

  /// Least cost of getting to each cell.
  private(set) var values: [Double] = []
  private(set) var layers: [Layer] = []
  /// Cells in use.
  private var used = 0
  /// Cost less value of each kind by `day * kinds + kind`; infinite where it is not offered.
  private(set) var reduced: [Double] = []
  /// Position among the date's offers in the same order, or -1.
  private var positions: [Int32] = []
  /// Prices of kinds.
  var prices: [Double] = []
  /// Most labels of a date; beyond, the best are kept, and the bound is the one at prices of kinds.
  var widest = HorizonLabels.standardWidest
  /// Ends a search of labels.
  var stop: StopSignal?
  /// Searches that kept the best labels alone and that more labels would help.
  private(set) var cuts = 0
  /// Least cost of each list of kinds by `day * lists + list`, with prices, and its kind, or -1.
  private var costs: [Double] = []
  private var chosen: [Int32] = []

  init() {}

  /// The cheapest legal horizon at the values, or `nil` when none was found.
  mutating func cheapest(_ plan: HorizonPlan, value: (Range<Int>) -> Double) -> Found? {
    guard plan.isPossible else { return nil }
    lay(plan, value)
    prices = plan.mostOfKind.map { _ in 0 }
    guard let first = run(plan) else { return nil }
    var search = KindPrices(plan, first, cost: total(first))
    search.look(&self, plan)
    // over long horizons labels would take too long
    if !search.isClosed, plan.isExact || search.best == nil {
      prices = search.bestPrices
      if search.isStale, run(plan) == nil { return nil }
      if !HorizonLabels.complete(&search, self, plan), plan.isExact { cuts += 1 }
    }
    guard let kinds = search.best else { return nil }
    let bound = plan.isExact ? search.bound : relaxed(plan)
    return Found(picks: picks(kinds), bound: bound)
  }

  /// Cost of a sequence of kinds, -1 for days off, without prices.
  func total(_ kinds: [Int]) -> Double {
    let count = prices.count
    var sum = 0.0
    for (day, kind) in kinds.enumerated() where kind >= 0 { sum += reduced[day * count + kind] }
    return sum
  }

  private func picks(_ kinds: [Int]) -> [Pick] {
    kinds.enumerated().compactMap { day, kind in
      kind < 0 ? nil : Pick(day: day, offer: Int(positions[day * prices.count + kind]))
    }
  }

  /// Cost less value of the kinds of each date.
  private mutating func lay(_ plan: HorizonPlan, _ value: (Range<Int>) -> Double) {
    let kinds = plan.mostOfKind.count
    let cells = plan.offers.count * kinds
    reduced = [Double](repeating: .infinity, count: cells)
    positions = [Int32](repeating: -1, count: cells)
    for (day, offers) in plan.offers.enumerated() {
      for (position, offer) in offers.enumerated() {
        let cost = offer.cost - value(offer.start..<offer.start + offer.length)
        let cell = day * kinds + offer.kind
        if cost < reduced[cell] { (reduced[cell], positions[cell]) = (cost, Int32(position)) }
      }
    }
  }

  /// Least cost of each list of kinds of each date at the prices of kinds.
  mutating func priceSteps(_ plan: HorizonPlan) {
    let (lists, kinds) = (plan.steps.choices, prices.count)
    let days = plan.offers.count
    if costs.count != days * lists.count {
      costs = [Double](repeating: .infinity, count: days * lists.count)
      chosen = [Int32](repeating: -1, count: days * lists.count)
    }
    for day in 0..<days {
      for (list, members) in lists.enumerated() {
        var best = list > 0 || plan.mustWork[day] ? Double.infinity : 0
        var choice = -1
        for kind in members {
          let cost = reduced[day * kinds + kind] + prices[kind]
          if cost < best { (best, choice) = (cost, kind) }
        }
        costs[day * lists.count + list] = best
        chosen[day * lists.count + list] = Int32(choice)
      }
    }
  }

  /// Least cost of a step on a date, with prices.
  @inline(__always)
  func cost(_ plan: HorizonPlan, _ day: Int, _ step: Int) -> Double {
    costs[day * plan.steps.choices.count + plan.steps.choice[step]]
  }

  /// The dearest step, with prices.
  var dearest: Double { costs.reduce(0) { $1 < .infinity ? max($0, abs($1)) : $0 } }

  /// One pass through the dates; gives the kinds of the cheapest horizon at the prices of kinds, -1
  /// for days off.
  mutating func run(_ plan: HorizonPlan) -> [Int]? {
    priceSteps(plan)
    used = 0
    let days = plan.offers.count
    let rows = plan.automaton.stateCount * plan.width
    clear(days: days, rows: rows)
    let first = open(plan.automaton.start * plan.width, 0, plan)
    values[first - plan.layers[0].lowerBound] = 0
    for day in 0..<days { advance(plan, day) }
    var best = (cost: Double.infinity, row: -1, units: 0)
    let span = plan.layers[days]
    for row in layers[days].rows {
      let place = layers[days].places[row]
      for units in span where plan.total.contains(units) {
        let value = values[place + units - span.lowerBound]
        if value < best.cost { best = (value, row, units) }
      }
    }
    return best.row < 0 ? nil : trace(plan, row: best.row, units: best.units)
  }

  /// Empties the layers; allocates them when the plan is of another size.
  private mutating func clear(days: Int, rows: Int) {
    guard layers.count == days + 1, layers[0].places.count == rows else {
      layers = (0...days).map { _ in Layer(places: [Int](repeating: -1, count: rows), rows: []) }
      return
    }
    for layer in layers.indices {
      for row in layers[layer].rows { layers[layer].places[row] = -1 }
      layers[layer].rows.removeAll(keepingCapacity: true)
    }
  }

  /// The first cell of a row, which is laid out when it is new.
  @inline(__always)
  private mutating func open(_ row: Int, _ layer: Int, _ plan: HorizonPlan) -> Int {
    let known = layers[layer].places[row]
    if known >= 0 { return known }
    let place = used
    used += plan.layers[layer].count
    layers[layer].places[row] = place
    layers[layer].rows.append(row)
    if values.count < used {
      values += [Double](repeating: 0, count: max(used - values.count, values.count))
    }
    unsafe values.withUnsafeMutableBufferPointer { values in
      for cell in place..<used { unsafe values[cell] = .infinity }
    }
    return place
  }

  private mutating func advance(_ plan: HorizonPlan, _ day: Int) {
    let steps = plan.steps
    let (before, after) = (plan.layers[day], plan.layers[day + 1])
    let span = plan.weekends[day + 1]
    for row in layers[day].rows {
      let (state, weekends) = row.quotientAndRemainder(dividingBy: plan.width)
      let from = layers[day].places[row]
      for step in steps.first[state]..<steps.first[state + 1] {
        let cost = cost(plan, day, step)
        guard cost < .infinity else { continue }
        let reached = weekends + plan.weekend(day, step)
        guard reached <= span.upperBound else { continue }
        let target = steps.next[step] * plan.width + max(reached, span.lowerBound)
        let units = steps.units[step]
        let first = max(before.lowerBound, after.lowerBound - units)
        let last = min(before.upperBound, after.upperBound - units)
        guard first <= last else { continue }
        let to = open(target, day + 1, plan) + first + units - after.lowerBound
        lower(from: from + first - before.lowerBound, to: to, count: last - first + 1, by: cost)
      }
    }
  }

  /// Lowers cells to other ones' values plus a cost.
  @inline(__always)
  private mutating func lower(from: Int, to: Int, count: Int, by cost: Double) {
    unsafe values.withUnsafeMutableBufferPointer { values in
      for step in 0..<count {
        let value = unsafe values[from + step] + cost
        let known = unsafe values[to + step]
        unsafe values[to + step] = value < known ? value : known
      }
    }
  }

  /// Walks back from a cell of the last layer; gives the kind of each date, -1 for days off.
  private func trace(_ plan: HorizonPlan, row: Int, units: Int) -> [Int] {
    let days = plan.offers.count
    var kinds = [Int](repeating: -1, count: days)
    var (row, units) = (row, units)
    for day in (0..<days).reversed() {
      guard let (step, source) = origin(plan, day, row: row, units: units) else {
        preconditionFailure("every cell that was reached has an origin")
      }
      kinds[day] = Int(chosen[day * plan.steps.choices.count + plan.steps.choice[step]])
      (row, units) = (source, units - plan.steps.units[step])
    }
    return kinds
  }

  /// The first step that gives a cell its value, and the row that it comes from.
  private func origin(_ plan: HorizonPlan, _ day: Int, row: Int, units: Int) -> (Int, Int)? {
    let (steps, span) = (plan.steps, plan.layers[day])
    let value = values[layers[day + 1].places[row] + units - plan.layers[day + 1].lowerBound]
    let (state, weekends) = row.quotientAndRemainder(dividingBy: plan.width)
    for step in steps.incoming[state] where span.contains(units - steps.units[step]) {
      let cost = cost(plan, day, step)
      guard cost < .infinity else { continue }
      for earlier in plan.weekendsBefore(day, step, weekends) {
        let source = steps.from[step] * plan.width + earlier
        let place = layers[day].places[source]
        guard place >= 0 else { continue }
        if values[place + units - steps.units[step] - span.lowerBound] + cost == value {
          return (step, source)
        }
      }
    }
    return nil
  }
}
