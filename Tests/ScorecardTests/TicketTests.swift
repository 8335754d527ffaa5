import Foundation
import Scorecard
import Testing
import Workforce

/// The life of a ticket, in figures without noise.
@Suite struct TicketTests {
  /// Five teams with 340 of 400 a week; the first has what `bad` says, `nil` for no row.
  private static func figures(
    weeks: Int,
    from first: ISOWeek = SimulatedGroups.firstWeek,
    teams: Int = 5,
    _ first1: (Int) -> Double?
  ) -> [WeeklyFigure] {
    (0..<weeks).flatMap { week in
      (1...teams).compactMap { team -> WeeklyFigure? in
        let hits = team == 1 ? first1(week) : 340
        return hits.map { hits in
          WeeklyFigure(
            week: first.adding(weeks: week),
            measure: "satisfaction",
            kind: .team,
            group: "team \(team)",
            cases: 400,
            total: hits
          )
        }
      }
    }
  }

  private static func tickets(_ figures: [WeeklyFigure]) -> [ImprovementTicket] {
    EarlyWarning(ScorecardSettings()).outcome(figures).tickets
  }

  private static let begin = SimulatedGroups.firstWeek

  @Test func `opens in the second week, closes when four weeks meet it, and opens anew`() throws {
    let bad: Set<Int> = [20, 21, 22, 23, 24, 25, 34, 35]
    let all = Self.figures(weeks: 38) { bad.contains($0) ? 260 : 340 }
    let found = Self.tickets(all)
    try #require(found.count == 2)
    #expect(found[0].opened == Self.begin.adding(weeks: 21))
    #expect(found[0].closed == Self.begin.adding(weeks: 29))
    #expect(found[1].opened == Self.begin.adding(weeks: 35))
    #expect(found[1].closed == nil)
    #expect(found[0].id != found[1].id)
    #expect(found[0].owner == "team lead")
    #expect(found[0].due == Self.begin.adding(weeks: 29).monday.adding(days: 6))
    #expect(found[0].evidence.map(\.value) == [0.65, 0.65])
    #expect(found[0].evidence.map(\.peers) == [0.85, 0.85])
    #expect(found[0].criterion.weeks == 4)
    // one week less and it is open
    let earlier = Self.tickets(all.filter { $0.week < Self.begin.adding(weeks: 29) })
    #expect(earlier.map(\.closed) == [nil])
    #expect(earlier.map(\.id) == [found[0].id])
  }

  @Test func `a single bad week raises nothing, nor do two with a gap`() {
    #expect(Self.tickets(Self.figures(weeks: 30) { $0 == 20 ? 240 : 340 }).isEmpty)
    let gap = Self.figures(weeks: 30) { week in
      week == 21 ? nil : [20, 22].contains(week) ? 240 : 340
    }
    #expect(Self.tickets(gap).isEmpty)
    // a week without cases is as good as none
    let empty = Self.figures(weeks: 30) { [20, 22].contains($0) ? 240 : 340 }.map { figure in
      var figure = figure
      if figure.group == "team 1", figure.week == Self.begin.adding(weeks: 21) {
        (figure.cases, figure.total) = (0, 0)
      }
      return figure
    }
    #expect(Self.tickets(empty).isEmpty)
  }

  @Test func `weeks follow each other over a year of 53`() throws {
    // 2026 has a week 53
    let first = try #require(ISOWeek("2026-W30"))
    let found = Self.tickets(Self.figures(weeks: 26, from: first) { $0 >= 23 ? 260 : 340 })
    #expect(found.map(\.opened.description) == ["2027-W01"])
    #expect(found.first?.evidence.map(\.week.description) == ["2026-W53", "2027-W01"])
  }

  @Test func `a group that was bad from the first week is found beside its peers`() {
    let found = Self.tickets(Self.figures(weeks: 6) { _ in 240 })
    #expect(found.map(\.opened) == [Self.begin.adding(weeks: 1)])
  }

  @Test func `without peers there is nothing to compare`() {
    let alone = Self.figures(weeks: 30, teams: 1) { $0 >= 20 ? 100 : 340 }
    let outcome = EarlyWarning(ScorecardSettings()).outcome(alone)
    #expect(outcome.tickets.isEmpty && outcome.standings.isEmpty && outcome.judged == 0)
    #expect(Self.tickets([]).isEmpty)
  }

  @Test func `fewer seconds are better`() {
    let figures = (0..<30).flatMap { week in
      (1...4).map { queue in
        let seconds = queue == 1 && week >= 20 ? 60.0 : 40 + Double((week * 7 + queue * 3) % 5)
        return WeeklyFigure(
          week: Self.begin.adding(weeks: week),
          measure: "response_seconds",
          kind: .queue,
          group: "q\(queue)",
          cases: 500,
          total: 500 * seconds,
          deviation: 40
        )
      }
    }
    let found = Self.tickets(figures)
    #expect(found.map(\.group) == ["q1"])
    #expect(found.map(\.opened) == [Self.begin.adding(weeks: 21)])
    #expect(found.map(\.owner) == ["queue owner"])
  }

  /// What is known later changes nothing that was said before.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `tickets do not change when weeks are added`(seed: UInt64) {
    let model = SimulatedGroups(between: 0.2, weekly: 0.4, declineWeek: 15, decline: 0.25)
    let all = model.figures(seed: seed)
    let last = EarlyWarning(ScorecardSettings()).outcome(all).tickets
    for weeks in [16, 20, 25] {
      let end = Self.begin.adding(weeks: weeks)
      let early = Self.tickets(all.filter { $0.week < end })
      #expect(early.map(\.id) == last.filter { $0.opened < end }.map(\.id))
      #expect(early.map(\.criterion) == last.filter { $0.opened < end }.map(\.criterion))
      let shut = early.filter { $0.closed != nil }.map(\.id)
      #expect(shut == last.filter { $0.closed.map { $0 < end } ?? false }.map(\.id))
    }
    #expect(Self.tickets(all.reversed()) == last)
  }

  /// Score and limit of the last week, computed a second time in the plainest way.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `the score is what its formula says`(seed: UInt64) throws {
    let model = SimulatedGroups(groups: 4, weeks: 24, between: 0.2, weekly: 0.3)
    let figures = model.figures(seed: seed)
    let standing = try #require(
      EarlyWarning(ScorecardSettings()).outcome(figures).standings.first { $0.group == "team 2" }
    )
    #expect(EarlyWarning(ScorecardSettings()).outcome(figures).tickets.isEmpty)
    func hits(_ team: Int, _ week: Int) -> Double { figures[(team - 1) * 24 + week].total }
    func angle(_ total: Double, _ cases: Double) -> Double {
      asin(((total + 0.375) / (cases + 0.75)).squareRoot())
    }
    func worse(_ team: Int, _ week: Int) -> Double {
      let peers = (1...4).filter { $0 != team }.map { hits($0, week) }.reduce(0, +)
      return angle(peers, 600) - angle(hits(team, week), 200)
    }
    let sampling = 1.0 / 802 + 1.0 / 2402
    var squares = 0.0
    for team in 1...4 {
      let past = (0...21).map { worse(team, $0) }
      let mean = past.reduce(0, +) / 22
      squares += past.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    }
    // all weeks have the same cases, so the variance is the plain one
    let variance = max(sampling, squares / 84)
    let usual = (0...21).map { worse(2, $0) }.reduce(0, +) / 22
    let score = (worse(2, 23) - usual) / (variance * (1 + 1.0 / 22)).squareRoot()
    #expect(abs(try #require(standing.score) - score) < 1e-5)
  }
}
