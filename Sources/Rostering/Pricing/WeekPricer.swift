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
    /// Price of attending each session.
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

  /// A week by its picks.
  struct Week: Hashable, Sendable {
    /// Cost less the values of the shifts, with the prices of the extras.
    let reducedCost: Double
    let picks: [Pick]
  }

  private var reduced: [Double] = []
  private var layers: [Double] = []
  private var arrival: [Double] = []
  private var reducedOffsets: [Int] = []
  private var layerOffsets: [Int] = []

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
      if kind.session >= 0, !extras.sessions.isEmpty {
        for start in 0..<count { reduced[base + start] += extras.sessions[kind.session] }
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
      for cell in 0..<width {
        let value = layers[base + state * width + cell] + price
        if value < best { (best, final) = (value, (state, cell)) }
      }
    }
    guard best < .infinity else { return nil }
    return Week(reducedCost: best, picks: trace(plan, state: final.state, cell: final.cell))
  }
}

extension WeekPricer {
  /// Fills the layer after a date from the one before.
  private mutating func advance(_ plan: PersonPlan, day: Int) {
    let today = plan.days[day]
    let before = plan.days[max(0, day - 1)]
    let (off, work) = (plan.states.off[day], plan.states.work[day])
    let width = day == 0 ? 1 : before.width
    let (count, kinds) = (today.starts.count, today.kinds.count)
    let (from, to, costs) = (layerOffsets[day], layerOffsets[day + 1], reducedOffsets[day])
    let nextWidth = today.width
    unsafe layers.withUnsafeMutableBufferPointer { layers in
      unsafe arrival.withUnsafeMutableBufferPointer { arrival in
        unsafe reduced.withUnsafeBufferPointer { reduced in
          for state in 0..<plan.states.counts[day] {
            let base = from + state * width
            let least = unsafe Self.least(layers, base..<base + width)
            guard least < .infinity else { continue }
            if off[state] >= 0 {
              let target = to + (Int(off[state]) + 1) * nextWidth - 1
              unsafe layers[target] = unsafe min(layers[target], least)
            }
            unsafe Self.arrive(
              plan,
              (day == 0 ? nil : before, today),
              row: UnsafeMutableBufferPointer(rebasing: layers[base..<base + width]),
              into: arrival
            )
            for kind in 0..<kinds {
              let next = Int(work[state * kinds + kind])
              guard next >= 0 else { continue }
              unsafe Self.lower(
                layers,
                at: to + next * nextWidth + today.classes[kind] * count,
                to: arrival,
                plus: reduced,
                from: costs + kind * count,
                count: count
              )
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func least(
    _ layers: UnsafeMutableBufferPointer<Double>,
    _ cells: Range<Int>
  ) -> Double {
    var least = Double.infinity
    for cell in cells {
      let value = unsafe layers[cell]
      least = value < least ? value : least
    }
    return least
  }

  /// Lowers entries of a layer to arrivals plus costs, where those are lower.
  @inline(__always)
  private static func lower(
    _ layers: UnsafeMutableBufferPointer<Double>,
    at target: Int,
    to arrival: UnsafeMutableBufferPointer<Double>,
    plus costs: UnsafeBufferPointer<Double>,
    from first: Int,
    count: Int
  ) {
    for start in 0..<count {
      let value = unsafe arrival[start] + costs[first + start]
      let known = unsafe layers[target + start]
      unsafe layers[target + start] = value < known ? value : known
    }
  }

  /// Least value of getting to each start of a date from one state's row.
  private static func arrive(
    _ plan: PersonPlan,
    _ days: (before: PersonPlan.Day?, today: PersonPlan.Day),
    row: UnsafeMutableBufferPointer<Double>,
    into arrival: UnsafeMutableBufferPointer<Double>
  ) {
    let today = days.today
    let count = today.starts.count
    let fromOff = unsafe row[row.count - 1] + today.weekend.afterOff
    for start in 0..<count { unsafe arrival[start] = fromOff }
    guard let before = days.before, !before.starts.isEmpty else { return }
    guard case .even(let shift, let lowest, let highest) = today.arrivals else {
      unsafe arriveUnevenly(plan, (before, today), row: row, into: arrival)
      return
    }
    let earlier = before.starts.count
    for (position, most) in highest.enumerated() where most >= lowest {
      for step in lowest...most {
        let price =
          today.weekend.afterWork + plan.startChangePerMinute * Double(abs(step) * plan.spacing)
        let low = max(0, -(shift + step))
        let high = min(count, earlier - shift - step)
        guard low < high else { continue }
        let source = position * earlier + shift + step
        for start in low..<high {
          let value = unsafe row[source + start] + price
          let known = unsafe arrival[start]
          unsafe arrival[start] = value < known ? value : known
        }
      }
    }
  }

  private static func arriveUnevenly(
    _ plan: PersonPlan,
    _ days: (before: PersonPlan.Day, today: PersonPlan.Day),
    row: UnsafeMutableBufferPointer<Double>,
    into arrival: UnsafeMutableBufferPointer<Double>
  ) {
    let earlier = days.before.starts.count
    for start in days.today.starts.indices {
      for position in days.before.classLengths.indices {
        for other in 0..<earlier {
          guard let price = plan.price(days, start: start, after: other, lengthClass: position)
          else { continue }
          let value = unsafe row[position * earlier + other] + price
          unsafe arrival[start] = unsafe min(arrival[start], value)
        }
      }
    }
  }

  /// Walks back from an entry of the last layer.
  private func trace(_ plan: PersonPlan, state: Int, cell: Int) -> [Pick] {
    var picks: [Pick] = []
    var place = (state: state, cell: cell)
    for day in plan.days.indices.reversed() {
      let width = plan.days[day].width
      if place.cell == width - 1 {
        place = beforeOff(plan, day: day, state: place.state)
      } else {
        let (pick, earlier) = beforeWork(plan, day: day, place: place)
        picks.append(pick)
        place = earlier
      }
    }
    return picks.reversed()
  }

  private func beforeOff(_ plan: PersonPlan, day: Int, state: Int) -> (state: Int, cell: Int) {
    let width = day == 0 ? 1 : plan.days[day - 1].width
    var best = Double.infinity
    var found = (state: 0, cell: width - 1)
    for earlier in 0..<plan.states.counts[day] where Int(plan.states.off[day][earlier]) == state {
      for cell in 0..<width {
        let value = layers[layerOffsets[day] + earlier * width + cell]
        if value < best { (best, found) = (value, (earlier, cell)) }
      }
    }
    return found
  }

  private func beforeWork(
    _ plan: PersonPlan,
    day: Int,
    place: (state: Int, cell: Int)
  ) -> (Pick, (state: Int, cell: Int)) {
    let today = plan.days[day]
    let count = today.starts.count
    let (own, start) = place.cell.quotientAndRemainder(dividingBy: count)
    let kinds = today.kinds.count
    var best = Double.infinity
    var found = (pick: Pick(day: day, kind: 0, start: start), place: (state: 0, cell: 0))
    for earlier in 0..<plan.states.counts[day] {
      var arrived: (value: Double, cell: Int)?
      for kind in 0..<kinds
      where today.classes[kind] == own
        && Int(plan.states.work[day][earlier * kinds + kind]) == place.state
      {
        let cost = reduced[reducedOffsets[day] + kind * count + start]
        guard cost < .infinity else { continue }
        let from = arrived ?? arrivalCell(plan, day: day, state: earlier, start: start)
        arrived = from
        if from.value + cost < best {
          best = from.value + cost
          found = (Pick(day: day, kind: kind, start: start), (earlier, from.cell))
        }
      }
    }
    return (found.pick, found.place)
  }

  /// Least value of getting to one start, and the entry of the layer before that it comes from.
  private func arrivalCell(
    _ plan: PersonPlan,
    day: Int,
    state: Int,
    start: Int
  ) -> (value: Double, cell: Int) {
    let today = plan.days[day]
    let width = day == 0 ? 1 : plan.days[day - 1].width
    let row = layerOffsets[day] + state * width
    var best = (value: layers[row + width - 1] + today.weekend.afterOff, cell: width - 1)
    guard day > 0 else { return best }
    let before = plan.days[day - 1]
    let earlier = before.starts.count
    for position in before.classLengths.indices {
      for other in 0..<earlier {
        let value = layers[row + position * earlier + other]
        guard value < best.value,
          let price = plan.price(
            (before, today),
            start: start,
            after: other,
            lengthClass: position
          )
        else { continue }
        if value + price < best.value {
          best = (value + price, position * earlier + other)
        }
      }
    }
    return best
  }
}

extension PersonPlan {
  /// Price of a start after one of the date before; `nil` when it is not allowed.
  func price(
    _ days: (before: Day, today: Day),
    start: Int,
    after other: Int,
    lengthClass: Int
  ) -> Double? {
    let (before, today) = days
    let change = abs(today.clocks[start] - before.clocks[other])
    let rest = today.starts[start] - before.starts[other] - before.classLengths[lengthClass]
    guard change <= maximumStartChange else { return nil }
    if case .even(let shift, _, let highest) = today.arrivals {
      guard other - start - shift <= highest[lengthClass] else { return nil }
    } else if rest < minimumRest {
      return nil
    }
    return today.weekend.afterWork + startChangePerMinute * Double(change)
  }
}
