import Testing
import Workforce

@testable import Simulation

/// Replications grow until the intervals are as narrow as asked for.
@Suite struct HalfWidthTests {
  private let center = TestCenter(
    .init(name: "a", perHour: 60, handleSeconds: 150, patience: 70),
    .init(name: "b", perHour: 6, handleSeconds: 300)
  )
  .staffed(by: 3, work: 0..<480, queues: ["a"])
  .staffed(by: 1, work: 0..<480, queues: ["a", "b"])

  private func play(
    _ center: TestCenter,
    first: Int,
    halfWidth: Double? = nil,
    threads: Int = 2,
    stop: StopSignal = StopSignal()
  ) throws -> SimulationResult {
    let options = try SimulationOptions(
      seed: 3,
      replications: first,
      threads: threads,
      halfWidth: halfWidth
    )
    return RosterSimulation(options: options, traits: try center.traits()).play(
      try center.roster(),
      against: try center.forecast(),
      inputs: try center.inputs(),
      stop: stop
    )
  }

  /// The widest interval of any queue, by what the result itself says of each.
  private func widest(_ result: SimulationResult, eachDay: Bool) -> Double {
    let judged = result.queues.flatMap { eachDay ? $0.days : [$0.total] }
    return judged.reduce(0) { max($0, $1.serviceLevel.halfWidth) }
  }

  @Test(arguments: [0.02, 0.01], [1, 2])
  func `it is the first doubling that is narrow enough`(halfWidth: Double, threads: Int) throws {
    let result = try play(center, first: 5, halfWidth: halfWidth, threads: threads)
    let count = result.replications
    #expect(count > 5)
    #expect(result.isNarrowEnough == true)
    #expect(widest(result, eachDay: false) <= halfWidth)
    #expect([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120].contains(count))
    let fewer = try play(center, first: count / 2)
    #expect(fewer.isNarrowEnough == nil)
    #expect(widest(fewer, eachDay: false) > halfWidth)
    var fixed = try play(center, first: count)
    fixed.askedHalfWidth = halfWidth
    #expect(fixed == result)
  }

  @Test func `each day counts where each day is judged`() throws {
    var center = center
    center.period = .eachDay
    center.dayCount = 2
    let result = try play(center, first: 5, halfWidth: 0.02)
    #expect(result.replications > 5)
    #expect(widest(result, eachDay: true) <= 0.02)
    #expect(widest(try play(center, first: result.replications / 2), eachDay: true) > 0.02)
  }

  /// One replication more than the limit, or so many from the beginning, are never too many.
  @Test func `it ends at the limit and says so`() throws {
    let counts = { (first: Int, halfWidth: Double?) in
      let options = try SimulationOptions(seed: 1, replications: first, halfWidth: halfWidth)
      let player = ReplicationPlayer(options: options, stop: StopSignal(), progress: nil)
      var counts: [Int] = []
      while counts.count < 20, let next = player.nextCount(after: counts.last ?? 0) {
        counts.append(next)
      }
      return counts
    }
    #expect(try counts(800, 0.01) == [800, 1600, 3200, 6400])
    #expect(try counts(5000, 0.01) == [5000, 6400])
    #expect(try counts(6400, 0.01) == [6400])
    #expect(try counts(9000, 0.01) == [9000])
    #expect(try counts(200, nil) == [200])
    var wide = try play(center, first: 4)
    wide.askedHalfWidth = 1e-6
    #expect(wide.isNarrowEnough == false)
    // enough from the beginning
    #expect(try play(center, first: 10, halfWidth: 0.5).replications == 10)
  }

  @Test func `the time limit ends it after two`() throws {
    let stop = StopSignal(deadline: .now)
    let result = try play(center, first: 50, halfWidth: 1e-5, stop: stop)
    #expect(result.replications == 2)
    #expect(result.isNarrowEnough == false)
  }

  @Test(arguments: [0, -0.1, 0.51, .nan, .infinity])
  func `a width out of range is explained`(halfWidth: Double) {
    #expect(throws: ShiftwrightError.self) {
      try SimulationOptions(seed: 1, halfWidth: halfWidth)
    }
  }
}
