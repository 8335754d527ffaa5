import Testing
import Workforce

@testable import Reporting

@Suite struct StaffingTextTests {
  @Test(arguments: [
    (0.0, "0.0 s"), (12.34, "12.3 s"), (599.94, "599.9 s"), (600, "10.0 min"),
    (36_000, "10.0 h"), (.infinity, "no end"),
  ])
  func `writes mean waits`(seconds: Double, text: String) { #expect(waitText(seconds) == text) }

  @Test(arguments: [
    (Duration.seconds(30), "30 s"), (.seconds(90), "90 s"), (.seconds(1.5), "1.5 s"),
    (.seconds(120), "2 min"), (.seconds(330), "330 s"), (.hours(1), "1 h"),
    (.seconds(5400), "90 min"), (.seconds(0.25), "0.25 s"),
  ])
  func `writes durations`(duration: Duration, text: String) {
    #expect(spanText(duration) == text)
  }

  @Test(arguments: [(80.0, "80"), (2.5, "2.5"), (33.333, "33.33"), (0.07 * 100, "7")])
  func `writes numbers without needless digits`(value: Double, text: String) {
    #expect(plainNumber(value) == text)
  }

  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  private func answer(patience: Duration?, demands: [ServiceDemand]) throws -> StaffingAnswer {
    let question = StaffingQuestion(
      arrivals: 100,
      interval: .minutes(30),
      averageHandleTime: .seconds(180),
      patience: patience,
      concurrency: 2,
      shrinkage: try share(0.3),
      threshold: .seconds(20),
      demands: demands
    )
    let measures = QueueMeasures(
      delayProbability: 0.25,
      serviceLevel: 0.877,
      missedShare: 0.123,
      lateShare: 0.11,
      answeredShare: 0.969,
      secondsToAnswer: 8.04,
      abandonmentShare: 0.031,
      occupancy: 0.714
    )
    return StaffingAnswer(
      question: question,
      agents: 10,
      rostered: 15,
      needs: demands.enumerated().map { StaffingAnswer.Need(demand: $1, agents: 9 + $0) },
      rows: (9...11).map { StaffingAnswer.Row(agents: $0, rostered: $0 + 5, measures: measures) }
    )
  }

  @Test func `an answer names work, model, demands and what decides`() throws {
    let demands: [ServiceDemand] = [
      .serviceLevel(try share(0.8), within: .seconds(20)), .abandonment(try share(0.025)),
    ]
    let text = StaffingSummary(answer: try answer(patience: .seconds(90), demands: demands)).text()
    #expect(
      text == """
        Load          100 contacts in 30 min × 3 min = 10.00 erlangs
        Model         Erlang A: contacts wait 90 s on average before they leave; each
                      agent handles up to 2 contacts at once
        Asked for     80% answered within 20 s and at most 2.5% who leave
        Answer        10 agents, 15 on the roster with 30% shrinkage; abandonment
                      decides

             Agents  Rostered  In 20 s  Mean wait  Delayed  Leave  Occupancy
              9            14    87.7%      8.0 s    25.0%   3.1%      71.4%
          →  10            15    87.7%      8.0 s    25.0%   3.1%      71.4%
             11            16    87.7%      8.0 s    25.0%   3.1%      71.4%

        """
    )
  }

  @Test func `no line is wider than a terminal`() throws {
    let demands: [ServiceDemand] = [
      .serviceLevel(try share(0.8), within: .seconds(20)), .speedOfAnswer(.seconds(15)),
      .abandonment(try share(0.025)), .occupancy(try share(0.85)),
    ]
    for patience in [nil, Duration.seconds(90)] {
      let text = StaffingSummary(answer: try answer(patience: patience, demands: demands)).text()
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }
}
