import Testing
import Workforce

@testable import Reporting

/// A synthetic plan that looks like a real one, made without any stage of the pipeline.
struct DemoReport {
  var people = 60
  var week = "2026-W10"
  var zone = "Europe/London"
  var seed = 42
  /// Multiplies arrivals; above 1 people are missing.
  var load = 1.0
  var stepMinutes = 30
  var opening = "08:00-20:00"
  var queues = 3
  /// Changes the target of every queue.
  var target: @Sendable (inout ServiceTarget) -> Void = { _ in }
  var period = TargetPeriod.week

  func report() throws -> PlanReport {
    let inputs = try inputs()
    let week = try #require(ISOWeek(week))
    let grid = try #require(
      TimeGrid(week: week, stepMinutes: stepMinutes, zone: inputs.settings.zone)
    )
    let forecast = forecast(inputs, grid)
    let requirement = requirement(inputs, forecast)
    let outcome = outcome(inputs, grid, week)
    let coverage = coverage(inputs, requirement, outcome.roster)
    return PlanReport(
      inputs: inputs,
      week: week,
      forecast: forecast,
      requirement: requirement,
      outcome: outcome,
      check: CheckReport(violations: [], costs: outcome.costs, rules: DemoReport.rules),
      coverage: coverage,
      simulation: simulation(inputs, forecast, requirement, coverage),
      findings: DemoReport.findings,
      options: [("seed", "\(seed)"), ("effort", "3")]
    )
  }

  static let rules = [
    "absence", "availability", "break window", "consecutive days", "employment", "minimum rest",
    "one shift a day", "opening hours", "overtime budget", "shift length", "shift start grid",
    "shift window", "skills", "start change", "weekly hours", "work stretch", "working days",
  ]

  static let findings = [
    Diagnostic(
      .warning,
      file: "contacts.csv",
      line: 1184,
      message: "arrivals are 412, more than six times the usual 63 (2025-11-28T10:00).",
      suggestion: "Check the row; the forecast leaves it out."
    ),
    Diagnostic(
      .note,
      file: "",
      message: "queue chat: no handle time in the history; 420 s from scenario.yaml is used.",
      suggestion: ""
    ),
  ]
}

/// The need of a report's week, or another, as a terminal shows it.
func requirementSummary(
  _ report: PlanReport,
  requirement: Requirement? = nil,
  settings: ScenarioSettings? = nil
) -> String {
  RequirementSummary(
    requirement: requirement ?? report.requirement,
    forecast: report.forecast,
    settings: settings ?? report.inputs.settings
  ).text()
}
