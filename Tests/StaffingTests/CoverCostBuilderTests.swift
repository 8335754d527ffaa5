import Testing
import Workforce

@testable import Staffing

@Suite struct CoverCostBuilderTests {
  private func costs(_ queue: TestQueue, rostered: [Int]) throws -> CoverCosts {
    let grid = try queue.grid()
    let intervals = (0..<grid.count).map { index in
      IntervalRequirement(
        agents: rostered[index % rostered.count],
        rostered: rostered[index % rostered.count],
        offeredLoad: 1,
        serviceLevel: 0.8,
        occupancy: 0.8,
        bindingTarget: .serviceLevel
      )
    }
    let requirement = Requirement(
      grid: grid,
      queues: [QueueRequirement(queue: "q", intervals: intervals)]
    )
    return CoverCostBuilder(settings: try queue.settings()).coverCosts(for: requirement)
  }

  /// Φ by its definition: missing people one after the other, tier 1 first.
  private func price(of people: Int, needed: Int, tiers: [UnderstaffingTier]) -> Double {
    var left = needed
    var sizes: [Int] = []
    for (index, tier) in tiers.enumerated() {
      let size = Int((tier.share.value * Double(needed) - 1e-9).rounded(.up))
      sizes.append(index == tiers.count - 1 ? left : min(left, size))
      left -= sizes[index]
    }
    let missing = zip(sizes, tiers).flatMap { Array(repeating: $1.costPerHour, count: $0) }
    return missing.prefix(max(0, needed - people)).reduce(0, +)
  }

  @Test(arguments: 0...40)
  func `prices missing people by tier, the cheapest first`(needed: Int) throws {
    var queue = TestQueue(arrivals: 1, handleTime: .seconds(1))
    queue.weight = 1.5
    let costs = try costs(queue, rostered: [needed])
    #expect(costs.grid.count == 96)
    for people in 0...needed + 2 {
      let expected = price(of: people, needed: needed, tiers: queue.tiers) * 1.5 / 4
      #expect(abs(costs.queues[0][0].cost(of: people) - expected) < 1e-9)
    }
    #expect(costs.queues[0][0].capacity == needed)
  }

  @Test(arguments: [(5, 15), (10, 30), (15, 15), (60, 10), (15, 10), (10, 15)])
  func `weights intervals by the minutes they share with the slot`(
    interval: Int,
    slot: Int
  ) throws {
    var queue = TestQueue(arrivals: 1, handleTime: .seconds(1))
    queue.intervalMinutes = interval
    queue.rosterSlotMinutes = slot
    let needs = [3, 11, 0, 7, 20]
    let costs = try costs(queue, rostered: needs)
    #expect(costs.grid.stepMinutes == slot)
    for index in [0, 1, 2, 7, 13] {
      for people in 0...21 {
        // Minute by minute, each in the interval that holds it.
        let expected = (index * slot..<(index + 1) * slot).reduce(0.0) { sum, minute in
          let needed = needs[minute / interval % needs.count]
          return sum + price(of: people, needed: needed, tiers: queue.tiers) / 60
        }
        #expect(abs(costs.queues[0][index].cost(of: people) - expected) < 1e-9)
      }
    }
  }

  @Test func `people of a tier without a price are given to the queue, not idle`() throws {
    var queue = TestQueue(arrivals: 1, handleTime: .seconds(1))
    queue.tiers = [
      UnderstaffingTier(share: try #require(Fraction(0.5)), costPerHour: 0),
      UnderstaffingTier(share: .one, costPerHour: 60),
    ]
    let costs = try costs(queue, rostered: [10])
    #expect(
      costs.queues[0][0].steps
        == [CoverCost.Step(people: 5, worth: 15), CoverCost.Step(people: 5, worth: 0)]
    )
  }
}
