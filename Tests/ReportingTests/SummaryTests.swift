import Testing
import Workforce

@testable import Reporting

@Suite struct SummaryTests {
  private func summary(_ report: PlanReport) -> String {
    PlanSummary(
      report: report,
      timings: [
        StageTiming(stage: "read", seconds: 0.21), StageTiming(stage: "forecast", seconds: 1.04),
        StageTiming(stage: "roster", seconds: 31.4),
      ],
      location: "runs/w10/report.html"
    ).text()
  }

  @Test func `a plan fits into few lines of eighty columns`() throws {
    let text = try summary(DemoReport().report())
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { terminalWidth(String($0)) <= 80 })
    #expect(lines.count <= 35)
    for part in [
      "Harbour Bank, week 2026-W10 (2–8 March 2026), synthetic data",
      "People        59 of 60 have shifts", "Paid hours    2,288.0, for ",
      "Cost          49,207\u{A0}GBP: pay 47,200\u{A0}GBP, missing people 1,420\u{A0}GBP",
      "Proved gap    1.1% of all cost, 15.8% of what planning can influence (26.2",
      "Checker       clean: all 17 rules kept", "Impossible    E1042: weekly hours",
      "Warnings      1, in the report", "read 0.2\u{A0}s, forecast 1.0\u{A0}s, roster 31\u{A0}s",
      "total 33\u{A0}s", "Report        runs/w10/report.html",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text == (try summary(DemoReport().report())))
  }

  @Test func `no name of a person is in it`() throws {
    let text = try summary(DemoReport().report())
    #expect(DemoReport.names.allSatisfy { !text.contains($0) })
  }

  @Test func `violations and an early end stand out`() throws {
    let whole = try DemoReport().report()
    var outcome = whole.outcome
    outcome.stopReason = .cancelled
    let violation = Violation(rule: "skills", employee: "E1001", date: nil, detail: "no chat")
    let check = CheckReport(violations: [violation], costs: nil, rules: ["skills"])
    let text = summary(whole.with(outcome: outcome, check: check))
    #expect(text.contains("Checker       1 VIOLATION: skills 1; 1 rule checked, see the report"))
    #expect(text.contains("Ended early   on request; this is the best so far"))
  }

  @Test(arguments: PlanReportTests.demos.map(\.id))
  func `all texts keep to eighty columns in every case`(id: String) throws {
    let report = try #require(PlanReportTests.demos.first { $0.id == id }).demo.report()
    let violations = report.inputs.employees.prefix(3).map { employee in
      Violation(
        rule: "minimum rest",
        employee: employee.id,
        date: report.week.monday,
        detail: "9 h 30 min between the end on Monday and the start on Tuesday, at least 11 h"
      )
    }
    let check = CheckReport(violations: violations, costs: nil, rules: ["minimum rest"])
    let texts = [
      summary(report), ForecastSummary(forecast: report.forecast).text(),
      requirementSummary(report),
      SimulationSummary(simulation: report.simulation).text(),
      CheckSummary(check: check, currency: "GBP").text(),
    ]
    for text in texts {
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { terminalWidth(String($0)) <= 80 })
      #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    }
  }

  @Test func `a checker's report lists every violation`() {
    let date = LocalDate(year: 2026, month: 3, day: 3)
    let check = CheckReport(
      violations: [
        Violation(rule: "skills", employee: "E7", date: date, detail: "no skill chat"),
        Violation(rule: "overtime budget", employee: nil, date: nil, detail: "41 h of 40 h"),
      ],
      costs: RosterCosts(pay: 1000.5),
      rules: ["overtime budget", "skills", "weekly hours"]
    )
    #expect(
      CheckSummary(check: check, currency: "EUR").text() == """
        2 violations; 3 rules checked.
        Cost: 1,000.50\u{A0}EUR

        Rule             Violations
        overtime budget           1
        skills                    1

        E7 2026-03-03 skills: no skill chat
        overtime budget: 41 h of 40 h

        """
    )
    #expect(
      CheckSummary(
        check: CheckReport(violations: [], costs: nil, rules: ["skills"]),
        currency: ""
      ).text() == "Clean: all 1 rule kept.\n"
    )
  }

  @Test func `a closed week is said, not drawn`() throws {
    let open = try DemoReport(people: 3, queues: 1).report()
    let report = open.closed()
    let page = report.html()
    #expect(XMLReading(page).failure == nil)
    #expect(page.contains("Closed all week.") && page.contains("Nobody is needed."))
    #expect(summary(report).contains("Understaffed  no interval"))
  }
}

extension PlanReport {
  /// The same week without a single contact.
  fileprivate func closed() -> PlanReport {
    let none = Array(repeating: 0.0, count: forecast.grid.count)
    let days = Array(repeating: 0.0, count: 7)
    let band = { (zeros: [Double]) in
      QueueForecast.Band(mean: zeros, low95: zeros, low80: zeros, high80: zeros, high95: zeros)
    }
    var forecast = forecast
    forecast.queues[0].intervals = band(none)
    forecast.queues[0].days = band(days)
    forecast.queues[0].isOpen = none.map { _ in false }
    let nothing = IntervalRequirement(
      agents: 0,
      rostered: 0,
      offeredLoad: 0,
      serviceLevel: 1,
      occupancy: 0,
      bindingTarget: .none
    )
    let queue = QueueRequirement(
      queue: requirement.queues[0].queue,
      intervals: none.map { _ in nothing }
    )
    return PlanReport(
      inputs: inputs,
      week: week,
      forecast: forecast,
      requirement: Requirement(grid: requirement.grid, queues: [queue]),
      outcome: outcome,
      check: check,
      coverage: Coverage(grid: coverage.grid, allocated: [none], idle: none),
      simulation: simulation,
      findings: [],
      options: []
    )
  }
}
