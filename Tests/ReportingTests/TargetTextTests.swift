import Testing
import Workforce

@testable import Reporting

/// All promises in tables, on pages and in a terminal.
@Suite struct TargetTextTests {
  private func demo(period: TargetPeriod = .week) -> DemoReport {
    var demo = DemoReport(period: period)
    demo.target = { target in
      target.definition = .answered
      target.averageSpeedOfAnswer = .seconds(5)
      target.maximumAbandonment = Fraction(0.5)
      target.intervalFloor = Fraction(0.9)
      target.minimumAgents = 3
    }
    return demo
  }

  @Test func `a simulation lists every promise`() throws {
    let report = try demo().report()
    let text = SimulationSummary(simulation: report.simulation).text()
    let queue = report.simulation.queues[0]
    let worst = queue.busyIntervals.map { queue.intervals[$0].serviceLevel.mean }.min() ?? 0
    let below = queue.busyIntervals.filter { queue.intervals[$0].serviceLevel.mean < 0.9 }
    #expect(!below.isEmpty)
    for part in [
      "  The service level: 80% promised, ", "  The mean wait: at most 5 s promised, ",
      "  Abandonment: at most 50% promised, ",
      "  The cap on occupancy: at most 88% promised, 78.3% ± 0.4: met",
      "  The floor of each interval: 90% promised, \(percent(worst))",
      " in \(below.count) intervals, first on", "  The fewest agents: at least 3 promised, ",
    ] {
      #expect(flat(text).contains(flat(part)), "\(part)")
    }
    #expect(text.split(separator: "\n").allSatisfy { terminalWidth(String($0)) <= 80 })
  }

  private func flat(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func `each day names the worst day`() throws {
    let report = try demo(period: .eachDay).report()
    let queue = report.simulation.queues[0]
    let worst = queue.days.indices.filter { queue.days[$0].arrivals > 0 }.min {
      queue.days[$0].serviceLevel.mean < queue.days[$1].serviceLevel.mean
    }
    let day = try #require(worst)
    let date = report.simulation.grid.dates[day].shortText
    let text = SimulationSummary(simulation: report.simulation).text()
    #expect(flat(text).contains("on the worst day, \(date): "))
    let page = XMLReading(report.html())
    #expect(page.failure == nil)
    #expect(page.texts(of: "small").contains("on the worst day, \(date)"))
  }

  @Test func `a service level alone needs no list`() throws {
    var demo = DemoReport()
    demo.target = { $0.maximumOccupancy = nil }
    let text = SimulationSummary(simulation: try demo.report().simulation).text()
    #expect(!text.contains("promised"))
  }

  @Test func `the plan says which promises are not kept`() throws {
    let report = try demo().report()
    let text = PlanSummary(report: report, timings: [], location: "r").text()
    #expect(flat(text).contains("phone_general: The mean wait: at most 5 s promised, "))
    #expect(!flat(text).contains("The cap on occupancy"))
    #expect(text.split(separator: "\n").allSatisfy { terminalWidth(String($0)) <= 80 })
    #expect(report.simulation.queues[0].verdict == .missed)
    let page = XMLReading(report.html())
    #expect(page.failure == nil)
    #expect(page.texts(of: "span").contains("a mean wait of at most 5 s"))
    #expect(
      page.texts(of: "dd").contains {
        $0.hasPrefix("Contacts answered within the threshold, divided by all contacts answered;")
      }
    )
  }

  @Test func `targets without a service level have a short name`() throws {
    let level = Fraction.zero
    let make = { (change: (inout ServiceTarget) -> Void) in
      var target = ServiceTarget(serviceLevel: level, threshold: .seconds(20))
      change(&target)
      return target.shortText
    }
    #expect(make { $0.averageSpeedOfAnswer = .seconds(20) } == "wait ≤ 20 s")
    #expect(make { $0.maximumAbandonment = Fraction(0.05) } == "leave ≤ 5%")
    #expect(make { $0.maximumOccupancy = Fraction(0.875) } == "busy ≤ 87.5%")
    #expect(make { $0.intervalFloor = Fraction(0.6) } == "60% in 20 s")
    #expect(make { $0.minimumAgents = 2 } == "≥ 2 agents")
    #expect(make { $0.minimumAgents = 0 } == "0% in 20 s")
  }

  @Test func `a requirement says which other demands decide`() throws {
    let report = try DemoReport().report()
    var requirement = report.requirement
    requirement.queues[0].intervals[20].bindingTarget = .speedOfAnswer
    requirement.queues[0].intervals[21].bindingTarget = .speedOfAnswer
    requirement.queues[0].intervals[22].bindingTarget = .minimumAgents
    let text = requirementSummary(report, requirement: requirement)
    #expect(
      flat(text).contains(
        "phone_general: the mean wait in 2 intervals and the fewest agents in 1 interval decide."
      )
    )
  }

  @Test func `deferred work has no service level of a queue model`() throws {
    let report = try DemoReport().report()
    #expect(!requirementSummary(report).contains("–"))
    var settings = report.inputs.settings
    settings.queues[2].channel = .deferred
    let text = requirementSummary(report, settings: settings)
    let dashed = text.split(separator: "\n").filter { $0.contains("  –  ") }
    #expect(dashed.count == 1 && dashed[0].hasPrefix(settings.queues[2].name))
    #expect(text.contains("Deferred work is planned by its due times."))
  }
}
