import Testing
import Workforce

@testable import shiftwright_bench

/// The checker's allocation against all ways to give people to queues, unit by unit.
@Suite struct AllocationTests {
  @Test(arguments: 0..<300)
  func `gives the cheapest of all allocations`(seed: Int) throws {
    var random = RandomStream(seed: 22, name: "allocation", keys: seed)
    var instance = try TeamCase.draft(people: 1, queues: 1 + random.below(3))
    let sets = [[0], [1], [0, 1], [2], [1, 2], [0, 1, 2], []]
    instance.groups = sets.filter { set in
      set.allSatisfy { $0 < instance.queues.count } && random.below(3) > 0
    }.map { TeamInstance.Group(queues: $0) }
    instance.costs.over = [0, 0.5, 3][random.below(3)]
    for queue in instance.queues.indices {
      instance.queues[queue].weight = [1, 1.4, 0.1][random.below(3)]
    }
    let need = instance.queues.map { _ in random.below(5) }
    let people = instance.groups.map { _ in random.below(3) }
    let worth = [10, 5, 12, 0][random.below(4)]
    let outcome = TeamAllocation(instance).outcome(
      units: people.map { $0 * worth },
      need: need,
      instance: instance
    )
    let cost = outcome.under + instance.costs.over * Double(outcome.idle) / 10
    let best = Self.cheapest(people.map { $0 * worth }, need, instance)
    #expect(abs(cost - best) < 1e-9)
  }

  /// Dynamic programming over the groups: tenths given to each queue so far.
  private static func cheapest(
    _ units: [Int],
    _ need: [Int],
    _ instance: TeamInstance
  ) -> Double {
    var reached: [[Int]: Int] = [need.map { _ in 0 }: 0]
    for (group, count) in zip(instance.groups, units) {
      // people of ten, five or twelve tenths are moved in steps of their common part
      let step = count % 10 == 0 ? 5 : 1
      var next: [[Int]: Int] = [:]
      for (given, idle) in reached {
        for split in splits(of: count, queues: group.queues, step: step) {
          var more = given
          for (queue, part) in zip(group.queues, split) {
            more[queue] = min(more[queue] + part, need[queue] * 10)
          }
          let used = more.reduce(0, +) - given.reduce(0, +)
          next[more] = min(next[more, default: .max], idle + count - used)
        }
      }
      reached = next
    }
    return reached.map { given, idle in
      need.indices.reduce(instance.costs.over * Double(idle) / 10) {
        $0 + shortage(need[$1], tenths: given[$1], queue: $1, instance)
      }
    }.min() ?? .infinity
  }

  private static func splits(of count: Int, queues: [Int], step: Int) -> [[Int]] {
    guard queues.count > 1 else { return [queues.map { _ in count }] }
    return stride(from: 0, through: count, by: step).flatMap { first in
      splits(of: count - first, queues: Array(queues.dropFirst()), step: step).map {
        [first] + $0
      }
    }
  }

  /// Φ by the definition: the cost of each missing tenth by its rank.
  private static func shortage(
    _ need: Int,
    tenths: Int,
    queue: Int,
    _ instance: TeamInstance
  ) -> Double {
    let first = (need + 9) / 10
    let second = min(need - first, (3 * need + 19) / 20)
    return (0..<max(0, need * 10 - tenths)).reduce(0) { sum, unit in
      let person = unit / 10
      let cost = person < first ? 8.0 : person < first + second ? 20 : 45
      return sum + cost * instance.queues[queue].weight / 10
    }
  }
}
