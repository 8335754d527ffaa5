import Foundation
import Testing
import Workforce

@testable import Reporting

/// Shares near their ends, promises that nothing judges, and what deferred work is called.
@Suite struct NotJudgedTextTests {
  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  @Test(arguments: [
    (0.834, 0.006, "83.4% ± 0.6"), (1.0, 0.459, "100.0% (≥ 54.1)"), (1.0, 0.0, "100.0% ± 0.0"),
    (0.998, 0.005, "99.8% (≥ 99.3)"), (0.002, 0.004, "0.2% (≤ 0.6)"), (0.5, 0.7, "50.0% (0–100)"),
    (0.0, 0.0, "0.0% ± 0.0"),
  ])
  func `no interval reaches beyond 0 or 100 %`(mean: Double, half: Double, text: String) {
    #expect(percent(Estimate(mean: mean, halfWidth: half)) == text)
  }

  @Test(arguments: [
    (0.8, "80%"), (0.9999, "99.99%"), (0.875, "87.5%"), (0.00125, "0.125%"), (1.0, "100%"),
    (0.0, "0%"),
    (0.07, "7%"), (1.0 / 3, "33.3333%"),
  ])
  func `targets have the digits that they have`(share: Double, text: String) {
    #expect(shareText(share) == text)
  }

  @Test(arguments: [
    (0.79996, 0.8, false, "79.996%"), (0.7996, 0.8, false, "79.96%"), (0.8, 0.8, false, "80.0%"),
    (0.80004, 0.8, false, "80.0%"), (0.05003, 0.05, true, "5.003%"), (0.0499, 0.05, true, "5.0%"),
    (0.79, 0.8, false, "79.0%"),
  ])
  func `a measure that misses its target does not look like it`(
    mean: Double,
    bound: Double,
    isCap: Bool,
    text: String
  ) {
    #expect(measuredShare(mean, bound, isCap: isCap) == text)
  }

  /// The demo with nobody in its second queue.
  private func silent() throws -> PlanReport {
    let demo = DemoReport()
    let inputs = try demo.inputs()
    let grid = try #require(
      TimeGrid(
        week: ISOWeek("2026-W10") ?? ISOWeek(containing: LocalDate(daysSinceEpoch: 0)),
        stepMinutes: 30,
        zone: inputs.settings.zone
      )
    )
    var forecast = demo.forecast(inputs, grid)
    let none = Array(repeating: 0.0, count: grid.count)
    forecast.queues[1].intervals.mean = none
    let report = try demo.report()
    let requirement = demo.requirement(inputs, forecast)
    let coverage = demo.coverage(inputs, requirement, report.outcome.roster)
    return PlanReport(
      inputs: inputs,
      week: report.week,
      forecast: forecast,
      requirement: requirement,
      outcome: report.outcome,
      check: report.check,
      coverage: coverage,
      simulation: demo.simulation(inputs, forecast, requirement, coverage),
      findings: [],
      options: []
    )
  }

  @Test func `a queue without contacts is neither met nor missed`() throws {
    let report = try silent()
    let name = report.inputs.settings.queues[1].name
    let summary = PlanSummary(report: report, timings: [], location: "r").text()
    let row = try #require(summary.split(separator: "\n").first { $0.hasPrefix(name) })
    #expect(row.hasSuffix("  –  no contacts  not judged"), "\(row)")
    let text = SimulationSummary(simulation: report.simulation).text()
    #expect(text.contains("\(name)\n  No contacts.\n"))
    #expect(text.contains("The service level: 80% promised, no contacts: not judged"))
    let page = XMLReading(report.html())
    #expect(page.failure == nil)
    #expect(page.texts(of: "span").contains("– not judged"))
    #expect(!report.html().contains("100.0% ± 0.0"))
  }

  /// The demo's last queue as deferred work.
  private func deferred() throws -> SimulationResult {
    var simulation = try DemoReport().report().simulation
    simulation.queues[2].isDeferred = true
    simulation.queues[2].target.threshold = .hours(4)
    for day in simulation.queues[2].days.indices { simulation.queues[2].days[day].open = 0.25 }
    return simulation
  }

  @Test func `deferred work has items that are late or open, and nobody who gives up`() throws {
    let simulation = try deferred()
    let queue = simulation.queues[2]
    let text = SimulationSummary(simulation: simulation).text()
    let part = try #require(text.components(separatedBy: "\(queue.queue), deferred\n").last)
    let lines = part.split(separator: "\n").map(String.init)
    #expect(
      lines[0].split(separator: " ").joined(separator: " ") == "Day Items Done in time Late Open"
    )
    #expect(!part.contains("Gave up"))
    let monday = queue.days[0]
    let late = monday.arrivals - monday.answeredInTarget - 0.25
    #expect(lines[1].hasSuffix("  \(decimal(late, places: 1))   0.3"), "\(lines[1])")
    #expect(part.contains("  The share done in time: 80% promised, "))
    #expect(text.split(separator: "\n").allSatisfy { terminalWidth(String($0)) <= 80 })
  }

  @Test func `rounds name what they miss`() throws {
    var settings = try DemoReport().inputs().settings
    settings.queues[0].target.averageSpeedOfAnswer = .seconds(10)
    settings.queues[0].target.maximumOccupancy = nil
    let good = Estimate(mean: 0.9, halfWidth: 0.001)
    var round = PriceRound(
      prices: [1, 1, 1],
      service: [good, Estimate(mean: 0.7999, halfWidth: 0.001), good],
      surpluses: [-0.2, -0.01, 0.1],
      cost: 1,
      pay: 1
    )
    let names = settings.queues.map(\.name)
    #expect(
      RoundText(settings: settings, round: round).missed
        == "; missed: \(names[0]) mean wait (at most 10 s), \(names[1]) service level 79.99% for 80%"
    )
    let demand = ServiceDemand.speedOfAnswer(.seconds(10))
    let wait = Estimate(mean: 12.04, halfWidth: 1)
    round.judgments = [
      [TargetJudgment(demand: demand, measured: wait, verdict: .missed)], [], [],
    ]
    #expect(
      RoundText(settings: settings, round: round).missed
        .hasPrefix("; missed: \(names[0]) mean wait 12.0 s for at most 10 s, ")
    )
    let cap = try ServiceDemand.occupancy(share(0.88))
    let busy = Estimate(mean: 0.878, halfWidth: 0.0015)
    let service = try ServiceDemand.serviceLevel(share(0.8), within: .seconds(20), by: .offered)
    round.judgments[0] = [
      TargetJudgment(demand: service, measured: good, verdict: .met),
      TargetJudgment(demand: cap, measured: busy, day: 2, verdict: .met),
    ]
    #expect(
      RoundText(settings: settings, round: round).missed.hasPrefix(
        "; missed: \(names[0]) cap on occupancy 87.8% for at most 88% on its worst day, too near to be sure"
      )
    )
    round.surpluses = [0, 0, 0]
    #expect(RoundText(settings: settings, round: round).missed.isEmpty)
  }

  @Test func `each promise that is not kept says by how much and where`() throws {
    let report = try DemoReport().report()
    let cap = try ServiceDemand.occupancy(share(0.6))
    let wait = ServiceDemand.speedOfAnswer(.seconds(25))
    let queue = Shortfall.Queue(
      queue: "mail",
      service: Estimate(mean: 0.93, halfWidth: 0.01),
      target: 0.8,
      contacts: 0,
      intervals: [],
      gaps: [
        .init(
          judgment: TargetJudgment(
            demand: cap,
            measured: Estimate(mean: 0.669, halfWidth: 0.003),
            day: 0,
            verdict: .missed
          ),
          hours: 31.52
        ),
        .init(
          judgment: TargetJudgment(
            demand: wait,
            measured: Estimate(mean: 0, halfWidth: 0),
            verdict: .missed
          ),
          intervals: [18, 17]
        ),
      ]
    )
    let text = ShortfallText(report: report, shortfall: Shortfall(queues: [queue], trials: []))
    #expect(
      text.missing == [
        "mail: the cap on occupancy: at most 60% promised, 66.9% ± 0.3 on the worst day, Mon 2 Mar; "
          + "31.5 more hours at work in the week would do",
        "mail: the mean wait: at most 25 s promised, nobody is answered; in 2 intervals, worst "
          + "Mon 2 Mar 08:30, Mon 2 Mar 09:00",
      ]
    )
  }

  @Test func `a target out of reach is said at once`() throws {
    let report = try DemoReport().report()
    let shortfall = Shortfall(
      queues: [
        .init(
          queue: "mail",
          service: Estimate(mean: 0.93, halfWidth: 0.01),
          target: 0.98,
          contacts: 20,
          intervals: [],
          mostReachable: 0.9502
        )
      ],
      trials: []
    )
    #expect(
      ShortfallText(report: report, shortfall: shortfall).remedy
        == "No number of people reaches 98% in mail, of which at most 95.0% can be in time: the rest is "
        + "due before anybody may be at work, or takes longer than there is time. Nothing was tried. Give "
        + "more time, longer hours, or a lower target."
    )
  }

  @Test func `spills of closed hours are told`() {
    let bot = SelfServiceForecast(
      name: "bot",
      arrivals: [100],
      contained: [60],
      spilled: [.init(queue: "phone", arrivals: [20], lost: 12.4)],
      isSpillRecorded: false,
      useTarget: nil,
      method: nil
    )
    #expect(
      bot.sentence
        == "bot: 100 contacts, 60.0% resolved without a person; 20 to phone (12 more while it is closed, "
        + "lost)"
    )
  }
}
