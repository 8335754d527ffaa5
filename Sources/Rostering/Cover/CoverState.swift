/// How many people of each group are at work in each slot, and their cheapest allocation to
/// queues: exact for whole people and tenths of people (V_t of `roster-formulation.md`).
///
/// Adding or removing people moves along a shortest path of the allocation's residual graph, which
/// keeps it optimal (Ahuja, Magnanti & Orlin 1993, §9.7). People are counted in units: one person,
/// or a tenth where some group is worth less or more than a person.
struct CoverState: Sendable {
  let steps: CoverSteps
  let slotCount: Int
  let queueCount: Int
  let crews: [Crew]
  let crewQueues: [Int32]
  private let hasUnits: Bool
  /// Units that one of each group is worth.
  private let units: [Int]
  /// Position of each group among those with several queues, or -1.
  let flexible: [Int]
  let flexibleGroups: [Int]
  /// Price of a unit with nothing to do, per slot.
  let idleCost: Double
  /// Units per queue, by `slot * queueCount + queue`.
  var filled: [Int32]
  /// Units per flexible group and queue, by `(slot * flexibleCount + group) * queueCount + queue`.
  var given: [Int32]
  /// Units of a group with nothing to do, by `slot * groupCount + group`.
  var idle: [Int32]
  /// What one more of a group saves, by `slot * groupCount + group`, where fresh.
  private var gains: [Double]
  /// What one fewer of a group costs, likewise.
  private var losses: [Double]
  private var isFresh: [Bool]
  /// People of each group at work, by `slot * groupCount + group`; kept only where some are worth
  /// another number of units than one.
  private var present: [Int32]
  var scratch: Chains
  /// Σ Φ over all cells.
  var understaffing: Double
  /// Price of all people with nothing to do.
  var overstaffing: Double

  /// Values per queue with the moves that lead there.
  struct Chains: Sendable {
    var values: [Double]
    /// Group that goes on, or -1.
    var groups: [Int]
    /// Queue that it goes to, or -1 for those with nothing to do.
    var queues: [Int]

    init(count: Int) {
      values = [Double](repeating: 0, count: count)
      groups = [Int](repeating: -1, count: count)
      queues = groups
    }
  }

  /// Nobody at work.
  init(_ problem: RosterProblem) {
    let scale = problem.cover.unitsPerPerson(problem.groups)
    steps = CoverSteps(problem.cover, unitsPerPerson: scale)
    slotCount = problem.slotCount
    queueCount = problem.queueCount
    crews = problem.crews
    crewQueues = problem.crewQueues
    units = problem.groups.map { $0.tenths * scale / RosterGroup.fullPerson }
    hasUnits = zip(units, problem.groups).contains { $0 != 1 && $1.parts.isEmpty }
    var found: [Int] = []
    flexible = problem.groups.indices.map { group in
      guard problem.groups[group].queues.count > 1 else { return -1 }
      found.append(group)
      return found.count - 1
    }
    flexibleGroups = found
    idleCost = problem.cover.idleCost / Double(scale)
    filled = [Int32](repeating: 0, count: queueCount * slotCount)
    given = [Int32](repeating: 0, count: found.count * queueCount * slotCount)
    idle = [Int32](repeating: 0, count: crews.count * slotCount)
    gains = [Double](repeating: 0, count: crews.count * slotCount)
    losses = gains
    isFresh = [Bool](repeating: false, count: slotCount)
    present = [Int32](repeating: 0, count: hasUnits ? crews.count * slotCount : 0)
    scratch = Chains(count: queueCount)
    understaffing = (0..<queueCount * slotCount).reduce(0) { sum, cell in
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
  mutating func refresh() {
    for slot in 0..<slotCount where !isFresh[slot] { refresh(slot) }
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
    let base = slot * crews.count
    if hasUnits {
      for group in crews.indices where !crews[group].isComposite {
        measure(group, slot: slot)
      }
    } else {
      fillAdditions(slot: slot)
      for group in crews.indices {
        var best = -idleCost
        for index in queues(of: group) {
          best = max(best, scratch.values[Int(crewQueues[index])])
        }
        gains[base + group] = best
      }
      fillRemovals(slot: slot)
      for group in crews.indices {
        losses[base + group] =
          idle[base + group] > 0 ? -idleCost : cheapestRemoval(group, slot: slot).loss
      }
    }
    isFresh[slot] = true
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
