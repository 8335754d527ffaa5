import Foundation
import TestSupport
import Testing
import Workforce

@testable import Interchange

/// What `TraceFile` writes, `ReplayFile` reads.
@Suite struct TraceReplayTests {
  private var inputs: PlanningInputs {
    var mail = ScenarioFixtures.queue("mail")
    mail.channel = .deferred
    mail.dueHours = .clock
    return ScenarioFixtures.inputs(people: [], queues: [ScenarioFixtures.queue("phone"), mail])
  }

  private func grid() throws -> TimeGrid {
    try #require(TimeGrid(week: ScenarioFixtures.week, stepMinutes: 60, zone: .utc))
  }

  private func contact(
    _ queue: String,
    _ second: Int,
    _ outcome: TracedContact.Outcome,
    replication: Int = 1,
    handle: Double = 0,
    employee: String? = "e1",
    due: Int? = nil
  ) throws -> TracedContact {
    let start = try grid().start
    return TracedContact(
      replication: replication,
      queue: queue,
      arrived: Instant(secondsSinceEpoch: start.secondsSinceEpoch + second),
      outcome: outcome,
      waitSeconds: 7.5,
      handleSeconds: handle,
      employee: employee,
      due: due.map { Instant(secondsSinceEpoch: start.secondsSinceEpoch + $0) }
    )
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try body(folder.path + "/trace.csv")
  }

  @Test func `every outcome comes back, with due times and what was left undone`() throws {
    try inFolder { path in
      try Data("an older file".utf8).write(to: URL(fileURLWithPath: path))
      let file = try TraceFile(path, zone: .utc)
      file.append(try contact("phone", 100, .answered, handle: 200))
      file.append(try contact("phone", 200, .abandoned, employee: nil))
      file.append(try contact("mail", 300, .done, handle: 600, due: 4000))
      file.append(try contact("mail", 400, .late, handle: 500, due: 5000))
      file.append(try contact("mail", 500, .late, handle: 50, employee: nil, due: 6000))
      file.append(try contact("mail", 600, .open, handle: 40, employee: nil, due: 9_000_000))
      file.append(try contact("mail", 700, .done, replication: 2, handle: 1, due: 4000))
      try file.close()
      let loaded = ReplayFile.load(path, inputs: inputs, grid: try grid())
      #expect(
        loaded.diagnostics.map(\.description) == [
          "\(path): note: 1 row is of further replications.\nThe first one is played; they are left "
            + "out."
        ]
      )
      let queues = try #require(loaded.value).queues.map { $0.map(\.record) }
      #expect(queues[0].map(\.outcome) == [.answered, .abandoned])
      let start = try grid().start.secondsSinceEpoch
      let mail = queues[1]
      #expect(mail.map { $0.arrived.secondsSinceEpoch - start } == [300, 400, 500, 600])
      let due = mail.compactMap { $0.due.map { $0.secondsSinceEpoch - start } }
      #expect(due == [4000, 5000, 6000, 9_000_000])
      #expect(mail.map(\.isUnfinished) == [false, false, true, true])
      let handled: [Duration?] = [.seconds(600), .seconds(500), .seconds(50), .seconds(40)]
      #expect(mail.map(\.handleTime) == handled)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path
      )
      #expect(names == ["trace.csv"])
    }
  }

  @Test func `calls are not done, late or open`() throws {
    try inFolder { path in
      let text = "queue,arrived,outcome\nphone,2026-03-02T10:00,done\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let loaded = ReplayFile.load(path, inputs: inputs, grid: try grid())
      #expect(
        loaded.diagnostics.map(\.description) == [
          "\(path):2: outcome is 'done'.\nWrite answered, abandoned or contained."
        ]
      )
    }
  }

  /// The name always stands for a whole file: the old one until the new one is complete.
  @Test func `an old file stays until the new one is complete`() throws {
    try inFolder { path in
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      do {
        let file = try TraceFile(path, zone: .utc)
        file.append(try contact("phone", 100, .answered, handle: 200))
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    }
  }

  @Test func `self-service and queues without contacts in a certificate`() throws {
    let grid = try grid()
    let none = ServiceMeasures(
      arrivals: 0,
      answeredInTarget: 0,
      abandoned: 0,
      abandonedInTarget: 0,
      serviceLevel: Estimate(mean: 1, halfWidth: 0.4),
      averageSpeedOfAnswer: Estimate(mean: 0, halfWidth: 0),
      abandonmentShare: Estimate(mean: 0, halfWidth: 0)
    )
    let target = ServiceTarget(serviceLevel: ScenarioFixtures.share(0.8), threshold: .seconds(20))
    let silent = QueueSimulation(
      queue: "phone",
      intervals: Array(repeating: none, count: grid.count),
      days: Array(repeating: none, count: 7),
      total: none,
      target: target,
      period: .week,
      occupancy: Estimate(mean: 0.5, halfWidth: 0),
      dayOccupancy: Array(repeating: Estimate(mean: 0.5, halfWidth: 0), count: 7),
      isOpen: Array(repeating: true, count: grid.count),
      agents: Array(repeating: 2, count: grid.count)
    )
    let bot = SelfServiceForecast(
      name: "bot",
      arrivals: [60, 40],
      contained: [30, 32],
      spilled: [.init(queue: "phone", arrivals: [5, 2.5], lost: 1.5)],
      isSpillRecorded: false,
      useTarget: ScenarioFixtures.share(0.7),
      method: .weekdayMean,
      evidence: [9, 10].map { hour in
        ContainmentEvidence(
          hour: hour,
          isWeekend: false,
          weeks: 8,
          contained: 31,
          contacts: 50,
          mean: 0.62,
          drawn: 0.62,
          share: 0.62
        )
      }
    )
    let certificate = ServiceCertificate(
      week: ScenarioFixtures.week,
      grid: grid,
      queues: [
        .init(
          target: target,
          simulation: silent,
          averageHandleTime: nil,
          handleTimeVariation: 1,
          patience: nil
        )
      ],
      selfService: [bot],
      unknownChannels: ["app"],
      absence: .zero,
      seed: 1,
      replications: 2,
      objective: 1,
      bound: nil,
      checkedRules: 1,
      violations: 0,
      versions: [],
      files: []
    )
    let text = CertificateFile.json(certificate)
    for part in [
      #""verdict": "not judged""#, #""low": 0.6, "high": 1"#, #""contacts": 100"#,
      #""contacts_source": "weekday_mean""#, #""contained": 62"#, #""share_contained": 0.62"#,
      #""share_source": "history""#, #""use_target": 0.7"#, #""verdict": "missed""#,
      #""in_open_hours": 7.5"#, #""lost_in_closed_hours": 1.5"#,
      #""contacts": 60, "contained": 30, "share_contained": 0.5}"#,
      #""contacts": 40, "contained": 32, "share_contained": 0.8}"#,
      #"{"queue": "app", "verdict": "not judged", "reason": "the forecast was changed"#,
    ] {
      #expect(text.contains(part), "\(part)\n\(text.prefix(3000))")
    }
  }
}
