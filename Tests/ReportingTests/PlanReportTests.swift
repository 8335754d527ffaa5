import Foundation
import Testing
import Workforce

@testable import Reporting

@Suite struct PlanReportTests {
  /// Demonstrations that differ in size, clock and load.
  static let demos: [(id: String, demo: DemoReport)] = [
    ("sixty people", DemoReport()),
    ("nobody", DemoReport(people: 0)),
    ("one person, one queue", DemoReport(people: 1, queues: 1)),
    ("too few people", DemoReport(people: 20, load: 3)),
    ("the 23-hour day, all hours", DemoReport(week: "2026-W13", opening: "00:00-24:00")),
    ("the 25-hour day, all hours", DemoReport(week: "2026-W43", opening: "00:00-24:00")),
    ("the week over a year end", DemoReport(week: "2026-W53", zone: "Asia/Kathmandu")),
    ("five-minute intervals", DemoReport(people: 12, stepMinutes: 5)),
    ("more people than are shown", DemoReport(people: 290)),
  ]

  @Test(arguments: demos.map(\.id))
  func `the page is well-formed XML with described charts`(id: String) throws {
    let demo = try #require(Self.demos.first { $0.id == id }).demo
    let page = try demo.report().html()
    let reading = XMLReading(page)
    #expect(reading.failure == nil)
    let charts = reading.elements.filter { $0.name == "svg" && $0.attributes["role"] == "img" }
    #expect(charts.count == reading.count(of: "desc"))
    #expect(reading.texts(of: "title").allSatisfy { !$0.isEmpty })
    #expect(charts.allSatisfy { $0.attributes["viewBox"] != nil })
  }

  @Test func `why a roster could not be explained is said, escaped`() throws {
    var report = try DemoReport().report()
    #expect(!report.html().contains("could not be explained"))
    report.highlightsProblem = "E1 <starts> off the grid."
    let page = report.html()
    #expect(XMLReading(page).failure == nil)
    #expect(page.contains("could not be explained"))
    #expect(page.contains("E1 &lt;starts&gt; off the grid."))
  }

  @Test(arguments: demos.map(\.id))
  func `every drawing is well-formed alone and has finite coordinates`(id: String) throws {
    let demo = try #require(Self.demos.first { $0.id == id }).demo
    let page = try demo.report().html()
    for piece in page.components(separatedBy: "<svg").dropFirst() {
      let end = try #require(piece.range(of: "</svg>"))
      let drawing = "<svg" + piece[..<end.upperBound]
      #expect(XMLReading(drawing).failure == nil)
      #expect(!drawing.contains("nan") && !drawing.contains("inf"))
    }
  }

  @Test(arguments: demos.map(\.id))
  func `the page needs no network and no script`(id: String) throws {
    let page = try #require(Self.demos.first { $0.id == id }).demo.report().html()
    #expect(!page.contains("http"))
    #expect(!page.contains("@import") && !page.contains("<script") && !page.contains("<link"))
    #expect(!page.contains("src="))
  }

  @Test func `the same values give the same bytes`() throws {
    #expect(try DemoReport().report().html() == DemoReport().report().html())
  }

  @Test func `names are escaped and stand only in the roster`() throws {
    let page = try DemoReport().report().html()
    #expect(!page.contains("<\"Geo\">"))
    let reading = XMLReading(page)
    for name in DemoReport.names {
      #expect(reading.texts(of: "bdi").filter { $0 == name }.count == 1, "\(name)")
      #expect(page.components(separatedBy: escaped(name)).count - 1 == 3, "\(name)")
    }
  }

  @Test func `every shift stands in the roster with its times`() throws {
    let report = try DemoReport(people: 25).report()
    let cells = XMLReading(report.html()).texts(of: "td")
    for tour in report.outcome.roster.tours {
      for shift in tour.shifts {
        let zone = report.outcome.roster.zone
        let start = zone.text(of: shift.start).dropFirst(11).prefix(5)
        let end = zone.text(of: shift.end).dropFirst(11).prefix(5)
        #expect(cells.contains("\(start)–\(end)"))
      }
    }
    let shifts = report.outcome.roster.tours.reduce(0) { $0 + $1.shifts.count }
    #expect(cells.filter { $0.count == 11 && $0.contains("–") && $0.contains(":") }.count == shifts)
  }

  @Test func `shows the first 250 people and says where the others are`() throws {
    let page = try DemoReport(people: 290).report().html()
    let rows = XMLReading(page).elements.filter {
      $0.name == "th" && $0.attributes["scope"] == "row"
    }
    #expect(rows.count == 250)
    #expect(page.contains("40 more are in roster.csv"))
  }

  @Test func `a person takes few bytes`() throws {
    let small = try DemoReport(people: 100).report().html().utf8.count
    let large = try DemoReport(people: 200).report().html().utf8.count
    #expect((large - small) / 100 < 1_500)
  }

  @Test func `a run that was ended early says so`() throws {
    let whole = try DemoReport().report()
    #expect(!whole.html().contains("ended by"))
    var outcome = whole.outcome
    outcome.stopReason = .timeLimit
    let page = whole.with(outcome: outcome).html()
    #expect(page.contains("ended by the time limit"))
    #expect(page.contains("a second run may differ"))
  }

  @Test func `violations are listed with rule, day and employee`() throws {
    let whole = try DemoReport().report()
    let date = whole.week.monday
    let violation = Violation(
      rule: "minimum rest",
      employee: "E1001",
      date: date,
      detail: "9 h 30 min between shifts, at least 11 h"
    )
    let check = CheckReport(violations: [violation], costs: nil, rules: ["minimum rest"])
    let page = whole.with(check: check).html()
    #expect(page.contains("9 h 30 min between shifts, at least 11 h"))
    #expect(page.contains("✗ minimum rest: 1"))
    #expect(page.contains("This roster breaks rules in 1 place"))
  }
}

extension PlanReport {
  /// The report with other results.
  func with(
    forecast: Forecast? = nil,
    outcome: RosterOutcome? = nil,
    check: CheckReport? = nil
  ) -> PlanReport {
    PlanReport(
      inputs: inputs,
      week: week,
      forecast: forecast ?? self.forecast,
      requirement: requirement,
      outcome: outcome ?? self.outcome,
      check: check ?? self.check,
      coverage: coverage,
      simulation: simulation,
      findings: findings,
      options: options
    )
  }
}
