/// Agents of each set spread over the skills that they hold, so that little is missing.
///
/// Begins with the planned shares, then moves agents from skills with too many to skills with too
/// few along the shortest chain of sets that hold both, until no chain is left: what is missing in
/// all is then the least possible (a maximum flow; Edmonds & Karp 1972).
struct AgentSpread {
  /// Agents serving each skill.
  private(set) var serving: [Double]
  private let sets: [[Int]]
  private let need: [Double]
  /// Agents per set and skill.
  private var given: [[Double]]

  init(sets: [[Int]], agents: [Double], planned: [[Double]], need: [Double]) {
    self.sets = sets
    self.need = need
    given = sets.indices.map { set in
      var own = [Double](repeating: 0, count: need.count)
      let total = sets[set].reduce(0) { $0 + planned[set][$1] }
      for skill in sets[set] {
        let share = total > 1e-9 ? planned[set][skill] / total : 1 / Double(sets[set].count)
        own[skill] = agents[set] * share
      }
      return own
    }
    serving = need.indices.map { _ in 0 }
    for own in given { for skill in need.indices { serving[skill] += own[skill] } }
    for _ in 0..<200 where move() {}
  }

  /// Moves agents along one chain; false when there is none.
  private mutating func move() -> Bool {
    for target in need.indices where need[target] - serving[target] > 1e-7 {
      guard let chain = chain(to: target), let source = chain.last?.from else { continue }
      var amount = min(need[target] - serving[target], serving[source] - need[source])
      for link in chain { amount = min(amount, given[link.set][link.from]) }
      for link in chain {
        given[link.set][link.from] -= amount
        given[link.set][link.to] += amount
      }
      serving[source] -= amount
      serving[target] += amount
      return true
    }
    return false
  }

  private struct Link {
    var set: Int
    var from: Int
    var to: Int
  }

  /// The links from a skill with too many agents to one with too few, the last link first reached.
  private func chain(to target: Int) -> [Link]? {
    var reached: [Int: Link] = [:]
    var open = [target]
    var next = 0
    while next < open.count {
      let skill = open[next]
      next += 1
      for (set, own) in sets.enumerated() where own.contains(skill) {
        for other in own where other != target && reached[other] == nil {
          guard given[set][other] > 1e-9 else { continue }
          reached[other] = Link(set: set, from: other, to: skill)
          if serving[other] - need[other] > 1e-7 { return links(from: other, to: target, reached) }
          open.append(other)
        }
      }
    }
    return nil
  }

  private func links(from source: Int, to target: Int, _ reached: [Int: Link]) -> [Link] {
    var links: [Link] = []
    var skill = source
    while skill != target, let link = reached[skill] {
      links.append(link)
      skill = link.to
    }
    return links.reversed()
  }
}
