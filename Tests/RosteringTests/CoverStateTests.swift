import Testing
import Workforce

@testable import Rostering

@Suite struct CoverStateTests {
  /// The cost of the best allocation of people to queues, by trying all.
  private static func cheapest(_ people: [[Int]], _ cover: [CoverCost], idle: Double) -> Double {
    var reachable: [[Int]: Int] = [cover.map { _ in 0 }: 0]
    for queues in people {
      var next: [[Int]: Int] = [:]
      for (given, idle) in reachable {
        next[given] = min(next[given, default: .max], idle + 1)
        for queue in queues where given[queue] < cover[queue].capacity {
          var more = given
          more[queue] += 1
          next[more] = min(next[more, default: .max], idle)
        }
      }
      reachable = next
    }
    return reachable.map { given, count in
      zip(given, cover).reduce(Double(count) * idle) { $0 + $1.1.cost(of: $1.0) }
    }.min() ?? .infinity
  }

  @Test(arguments: 0..<300)
  func `people come and go, and the allocation stays the cheapest`(seed: Int) {
    var random = RandomStream(seed: 3, name: "cover walk", keys: seed)
    let queues = 1 + random.below(4)
    let sets = (1..<1 << queues).map { set in (0..<queues).filter { set & (1 << $0) != 0 } }
    let groups = sets.filter { _ in random.below(2) == 0 }
    guard !groups.isEmpty else { return }
    let cover = (0..<queues).map { _ in PlainProblem.cover(&random) }
    let idle = Double(random.below(3))
    let problem = PlainProblem.make(
      slotCount: 2,
      cover: cover.map { [CoverCost(steps: []), $0] },
      idleCost: idle,
      groups: groups
    )
    var state = CoverState(problem)
    var present: [Int] = []
    for _ in 0..<25 {
      let before = state.cost
      if present.count > 8 || (!present.isEmpty && random.below(3) == 0) {
        let group = present.remove(at: random.below(present.count))
        state.remove(group: group, slot: 1)
      } else {
        let group = random.below(groups.count)
        let gain = state.gain(group: group, slot: 1)
        state.add(group: group, slot: 1)
        present.append(group)
        #expect(abs(before - state.cost - gain) < 1e-9)
      }
      let best = Self.cheapest(present.map { groups[$0] }, cover, idle: idle)
      #expect(abs(state.cost - best) < 1e-9)
    }
  }
}
