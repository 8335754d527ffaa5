import Foundation
import Testing
import Workforce

@testable import Staffing

/// What becomes of the contacts of M/M/n+M, state by state, sharing nothing with the models.
///
/// A contact that finds k others before it and all agents busy is answered after k + 1 departures,
/// each from j others with rate nμ + jθ; in between it leaves with rate θ.
private struct StateSpace {
  let servers: Int
  let load: Double
  /// Mean patience in handle times.
  let patience: Double

  /// Probability of each number in the center.
  var states: [Double] {
    var weights = [1.0]
    for state in 1...(servers + 600) {
      let waiting = Double(max(0, state - servers))
      let rate = Double(min(state, servers)) + waiting / patience
      weights.append(weights[state - 1] * load / rate)
    }
    let whole = weights.reduce(0, +)
    return weights.map { $0 / whole }
  }

  /// Shares of all contacts that are answered within the threshold, and that leave within it, by
  /// integrating the chain of a waiting contact with steps of a 2000th of the threshold.
  func shares(threshold: Double) -> (answered: Double, left: Double) {
    let states = states
    let places = states.count - servers
    // place k: k others before the contact
    var ahead = Array(states[servers...])
    var (answered, left) = (states[..<servers].reduce(0, +), 0.0)
    let steps = 2000
    let step = threshold / Double(steps)
    let change = { (ahead: [Double]) -> [Double] in
      (0..<places).map { place in
        let rate = { (count: Int) in Double(servers) + Double(count) / patience }
        let out = (rate(place) + 1 / patience) * ahead[place]
        let into = place + 1 < places ? rate(place + 1) * ahead[place + 1] : 0
        return into - out
      }
    }
    for _ in 0..<steps {
      // Runge and Kutta, fourth order, with the outflows integrated alongside
      let k1 = change(ahead)
      let a2 = zip(ahead, k1).map { $0 + step / 2 * $1 }
      let k2 = change(a2)
      let a3 = zip(ahead, k2).map { $0 + step / 2 * $1 }
      let k3 = change(a3)
      let a4 = zip(ahead, k3).map { $0 + step * $1 }
      let k4 = change(a4)
      let stages = [(ahead, 1.0), (a2, 2), (a3, 2), (a4, 1)]
      for (stage, weight) in stages {
        answered += step / 6 * weight * Double(servers) * stage[0]
        left += step / 6 * weight * stage.reduce(0, +) / patience
      }
      ahead = ahead.indices.map { place in
        ahead[place] + step / 6 * (k1[place] + 2 * k2[place] + 2 * k3[place] + k4[place])
      }
    }
    return (answered, left)
  }
}

@Suite struct ServiceLevelDefinitionTests {
  @Test(arguments: [
    (5, 4.0, 0.8, 0.1), (5, 6.5, 0.4, 0.25), (20, 22.0, 1.0, 0.05), (1, 0.7, 2.0, 0.5),
  ])
  func `Erlang A agrees with the chain of a waiting contact`(
    agents: Int,
    load: Double,
    patience: Double,
    threshold: Double
  ) {
    let exact = StateSpace(servers: agents, load: load, patience: patience)
      .shares(threshold: threshold)
    let model = ErlangA(
      offeredLoad: load,
      averageHandleTime: .seconds(300),
      patience: .seconds(300 * patience)
    )
    let measures = model.measures(agents: agents, within: .seconds(300 * threshold))
    #expect(abs(measures.serviceLevel - exact.answered) < 1e-7)
    let rest = 1 - exact.left
    #expect(abs(measures.serviceLevel + measures.lateShare - rest) < 1e-7)
    let level = measures.serviceLevel(by: .offeredLessEarlyAbandons)
    #expect(abs(level - exact.answered / rest) < 1e-7)
    #expect(abs(measures.answeredShare + measures.abandonmentShare - 1) < 1e-12)
    let answered = measures.serviceLevel(by: .answered)
    #expect(abs(answered - exact.answered / (1 - measures.abandonmentShare)) < 1e-7)
  }

  @Test(arguments: 0..<100)
  func `the three definitions keep their order`(seed: Int) {
    var stream = RandomStream(seed: UInt64(seed), name: "definitions")
    let load = 1e-2 * pow(1e5, stream.unit())
    let handleTime = Duration.seconds(5 * pow(1440, stream.unit()))
    let models: [any QueueModel] = [
      ErlangC(offeredLoad: load, averageHandleTime: handleTime),
      ErlangA(
        offeredLoad: load,
        averageHandleTime: handleTime,
        patience: .seconds(pow(7200, stream.unit()))
      ),
    ]
    for model in models {
      for agents in [0, 1, Int(load * (0.3 + stream.unit())), Int(load) + 3] {
        let threshold = Duration.seconds(pow(3600, stream.unit()))
        let measures = model.measures(agents: agents, within: threshold)
        let levels = ServiceLevelDefinition.allCases.map { measures.serviceLevel(by: $0) }
        #expect(levels.filter { !(0...1).contains($0) } == [])
        // early abandons are abandons, so the first divisor is the largest
        #expect(levels[0] <= levels[1] * (1 + 1e-12))
        #expect(levels[0] <= levels[2] * (1 + 1e-12))
        #expect(levels[0] == measures.serviceLevel)
        #expect(measures.serviceLevel + measures.lateShare <= 1 + 1e-9)
      }
    }
  }

  @Test func `nobody answers and nothing offered have levels`() {
    let model = ErlangA(
      offeredLoad: 3,
      averageHandleTime: .seconds(60),
      patience: .seconds(60)
    )
    let none = model.measures(agents: 0, within: .seconds(60))
    #expect(abs(none.lateShare - exp(-1.0)) < 1e-15)
    for definition in ServiceLevelDefinition.allCases {
      #expect(none.serviceLevel(by: definition) == 0)
      #expect(QueueMeasures.nothingOffered.serviceLevel(by: definition) == 1)
    }
  }
}
