import TestSupport
import Testing
import Workforce

@testable import Staffing

@Suite struct QueueModelTests {
  @Test(arguments: 0..<20)
  func `models keep their promises`(seed: Int) {
    var stream = RandomStream(seed: UInt64(seed), name: "queue models")
    let load = 80 * stream.unit() * stream.unit()
    let handleTime = Duration.seconds(30 + 600 * stream.unit())
    let patience = Duration.seconds(1 + 1000 * stream.unit() * stream.unit())
    let concurrency = 1 + stream.below(3)
    let delay = ErlangC(
      offeredLoad: load,
      averageHandleTime: handleTime,
      concurrency: concurrency
    )
    let impatient = ErlangA(
      offeredLoad: load,
      averageHandleTime: handleTime,
      patience: patience,
      concurrency: concurrency
    )
    #expect(checkQueueModel(delay, upTo: 120) == [])
    #expect(checkQueueModel(impatient, upTo: 120) == [])
  }

  @Test func `nothing offered is served at once`() {
    let delay = ErlangC(offeredLoad: 0, averageHandleTime: .seconds(60))
    let impatient = ErlangA(
      offeredLoad: 0,
      averageHandleTime: .seconds(60),
      patience: .seconds(60)
    )
    #expect(checkQueueModel(delay, upTo: 3) == [])
    #expect(checkQueueModel(impatient, upTo: 3) == [])
    #expect(delay.serviceLevel(agents: 1, within: .zero) == 1)
    #expect(impatient.serviceLevel(agents: 1, within: .zero) == 1)
  }

  @Test func `endless patience turns Erlang A into Erlang C`() throws {
    let delay = ErlangC(offeredLoad: 8.4, averageHandleTime: .minutes(2))
    let patient = ErlangA(
      offeredLoad: 8.4,
      averageHandleTime: .minutes(2),
      patience: .hours(2_000_000)
    )
    for agents in 9...20 {
      let level = delay.serviceLevel(agents: agents, within: .seconds(20))
      #expect(abs(patient.serviceLevel(agents: agents, within: .seconds(20)) - level) < 1e-5)
      let wait = try #require(delay.averageSpeedOfAnswer(agents: agents)).inSeconds
      let other = try #require(patient.averageSpeedOfAnswer(agents: agents)).inSeconds
      #expect(abs(other - wait) < 1e-4 * wait)
    }
  }

  @Test func `chat slots count as agents`() {
    let chat = ErlangC(offeredLoad: 20, averageHandleTime: .minutes(8), concurrency: 3)
    let phone = ErlangC(offeredLoad: 20, averageHandleTime: .minutes(8))
    #expect(
      chat.serviceLevel(agents: 8, within: .seconds(30))
        == phone.serviceLevel(agents: 24, within: .seconds(30))
    )
    #expect(chat.occupancy(agents: 8) == phone.occupancy(agents: 24))
  }

  @Test(arguments: [1e-3, 1.0, 1000.0])
  func `abandonment is patience spent waiting`(patience: Double) throws {
    // Little's law: arrivals · P(abandoned) = θ · mean number waiting, checked by the states.
    let model = ErlangA(
      offeredLoad: 9,
      averageHandleTime: .seconds(1),
      patience: .seconds(patience)
    )
    var weight = 1.0
    var sum = 0.0
    var waiting = 0.0
    for state in 1...200_000 where weight > 0 {
      let leaving = Double(min(state, 10)) + Double(max(0, state - 10)) / patience
      sum += weight
      weight *= 9 / leaving
      waiting += Double(max(0, state - 10)) * weight
    }
    let expected = waiting / sum / patience / 9
    #expect(abs(model.abandonmentShare(agents: 10) - expected) < 1e-9 * expected)
  }
}
