import Foundation
import Testing
import Workforce

@testable import Simulation

/// Speed on one core; run with `BENCHMARK=1` and a release build.
@Suite(
  .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["BENCHMARK"] == "1", "needs BENCHMARK=1")
)
struct SimulationBenchmarks {
  @Test func `M/M/100+M with 95 erlangs for 15 hours`() throws {
    var queue = TestCenter.Queue(perHour: 1900, handleSeconds: 180, patience: 120)
    queue.open = 0..<15
    try measure("M/M/100+M", TestCenter(queue).staffed(by: 100, work: 0..<900))
  }

  @Test func `three queues with mixed skills`() throws {
    var queues = ["a", "b", "c"].map {
      TestCenter.Queue(name: $0, perHour: 640, handleSeconds: 180, variation: 0.8, patience: 120)
    }
    for index in queues.indices { queues[index].open = 0..<15 }
    var center = TestCenter(queues[0], queues[1], queues[2])
    for skills in [["a"], ["b"], ["c"], ["a", "b"], ["b", "c"], ["a", "b", "c"]] {
      center = center.staffed(by: 17, work: 0..<400, 430..<900, queues: skills)
    }
    try measure("three queues", center)
  }

  private func measure(_ name: String, _ center: TestCenter) throws {
    let clock = ContinuousClock()
    var contacts = 0.0
    let time = try clock.measure {
      let result = try center.play(replications: 100)
      contacts = result.queues.map { $0.total.arrivals }.reduce(0, +) * 100
    }
    print("\(name): \(Int(contacts)) contacts, \(Int(contacts / time.inSeconds)) per second")
  }
}
