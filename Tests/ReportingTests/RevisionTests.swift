import Testing
import Workforce

@testable import Reporting

/// A repaired roster in the report and on the terminal.
@Suite struct RevisionTests {
  private func revision(_ report: PlanReport, changes: [RosterChange]) -> RosterRevision {
    let standing = { (cost: Double?, hours: Double) in
      RosterRevision.Standing(
        cost: cost,
        missingHours: report.inputs.settings.queues.map { _ in hours }
      )
    }
    return RosterRevision(
      changes: changes,
      prices: ChangeRequest.Prices(changedShift: 32, changedStartPerHour: 8),
      changePrice: 72,
      published: standing(40_000, 1),
      unrepaired: standing(nil, 4),
      repaired: standing(40_100, 2)
    )
  }

  private func change(
    _ employee: String,
    _ kind: RosterChange.Kind,
    was: Bool = true,
    becomes: Bool = true,
    reason: String = "saves more than the change costs"
  ) throws -> RosterChange {
    let date = try #require(LocalDate("2026-03-04"))
    let start = Zone.utc.instant(at: LocalDateTime(date: date, secondOfDay: 8 * 3600))
    let span = RosterChange.Span(start: start, end: start.adding(minutes: 510))
    return RosterChange(
      employee: employee,
      date: date,
      was: was ? span : nil,
      becomes: becomes ? span : nil,
      kind: kind,
      reason: reason
    )
  }

  private func changes() throws -> [RosterChange] {
    [
      try change("E1", .absent, becomes: false, reason: "sick"),
      try change("E2", .added, was: false, reason: "takes over <10:00-14:00> & more"),
      try change("E2", .moved), try change("E3", .breaksMoved, reason: "breaks moved"),
      try change("E3", .breaksMoved, reason: "breaks moved, works 13:00-13:30 where help is short"),
    ]
  }

  private func report(_ changes: [RosterChange]) throws -> PlanReport {
    let whole = try DemoReport().report()
    return PlanReport(
      inputs: whole.inputs,
      week: whole.week,
      forecast: whole.forecast,
      requirement: whole.requirement,
      outcome: whole.outcome,
      check: whole.check,
      coverage: whole.coverage,
      simulation: whole.simulation,
      findings: whole.findings,
      options: whole.options,
      revision: revision(whole, changes: changes)
    )
  }

  @Test func `the page lists who changes and why, and proves nothing`() throws {
    let page = try report(changes()).html()
    let reading = XMLReading(page)
    #expect(reading.failure == nil)
    #expect(page.contains("<a href=\"#changes\">Changes</a>"))
    #expect(page.contains("takes over &lt;10:00-14:00&gt; &amp; more"))
    #expect(
      page.contains("1 shift falls away; 2 other shifts change for 1 person; only breaks move")
    )
    #expect(!page.contains("Proved gap"))
    #expect(page.contains("Nothing is proved about a roster that may hardly change."))
    #expect(page.contains("shiftwright reoptimize PUBLISHED --changes inputs/changes.yaml"))
    for words in [
      "away", "called in", "starts at another time", "Wed 4 Mar, Wed 4 Mar",
      "Wed 4 Mar: works 13:00-13:30 where help is short",
    ] {
      #expect(reading.texts(of: "td").contains(words), "\(words)")
    }
    #expect(!(try DemoReport().report().html().contains("id=\"changes\"")))
  }

  @Test func `the terminal has few lines of eighty columns`() throws {
    let many = try (0..<40).map { try change("E\($0)", .added, was: false) }
    for changes in [try changes(), [], many] {
      let report = try report(changes)
      let text = PlanSummary(report: report, timings: [], location: "x").text()
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { terminalWidth(String($0)) <= 80 })
      #expect(lines.count <= 55)
      #expect(!text.contains("Proved gap"))
    }
    let text = PlanSummary(report: try report(changes()), timings: [], location: "x").text()
    for part in [
      "Changes       1 shift falls away; 2 other shifts change for 1 person; only\n",
      "The changes weigh 72.00\u{A0}GBP, at 32.00\u{A0}GBP a shift and 8.00\u{A0}GBP an",
      "Cost          40,000\u{A0}GBP published, – without repair, 40,100\u{A0}GBP now",
      "Hours missing 3.0 published, 12.0 without repair, 6.0 now",
      "E1        Wed 4 Mar  08:00–16:30  off",
      "E2        Wed 4 Mar  off          08:00–16:30",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    let nobody = PlanSummary(report: try report([]), timings: [], location: "x").text()
    #expect(nobody.contains("Changes       Nobody else's shifts change."))
  }
}
