import TestSupport
import Testing
import Workforce

@testable import Reporting

@Suite struct WorthReportTests {
  private typealias Make = ScenarioFixtures

  private static func grid() throws -> TimeGrid {
    try #require(TimeGrid(week: Make.week, stepMinutes: 30, zone: .utc))
  }

  private static func report(_ rows: [WorthReport.Row], top: Int = 10) throws -> WorthReport {
    WorthReport(
      title: "Center <1>",
      week: Make.week,
      currency: "GBP",
      grid: try grid(),
      queues: ["chat", "cards"],
      standing: WorthReport.Standing(
        published: 1010,
        objective: 1000,
        bound: 960,
        dualBound: 955,
        noise: 0,
        meanHour: 20,
        wage: 15
      ),
      rows: rows,
      top: top
    )
  }

  private static func hour(_ dual: Double, _ resolve: Double?) throws -> WorthReport.Row {
    let start = try grid().instant(at: 68)
    return WorthReport.Row(
      kind: .hour,
      what: "chat",
      from: start,
      until: start.adding(minutes: 60),
      dual: dual,
      marginal: 35,
      resolve: resolve,
      boundDifference: resolve.map { $0 + 1 },
      proved: resolve.map { $0 - 40...$0 + 40 },
      contactPrice: 18.1
    )
  }

  @Test func `says both figures in plain words`() throws {
    let report = try Self.report([])
    #expect(
      try report.sentence(Self.hour(41, 38))
        == "One more hour of chat on Tue 3 Mar 10:00–11:00 is worth 41.00\u{A0}GBP by the duals, "
        + "38.00\u{A0}GBP by a new search: as much as 2.1 more contacts in time."
    )
    #expect(
      try report.sentence(Self.hour(41, 0)).hasSuffix("by the duals; a new search finds nothing.")
    )
    #expect(
      try report.sentence(Self.hour(41, nil)).contains("by the duals; it was not searched again")
    )
    let rule = WorthReport.Row(kind: .rule, what: "minimum rest", dual: 300, resolve: 280)
    #expect(
      report.sentence(rule)
        == "Without 'minimum rest' the week would cost 300\u{A0}GBP less by the duals, "
        + "280\u{A0}GBP less by a new search: what 14.0 hours at work are worth, or the pay of "
        + "18.7."
    )
    var shift = try Self.hour(-12, 5)
    (shift.kind, shift.what) = (.shift, "E7")
    #expect(
      report.sentence(shift)
        == "With E7 away on Tue 3 Mar 10:00–11:00 the week would cost 12.00\u{A0}GBP less by the "
        + "duals, 5.00\u{A0}GBP more by a new search."
    )
  }

  @Test func `counts how far duals and searches are apart`() throws {
    let rows = try [(10, 10), (20, 14), (30, 20), (100, 20), (5, 55)].map {
      try Self.hour(Double($0.0), Double($0.1))
    }
    let standing = try Self.report([]).standing
    let agreement = try #require(WorthAgreement(rows + [try Self.hour(1, nil)], standing))
    #expect(agreement.count == 5)
    // apart by 0, 6, 10, 80, 50
    #expect(agreement.differences == [6, 10, 50])
    #expect(agreement.insideGap == 0.6)
    // 55 is more than 5 + 45, which no search can find
    #expect(agreement.kept == 0.8)
    #expect(agreement.shares[1] == 1.0 / 3)
    #expect(WorthAgreement([try Self.hour(1, nil)], standing) == nil)
  }

  @Test func `the page is well-formed and the text fits a terminal`() throws {
    let rule = WorthReport.Row(kind: .rule, what: "rest <11>", dual: 300, resolve: 280)
    let report = try Self.report([Self.hour(41, 38), Self.hour(12, nil), rule], top: 1)
    let html = report.html()
    #expect(XMLReading(html).failure == nil)
    for part in [
      "Center &lt;1&gt;", "rest &lt;11&gt;", "class=\"heat\"", "class=\"worth\"", "41.00",
    ] {
      #expect(html.contains(part), "\(part)")
    }
    let text = report.text(at: "folder")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.contains("and 1 more; --out writes all to worth.csv"))
    #expect(text.contains("Files: folder"))
    #expect(text.contains("2 things were searched again"))
  }

  @Test(arguments: [0.0, 0.3, 7, 41, 82, 1999, 123_456])
  func `limits of the map are round, ascending and six`(highest: Double) {
    let limits = WorthReport.limits(upTo: highest)
    #expect(limits.count == 6)
    #expect(zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 })
    #expect((limits.first ?? 0) * 7 >= highest)
    #expect((limits.first ?? 0) * 4 <= max(0.01, highest))
  }
}
