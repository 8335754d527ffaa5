/// Agents of each set spread over the skills that they hold, so that little is missing.
///
/// Begins with the planned shares, then moves agents from skills with too many to skills with too
/// few along the shortest chain of sets that hold both, until no chain is left: what is missing in
/// all is then the least possible (a maximum flow; Edmonds & Karp 1972). Skills that lack agents then
/// share the lack in proportion to their need, as far as chains allow.
struct AgentSpread {
  /// Agents serving each skill.
  private(set) var serving: [Double]
  private let sets: [[Int]]
  private let need: [Double]
  /// Agents per set and skill.
  private var given: [[Double]]

  private static let least = 1e-7
  private static let steps = 200
  /// Shares of need whose lack differs by less are left as they are.
  private static let difference = 0.01

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
    for _ in 0..<Self.steps where !fill() { break }
    for _ in 0..<Self.steps where !share() { break }
  }

  private func lack(_ skill: Int) -> Double { need[skill] - serving[skill] }

  private func lackShare(_ skill: Int) -> Double { lack(skill) / max(need[skill], 1e-9) }

  /// Moves agents from a skill with too many to one with too few; false when there is none.
  private mutating func fill() -> Bool {
    let spare = need.indices.filter { lack($0) < -Self.least }
    guard !spare.isEmpty else { return false }
    for target in need.indices where lack(target) > Self.least {
      guard let (source, chain) = chain(to: target, from: spare) else { continue }
      move(min(lack(target), -lack(source)), from: source, to: target, chain)
      return true
    }
    return false
  }

  /// Moves agents between two skills that both lack some; false when all lack alike.
  private mutating func share() -> Bool {
    let short = need.indices.filter { lack($0) > Self.least }
    guard short.count > 1 else { return false }
    for target in short {
      let better = short.filter { lackShare($0) < lackShare(target) - Self.difference }
      guard !better.isEmpty, let (source, chain) = chain(to: target, from: better) else { continue }
      let amount =
        (lackShare(target) - lackShare(source)) / (1 / need[source] + 1 / need[target])
      move(amount, from: source, to: target, chain)
      return true
    }
    return false
  }

  private struct Link {
    var set: Int
    var from: Int
    var to: Int
  }

  private mutating func move(_ most: Double, from source: Int, to target: Int, _ chain: [Link]) {
    let amount = chain.reduce(most) { min($0, given[$1.set][$1.from]) }
    for link in chain {
      given[link.set][link.from] -= amount
      given[link.set][link.to] += amount
    }
    serving[source] -= amount
    serving[target] += amount
  }

  /// The shortest chain to a skill from one of some others.
  private func chain(to target: Int, from sources: [Int]) -> (source: Int, chain: [Link])? {
    var reached = [Link?](repeating: nil, count: need.count)
    var open = [target]
    var next = 0
    while next < open.count {
      let skill = open[next]
      next += 1
      for (set, own) in sets.enumerated() where own.contains(skill) {
        for other in own where other != target && reached[other] == nil {
          guard given[set][other] > 1e-9 else { continue }
          reached[other] = Link(set: set, from: other, to: skill)
          if sources.contains(other) { return (other, links(from: other, to: target, reached)) }
          open.append(other)
        }
      }
    }
    return nil
  }

  private func links(from source: Int, to target: Int, _ reached: [Link?]) -> [Link] {
    var links: [Link] = []
    var skill = source
    while skill != target, let link = reached[skill] {
      links.append(link)
      skill = link.to
    }
    return links
  }
}
