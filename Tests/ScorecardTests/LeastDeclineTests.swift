import Foundation
import Testing
import Workforce

@testable import Scorecard

/// How small a decline is found: the tables of docs/concepts/scorecard.md, and what each group is told.
@Suite struct LeastDeclineTests {
  private static let begin = 20

  /// Eight groups at 85 % for three weeks after a decline of the first.
  private static func model(_ cases: Int, _ weekly: Double, _ decline: Double) -> SimulatedGroups {
    SimulatedGroups(
      weeks: begin + 3,
      cases: cases,
      weekly: weekly,
      declineWeek: begin,
      decline: decline
    )
  }

  private static func isFound(_ model: SimulatedGroups, seed: UInt64) -> Bool {
    let begin = SimulatedGroups.firstWeek.adding(weeks: Self.begin)
    return EarlyWarning(ScorecardSettings()).outcome(model.figures(seed: seed)).tickets.contains {
      $0.group == "team 1" && $0.closed.map { $0 >= begin } ?? true
    }
  }

  /// What the first group is told before its decline, in points.
  private static func told(_ model: SimulatedGroups, seed: UInt64) -> Double? {
    var calm = model
    calm.weeks = begin
    calm.declineWeek = nil
    let outcome = EarlyWarning(ScorecardSettings()).outcome(calm.figures(seed: seed))
    return outcome.standings.first { $0.group == "team 1" }?.leastDecline
  }

  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardized
    let path = root.appending(path: "docs/concepts/scorecard.md")
    return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
  }()

  /// Each row of the page is what 100 centers show: a decline found within three weeks.
  @Test(arguments: [16, 50, 100, 200, 500], [0.0, 0.2])
  func `the page's table of declines is what simulation shows`(cases: Int, weekly: Double) {
    let found = [0.05, 0.08, 0.12, 0.16, 0.2, 0.3].map { decline in
      (0..<UInt64(100)).count { Self.isFound(Self.model(cases, weekly, decline), seed: $0) }
    }
    let told = (0..<UInt64(20)).compactMap { Self.told(Self.model(cases, weekly, 0), seed: $0) }
    let mean = told.isEmpty ? nil : told.reduce(0, +) / Double(told.count)
    let (tickets, judged) = (0..<UInt64(20)).reduce((0, 0)) { sum, seed in
      let calm = SimulatedGroups(cases: cases, weekly: weekly)
      let outcome = EarlyWarning(ScorecardSettings()).outcome(calm.figures(seed: seed))
      return (sum.0 + outcome.tickets.count, sum.1 + outcome.judged)
    }
    let rate = 100 * Double(tickets) / Double(max(1, judged))
    let cells =
      ["\(cases)", weekly == 0 ? "no" : "yes"] + found.map { "\($0)%" }
      + [mean.map { String(format: "%.0f", $0 * 100) } ?? "none", String(format: "%.2f", rate)]
    let row = "| \(cells.joined(separator: " | ")) |"
    #expect(Self.page.contains(row), "the page lacks \(row)")
    #expect(rate <= 1)
  }

  /// The closed form against simulation: nine in ten of declines as large as told are found, hardly
  /// any of half the size.
  @Test(arguments: [(100, 0.0), (200, 0.0), (500, 0.0), (200, 0.2)])
  func `declines as large as told are found in nine of ten cases`(cases: Int, weekly: Double) {
    var (all, half, asked) = (0, 0, 0)
    for seed in 0..<UInt64(250) {
      guard let told = Self.told(Self.model(cases, weekly, 0), seed: seed) else { continue }
      asked += 1
      if Self.isFound(Self.model(cases, weekly, told), seed: seed) { all += 1 }
      if Self.isFound(Self.model(cases, weekly, told / 2), seed: seed) { half += 1 }
    }
    #expect(asked >= 240)
    #expect((0.83...0.97).contains(Double(all) / Double(asked)), "\(all) of \(asked)")
    #expect(Double(half) < 0.5 * Double(asked), "\(half) of \(asked)")
  }

  @Test func `with few cases no decline may be found, and that is told`() {
    let outcome = EarlyWarning(ScorecardSettings()).outcome(
      SimulatedGroups(weeks: 20, cases: 10, share: 0.15).figures(seed: 1)
    )
    let judged = outcome.standings.filter { $0.score != nil }
    #expect(!judged.isEmpty)
    #expect(judged.allSatisfy { $0.leastDecline == nil })
  }
}
