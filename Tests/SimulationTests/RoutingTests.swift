import Testing
import Workforce

@testable import Simulation

@Suite struct RoutingTests {
  @Test(arguments: 0..<60)
  func `agrees with a simulation that looks at everyone`(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed), name: "routing")
    var center = TestCenter(
      .init(name: "a", perHour: 20 + 60 * stream.unit(), variation: 0.8, patience: 90),
      .init(name: "b", perHour: 40 * stream.unit(), handleSeconds: 240, concurrency: 3),
      .init(name: "c", perHour: 30 * stream.unit(), patience: 300)
    )
    center.queues[1].concurrency = 1 + stream.below(3)
    let sets = [["a"], ["a", "b"], ["b"], ["a", "c"], ["a", "b", "c"], ["b", "c"]]
    for index in center.queues.indices where seed % 2 == 1 {
      center.queues[index].priority = stream.below(3)
      center.queues[index].balking = [0, 0.3][stream.below(2)]
      center.queues[index].preferredTeams = sets.shuffled(by: &stream).prefix(stream.below(4))
        .map { Set($0) }
    }
    for _ in 0..<4 + stream.below(8) {
      let start = 5 * stream.below(40)
      let rest = start + 30 + 5 * stream.below(40)
      let back = rest + 5 + 5 * stream.below(10)
      let end = back + 30 + 5 * stream.below(30)
      let queues = sets[stream.below(sets.count)]
      center = center.staffed(by: 1, work: start..<rest, back..<end, queues: queues)
    }
    let fast = try center.tally(seed: UInt64(seed)).total
    var simple = try SlowSimulation(center, seed: UInt64(seed))
    let slow = simple.play()
    #expect(fast.arrivals == slow.arrivals)
    #expect(fast.answeredInTarget == slow.answeredInTarget)
    #expect(fast.abandoned == slow.abandoned)
    #expect(abs(fast.waitSeconds - slow.waitSeconds) < 1e-6)
    #expect(abs(fast.abandonedWaitSeconds - slow.abandonedWaitSeconds) < 1e-6)
  }

  @Test func `a break waits for the contact in hand and none is taken in it`() throws {
    // One contact of exactly 40 minutes in each replication where the first comes early enough.
    let center = TestCenter(.init(perHour: 3, handleSeconds: 2400, variation: 0, open: 0..<1))
      .staffed(by: 1, work: 0..<60, 120..<480)
    for replication in 0..<200 {
      let contacts = try center.contacts(replication: replication)
      guard contacts.count == 2 else { continue }
      let tally = try center.tally(replication: replication)
      let firstEnd = contacts[0].arrival + 2400
      // The second is taken at the first one's end, if the break has not begun, or after it.
      let taken = max(contacts[1].arrival, firstEnd < 3600 ? firstEnd : 7200)
      #expect(abs(tally.total.waitSeconds - (taken - contacts[1].arrival)) < 1e-6)
      #expect(abs(tally.busySeconds - 4800) < 1e-6)
      #expect(tally.total.abandoned == 0)
    }
  }

  @Test func `people are away as often as the shrinkage says`() throws {
    var center = TestCenter(.init(perHour: 0)).staffed(by: 40, work: 0..<480)
    center.shrinkage = 0.25
    let idle = try (0..<400).map { try center.tally(replication: $0).idleSeconds }
    let present = idle.reduce(0, +) / 400 / 28_800
    // 16,000 shifts: standard error of the 30 present 0.14.
    #expect(abs(present - 30) < 0.6)
    #expect(Set(idle).count > 5)
    // Absence belongs to the person and the day, not to the roster's order.
    var reordered = center
    reordered.duties.reverse()
    #expect(try reordered.tally(replication: 7).idleSeconds == idle[7])
  }
}

extension Array {
  fileprivate func shuffled(by stream: inout RandomStream) -> [Element] {
    var copy = self
    stream.shuffle(&copy)
    return copy
  }
}
