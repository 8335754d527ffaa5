import Synchronization
import Testing
import Workforce

@testable import Simulation

@Suite struct RosterSimulationTests {
  private let busy = TestCenter(
    .init(name: "calls", perHour: 90, handleSeconds: 200, patience: 80, dayVariation: 0.02),
    .init(name: "chat", perHour: 60, handleSeconds: 400, variation: 0.7, concurrency: 2)
  )
  .staffed(by: 4, work: 0..<120, 135..<300, queues: ["calls"])
  .staffed(by: 3, work: 30..<240, 270..<480, queues: ["calls", "chat"])
  .staffed(by: 2, work: 0..<480, queues: ["chat"])

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `threads do not change the result`(seed: UInt64) throws {
    let one = try busy.play(seed: seed, replications: 37, threads: 1)
    let two = try busy.play(seed: seed, replications: 37, threads: 2)
    #expect(one == two)
    #expect(String(reflecting: one) == String(reflecting: two))
    #expect(try busy.play(seed: seed + 10, replications: 37) != one)
  }

  @Test func `sums of intervals are sums of days are totals`() throws {
    var center = busy
    center.dayCount = 7
    center.queues[0].open = 0..<168
    let result = try center.play(replications: 5)
    for queue in result.queues {
      for part in [\ServiceMeasures.arrivals, \.answeredInTarget, \.abandoned] {
        let total = queue.total[keyPath: part]
        let intervals = queue.intervals.map { $0[keyPath: part] }.reduce(0, +)
        #expect(abs(intervals - total) < 1e-9 * max(1, total))
        #expect(
          abs(queue.days.map { $0[keyPath: part] }.reduce(0, +) - total) < 1e-9 * max(1, total)
        )
      }
    }
    #expect(result.queues[0].days.count == 7)
    #expect(result.queues[0].days[6].abandoned == result.queues[0].days[6].arrivals)
  }

  @Test func `patience and variation of the forecast go before the settings'`() throws {
    var told = busy
    told.queues[1].patience = 300
    let given = told
    told.forecastTells = true
    #expect(try told.contacts(replication: 3) == given.contacts(replication: 3))
  }

  @Test func `contacts do not depend on the roster`() throws {
    var other = busy
    other.duties.removeLast(5)
    #expect(try busy.contacts(replication: 3) == other.contacts(replication: 3))
    #expect(try busy.contacts(replication: 3) != busy.contacts(replication: 4))
  }

  @Test func `a higher forecast keeps every contact`() throws {
    var higher = busy
    higher.queues[0].perHour *= 1.2
    let old = try busy.contacts()
    let new = try higher.contacts()
    #expect(new.count > old.count + 50)
    var rest = new[...]
    for contact in old {
      let place = try #require(rest.firstIndex(of: contact))
      rest = rest[(place + 1)...]
    }
  }

  @Test func `contacts come in order, inside open intervals`() throws {
    var center = busy
    center.queues[1].open = 3..<5
    let contacts = try center.contacts()
    #expect(zip(contacts, contacts.dropFirst()).allSatisfy { $0.arrival <= $1.arrival })
    for contact in contacts {
      #expect(Int(contact.arrival / 3600) == Int(contact.interval))
      if contact.queue == 1 { #expect((3..<5).contains(Int(contact.interval))) }
    }
  }

  @Test func `without skilled people every contact is lost`() throws {
    let center = TestCenter(
      .init(name: "q", perHour: 50, patience: 60),
      .init(name: "other", perHour: 50)
    )
    .staffed(by: 3, work: 0..<480, queues: ["none"])
    let result = try center.play(replications: 10)
    for queue in result.queues {
      #expect(queue.total.arrivals > 300)
      #expect(queue.total.abandoned == queue.total.arrivals)
      #expect(queue.total.serviceLevel.mean == 0)
      // some 4,000 contacts were lost, so the share cannot be much above 0
      #expect((0.0005..<0.002).contains(queue.total.serviceLevel.high))
      #expect(!queue.meetsTarget)
    }
    #expect(result.occupancy.mean == 0)
  }

  @Test func `an empty roster serves nobody`() throws {
    let result = try TestCenter(.init(perHour: 50)).play(replications: 4)
    #expect(result.queues[0].total.abandoned == result.queues[0].total.arrivals)
    #expect(result.occupancy == Estimate(mean: 0, halfWidth: 0))
  }

  @Test func `no arrivals count as served`() throws {
    let center = TestCenter(.init(perHour: 0)).staffed(by: 2, work: 0..<480)
    let result = try center.play(replications: 4)
    #expect(result.queues[0].total.arrivals == 0)
    #expect(result.queues[0].total.serviceLevel == Estimate(mean: 1, halfWidth: 0))
    #expect(result.queues[0].total.averageSpeedOfAnswer == Estimate(mean: 0, halfWidth: 0))
    #expect(result.occupancy == Estimate(mean: 0, halfWidth: 0))
  }

  @Test func `plays a day of 23 hours`() throws {
    var center = TestCenter(.init(perHour: 30, open: 0..<47)).staffed(by: 4, work: 0..<2820)
    center.zone = try #require(Zone(identifier: "Europe/Berlin"))
    center.monday = "2026-03-29"
    center.dayCount = 2
    let result = try center.play(replications: 100)
    let queue = result.queues[0]
    #expect(queue.intervals.count == 47)
    #expect(abs(queue.days[0].arrivals - 690) < 15)
    #expect(abs(queue.days[1].arrivals - 720) < 15)
    #expect(queue.total.serviceLevel.mean > 0.9)
  }

  @Test func `a cancelled run ends at once and a limited one keeps two replications`() throws {
    let cancelled = StopSignal()
    cancelled.stop(.cancelled)
    #expect(try busy.play(replications: 100, stop: cancelled).replications == 0)
    let limited = StopSignal()
    limited.stop(.timeLimit)
    let result = try busy.play(replications: 100, threads: 2, stop: limited)
    #expect(result == (try busy.play(replications: 2)))
  }

  @Test func `tells how far it is`() throws {
    let seen = Mutex<[StageProgress]>([])
    let simulation = RosterSimulation(options: try SimulationOptions(seed: 1, replications: 20))
    _ = simulation.play(
      try busy.roster(),
      against: try busy.forecast(),
      inputs: PlanningInputs(settings: try busy.settings(), employees: []),
      stop: StopSignal(),
      progress: { step in seen.withLock { $0.append(step) } }
    )
    #expect(
      seen.withLock { $0.map(\.detail) } == ["16 of 20 replications", "20 of 20 replications"]
    )
    #expect(seen.withLock { $0.last?.fraction } == .one)
  }

  @Test func `options outside their ranges are refused`() {
    #expect(throws: ShiftwrightError.self) { try SimulationOptions(seed: 1, replications: 1) }
    #expect(throws: ShiftwrightError.self) { try SimulationOptions(seed: 1, threads: 0) }
  }
}
