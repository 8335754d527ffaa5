import Testing
import Workforce

@testable import Planning

/// What lacks of promises, against sums taken by hand.
@Suite struct PromiseGapTests {
  private func measures(
    _ arrivals: Double,
    level: Double = 1,
    left: Double = 0,
    wait: Double = 0
  ) -> ServiceMeasures {
    ServiceMeasures(
      arrivals: arrivals,
      answeredInTarget: arrivals * level,
      abandoned: arrivals * left,
      abandonedInTarget: 0,
      serviceLevel: Estimate(mean: level, halfWidth: 0),
      averageSpeedOfAnswer: Estimate(mean: wait, halfWidth: 0),
      abandonmentShare: Estimate(mean: left, halfWidth: 0)
    )
  }

  /// Two days of two intervals of half an hour each.
  private func gaps(
    _ period: TargetPeriod,
    _ target: (inout ServiceTarget) throws -> Void
  ) throws -> [Shortfall.Gap] {
    var promised = ServiceTarget(serviceLevel: .zero, threshold: .seconds(20))
    try target(&promised)
    let simulation = QueueSimulation(
      queue: "phone",
      intervals: [
        measures(10, level: 0.5, left: 0.2, wait: 40), measures(30, level: 0.9, wait: 5),
        measures(20, level: 0.4, left: 0.3, wait: 60),
        measures(40, level: 0.8, left: 0.1, wait: 30),
      ],
      days: [
        measures(40, level: 0.8, left: 0.05, wait: 12),
        measures(60, level: 0.66, left: 0.17, wait: 38),
      ],
      total: measures(100, level: 0.72, left: 0.12, wait: 28),
      target: promised,
      period: period,
      occupancy: Estimate(mean: 0.75, halfWidth: 0),
      dayOccupancy: [Estimate(mean: 0.5, halfWidth: 0), Estimate(mean: 0.9, halfWidth: 0)],
      isOpen: [true, true, true, true],
      agents: [2, 4, 6, 8]
    )
    return simulation.gaps(stepMinutes: 30, days: [0..<2, 2..<4])
  }

  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  @Test func `hours at work bring occupancy down to its cap`() throws {
    let week = try gaps(.week) { $0.maximumOccupancy = try share(0.6) }
    #expect(week.map(\.hours) == [0.75 / 0.6 * 10 - 10])
    let daily = try gaps(.eachDay) { $0.maximumOccupancy = try share(0.6) }
    let hours = try #require(daily.first?.hours)
    // the second day has 7 hours at work, 6.3 of them busy
    #expect(abs(hours - (6.3 / 0.6 - 7)) < 1e-9)
    #expect(daily[0].judgment.day == 1)
  }

  @Test func `contacts and intervals of the other promises`() throws {
    let left = try gaps(.week) { $0.maximumAbandonment = try share(0.05) }
    #expect(left.compactMap(\.contacts).map { ($0 * 1e9).rounded() / 1e9 } == [7])
    #expect(left.map(\.intervals) == [[2, 3, 0]])
    let floor = try gaps(.week) { $0.intervalFloor = try share(0.6) }
    #expect(floor.compactMap(\.contacts).map { ($0 * 1e9).rounded() / 1e9 } == [5])
    #expect(floor.map(\.intervals) == [[2, 0]])
    let wait = try gaps(.week) { $0.averageSpeedOfAnswer = .seconds(25) }
    #expect(wait.map(\.intervals) == [[2, 3, 0]])
    #expect(wait[0].contacts == nil && wait[0].hours == nil)
    let people = try gaps(.week) { $0.minimumAgents = 5 }
    #expect(people.map(\.intervals) == [[0, 1]])
    #expect(people.map(\.hours) == [2])
  }

  @Test func `nothing lacks of promises that are kept`() throws {
    #expect(
      try gaps(.week) {
        $0.maximumOccupancy = try share(0.8)
        $0.averageSpeedOfAnswer = .seconds(30)
      }.isEmpty
    )
  }
}
