import Testing
import Workforce

@testable import Simulation

/// Priorities and proficiency from the settings.
@Suite struct SettingsTests {
  private func segment(_ name: String, _ share: Double, _ priority: Int) throws -> CustomerSegment {
    CustomerSegment(name: name, share: try #require(Fraction(share)), priority: priority)
  }

  /// One queue of three segments is three queues (Cobham 1954): the wait of all is their mean, and
  /// the share answered at once is that without priorities.
  @Test(arguments: [1, 2] as [UInt64])
  func `segments wait as queues of their own would`(seed: UInt64) throws {
    var queue = TestCenter.Queue(name: "q", perHour: 120, handleSeconds: 25)
    queue.segments = [try segment("gold", 0.25, 2), try segment("regulator", 0.35, 5)]
    queue.threshold = 0
    let center = TestCenter(queue).staffed(by: 1, work: 0..<1440)
    let flat = try center.flat(seed: seed)
    #expect(flat.lineCount == 3)
    // By line: the queue's own priority 0, then 2, then 5.
    let shares = [0.4, 0.25, 0.35]
    let load = 120 * 25 / 3600.0
    let waits = try waits(center, seed: seed, replications: 300)
    var before = 0.0
    for line in [2, 1, 0] {
      let through = before + load * shares[line]
      expectNear(waits[line], load * 25 / ((1 - before) * (1 - through)), "wait of line \(line)")
      before = through
    }
  }

  /// The wait of each line in hours 2…7, from the trace.
  private func waits(_ center: TestCenter, seed: UInt64, replications: Int) throws -> [Estimate] {
    let flat = try center.flat(seed: seed)
    var sums = Array(repeating: RatioSums(), count: flat.lineCount)
    for index in 0..<replications {
      var lineOfArrival: [Double: Int] = [:]
      for contact in try center.contacts(seed: seed, replication: index) {
        lineOfArrival[contact.arrival] = Int(contact.line)
      }
      var totals = Array(repeating: (wait: 0.0, count: 0.0), count: flat.lineCount)
      var replication = Replication(flat, routes: Routes(flat), index: index) { entries in
        for entry in entries where (7200..<28_800).contains(entry.arrival) {
          guard let line = lineOfArrival[entry.arrival] else { continue }
          totals[line].wait += entry.wait
          totals[line].count += 1
        }
      }
      _ = replication.play()
      for line in totals.indices { sums[line].add(totals[line].wait, over: totals[line].count) }
    }
    return sums.map { $0.estimate(replications: replications, empty: 0) }
  }

  @Test func `segments change no contact and come in their shares`() throws {
    var queue = TestCenter.Queue(name: "q", perHour: 500, patience: 90)
    let plain = try TestCenter(queue).contacts()
    queue.segments = [try segment("gold", 0.2, 2), try segment("other gold", 0.1, 2)]
    let divided = try TestCenter(queue).contacts()
    #expect(plain.map(\.arrival) == divided.map(\.arrival))
    #expect(plain.map(\.leaves) == divided.map(\.leaves))
    #expect(plain.map(\.work) == divided.map(\.work))
    let gold = Double(divided.count { $0.line > 0 }) / Double(divided.count)
    // 4,000 contacts: standard error 0.7 points.
    #expect(abs(gold - 0.3) < 0.03)
    #expect(divided.allSatisfy { $0.line <= 2 })
  }

  @Test func `a segment of the queue's own priority changes nothing`() throws {
    var queue = TestCenter.Queue(name: "q", perHour: 60, patience: 90)
    let plain = try TestCenter(queue).staffed(by: 2, work: 0..<480).tally()
    queue.segments = [try segment("gold", 0.2, 0)]
    let divided = try TestCenter(queue).staffed(by: 2, work: 0..<480).tally()
    #expect(divided.shifts == plain.shifts)
    #expect(divided.waits == plain.waits)
    for (one, other) in zip(divided.cells, plain.cells) {
      #expect(one.arrivals == other.arrivals)
      #expect(one.answeredInTarget == other.answeredInTarget)
      #expect(one.abandoned == other.abandoned)
      // the same waits, added up segment by segment
      #expect(abs(one.waitSeconds - other.waitSeconds) < 1e-6)
    }
  }

  @Test func `traits go before the priority of the settings`() throws {
    func center(settings: Int?, traits: Int) throws -> TestCenter {
      var (one, other) = (TestCenter.Queue(name: "a"), TestCenter.Queue(name: "b"))
      (one.perHour, other.perHour) = (50, 50)
      (other.settingsPriority, other.priority) = (settings, traits)
      return TestCenter(one, other).staffed(by: 3, work: 0..<480, queues: ["a", "b"])
    }
    let preferred = try center(settings: nil, traits: 7).tally()
    #expect(try center(settings: 7, traits: 0).tally() == preferred)
    #expect(try center(settings: nil, traits: 0).tally() != preferred)
    let overridden = try center(settings: 7, traits: 0)
    var traits = try overridden.traits()
    traits = try CenterTraits(queues: [
      traits.queues[0], try QueueTraits(queue: "b", priority: 0),
    ])
    let flat = ServiceCenter(
      roster: try overridden.roster(),
      forecast: try overridden.forecast(),
      inputs: try overridden.inputs(),
      traits: traits,
      seed: 1
    )
    var replication = Replication(flat, routes: Routes(flat), index: 0)
    #expect(replication.play() == (try center(settings: nil, traits: 0).tally()))
  }
}
