import Staffing
import Testing
import Workforce

@testable import Simulation

/// Against Erlang C and A, and formulas of one agent; about 40 comparisons, so that all seeds new,
/// something fails by chance once in 250 times.
@Suite struct SteadyStateTests {
  private func center(_ queue: TestCenter.Queue, agents: Int) -> TestCenter {
    TestCenter(queue).staffed(by: agents, work: 0..<600)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `agrees with Erlang C`(seed: UInt64) throws {
    let model = ErlangC(offeredLoad: 10, averageHandleTime: .seconds(180))
    let queue = TestCenter.Queue(perHour: 200, handleSeconds: 180)
    let measures = try SettledMeasures(center(queue, agents: 14), seed: seed)
    #expect(isNear(measures.level, model.serviceLevel(agents: 14, within: .seconds(20))))
    let speed = try #require(model.averageSpeedOfAnswer(agents: 14))
    #expect(isNear(measures.wait, speed.inSeconds))
  }

  /// From one agent to the case of the speed figure, whose contacts are 95 erlangs.
  @Test(arguments: [(1, 0.6, 2), (3, 2, 3), (50, 42, 4)] as [(Int, Double, UInt64)])
  func `agrees with Erlang C at any size`(agents: Int, load: Double, seed: UInt64) throws {
    let model = ErlangC(offeredLoad: load, averageHandleTime: .seconds(60))
    let queue = TestCenter.Queue(perHour: 60 * load, handleSeconds: 60)
    let measures = try SettledMeasures(center(queue, agents: agents), seed: seed)
    expectNear(
      measures.level,
      model.serviceLevel(agents: agents, within: .seconds(20)),
      "service level"
    )
    let speed = try #require(model.averageSpeedOfAnswer(agents: agents))
    expectNear(measures.wait, speed.inSeconds, "speed of answer")
  }

  @Test(arguments: [3, 4] as [UInt64])
  func `the case of the speed figure agrees with Erlang A`(seed: UInt64) throws {
    let model = ErlangA(
      offeredLoad: 95,
      averageHandleTime: .seconds(180),
      patience: .seconds(120)
    )
    let queue = TestCenter.Queue(perHour: 1900, handleSeconds: 180, patience: 120)
    let measures = try SettledMeasures(center(queue, agents: 100), seed: seed, replications: 60)
    let level = model.serviceLevel(agents: 100, within: .seconds(20))
    expectNear(measures.level, level, "service level")
    expectNear(measures.abandonment, model.abandonmentShare(agents: 100), "abandonment")
    let speed = try #require(model.averageSpeedOfAnswer(agents: 100))
    expectNear(measures.wait, speed.inSeconds, "speed of answer")
  }

  @Test(arguments: [8, 10, 12])
  func `agrees with Erlang A`(agents: Int) throws {
    let model = ErlangA(
      offeredLoad: 10,
      averageHandleTime: .seconds(180),
      patience: .seconds(90)
    )
    let queue = TestCenter.Queue(perHour: 200, handleSeconds: 180, patience: 90)
    let measures = try SettledMeasures(center(queue, agents: agents), seed: 5)
    #expect(isNear(measures.level, model.serviceLevel(agents: agents, within: .seconds(20))))
    #expect(isNear(measures.abandonment, model.abandonmentShare(agents: agents)))
    let speed = try #require(model.averageSpeedOfAnswer(agents: agents))
    #expect(isNear(measures.wait, speed.inSeconds))
  }

  @Test func `chat agrees with Erlang A on slots`() throws {
    let model = ErlangA(
      offeredLoad: 10,
      averageHandleTime: .seconds(180),
      patience: .seconds(90),
      concurrency: 3
    )
    let queue = TestCenter.Queue(
      perHour: 200,
      handleSeconds: 180,
      patience: 90,
      concurrency: 3
    )
    let measures = try SettledMeasures(center(queue, agents: 4), seed: 7)
    #expect(isNear(measures.level, model.serviceLevel(agents: 4, within: .seconds(20))))
  }

  /// M/G/1: mean wait λ·E[S²] ÷ 2(1 − ρ) (Pollaczek & Khinchine).
  @Test(arguments: [0.0, 0.5, 1.0, 2.0])
  func `one agent agrees with Pollaczek and Khinchine`(variation: Double) throws {
    let queue = TestCenter.Queue(perHour: 36, handleSeconds: 50, variation: variation)
    let measures = try SettledMeasures(center(queue, agents: 1), seed: 11)
    #expect(isNear(measures.wait, 0.01 * 2500 * (1 + variation) / 2 / (1 - 0.5)))
  }

  /// Birth and death: with k ≥ n in the center a share β of the arrivals leaves, the others wait.
  @Test(arguments: [0.1, 0.5], [21, 22] as [UInt64])
  func `balking agrees with birth and death`(share: Double, seed: UInt64) throws {
    let (rate, service, patience, agents) = (200.0 / 3600, 1 / 180.0, 1 / 90.0, 9)
    var weights = [1.0]
    for count in 1...200 {
      let birth = count <= agents ? rate : rate * (1 - share)
      let death = Double(min(count, agents)) * service + Double(max(0, count - agents)) * patience
      weights.append(weights[count - 1] * birth / death)
    }
    let all = weights.reduce(0, +)
    let delayed = weights[agents...].reduce(0, +) / all
    var waiting = 0.0
    for (count, weight) in weights.enumerated() {
      waiting += Double(max(0, count - agents)) * weight / all
    }
    var queue = TestCenter.Queue(perHour: 200, handleSeconds: 180, patience: 90)
    queue.balking = share
    queue.threshold = 0
    let measures = try SettledMeasures(center(queue, agents: agents), seed: seed)
    expectNear(measures.level, 1 - delayed, "answered at once")
    expectNear(measures.abandonment, share * delayed + waiting * patience / rate, "abandonment")
    expectNear(measures.offeredWait, waiting / rate, "wait of all")
  }

  @Test func `the day's busyness has the variance asked for`() throws {
    let queue = TestCenter.Queue(perHour: 50, dayVariation: 0.04)
    let flat = try TestCenter(queue).flat()
    let counts = (0..<2000).map { replication in
      var source = ContactSource(flat, replication: replication)
      return (0..<8).reduce(0.0) { sum, interval in
        source.load(interval: interval)
        return sum + Double(source.contacts.count)
      }
    }
    let mean = counts.reduce(0, +) / 2000
    let variance = counts.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 1999
    // Poisson 400 and gamma: 400 + 0.04 · 400² = 6,800, each with a standard error near 3 %.
    #expect(abs(mean - 400) < 4 * (6800.0 / 2000).squareRoot())
    #expect(abs(variance / 6800 - 1) < 0.13)
  }

  @Test func `shared busyness moves queues together, an interval's moves it alone`() throws {
    var center = TestCenter(
      .init(name: "a", perHour: 50),
      .init(name: "b", perHour: 50, intervalVariation: 0.08)
    )
    center.sharedVariation = 0.04
    let flat = try center.flat()
    let days = (0..<2000).map { replication in
      var source = ContactSource(flat, replication: replication)
      var counts = [0.0, 0.0]
      for interval in 0..<8 {
        source.load(interval: interval)
        for contact in source.contacts { counts[Int(contact.queue)] += 1 }
      }
      return counts
    }
    func covariance(_ one: Int, _ other: Int) -> Double {
      let left = days.map { $0[one] }
      let right = days.map { $0[other] }
      let means = (left.reduce(0, +) / 2000, right.reduce(0, +) / 2000)
      let products = zip(left, right).map { ($0 - means.0) * ($1 - means.1) }
      return products.reduce(0, +) / 1999
    }
    // Poisson 400, shared 0.04 · 400², and for b 8 · 0.08 · 1.04 · 50² of the intervals; standard
    // errors near 3 %, 3 % and 4 %.
    #expect(abs(covariance(0, 0) / 6800 - 1) < 0.13)
    #expect(abs(covariance(1, 1) / 8464 - 1) < 0.13)
    #expect(abs(covariance(0, 1) / 6400 - 1) < 0.17)
  }
}
