/// Finds a person's cheapest horizon at given values of slots: dynamic programming over the date,
/// the state of the sequence, weekends worked and time worked.
///
/// Limits on kinds of shift are counted only where the cheapest horizon without them breaks them
/// (decremental state space, Righini & Salani 2008); where too many would have to be counted, the
/// rest are priced until they are kept. Keeps its scratch memory between people.
struct HorizonPricer {
  /// A shift: date and position among the date's offers.
  struct Pick: Hashable, Sendable {
    let day: Int
    let offer: Int
  }

  /// A horizon by its picks.
  struct Found: Hashable, Sendable {
    let picks: [Pick]
    /// What no legal horizon costs less than; the cost of the picks where counting was exact.
    let bound: Double
  }

  /// One choice for a date in one state of the sequence.
  struct Move {
    let next: Int
    let units: Int
    var cost: Double
    /// Position of the offer, or -1 for the date off.
    var offer: Int
    /// What the move adds to the counters' position, and their limit, or 0.
    let stride: Int
    let limit: Int
  }

  /// The rows of one layer: by state, weekends and counters; a row has a cell per unit of time.
  struct Layer {
    /// First cell by row number, or -1.
    var places: [Int] = []
    /// Row numbers in order of discovery.
    var rows: [Int] = []
  }

  /// Most rows per state and weekend that counters of kinds may make.
  private static let mostCounters = 64
  /// Most cells that pricing may look at.
  private static let mostCells = 2.4e7

  /// Least cost of getting to each cell.
  var values: [Double] = []
  var layers: [Layer] = []
  /// Cells in use.
  private var used = 0
  /// Cost less value of each offer of each date.
  private var reduced: [[Double]] = []
  /// Kinds that are counted: kind, stride and limit.
  private var counted: [(kind: Int, stride: Int, limit: Int)] = []
  /// Product of the counters' sizes.
  var counters = 1
  /// Prices of kinds that are not counted but must not be worked more often.
  private var prices: [Double] = []
  /// The choices of one date per state.
  private var moves: [[Move]] = []

  init() {}

  /// The cheapest legal horizon at the values, or `nil` when none was found.
  mutating func cheapest(_ plan: HorizonPlan, value: (Range<Int>) -> Double) -> Found? {
    guard plan.isPossible else { return nil }
    reduced = plan.offers.map { offers in
      offers.map { $0.cost - value($0.start..<$0.start + $0.length) }
    }
    counted = []
    counters = 1
    prices = plan.mostOfKind.map { _ in 0 }
    var bound = plan.isExact ? -Double.infinity : relaxed(plan)
    while true {
      guard let (cost, picks) = run(plan) else { return nil }
      if plan.isExact { bound = max(bound, cost - paid(plan)) }
      let broken = broken(by: picks, plan)
      if broken.isEmpty { return Found(picks: picks, bound: bound) }
      for kind in broken where !count(kind, plan) {
        prices[kind] = prices[kind] > 2000 ? .infinity : max(4, 2 * prices[kind])
      }
    }
  }

  /// What the prices of kinds bring at most when the limits are kept.
  private func paid(_ plan: HorizonPlan) -> Double {
    prices.indices.reduce(0) { sum, kind in
      prices[kind] > 0 ? sum + prices[kind] * Double(plan.mostOfKind[kind]) : sum
    }
  }

  /// The kinds that are worked too often, ascending.
  private func broken(by picks: [Pick], _ plan: HorizonPlan) -> [Int] {
    var worked = plan.mostOfKind.map { _ in 0 }
    for pick in picks { worked[plan.offers[pick.day][pick.offer].kind] += 1 }
    return worked.indices.filter { worked[$0] > plan.mostOfKind[$0] }
  }

  /// Adds a counter; false where there is no room for it.
  private mutating func count(_ kind: Int, _ plan: HorizonPlan) -> Bool {
    let size = counters * (plan.mostOfKind[kind] + 1)
    guard size <= Self.mostCounters, plan.cells * Double(size) <= Self.mostCells else {
      return false
    }
    counted.append((kind, counters, plan.mostOfKind[kind]))
    counters = size
    return true
  }

  /// One pass through the dates.
  private mutating func run(_ plan: HorizonPlan) -> (cost: Double, picks: [Pick])? {
    used = 0
    let rows = plan.automaton.stateCount * (plan.mostWeekends + 1) * counters
    let days = plan.offers.count
    layers = (0...days).map { _ in Layer(places: [Int](repeating: -1, count: rows), rows: []) }
    let first = open(plan.automaton.start * (plan.mostWeekends + 1) * counters, 0, plan)
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
    guard best.row >= 0 else { return nil }
    return (best.cost, trace(plan, row: best.row, units: best.units))
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
    moves = [[Move]](repeating: [], count: plan.automaton.stateCount)
    var isKnown = [Bool](repeating: false, count: plan.automaton.stateCount)
    let perState = (plan.mostWeekends + 1) * counters
    for row in layers[day].rows where !isDominated(row, plan, day) {
      let (state, rest) = row.quotientAndRemainder(dividingBy: perState)
      let (weekends, counts) = rest.quotientAndRemainder(dividingBy: counters)
      if !isKnown[state] {
        isKnown[state] = true
        moves[state] = choices(plan, day, state)
      }
      let from = layers[day].places[row]
      for move in moves[state] {
        guard let target = target(move, plan, day, (state, weekends, counts)) else { continue }
        let to = open(target, day + 1, plan)
        lower(from: from, to: to, by: move, (plan.layers[day], plan.layers[day + 1]))
      }
    }
  }

  /// Whether a row with one weekend or one shift of a counted kind less is nowhere dearer.
  private func isDominated(_ row: Int, _ plan: HorizonPlan, _ day: Int) -> Bool {
    let rest = row % ((plan.mostWeekends + 1) * counters)
    let (weekends, counts) = rest.quotientAndRemainder(dividingBy: counters)
    if weekends > plan.weekends[day].lowerBound, covers(row - counters, row, plan, day) {
      return true
    }
    for counter in counted where counts / counter.stride % (counter.limit + 1) > 0 {
      if covers(row - counter.stride, row, plan, day) { return true }
    }
    return false
  }

  /// Whether no cell of a row is cheaper than the other row's.
  @inline(__always)
  private func covers(_ better: Int, _ row: Int, _ plan: HorizonPlan, _ day: Int) -> Bool {
    let (first, second) = (layers[day].places[better], layers[day].places[row])
    guard first >= 0 else { return false }
    for cell in 0..<plan.layers[day].count where values[first + cell] > values[second + cell] {
      return false
    }
    return true
  }

  /// The row that a move leads to; `nil` where a counter is full.
  @inline(__always)
  func target(
    _ move: Move,
    _ plan: HorizonPlan,
    _ day: Int,
    _ from: (state: Int, weekends: Int, counts: Int)
  ) -> Int? {
    var weekends = from.weekends
    if move.offer >= 0,
      plan.beginsWeekend[day]
        || plan.continuesWeekend[day] && plan.automaton.isRested[from.state]
    {
      weekends += 1
    }
    let span = plan.weekends[day + 1]
    guard weekends <= span.upperBound else { return nil }
    weekends = max(weekends, span.lowerBound)
    if move.stride > 0, from.counts / move.stride % (move.limit + 1) == move.limit { return nil }
    return (move.next * (plan.mostWeekends + 1) + weekends) * counters + from.counts + move.stride
  }

  /// The choices of a date in a state: of shifts that lead to the same place, the cheapest.
  func choices(_ plan: HorizonPlan, _ day: Int, _ state: Int) -> [Move] {
    var moves: [Move] = []
    let off = plan.automaton.next(state, symbol: 0)
    if off >= 0, !plan.mustWork[day] {
      moves.append(Move(next: off, units: 0, cost: 0, offer: -1, stride: 0, limit: 0))
    }
    for (position, offer) in plan.offers[day].enumerated() {
      let next = plan.automaton.next(state, symbol: offer.kind + 1)
      let cost = reduced[day][position] + prices[offer.kind]
      guard next >= 0, cost < .infinity else { continue }
      let counter = counted.first { $0.kind == offer.kind }
      let units = plan.units[offer.kind]
      if let known = moves.firstIndex(where: {
        $0.next == next && $0.units == units && $0.offer >= 0
          && $0.stride == counter?.stride ?? 0
      }) {
        if cost < moves[known].cost { (moves[known].cost, moves[known].offer) = (cost, position) }
        continue
      }
      moves.append(
        Move(
          next: next,
          units: units,
          cost: cost,
          offer: position,
          stride: counter?.stride ?? 0,
          limit: counter?.limit ?? 0
        )
      )
    }
    return moves
  }

  /// Lowers a row to another one's values plus a move's cost.
  @inline(__always)
  private mutating func lower(
    from: Int,
    to: Int,
    by move: Move,
    _ spans: (before: ClosedRange<Int>, after: ClosedRange<Int>)
  ) {
    let first = max(spans.before.lowerBound, spans.after.lowerBound - move.units)
    let last = min(spans.before.upperBound, spans.after.upperBound - move.units)
    guard first <= last else { return }
    let source = from + first - spans.before.lowerBound
    let target = to + first + move.units - spans.after.lowerBound
    unsafe values.withUnsafeMutableBufferPointer { values in
      for step in 0...last - first {
        let value = unsafe values[source + step] + move.cost
        let known = unsafe values[target + step]
        unsafe values[target + step] = value < known ? value : known
      }
    }
  }
}

extension HorizonPricer {
  /// Walks back from a cell of the last layer.
  private func trace(_ plan: HorizonPlan, row: Int, units: Int) -> [Pick] {
    var picks: [Pick] = []
    var (row, units) = (row, units)
    for day in (0..<plan.offers.count).reversed() {
      guard let (move, source) = origin(plan, day, row: row, units: units) else {
        preconditionFailure("every cell that was reached has an origin")
      }
      if move.offer >= 0 { picks.append(Pick(day: day, offer: move.offer)) }
      (row, units) = (source, units - move.units)
    }
    return picks.reversed()
  }

  /// The first move that gives a cell its value, and the row that it comes from.
  private func origin(_ plan: HorizonPlan, _ day: Int, row: Int, units: Int) -> (Move, Int)? {
    let span = plan.layers[day]
    let value =
      values[layers[day + 1].places[row] + units - plan.layers[day + 1].lowerBound]
    let perState = (plan.mostWeekends + 1) * counters
    var known = [[Move]?](repeating: nil, count: plan.automaton.stateCount)
    for source in layers[day].rows {
      let (state, rest) = source.quotientAndRemainder(dividingBy: perState)
      let (weekends, counts) = rest.quotientAndRemainder(dividingBy: counters)
      let moves = known[state] ?? choices(plan, day, state)
      known[state] = moves
      for move in moves
      where span.contains(units - move.units) && move.next == row / perState {
        let place = layers[day].places[source] + units - move.units - span.lowerBound
        if values[place] + move.cost == value,
          target(move, plan, day, (state, weekends, counts)) == row
        {
          return (move, source)
        }
      }
    }
    return nil
  }
}
