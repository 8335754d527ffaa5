import Scorecard
import Testing
import Workforce

/// What noise raises, and what a decline does; the figures of docs/concepts/scorecard.md.
@Suite struct FalseTicketTests {
  struct Noise: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let model: SimulatedGroups
    var repetitions = 60

    init(_ name: String, _ model: SimulatedGroups, repetitions: Int = 60) {
      testDescription = name
      self.model = model
      self.repetitions = repetitions
    }
  }

  @Test(arguments: [
    Noise("binomial", SimulatedGroups()),
    Noise("few cases near 1", SimulatedGroups(cases: 30, share: 0.95)),
    Noise("rare events", SimulatedGroups(cases: 200, share: 0.03)),
    Noise("groups differ", SimulatedGroups(between: 0.3)),
    Noise("groups and weeks differ", SimulatedGroups(between: 0.3, weekly: 0.2)),
    Noise("weeks go together", SimulatedGroups(between: 0.3, weekly: 0.2, memory: 0.3)),
    Noise("two groups", SimulatedGroups(groups: 2, between: 0.3, weekly: 0.2), repetitions: 120),
    Noise("three groups", SimulatedGroups(groups: 3, between: 0.3, weekly: 0.2)),
    Noise("young groups", SimulatedGroups(groups: 12, weeks: 7, between: 0.3)),
  ])
  func `noise raises at most one ticket in a hundred group-weeks`(c: Noise) {
    var (tickets, weeks) = (0, 0)
    for seed in 0..<UInt64(c.repetitions) {
      let outcome = EarlyWarning(ScorecardSettings()).outcome(c.model.figures(seed: seed))
      tickets += outcome.tickets.count
      weeks += outcome.judged
    }
    #expect(weeks >= 2000)
    #expect(Double(tickets) <= 0.01 * Double(weeks), "\(tickets) tickets in \(weeks) weeks")
    // a test that never speaks would pass the above
    #expect(tickets > 0)
  }

  @Test func `five measures of a group together raise no more`() {
    let measures = [
      "satisfaction", "self_service", "quality", "pass_rate", "first_contact_resolution",
    ]
    var (tickets, weeks) = (0, 0)
    for seed in 0..<UInt64(40) {
      let figures = measures.flatMap { measure in
        SimulatedGroups(between: 0.3, weekly: 0.2, measure: measure).figures(seed: seed)
      }
      let outcome = EarlyWarning(ScorecardSettings()).outcome(figures)
      tickets += outcome.tickets.count
      weeks += outcome.judged / measures.count
    }
    #expect(weeks >= 2000)
    #expect(Double(tickets) <= 0.01 * Double(weeks), "\(tickets) tickets in \(weeks) weeks")
  }

  @Test(arguments: [
    Noise("12 points of 85%, 200 cases", SimulatedGroups(declineWeek: 20, decline: 0.12)),
    Noise("5 points, 1000 cases", SimulatedGroups(cases: 1000, declineWeek: 20, decline: 0.05)),
    Noise(
      "16 points, noisy weeks",
      SimulatedGroups(weekly: 0.2, declineWeek: 20, decline: 0.16)
    ),
    Noise("12 points, three groups", SimulatedGroups(groups: 3, declineWeek: 20, decline: 0.12)),
    Noise("12 points after 11 weeks", SimulatedGroups(declineWeek: 11, decline: 0.12)),
  ])
  func `a decline is found within three weeks`(c: Noise) throws {
    let begin = SimulatedGroups.firstWeek.adding(weeks: try #require(c.model.declineWeek))
    var found = 0
    for seed in 0..<UInt64(200) {
      let outcome = EarlyWarning(ScorecardSettings()).outcome(c.model.figures(seed: seed))
      let isFound = outcome.tickets.contains { ticket in
        ticket.group == "team 1" && ticket.opened <= begin.adding(weeks: 2)
          && ticket.closed.map { $0 >= begin } ?? true
      }
      if isFound { found += 1 }
    }
    #expect(found >= 180, "\(found) of 200")
  }
}
