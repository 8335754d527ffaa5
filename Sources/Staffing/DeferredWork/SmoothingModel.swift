import Optimization

/// The linear program that spreads deferred work over the slots.
///
/// See docs/concepts/staffing.md, "Deferred work"; names and numbers are those of that page. Only
/// slots in which a queue may be worked on have variables, so the program is sparse: every row but
/// that of the end has a few terms.
struct SmoothingModel {
  /// Steps of the price of people, from the lowest to the highest level.
  private static let levels = 16

  /// Where a stream is in the program.
  struct Place {
    /// x: hours done in a slot.
    var work: [Int?]
    /// Y and L of a slot, or of the last slot before in which work was possible.
    var states: [State?]
    /// Row (3) of a slot, where the stream has a source.
    var dueRows: [Int?]
  }

  /// Y − L: hours done up to a slot.
  struct State {
    /// Y: hours done, and those that are late.
    var covered: Int
    /// L: hours that are late.
    var late: Int
  }

  private(set) var model = LinearModel("deferred work")
  private(set) var places: [Place] = []
  /// Row (4) of each slot.
  private(set) var poolRows: [Int?]
  /// g and z: people for deferred work in each slot.
  private(set) var people: [[Int]]
  /// P: the highest level.
  private var peak: Int?
  let streams: [WorkStream]

  private let pool: DeferredWorkPool
  /// Hours that each stream can have.
  private let totals: [Double]
  private let isEligible: [Bool]
  /// u: what an hour of a person at the highest level costs.
  private let unit: Double

  init(_ queues: [DeferredQueue], _ pool: DeferredWorkPool) {
    let streams = WorkStream.streams(of: queues)
    let count = pool.needed.count
    self.streams = streams
    self.pool = pool
    totals = Self.totals(streams)
    isEligible = (0..<count).map { slot in streams.contains { $0.isEligible[slot] } }
    unit = pool.latenessPrice * pool.slotHours / Double(10 * max(1, count))
    poolRows = Array(repeating: nil, count: count)
    people = Array(repeating: [], count: count)
    for index in streams.indices { addStream(index) }
    addPeople()
  }

  private static func totals(_ streams: [WorkStream]) -> [Double] {
    var totals: [Double] = []
    for stream in streams {
      let own = stream.lots.reduce(0) { $0 + $1.hours }
      let earlier = zip(streams, totals).filter { $0.0.queue == stream.source?.queue }
      let come = earlier.reduce(0) { $0 + $1.1 } * (stream.source?.hoursPerHour ?? 0)
      totals.append(own + come)
    }
    return totals
  }

  /// The whole of the hours that there can be.
  private var total: Double { totals.reduce(0, +) }

  /// (1) to (3) of a stream.
  private mutating func addStream(_ index: Int) {
    let stream = streams[index]
    let count = isEligible.count
    let empty = Array(repeating: nil as Int?, count: count)
    places.append(Place(work: empty, states: Array(repeating: nil, count: count), dueRows: empty))
    let released = stream.released
    let dueHours = stream.dueHours
    let slots = (0..<count).filter { stream.isEligible[$0] }
    for (place, slot) in slots.enumerated() {
      let end = place + 1 < slots.count ? slots[place + 1] : count
      // What is due before the next slot with work must be done by the end of this one.
      let before = slot > 0 ? places[index].states[slot - 1] : nil
      let state = addState(index, slot, end, due: dueHours[end - 1], released: released[slot])
      let work = model.addVariable("x\(index) \(slot)", upper: totals[index])
      model.addConstraint(
        "done \(index) \(slot)",
        lower: 0,
        upper: 0,
        terms: terms(state, 1) + (before.map { terms($0, -1) } ?? []) + [term(work, -1)]
      )
      places[index].work[slot] = work
      for later in slot..<end { places[index].states[later] = state }
      if let source = stream.source {
        addSource(index, slot, end, source, due: dueHours[end - 1], released: released[slot])
      }
    }
    addEnd(index, dueHours.last ?? 0)
  }

  /// Y and L, with (2) and (3) as bounds of Y where the stream has no source.
  private mutating func addState(
    _ index: Int,
    _ slot: Int,
    _ end: Int,
    due: Double,
    released: Double
  ) -> State {
    let isOwn = streams[index].source == nil
    let price = pool.latenessPrice * pool.slotHours * Double(end - slot)
    // Work released after this slot can be due before the next one in which it may be done.
    let hopeless = isOwn ? max(0, due - released) : 0
    let covered = model.addVariable(
      "Y\(index) \(slot)",
      lower: isOwn ? due : 0,
      upper: isOwn ? released + hopeless : 2 * totals[index]
    )
    let late = model.addVariable(
      "L\(index) \(slot)",
      lower: hopeless,
      upper: totals[index],
      cost: price
    )
    return State(covered: covered, late: late)
  }

  /// (2) and (3) as rows.
  private mutating func addSource(
    _ index: Int,
    _ slot: Int,
    _ end: Int,
    _ source: DeferredQueue.Source,
    due: Double,
    released: Double
  ) {
    guard let state = places[index].states[slot] else { return }
    model.addConstraint(
      "release \(index) \(slot)",
      lower: -.infinity,
      upper: released,
      terms: terms(state, 1) + sourceTerms(source, slot, -1)
    )
    let last = streams[index].lastDue(by: end - 1)
    let came = last.map { sourceTerms(source, $0, -1) } ?? []
    guard due > 0 || !came.isEmpty else { return }
    places[index].dueRows[slot] = model.addConstraint(
      "due \(index) \(slot)",
      lower: due,
      upper: .infinity,
      terms: [term(state.covered, 1)] + came
    )
  }

  /// (6): of what is due after the last slot, the share of the time that has passed is done.
  private mutating func addEnd(_ index: Int, _ dueHours: Double) {
    let stream = streams[index]
    let last = isEligible.count - 1
    var terms = last >= 0 ? doneTerms(index, last, 1) : []
    if let source = stream.source {
      if let due = stream.lastDue(by: last) { terms += sourceTerms(source, due, -1) }
      let shares = stream.due.elapsedShares
      for slot in stream.due.slots.indices where stream.due.slots[slot] > last {
        terms += sourceTerms(source, slot, -shares[slot])
        if slot > 0 { terms += sourceTerms(source, slot - 1, shares[slot]) }
      }
    }
    let hours = dueHours + stream.endHours
    guard !terms.isEmpty, hours > 0 || terms.count > 1 else { return }
    let cost = 2 * unit * Double(isEligible.count)
    terms.append(term(model.addVariable("E\(index)", upper: totals[index], cost: cost), 1))
    model.addConstraint("end \(index)", lower: hours, upper: .infinity, terms: terms)
  }

  private func doneTerms(_ index: Int, _ slot: Int, _ factor: Double) -> [LinearModel.Term] {
    places[index].states[slot].map { terms($0, factor) } ?? []
  }

  private func sourceTerms(
    _ source: DeferredQueue.Source,
    _ slot: Int,
    _ factor: Double
  ) -> [LinearModel.Term] {
    places.indices.filter { streams[$0].queue == source.queue }
      .flatMap { doneTerms($0, slot, factor * source.hoursPerHour) }
  }

  private func terms(_ state: State, _ factor: Double) -> [LinearModel.Term] {
    [term(state.covered, factor), term(state.late, -factor)]
  }

  private func term(_ index: Int, _ coefficient: Double) -> LinearModel.Term {
    LinearModel.Term(index: index, coefficient: coefficient)
  }
}

extension SmoothingModel {
  /// (4): the people of each slot.
  private mutating func addPeople() {
    let slots = isEligible.indices.filter { isEligible[$0] }
    guard let base = slots.map({ pool.needed[$0] }).max() else { return }
    let most = total / pool.slotHours
    peak = model.addVariable(
      "P",
      lower: base,
      upper: base + most,
      cost: unit * pool.slotHours * Double(isEligible.count)
    )
    let steps = levelSteps(slots)
    for slot in slots {
      addLevels(slot, steps, most: most)
      let work = streams.indices.compactMap { places[$0].work[slot] }.map { term($0, 1) }
      poolRows[slot] = model.addConstraint(
        "pool \(slot)",
        lower: -.infinity,
        upper: pool.slotHours * pool.idle[slot],
        terms: work + people[slot].map { term($0, -pool.slotHours) }
      )
    }
  }

  /// Adds (5) for the slots in which a solution breaks it, and returns these rows.
  ///
  /// Most slots lie below the highest level anyway, so the program begins without these rows.
  mutating func addPeakRows(brokenBy values: [Double]) -> [LinearModel.Constraint] {
    guard let peak else { return [] }
    let start = model.constraints.count
    for slot in people.indices {
      let level = people[slot].reduce(pool.needed[slot]) { $0 + values[$1] }
      guard poolRows[slot] != nil, level > values[peak] + 1e-7 * (1 + level) else { continue }
      model.addConstraint(
        "peak \(slot)",
        lower: pool.needed[slot],
        upper: .infinity,
        terms: [term(peak, 1)] + people[slot].map { term($0, -1) }
      )
    }
    return Array(model.constraints[start...])
  }

  /// Levels of people in equal steps, from the fewest needed to those of work done as it comes.
  private func levelSteps(_ slots: [Int]) -> [Double] {
    let low = slots.map { pool.needed[$0] }.min() ?? 0
    let high = slots.map { pool.needed[$0] }.max() ?? 0
    let spread = total / pool.slotHours / Double(max(1, slots.count))
    let top = max(high, low + 2 * spread) + spread
    return (0...Self.levels).map { low + (top - low) * Double($0) / Double(Self.levels) }
  }

  /// g of a slot, dearer with each level, and z above the people available.
  private mutating func addLevels(_ slot: Int, _ steps: [Double], most: Double) {
    let needed = pool.needed[slot]
    let limit = pool.available?[slot] ?? .infinity
    for (level, start) in steps.enumerated() {
      let end = level + 1 < steps.count ? steps[level + 1] : needed + most + start
      let room = min(end, limit) - max(start, needed)
      guard room > 0 else { continue }
      let cost = unit * pool.slotHours * Double(level + 1) / Double(steps.count)
      people[slot].append(model.addVariable("g\(slot) \(level)", upper: room, cost: cost))
    }
    if pool.available != nil, let price = pool.shortagePrice {
      let cost = (price + unit) * pool.slotHours
      people[slot].append(model.addVariable("z\(slot)", upper: most, cost: cost))
    }
  }
}
