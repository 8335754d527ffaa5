import Workforce

/// How many people of each group are at work in each slot, and their cheapest allocation to
/// queues: exact for whole people and tenths of people (V_t of `roster-formulation.md`).
///
/// Adding or removing people moves along a shortest path of the allocation's residual graph, which
/// keeps it optimal (Ahuja, Magnanti & Orlin 1993, §9.7). People are counted in units: one person,
/// or a tenth where some group is worth less or more than a person.
struct CoverState: Sendable {
  /// Who serves which queue.
  var flow: CoverFlow
  var scratch: CoverFlow.Chains
  private let hasUnits: Bool
  /// Units that one of each group is worth.
  private let units: [Int]
  /// What one more of a group saves, by `slot * groupCount + group`, where fresh.
  private var gains: [Double]
  /// What one fewer of a group costs, likewise.
  private var losses: [Double]
  private var isFresh: [Bool]
  /// People of each group at work, by `slot * groupCount + group`; kept only where some are worth
  /// another number of units than one.
  private var present: [Int32]
  /// Σ Φ over all cells.
  var understaffing: Double
  /// Price of all people with nothing to do.
  var overstaffing: Double

  /// Groups times slots from which a second thread is worth its start.
  private static let muchWork = 512

  private var slotCount: Int { flow.slotCount }
  private var crews: [Crew] { flow.crews }

  /// Nobody at work.
  init(_ problem: RosterProblem) {
    let scale = problem.cover.unitsPerPerson(problem.groups)
    flow = CoverFlow(problem, unitsPerPerson: scale)
    units = problem.groups.map { $0.tenths * scale / RosterGroup.fullPerson }
    hasUnits = zip(units, problem.groups).contains { $0 != 1 && $1.parts.isEmpty }
    let cells = flow.crews.count * flow.slotCount
    gains = [Double](repeating: 0, count: cells)
    losses = gains
    isFresh = [Bool](repeating: false, count: flow.slotCount)
    present = [Int32](repeating: 0, count: hasUnits ? cells : 0)
    scratch = CoverFlow.Chains(count: flow.queueCount)
    understaffing = (0..<flow.queueCount * flow.slotCount).reduce(0) { sum, cell in
      sum + problem.cover.cost(of: 0, cell: cell)
    }
    overstaffing = 0
  }

  /// The whole cost of cover.
  var cost: Double { understaffing + overstaffing }

  /// What one more person of a group saves in a slot; negative when there is nothing to do.
  mutating func gain(group: Int, slot: Int) -> Double {
    if !isFresh[slot] { refresh(slot) }
    return gains[slot * crews.count + group]
  }

  /// What one person fewer of a group costs in a slot in which one is at work.
  mutating func loss(group: Int, slot: Int) -> Double {
    if !isFresh[slot] { refresh(slot) }
    return losses[slot * crews.count + group]
  }

  /// Computes the gains and losses of all slots anew where they are not known.
  mutating func refresh(threads: Int = 1) {
    let stale = isFresh.indices.filter { !isFresh[$0] }
    guard threads > 1, !hasUnits, stale.count * crews.count >= Self.muchWork else {
      for slot in stale { refresh(slot) }
      return
    }
    refresh(stale, threads: threads)
  }

  /// Gains of a group in all slots; after `refresh()`.
  func freshGains(group: Int) -> [Double] {
    (0..<slotCount).map { gains[$0 * crews.count + group] }
  }

  /// The gain of a group in a slot; after `refresh()`.
  func freshGain(group: Int, slot: Int) -> Double { gains[slot * crews.count + group] }

  /// The loss of a group in a slot; after `refresh()`.
  func freshLoss(group: Int, slot: Int) -> Double { losses[slot * crews.count + group] }

  /// Values of a further person of a group in all slots.
  mutating func gains(group: Int) -> [Double] {
    (0..<slotCount).map { gain(group: group, slot: $0) }
  }

  /// Adds a person of a group in a slot.
  mutating func add(group: Int, slot: Int) {
    isFresh[slot] = false
    if hasUnits { present[slot * crews.count + group] += 1 }
    var left = units[group]
    while left > 0 { left -= place(left, group: group, slot: slot) }
  }

  /// Removes a person of a group from a slot in which one is at work.
  mutating func remove(group: Int, slot: Int) {
    isFresh[slot] = false
    if hasUnits { present[slot * crews.count + group] -= 1 }
    var left = units[group]
    while left > 0 { left -= take(left, group: group, slot: slot) }
  }
}

extension CoverState {
  private mutating func refresh(_ slot: Int) {
    if hasUnits {
      for group in crews.indices where !crews[group].isComposite {
        measure(group, slot: slot)
      }
    } else {
      let base = slot * crews.count
      flow.fillAdditions(slot: slot, &scratch)
      for group in crews.indices { gains[base + group] = flow.bestAddition(group, scratch) }
      flow.fillRemovals(slot: slot, &scratch)
      for group in crews.indices { losses[base + group] = flow.loss(group, slot: slot, scratch) }
    }
    isFresh[slot] = true
  }

  /// Computes the gains and losses of some slots anew on two threads.
  private mutating func refresh(_ slots: [Int], threads: Int) {
    let (flow, count) = (flow, crews.count)
    let halves = [slots[..<(slots.count / 2)], slots[(slots.count / 2)...]]
    let measured = parallelMap(count: 2, threads: threads) { half in
      var chains = CoverFlow.Chains(count: flow.queueCount)
      var values: [Double] = []
      values.reserveCapacity(2 * count * halves[half].count)
      for slot in halves[half] {
        flow.fillAdditions(slot: slot, &chains)
        for group in 0..<count { values.append(flow.bestAddition(group, chains)) }
        flow.fillRemovals(slot: slot, &chains)
        for group in 0..<count { values.append(flow.loss(group, slot: slot, chains)) }
      }
      return values
    }
    for (slots, values) in zip(halves, measured) {
      for (index, slot) in slots.enumerated() {
        for group in 0..<count {
          gains[slot * count + group] = values[2 * index * count + group]
          losses[slot * count + group] = values[(2 * index + 1) * count + group]
        }
        isFresh[slot] = true
      }
    }
  }

  /// Gain and loss of a group where people are worth several units, by trying.
  private mutating func measure(_ group: Int, slot: Int) {
    let index = slot * crews.count + group
    let before = (under: understaffing, over: overstaffing)
    let cost = self.cost
    add(group: group, slot: slot)
    gains[index] = cost - self.cost
    remove(group: group, slot: slot)
    if present[index] > 0 {
      remove(group: group, slot: slot)
      losses[index] = self.cost - cost
      add(group: group, slot: slot)
    }
    (understaffing, overstaffing) = before
  }
}
