/// The cheapest use of the people at work in one slot, by the greedy algorithm for polymatroids
/// (Edmonds 1970): the dearest missing units are served first, each as far as no set of queues then
/// asks for more than the people who serve one of its queues.
///
/// People and needs are counted in tenths of a person.
struct TeamAllocation {
  /// Tenths of a person in one person.
  static let whole = 10
  /// Most queues; all sets of them are looked at.
  static let queueLimit = 12

  /// Missing units of a queue that cost the same.
  private struct Tier {
    let queue: Int
    let units: Int
    let cost: Double
  }

  /// Queues of each group, as a set of bits.
  private let served: [Int]
  private let queueCount: Int

  init(_ instance: TeamInstance) {
    queueCount = instance.queues.count
    served = instance.groups.map { $0.queues.reduce(0) { $0 | 1 << $1 } }
  }

  /// What comes of a slot.
  struct Outcome {
    /// Price of the people missing.
    var under = 0.0
    /// Missing and idle tenths.
    var missing = 0
    var idle = 0
  }

  /// Serves the needs of one slot with `units` tenths of each group.
  func outcome(units: [Int], need: [Int], instance: TeamInstance) -> Outcome {
    let supply = supply(units)
    var slack = supply
    var outcome = Outcome()
    var given = 0
    for tier in tiers(need, instance) {
      let taken = min(tier.units, room(tier.queue, slack))
      for set in slack.indices where set & (1 << tier.queue) != 0 { slack[set] -= taken }
      given += taken
      outcome.missing += tier.units - taken
      outcome.under += Double(tier.units - taken) * tier.cost
    }
    outcome.idle = units.reduce(0, +) - given
    return outcome
  }

  /// Per set of queues: tenths of people who serve one of them.
  private func supply(_ units: [Int]) -> [Int] {
    (0..<1 << queueCount).map { set in
      zip(served, units).reduce(0) { $1.0 & set != 0 ? $0 + $1.1 : $0 }
    }
  }

  private func room(_ queue: Int, _ slack: [Int]) -> Int {
    var room = Int.max
    for set in slack.indices where set & (1 << queue) != 0 { room = min(room, slack[set]) }
    return room
  }

  /// The missing units of all queues, dearest first.
  private func tiers(_ need: [Int], _ instance: TeamInstance) -> [Tier] {
    var tiers: [Tier] = []
    for (queue, people) in need.enumerated() {
      var left = people
      let shares = instance.costs.underTiers
      for (index, share) in shares.enumerated() {
        let isLast = index == shares.count - 1
        let part = isLast ? left : min(left, Int((share[0] * Double(people) - 1e-9).rounded(.up)))
        left -= part
        guard part > 0 else { continue }
        let cost = share[1] * instance.queues[queue].weight / Double(Self.whole)
        tiers.append(Tier(queue: queue, units: part * Self.whole, cost: cost))
      }
    }
    return tiers.sorted { ($1.cost, $0.queue) < ($0.cost, $1.queue) }
  }
}
