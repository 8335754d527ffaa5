import Foundation
import Testing
import Workforce

@testable import Staffing

/// More agents never make anything worse, at any load, handle time, patience and threshold.
@Suite struct MonotonicityTests {
  @Test(arguments: 0..<200)
  func `more agents never serve worse`(seed: Int) {
    var stream = RandomStream(seed: UInt64(seed), name: "monotone in agents")
    for _ in 0..<5 {
      let load = 1e-2 * pow(1e6, stream.unit())
      let handleTime = Duration.seconds(5 * pow(1440, stream.unit()))
      let threshold = Duration.seconds(stream.unit() < 0.1 ? 0 : pow(3600, stream.unit()))
      // A tenth of the queues is as patient as a year is long.
      let patience = stream.unit() < 0.1 ? 3e7 : pow(7200, stream.unit())
      let start = max(1, Int(load * (0.2 + 1.2 * stream.unit())))
      let delay = ErlangC(offeredLoad: load, averageHandleTime: handleTime)
      let impatient = ErlangA(
        offeredLoad: load,
        averageHandleTime: handleTime,
        patience: .seconds(patience)
      )
      for step in [1, 1 + start / 50] {
        let counts = (0..<12).map { start + $0 * step }
        #expect(faults(delay, counts, threshold) == [], "\(delay) \(threshold)")
        #expect(faults(impatient, counts, threshold) == [], "\(impatient) \(threshold)")
      }
    }
  }

  /// Every measure that gets worse from one number of agents to the next, beyond rounding.
  private func faults(
    _ model: some QueueModel,
    _ counts: [Int],
    _ threshold: Duration
  ) -> [String] {
    let measures = counts.map { model.measures(agents: $0, within: threshold) }
    return zip(counts.dropFirst(), zip(measures, measures.dropFirst())).flatMap { count, pair in
      let (fewer, more) = pair
      let falls: [(String, Double, Double)] =
        [
          ("delay", fewer.delayProbability, more.delayProbability),
          ("missed", fewer.missedShare, more.missedShare),
          ("wait", fewer.secondsToAnswer, more.secondsToAnswer),
          ("abandonment", fewer.abandonmentShare, more.abandonmentShare),
          ("occupancy", fewer.occupancy, more.occupancy),
          ("service level", more.serviceLevel, fewer.serviceLevel),
          ("late", fewer.lateShare, more.lateShare),
          ("answered", more.answeredShare, fewer.answeredShare),
        ]
        + ServiceLevelDefinition.allCases.map { definition in
          (
            "service level by \(definition)", more.serviceLevel(by: definition),
            fewer.serviceLevel(by: definition)
          )
        }
      return falls.filter { $0.2 > $0.1 * (1 + 1e-11) && $0.2 > 1e-290 }.map {
        name,
        before,
        after in
        "\(count) agents, \(name): \(before), \(after)"
      }
    }
  }
}
