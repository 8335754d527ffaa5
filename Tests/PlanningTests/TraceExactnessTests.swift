import Foundation
import Interchange
import TestSupport
import Testing
import Workforce

@testable import Planning

/// A traced replication, played again from its file with the same roster and seed, gives itself.
@Suite struct TraceExactnessTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a trace gives every wait, handle time and outcome again`(seed: UInt64) throws {
    try inScratchFolder { folder in
      let day = try TracedDay(seed: seed)
      let (first, second) = (folder + "/first.csv", folder + "/second.csv")
      try day.player.trace(day.roster, day.forecast, replications: 1, to: first)
      let (contacts, notes) = try day.player.recorded(file: first, for: day.forecast)
      #expect(notes.isEmpty, "\(notes)")
      #expect(Set(contacts.queues[0].map(\.segment)) == ["", "gold", "late payers"])
      #expect(Set(contacts.queues[1].map(\.segment)) == [""])
      try day.player.trace(
        day.roster,
        day.forecast,
        replay: contacts,
        replications: 1,
        to: second
      )
      let (original, again) = (try TraceRow.rows(of: first), try TraceRow.rows(of: second))
      #expect(original.count == again.count)
      #expect(Set(original.map(\.queue)) == ["phone", "chat", "mail"])
      #expect(original.contains { $0.outcome == "abandoned" })
      #expect(original.contains { $0.outcome == "late" || $0.outcome == "open" })
      #expect(original.contains { ($0.handle ?? 0) > 1.5 * ($0.work ?? .infinity) })
      for (row, other) in zip(original, again) { #expect(row.isNear(other), "\(row) \(other)") }
    }
  }

  /// What the simulation says of segments and of slow answers follows from the trace of all its
  /// replications.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `segments and waits are those of the trace`(seed: UInt64) throws {
    try inScratchFolder { folder in
      let day = try TracedDay(seed: seed)
      let path = folder + "/trace.csv"
      try day.player.trace(day.roster, day.forecast, replications: 3, to: path)
      let rows = try TraceRow.rows(of: path)
      let details = try day.player.play(day.roster, day.forecast)
      #expect(
        details.segments.map { "\($0.queue) \($0.segment ?? "-")" } == [
          "phone gold", "phone late payers", "phone -", "mail regulator", "mail -",
        ]
      )
      for segment in details.segments {
        let own = rows.filter {
          $0.queue == segment.queue && $0.segment == segment.segment ?? ""
        }
        segment.measures.expect(own, replications: 3)
      }
      for (queue, name) in zip(details.result.queues, ["phone", "chat", "mail"]) {
        let waits = rows.filter { $0.queue == name && $0.outcome != "abandoned" }
          .compactMap(\.wait).sorted()
        guard name != "mail" else { continue }
        let exact = { (share: Double) in waits[Int((share * Double(waits.count)).rounded(.up)) - 1]
        }
        for measures in [queue.total, queue.days[0]] {
          let (median, tenth) = (measures.medianSpeedOfAnswer, measures.slowestTenth)
          #expect(abs((median ?? -1) - exact(0.5)) <= 0.01 * exact(0.5) + 1 / 64)
          #expect(abs((tenth ?? -1) - exact(0.9)) <= 0.01 * exact(0.9) + 1 / 64)
        }
        #expect(queue.intervals.allSatisfy { $0.slowestTenth == nil })
      }
      #expect((details.result.queues[0].total.slowestTenth ?? 0) > 5)
    }
  }

  /// Nobody is away, so every replication of the replay is that of the trace.
  @Test func `the service of a trace is given again`() throws {
    try inScratchFolder { folder in
      var day = try TracedDay(seed: 9)
      day.shrinkage = 0
      let path = folder + "/trace.csv"
      let player = try day.player
      try player.trace(day.roster, day.forecast, replications: 1, to: path)
      let rows = try TraceRow.rows(of: path)
      let replay = try player.recorded(file: path, for: day.forecast).contacts
      let result = try player.play(day.roster, day.forecast, replay: replay).result
      for queue in result.queues {
        let own = rows.filter { $0.queue == queue.queue }
        let inTime = own.count { row in
          queue.isDeferred
            ? row.outcome == "done" : row.outcome == "answered" && (row.wait ?? 0) <= 20
        }
        #expect(queue.total.arrivals == Double(own.count))
        #expect(queue.total.answeredInTarget == Double(inTime), "\(queue.queue)")
        let answered = own.filter { $0.outcome != "abandoned" && $0.wait != nil }
        guard !queue.isDeferred else { continue }
        let mean = answered.reduce(0) { $0 + ($1.wait ?? 0) } / Double(answered.count)
        #expect(abs(queue.total.averageSpeedOfAnswer.mean - mean) < 1e-6)
      }
    }
  }

  /// Without the work of a mean person, the named person's factor is taken out of the handle time.
  @Test func `a log with names gives the service of those who need twice as long`() throws {
    try inScratchFolder { folder in
      var day = try TracedDay(seed: 5)
      day.shrinkage = 0
      day.slowdown = 0
      let path = folder + "/trace.csv"
      let player = try day.player
      try player.trace(day.roster, day.forecast, replications: 1, to: path)
      let log = folder + "/log.csv"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let rows = text.split(separator: "\n").map {
        $0.split(separator: ",", maxSplits: .max, omittingEmptySubsequences: false)
      }
      // queue, arrived, outcome, wait, handle time, employee
      try rows.map { $0[1...6].joined(separator: ",") }.joined(separator: "\n")
        .write(toFile: log, atomically: true, encoding: .utf8)
      let (contacts, notes) = try player.recorded(file: log, for: day.forecast)
      #expect(notes.isEmpty, "\(notes)")
      let replayed = try player.play(day.roster, day.forecast, replay: contacts).result
      let original = try TraceRow.rows(of: path).filter { $0.queue == "phone" }
      let inTime = original.count { $0.outcome == "answered" && ($0.wait ?? 0) <= 20 }
      // the log knows arrivals to the second only
      let missed = abs(replayed.queues[0].total.answeredInTarget - Double(inTime))
      #expect(missed < 0.04 * Double(original.count), "\(missed) of \(original.count)")
    }
  }

  @Test func `handle times that count twice are told`() throws {
    try inScratchFolder { folder in
      let day = try TracedDay(seed: 1)
      let path = folder + "/log.csv"
      let lines = [
        "queue,arrived,outcome,handle_seconds,employee", "phone,2026-03-02T10:00,answered,200,e0",
        "phone,2026-03-02T10:00,answered,200,", "phone,2026-03-02T10:01,answered,200,stranger",
        "phone,2026-03-02T10:01,abandoned,,", "chat,2026-03-02T10:02,answered,100,e1",
      ]
      try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      let notes = try day.player.recorded(file: path, for: day.forecast).notes
      #expect(
        notes.map(\.description) == [
          "\(path): warning: 2 handle times name nobody who holds the queue's skill then, so whose it "
            + "is cannot be taken into account.\nGive the column employee, or work_seconds as a trace "
            + "has it; proficiency counts twice else.",
          "\(path): warning: 1 handle time of 'chat' may be longer for other contacts in hand.\nGive "
            + "the column work_seconds as a trace has it; slowdown counts twice else.",
        ]
      )
    }
  }
}

/// Calls `body` with a folder that is removed afterwards.
private func inScratchFolder(_ body: (String) throws -> Void) throws {
  let path = NSTemporaryDirectory() + "shiftwright-trace-" + UUID().uuidString
  let files = FileManager.default
  try files.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer {
    // reason: nothing can be done about a folder that cannot be removed
    try? files.removeItem(atPath: path)
  }
  try body(path)
}

extension ServiceMeasures {
  /// Compares a segment with its rows of a trace.
  fileprivate func expect(_ rows: [TraceRow], replications: Double) {
    #expect(!rows.isEmpty)
    let count = { (outcome: String) in Double(rows.count { $0.outcome == outcome }) }
    #expect(abs(arrivals - Double(rows.count) / replications) < 1e-9)
    #expect(abs(abandoned - count("abandoned") / replications) < 1e-9)
    let done = count("done")
    let judged = done + count("late")
    guard rows[0].queue != "mail" else {
      #expect(abs(serviceLevel.mean - (judged > 0 ? done / judged : 1)) < 1e-9)
      return
    }
    let answered = rows.filter { $0.outcome == "answered" }
    let inTime = Double(answered.count { ($0.wait ?? .infinity) <= 20 })
    #expect(abs(serviceLevel.mean - inTime / Double(rows.count)) < 1e-9)
    let mean = answered.reduce(0) { $0 + ($1.wait ?? 0) } / Double(answered.count)
    #expect(abs(averageSpeedOfAnswer.mean - mean) < 1e-6)
  }
}

/// A row of a trace.
private struct TraceRow: CustomStringConvertible {
  let queue, arrived, outcome, employee, segment: String
  let fraction: Double
  let wait, handle, work: Double?

  /// The rows of a file by queue and arrival.
  static func rows(of path: String) throws -> [TraceRow] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let header = lines[0].split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let cell = { (name: String) in header.firstIndex(of: name).map { cells[$0] } ?? "" }
      return TraceRow(
        queue: cell("queue"),
        arrived: cell("arrived"),
        outcome: cell("outcome"),
        employee: cell("employee"),
        segment: cell("segment"),
        fraction: Double(cell("arrived_fraction")) ?? 0,
        wait: Double(cell("wait_seconds")),
        handle: Double(cell("handle_seconds")),
        work: Double(cell("work_seconds"))
      )
    }.sorted { ($0.queue, $0.arrived, $0.fraction) < ($1.queue, $1.arrived, $1.fraction) }
  }

  func isNear(_ other: TraceRow) -> Bool {
    queue == other.queue && arrived == other.arrived && outcome == other.outcome
      && employee == other.employee && segment == other.segment
      && [
        (fraction, other.fraction), (wait, other.wait), (handle, other.handle), (work, other.work),
      ]
      .allSatisfy { abs(($0 ?? -1) - ($1 ?? -1)) < 1e-6 }
  }

  var description: String { "\(queue) \(arrived) \(fraction) \(outcome) \(wait ?? -1) \(employee)" }
}

/// A day with calls, chats that slow each other down, and mail; people of three levels and tenures.
private struct TracedDay {
  let seed: UInt64
  var shrinkage = 0.08
  var slowdown = 0.3
  private let grid: TimeGrid

  init(seed: UInt64) throws {
    self.seed = seed
    grid = try #require(
      TimeGrid(from: ScenarioFixtures.date("2026-03-02"), days: 1, stepMinutes: 60, zone: .utc)
    )
  }

  var player: RosterPlayer {
    get throws {
      try RosterPlayer(inputs: inputs, options: PlanOptions(seed: seed, replications: 3))
    }
  }

  private var queues: [QueueSettings] {
    var phone = ScenarioFixtures.queue("phone")
    phone.patience = .seconds(90)
    phone.segments = [
      CustomerSegment(name: "gold", share: ScenarioFixtures.share(0.2), priority: 5),
      CustomerSegment(name: "late payers", share: ScenarioFixtures.share(0.1), priority: 0),
    ]
    var chat = ScenarioFixtures.queue("chat")
    chat.channel = .chat
    chat.concurrency = 3
    chat.slowdown = slowdown
    chat.patience = .seconds(200)
    var mail = ScenarioFixtures.queue("mail")
    mail.channel = .deferred
    mail.dueHours = .clock
    mail.target.threshold = .hours(2)
    mail.segments = [
      CustomerSegment(name: "regulator", share: ScenarioFixtures.share(0.3), priority: 9)
    ]
    return [phone, chat, mail]
  }

  private var inputs: PlanningInputs {
    let people = (0..<12).map { index in
      Employee(
        id: "e\(index)",
        name: "",
        site: "site",
        contract: "contract",
        hired: index % 3 == 0 ? ScenarioFixtures.date("2026-01-15") : nil
      )
    }
    var inputs = ScenarioFixtures.inputs(people: people, queues: queues)
    inputs.settings.shrinkage = ScenarioFixtures.share(shrinkage)
    inputs.settings.proficiency = ProficiencySettings(
      levels: [.init(name: "junior", factor: 2), .init(name: "expert", factor: 0.7)],
      tenure: [.init(belowMonths: 6, factor: 1.25)]
    )
    inputs.skills = people.enumerated().flatMap { index, person in
      queues.map { queue in
        SkillGrant(
          employee: person.id,
          skill: queue.skill,
          level: ["junior", "expert", nil][index % 3]
        )
      }
    }
    return inputs
  }

  var roster: Roster {
    let tours = (0..<12).map { index in
      let start = grid.start.adding(minutes: 480 + 30 * (index % 4))
      let pause = start.adding(minutes: 180 + 15 * index)
      let end = start.adding(minutes: 510)
      return Tour(
        employee: "e\(index)",
        shifts: [
          Shift(
            date: grid.dates[0],
            start: start,
            end: end,
            segments: [
              ShiftSegment(kind: .work, start: start, end: pause),
              ShiftSegment(kind: .lunch, start: pause, end: pause.adding(minutes: 30)),
              ShiftSegment(kind: .work, start: pause.adding(minutes: 30), end: end),
            ],
            queues: index < 4
              ? ["phone", "chat", "mail"] : index < 8 ? ["phone", "mail"] : ["chat"]
          )
        ]
      )
    }
    return Roster(week: ScenarioFixtures.week, zone: .utc, tours: tours)
  }

  var forecast: Forecast {
    let hourly = ["phone": 75.0, "chat": 60, "mail": 14]
    let isOpen = (0..<grid.count).map { (8..<19).contains($0) }
    return Forecast(
      grid: grid,
      queues: queues.flatMap { queue in
        let mean = isOpen.map { $0 ? hourly[queue.name] ?? 0 : 0 }
        return Forecast(certainly: mean, of: queue, isOpen: isOpen, on: grid).queues
      }
    )
  }
}
