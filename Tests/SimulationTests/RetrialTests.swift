import Staffing
import Testing
import Workforce

@testable import Simulation

/// Callers who left and ask again, and people who come late.
@Suite struct RetrialTests {
  /// With long delays those who ask again are a Poisson stream beside the others: the rate x of all
  /// solves x = λ + θ·x·P(leave | x), with Erlang A for the probability.
  @Test(arguments: [(0.5, 5400, 1), (0.75, 1800, 2)] as [(Double, Double, UInt64)])
  func `agrees with the fixed point of Erlang A`(share: Double, delay: Double, seed: UInt64) throws
  {
    var queue = TestCenter.Queue(name: "q", perHour: 260, handleSeconds: 120, patience: 60)
    queue.open = 0..<24
    queue.retrialShare = share
    queue.retrialSeconds = delay
    let center = TestCenter(queue).staffed(by: 8, work: 0..<1440)
    var rate = 260.0
    for _ in 0..<500 { rate = 260 + share * rate * model(rate).abandonmentShare(agents: 8) }
    let tallies = try center.tallies(seed: seed, count: 200)
    // The stream of those who come again has settled after twelve hours.
    let settled = tallies.map { ReplicationTally(cells: Array($0.cells[12..<24])).total }
    expectNear(ratio(settled) { ($0.arrivals, 12) }, rate, "contacts an hour")
    let left = model(rate).abandonmentShare(agents: 8)
    expectNear(ratio(settled) { ($0.abandoned, $0.arrivals) }, left, "abandonment")
    expectNear(ratio(settled) { ($0.retrials, $0.arrivals) }, 1 - 260 / rate, "retrials")
  }

  private func model(_ rate: Double) -> ErlangA {
    ErlangA(
      offeredLoad: rate * 120 / 3600,
      averageHandleTime: .seconds(120),
      patience: .seconds(60)
    )
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `every contact is answered or left, and asks again as often as it should`(seed: UInt64)
    throws
  {
    var one = TestCenter.Queue(name: "q", perHour: 90, patience: 60)
    var two = TestCenter.Queue(name: "r", perHour: 20, patience: 120)
    (one.open, two.open) = (0..<24, 0..<24)
    (one.retrialShare, one.retrialSeconds, one.balking) = (1, 120, 0.2)
    two.priority = 1
    let center = TestCenter(one, two).staffed(by: 4, work: 0..<1440, queues: ["q", "r"])
    let flat = try center.flat(seed: seed)
    var ended: [TraceEntry] = []
    var replication = Replication(flat, routes: Routes(flat), index: 0) { ended += $0 }
    let total = replication.play().total
    let first = try center.contacts(seed: seed).count
    #expect(total.retrials > 100)
    #expect(total.arrivals == Double(first) + total.retrials)
    #expect(ended.count == Int(total.arrivals))
    let left = ended.filter { $0.outcome == .abandoned && $0.queue == 0 }
    // All who left ask again, but those whose time would come after the horizon.
    #expect(Double(left.count) - total.retrials < 30)
    #expect(Double(left.count) >= total.retrials)
    #expect(Double(ended.count { $0.outcome == .abandoned }) == total.abandoned)
  }

  /// With and without looking at each moment of leaving: a share so small that nobody asks again.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `watching who leaves changes no count`(seed: UInt64) throws {
    var queue = TestCenter.Queue(name: "q", perHour: 150, patience: 60)
    queue.balking = 0.1
    var other = TestCenter.Queue(name: "r", perHour: 60, patience: 100)
    other.priority = 1
    var center = TestCenter(queue, other).staffed(by: 5, work: 0..<480, queues: ["q", "r"])
    let plain = try center.tally(seed: seed)
    for index in 0..<2 { center.queues[index].retrialShare = 1e-12 }
    let watched = try center.tally(seed: seed)
    #expect(watched.shifts == plain.shifts)
    for (one, two) in zip(plain.cells, watched.cells) {
      #expect(one.abandoned == two.abandoned)
      #expect(one.answeredInTarget == two.answeredInTarget)
      #expect(abs(one.abandonedWaitSeconds - two.abandonedWaitSeconds) < 1e-6)
      #expect(abs(one.waitSeconds - two.waitSeconds) < 1e-6)
    }
  }

  @Test func `people come late as often and as much as asked`() throws {
    var center = TestCenter(.init(perHour: 0)).staffed(by: 50, work: 60..<120, 180..<480)
    center.lateShare = 0.3
    center.lateMinutes = 20
    let idle = try (0..<100).map { try center.tally(replication: $0).idleSeconds }
    let lost = 50 * 360 * 60.0 - idle.reduce(0, +) / 100
    // Of an exponential 20 min, 1 h of work and 1 h of break cut off: the first hour is lost to
    // E[min(X, 1 h)], and what runs past two hours once more.
    let cut = 1 - expTail(3) + expTail(6)
    // 5,000 shifts: standard error near 3 %.
    #expect(abs(lost / (50 * 0.3 * 1200 * cut) - 1) < 0.1)
    var reordered = center
    reordered.duties.reverse()
    #expect(try reordered.tally(replication: 7).idleSeconds == idle[7])
    var never = center
    never.lateShare = 0
    #expect(try never.tally().idleSeconds == 50 * 360 * 60)
  }

  private func expTail(_ means: Double) -> Double { 1 / Double.exp(means) }

  @Test func `traits of retrials and lateness outside their ranges are refused`() {
    let delay = #expect(throws: ShiftwrightError.self) {
      try QueueTraits(queue: "calls", retrialDelay: .zero)
    }
    #expect(
      delay?.message == """
        The delay of retrials of 'calls' is not above zero.
        Give the mean time until those who left ask again, such as ten minutes.
        """
    )
    let backlog = #expect(throws: ShiftwrightError.self) {
      try QueueTraits(queue: "mail", backlog: -1)
    }
    #expect(
      backlog?.message == """
        The backlog of 'mail' is -1, but must lie between 0 and 1000000.
        Give the number of items that are undone when the horizon starts.
        """
    )
    let lateness = #expect(throws: ShiftwrightError.self) {
      try CenterTraits(meanLateness: .zero)
    }
    #expect(
      lateness?.message == """
        The mean lateness is not above zero.
        Give how late people are on average when they are, such as ten minutes.
        """
    )
  }
}

extension Double {
  fileprivate static func exp(_ value: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for count in 1..<60 {
      term *= value / Double(count)
      sum += term
    }
    return sum
  }
}
