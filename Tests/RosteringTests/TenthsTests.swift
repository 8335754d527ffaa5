import Testing
import Workforce

@testable import Rostering

/// Cover by people who are worth tenths of a person, against all allocations.
@Suite struct TenthsTests {
  private struct Case {
    let crews: [RosterGroup]
    let cover: [CoverCost]
    let idle: Double
    var random: RandomStream

    init(seed: Int) {
      var random = RandomStream(seed: 3, name: "tenths walk", keys: seed)
      let queues = 1 + random.below(3)
      let sets = (0..<1 << queues).map { set in (0..<queues).filter { set & (1 << $0) != 0 } }
      let worths = [[0, 10], [5, 10], [5, 15], [20, 10], [0, 5, 10], [10, 12]][random.below(6)]
      var crews: [RosterGroup] = []
      for set in sets {
        for tenths in worths where random.below(3) > 0 {
          crews.append(RosterGroup(queues: set, tenths: tenths))
        }
      }
      self.crews = crews
      cover = (0..<queues).map { _ in PlainProblem.cover(&random) }
      idle = Double(random.below(3))
      self.random = random
    }

    var problem: RosterProblem {
      PlainProblem.make(
        slotCount: 1,
        cover: cover.map { [$0] },
        idleCost: idle,
        crews: crews
      )
    }

    /// The cost of the best allocation, unit by unit of a tenth.
    func cheapest(_ present: [Int]) -> Double {
      let step = present.allSatisfy { crews[$0].tenths % 5 == 0 } ? 5 : 1
      var reached: [[Int]: Int] = [cover.map { _ in 0 }: 0]
      for group in present {
        for _ in 0..<crews[group].tenths / step {
          var next: [[Int]: Int] = [:]
          for (given, idle) in reached {
            next[given] = min(next[given, default: .max], idle + step)
            for queue in crews[group].queues where given[queue] < 10 * cover[queue].capacity {
              var more = given
              more[queue] += step
              next[more] = min(next[more, default: .max], idle)
            }
          }
          reached = next
        }
      }
      return reached.map { given, tenths in
        zip(given, cover).reduce(Double(tenths) / 10 * idle) { $0 + Self.cost($1.1, $1.0) }
      }.min() ?? .infinity
    }

    /// Φ between whole people is linear.
    private static func cost(_ cover: CoverCost, _ tenths: Int) -> Double {
      let share = Double(tenths % 10) / 10
      return (1 - share) * cover.cost(of: tenths / 10) + share * cover.cost(of: tenths / 10 + 1)
    }
  }

  @Test(arguments: 0..<300)
  func `people come and go, and the allocation stays the cheapest`(seed: Int) {
    var c = Case(seed: seed)
    guard !c.crews.isEmpty else { return }
    let problem = c.problem
    var state = CoverState(problem)
    var present: [Int] = []
    for _ in 0..<14 {
      let before = state.cost
      if present.count > 4 || (!present.isEmpty && c.random.below(3) == 0) {
        let group = present[c.random.below(present.count)]
        let loss = state.loss(group: group, slot: 0)
        state.remove(group: group, slot: 0)
        present.remove(at: present.firstIndex(of: group) ?? 0)
        #expect(abs(state.cost - before - loss) < 1e-9)
      } else {
        let group = c.random.below(c.crews.count)
        let gain = state.gain(group: group, slot: 0)
        state.add(group: group, slot: 0)
        present.append(group)
        #expect(abs(before - state.cost - gain) < 1e-9)
      }
      #expect(abs(state.cost - c.cheapest(present)) < 1e-9)
      let before2 = state.cost
      state.refresh()
      #expect(state.cost == before2)
    }
  }
}
