/// Finds a person's cheapest week at given values of shifts: exact dynamic programming over the
/// date, the start and kind of the date's shift (or none) and the states of the week (`roster-
/// algorithm.md`, pricing).
///
/// Keeps its scratch memory between people.
struct WeekPricer {
  /// Prices beside those of shifts.
  struct Extras: Sendable {
    /// Price of each minute of overtime.
    var overtimePrice = 0.0
    /// Minutes of overtime up to which no further price is asked.
    var overtimeRoom = Int.max
    /// Further price of each minute above the room.
    var excessPrice = 0.0
    /// Minutes of overtime beyond which weeks are left out.
    var overtimeLimit = Int.max
    /// Price of a seat in each session.
    var sessions: [Double] = []
    /// Per set of head limits: sums of the prices of presence up to each slot; empty for none.
    var presence: [[Double]] = []
  }

  /// A shift of the week: date, kind and position of the start.
  struct Pick: Hashable, Sendable {
    let day: Int
    let kind: Int
    let start: Int
  }

  /// From a run of entries of a row to a run of starts of the next date, at one price.
  struct Move: Sendable {
    /// What is added to a start's position to get the entry's.
    let source: Int
    /// Positions of the starts.
    let starts: Range<Int>
    /// Price of the weekend and of the changed start.
    let price: Double
    /// Group of the later shifts, where rules on two shifts tell them apart.
    var entry = 0
  }

  /// A week by its picks.
  struct Week: Hashable, Sendable {
    /// Cost less the values of the shifts, with the prices of the extras.
    let reducedCost: Double
    let picks: [Pick]
  }

  /// Costs less values of each date's shifts, with the prices of the extras.
  private(set) var reduced: [Double] = []
  /// Least cost of getting to each entry of each layer.
  var layers: [Double] = []
  /// Least cost of getting to each start of one date.
  var arrival: [Double] = []
  /// How the starts of the date before lead to those of one date.
  var moves: [Move] = []
  /// Where each date begins in `reduced`.
  private(set) var reducedOffsets: [Int] = []
  /// Where each layer begins in `layers`.
  private(set) var layerOffsets: [Int] = []
  /// Scratch memory for people with a horizon of whole days.
  var horizons = HorizonPricer()

  init() {}

  /// The cheapest legal week, or `nil` when there is none.
  mutating func cheapest(
    _ plan: PersonPlan,
    tables: PricingTables,
    extras: Extras,
    problem: RosterProblem
  ) -> Week? {
    guard !plan.states.isEmpty else { return nil }
    prepare(plan)
    for day in plan.days.indices {
      gather(plan, day: day, tables: tables, extras: extras, problem: problem)
    }
    for day in plan.days.indices { advance(plan, day: day) }
    return best(plan, extras)
  }

  /// Lays out the scratch memory and the first layer.
  private mutating func prepare(_ plan: PersonPlan) {
    reducedOffsets.removeAll(keepingCapacity: true)
    layerOffsets.removeAll(keepingCapacity: true)
    var (costs, cells, longest) = (0, plan.states.counts[0], 0)
    layerOffsets.append(0)
    for (index, day) in plan.days.enumerated() {
      reducedOffsets.append(costs)
      costs += day.costs.count
      layerOffsets.append(cells)
      cells += plan.states.counts[index + 1] * day.width
      longest = max(longest, day.starts.count)
    }
    if reduced.count < costs { reduced = [Double](repeating: 0, count: costs) }
    if arrival.count < longest { arrival = [Double](repeating: 0, count: longest) }
    if layers.count < cells { layers = [Double](repeating: 0, count: cells) }
    unsafe layers.withUnsafeMutableBufferPointer { buffer in
      for index in 0..<cells { unsafe buffer[index] = .infinity }
    }
    layers[0] = 0
  }

  /// Costs less values of a date's shifts.
  private mutating func gather(
    _ plan: PersonPlan,
    day: Int,
    tables: PricingTables,
    extras: Extras,
    problem: RosterProblem
  ) {
    let source = plan.days[day]
    guard !source.costs.isEmpty else { return }
    let offset = reducedOffsets[day]
    let values = tables.table(of: source.group).values
    unsafe source.costs.withUnsafeBufferPointer { costs in
      unsafe source.entries.withUnsafeBufferPointer { entries in
        unsafe values.withUnsafeBufferPointer { values in
          unsafe reduced.withUnsafeMutableBufferPointer { reduced in
            for index in 0..<costs.count {
              let entry = unsafe Int(entries[index])
              unsafe reduced[offset + index] =
                entry < 0 ? .infinity : costs[index] - values[entry]
            }
          }
        }
      }
    }
    addPrices(plan, day: day, extras: extras, problem: problem)
  }

  /// Adds the prices of sessions and of presence.
  private mutating func addPrices(
    _ plan: PersonPlan,
    day: Int,
    extras: Extras,
    problem: RosterProblem
  ) {
    let source = plan.days[day]
    let count = source.starts.count
    let presence =
      plan.headSet > 0 && !extras.presence.isEmpty ? extras.presence[plan.headSet] : []
    for (position, kind) in source.kinds.enumerated() {
      let base = reducedOffsets[day] + position * count
      if kind.agenda >= 0, !extras.sessions.isEmpty {
        let seated = problem.coupling.agendas[kind.agenda].seated
        let price = seated.reduce(0) { $0 + extras.sessions[$1] }
        for start in 0..<count { reduced[base + start] += price }
      }
      guard !presence.isEmpty else { continue }
      let length = problem.shapes[kind.shape].length
      for (start, slot) in source.starts.enumerated() {
        reduced[base + start] +=
          presence[min(slot + length, presence.count - 1)] - presence[min(slot, presence.count - 1)]
      }
    }
  }

  private func best(_ plan: PersonPlan, _ extras: Extras) -> Week? {
    let states = plan.states
    let width = plan.days[plan.days.count - 1].width
    let base = layerOffsets[plan.days.count]
    var best = Double.infinity
    var final = (state: -1, cell: -1)
    for state in 0..<states.counts[plan.days.count] where states.isFinal[state] {
      let overtime = max(0, states.finalPaid[state] - plan.overtimeAfter)
      guard overtime <= extras.overtimeLimit else { continue }
      var price = (plan.premiumPerMinute + extras.overtimePrice) * Double(overtime)
      if overtime > extras.overtimeRoom {
        price += extras.excessPrice * Double(overtime - max(0, extras.overtimeRoom))
      }
      if !states.finalPrices.isEmpty { price += states.finalPrices[state] }
      for cell in 0..<width {
        let value = layers[base + state * width + cell] + price
        if value < best { (best, final) = (value, (state, cell)) }
      }
    }
    guard best < .infinity else { return nil }
    return Week(reducedCost: best, picks: trace(plan, state: final.state, cell: final.cell))
  }
}
