import Foundation
import Testing
import Workforce

@testable import Reporting

/// Writes demonstration pages for looking at, when `REPORT_DEMO` names a folder.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["REPORT_DEMO"] != nil))
struct DemoPageTests {
  @Test func `writes pages to look at`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["REPORT_DEMO"])
    let pages = [
      ("demo", DemoReport()), ("short", DemoReport(people: 60, load: 1.5)),
      ("clock", DemoReport(week: "2026-W13", stepMinutes: 15, opening: "00:00-24:00")),
      ("large", DemoReport(people: 300)),
    ]
    for (name, demo) in pages {
      let report = try demo.report()
      let summary = PlanSummary(
        report: report,
        timings: [
          StageTiming(stage: "read", seconds: 0.2), StageTiming(stage: "roster", seconds: 31),
        ],
        location: "runs/2026-W10/report.html"
      ).text()
      let texts = [
        summary, ForecastSummary(forecast: report.forecast).text(),
        requirementSummary(report),
        SimulationSummary(simulation: report.simulation).text(),
        CheckSummary(check: report.check, currency: "GBP").text(),
      ]
      try report.html().write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
      try texts.joined(separator: "\n=====\n")
        .write(toFile: "\(folder)/\(name).txt", atomically: true, encoding: .utf8)
    }
  }
}
