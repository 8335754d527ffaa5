import Staffing
import Testing
import Workforce

@testable import Simulation

/// Measures of cells 2…7, by when a queue that started empty has settled.
private struct SettledMeasures {
  var level: Estimate
  var abandonment: Estimate
  /// Of answered contacts, in seconds.
  var wait: Estimate

  init(_ center: TestCenter, seed: UInt64, replications: Int = 200) throws {
    let flat = try center.flat(seed: seed)
    let routes = Routes(flat)
    var sums = (level: RatioSums(), abandonment: RatioSums(), wait: RatioSums())
    for index in 0..<replications {
      var replication = Replication(flat, routes: routes, index: index)
      let tally = replication.play()
      let settled = ReplicationTally(cells: Array(tally.cells[2..<8])).total
      sums.level.add(settled.answeredInTarget, over: settled.arrivals)
      sums.abandonment.add(settled.abandoned, over: settled.arrivals)
      sums.wait.add(settled.waitSeconds, over: settled.arrivals - settled.abandoned)
    }
    level = sums.level.estimate(replications: replications, empty: 0)
    abandonment = sums.abandonment.estimate(replications: replications, empty: 0)
    wait = sums.wait.estimate(replications: replications, empty: 0)
  }
}

/// True when a value lies within twice the half-width: false alarms once in 10,000.
private func isNear(_ estimate: Estimate, _ value: Double) -> Bool {
  abs(estimate.mean - value) <= 2 * estimate.halfWidth
}

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
}
