/// The allocation of people to queues, slot by slot, and the values of the moves in its residual
/// graph.
struct CoverFlow: Sendable {
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

  let steps: CoverSteps
  let slotCount: Int
  let queueCount: Int
  let crews: [Crew]
  let crewQueues: [Int32]
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

  /// Nobody at work; people are counted in `scale` units each.
  init(_ problem: RosterProblem, unitsPerPerson scale: Int) {
    steps = CoverSteps(problem.cover, unitsPerPerson: scale)
    slotCount = problem.slotCount
    queueCount = problem.queueCount
    crews = problem.crews
    crewQueues = problem.crewQueues
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
  }

  @inline(__always)
  func share(_ flexible: Int, _ queue: Int, _ slot: Int) -> Int {
    (slot * flexibleGroups.count + flexible) * queueCount + queue
  }

  @inline(__always)
  func queues(of group: Int) -> Range<Int> {
    Int(crews[group].first)..<Int(crews[group].end)
  }

  /// Value of one more unit in each queue, chains of moves included.
  func fillAdditions(slot: Int, _ chains: inout Chains) {
    for queue in 0..<queueCount {
      let count = Int(filled[slot * queueCount + queue])
      chains.values[queue] = steps.next(after: count, cell: queue * slotCount + slot).worth
      chains.groups[queue] = -1
    }
    spread(slot: slot, isAddition: true, &chains)
  }

  /// Loss of one unit fewer in each queue, chains of moves included; a move to the queue -1 takes
  /// someone of the group who has nothing to do.
  func fillRemovals(slot: Int, _ chains: inout Chains) {
    for queue in 0..<queueCount {
      let count = Int(filled[slot * queueCount + queue])
      chains.values[queue] =
        count > 0 ? steps.last(of: count, cell: queue * slotCount + slot).worth : .infinity
      chains.groups[queue] = -1
    }
    for group in 0..<crews.count where idle[slot * crews.count + group] > 0 {
      for index in queues(of: group) {
        let queue = Int(crewQueues[index])
        guard chains.values[queue] > -idleCost else { continue }
        chains.values[queue] = -idleCost
        chains.groups[queue] = group
        chains.queues[queue] = -1
      }
    }
    spread(slot: slot, isAddition: false, &chains)
  }

  /// Spreads the values along moves of people between the queues of their groups until none
  /// changes.
  ///
  /// Someone who is added to a queue can push one of a group on to where more is saved; someone who
  /// is taken from a queue can be replaced from where less is lost.
  @inline(__always)
  private func spread(slot: Int, isAddition: Bool, _ chains: inout Chains) {
    unsafe chains.values.withUnsafeMutableBufferPointer { values in
      unsafe given.withUnsafeBufferPointer { given in
        unsafe crewQueues.withUnsafeBufferPointer { crewQueues in
          var hasChanged = !flexibleGroups.isEmpty
          while hasChanged {
            hasChanged = false
            for position in 0..<flexibleGroups.count {
              let group = flexibleGroups[position]
              let base = share(position, 0, slot)
              for first in queues(of: group) {
                let holder = unsafe Int(crewQueues[first])
                guard unsafe given[base + holder] > 0 else { continue }
                for second in queues(of: group) {
                  let other = unsafe Int(crewQueues[second])
                  guard unsafe values[other] > values[holder] + 1e-12 else { continue }
                  let (from, to) = isAddition ? (holder, other) : (other, holder)
                  unsafe values[from] = unsafe values[to]
                  chains.groups[from] = group
                  chains.queues[from] = to
                  hasChanged = true
                }
              }
            }
          }
        }
      }
    }
  }

  /// After `fillAdditions`: what one more of a group saves at best.
  func bestAddition(_ group: Int, _ chains: Chains) -> Double {
    var best = -idleCost
    for index in queues(of: group) { best = max(best, chains.values[Int(crewQueues[index])]) }
    return best
  }

  /// After `fillRemovals`: the queue that a group leaves at least loss, or -1.
  func cheapestRemoval(
    _ group: Int,
    slot: Int,
    _ chains: Chains
  ) -> (loss: Double, queue: Int) {
    let position = flexible[group]
    if position < 0 {
      let queue = Int(crews[group].soleQueue)
      return queue < 0 ? (.infinity, -1) : (chains.values[queue], queue)
    }
    var best = (loss: Double.infinity, queue: -1)
    for index in queues(of: group) {
      let queue = Int(crewQueues[index])
      guard given[share(position, queue, slot)] > 0, chains.values[queue] < best.loss else {
        continue
      }
      best = (chains.values[queue], queue)
    }
    return best
  }

  /// After `fillRemovals`: what one fewer of a group costs at least.
  func loss(_ group: Int, slot: Int, _ chains: Chains) -> Double {
    idle[slot * crews.count + group] > 0
      ? -idleCost : cheapestRemoval(group, slot: slot, chains).loss
  }
}
