import Testing
import Workforce

@testable import Interchange

@Suite struct CertificateFileTests {
  private func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  private func measures(_ level: Double) -> ServiceMeasures {
    ServiceMeasures(
      arrivals: 100,
      answeredInTarget: 100 * level,
      abandoned: 10,
      abandonedInTarget: 4,
      serviceLevel: Estimate(mean: level, halfWidth: 0.01),
      averageSpeedOfAnswer: Estimate(mean: 25, halfWidth: 1),
      abandonmentShare: Estimate(mean: 0.1, halfWidth: 0.02)
    )
  }

  private func json(period: TargetPeriod) throws -> [Substring] {
    let week = try #require(ISOWeek("2026-W10"))
    let grid = try #require(TimeGrid(week: week, stepMinutes: 60, zone: .utc))
    let target = ServiceTarget(
      serviceLevel: try share(0.8),
      threshold: .seconds(20),
      definition: .answered,
      averageSpeedOfAnswer: .seconds(30),
      maximumAbandonment: try share(0.05),
      intervalFloor: try share(0.75)
    )
    var intervals = Array(repeating: measures(0.9), count: grid.count)
    intervals[30] = measures(0.7)
    var days = Array(repeating: measures(0.9), count: 7)
    days[2] = measures(0.805)
    let simulation = QueueSimulation(
      queue: "phone",
      intervals: intervals,
      days: days,
      total: measures(0.88),
      target: target,
      period: period,
      occupancy: Estimate(mean: 0.8, halfWidth: 0.01),
      dayOccupancy: Array(repeating: Estimate(mean: 0.8, halfWidth: 0.01), count: 7),
      isOpen: Array(repeating: true, count: grid.count),
      agents: Array(repeating: 2, count: grid.count)
    )
    let certificate = ServiceCertificate(
      week: week,
      grid: grid,
      queues: [
        ServiceCertificate.Queue(
          target: target,
          simulation: simulation,
          averageHandleTime: .seconds(200),
          handleTimeVariation: 1,
          patience: nil
        )
      ],
      absence: .zero,
      seed: 1,
      replications: 10,
      objective: 10,
      bound: 9,
      checkedRules: 1,
      violations: 0,
      versions: [],
      files: []
    )
    return CertificateFile.json(certificate).split(separator: "\n")
      .map { $0.drop { $0 == " " } }
  }

  @Test func `names every promise and what came of it`() throws {
    let lines = try json(period: .week)
    for line in [
      #""definition": "contacts answered within the threshold ÷ contacts answered","#,
      #""target_period": "week","#,
      #""target": {"service_level": 0.8, "within_seconds": 20, "definition": "answered", "speed_of_answer_seconds": 30, "maximum_abandonment": 0.05, "interval_floor": 0.75},"#,
      #"{"demand": "service_level", "promised": 0.8, "measured": 0.88, "low": 0.87, "high": 0.89, "worst_day": null, "intervals_below": 0, "verdict": "met"},"#,
      #"{"demand": "speed_of_answer", "promised": 30, "measured": 25, "low": 24, "high": 26, "worst_day": null, "intervals_below": 0, "verdict": "met"},"#,
      #"{"demand": "abandonment", "promised": 0.05, "measured": 0.1, "low": 0.08, "high": 0.12000000000000001, "worst_day": null, "intervals_below": 0, "verdict": "missed"},"#,
      #"{"demand": "interval_floor", "promised": 0.75, "measured": 0.7, "low": 0.69, "high": 0.71, "worst_day": null, "intervals_below": 1, "verdict": "missed"}"#,
    ] {
      #expect(lines.contains { String($0) == line }, Comment(rawValue: line))
    }
    #expect(lines.contains { $0.contains(#""abandoned_in_time": 4"#) })
  }

  /// A queue's part on what it is judged by and what that rests on.
  private func queue(_ change: (inout ServiceCertificate.Queue) -> Void) throws -> String {
    var queue = ServiceCertificate.Queue(
      target: ServiceTarget(serviceLevel: try share(0.9), threshold: .hours(1)),
      simulation: QueueSimulation(
        queue: "q",
        intervals: [],
        days: [],
        total: measures(0.9),
        target: ServiceTarget(serviceLevel: try share(0.9), threshold: .hours(1)),
        period: .week,
        occupancy: Estimate(mean: 0.8, halfWidth: 0.01),
        dayOccupancy: [],
        isOpen: [],
        agents: []
      ),
      averageHandleTime: .seconds(200),
      handleTimeVariation: 1,
      patience: nil,
      forecastMethod: .weekdayMean,
      pastError: 0.1
    )
    change(&queue)
    return CertificateFile.target(queue).text() + CertificateFile.assumptions(queue).text()
  }

  @Test func `deferred work has a due time and hours that count`() throws {
    let text = try queue {
      $0.channel = .deferred
      $0.dueHours = .service
    }
    let target =
      #"{"share_in_time": 0.9, "due_seconds": 3600, "hours": "service", "definition": "items done by"#
      + #" their due time ÷ (items done by their due time + late items)"}"#
    #expect(text.hasPrefix(target), "\(text)")
    #expect(!text.contains("concurrency"))
  }

  @Test func `names what a promise rests on`() throws {
    let words = "robust mean of the last eight same weekdays"
    let text = try queue {
      $0.channel = .chat
      $0.concurrency = 3
      $0.slowdown = 0.3
      $0.proficiency = 1.08
    }
    #expect(
      text.hasSuffix(
        #"{"forecast_method": "weekday_mean", "forecast_in_words": "\#(words)", "#
          + #""forecast_past_error": 0.1, "aht_seconds": 200, "handle_time_variation": 1, "#
          + #""patience_seconds": null, "concurrency": 3, "slowdown": 0.3, "#
          + #""proficiency_factor": 1.08}"#
      ),
      "\(text)"
    )
    let plain = try queue { $0.channel = .phone }
    #expect(plain.hasSuffix(#""patience_seconds": null, "proficiency_factor": null}"#))
  }

  @Test func `names the worst day`() throws {
    let lines = try json(period: .eachDay)
    #expect(
      lines.contains {
        $0.contains(#""demand": "service_level", "promised": 0.8, "measured": 0.805"#)
          && $0.contains(#""worst_day": "2026-03-04""#) && $0.contains(#""verdict": "not proved""#)
      }
    )
  }
}
