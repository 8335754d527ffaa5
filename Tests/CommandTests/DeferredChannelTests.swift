import Foundation
import Testing

/// A scenario with calls, complaints in two stages and a bot, through all commands.
@Suite struct DeferredChannelTests {
  private static let channels = """
      - name: complaints
        channel: deferred
        skill: general
        opening_hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}
        target: {share_in_time: 0.95}
        due: 4h
        hours: service
        aht_seconds: 600
        like: phone_general
        daily_arrivals: 20
      - name: head_of_unit
        channel: deferred
        skill: general
        opening_hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}
        target: {share_in_time: 0.90}
        due: 24h
        hours: service
        follows: {queue: complaints, share: 0.3}
        aht_seconds: 900
      - name: bot
        channel: self_service
        containment: 0.62
        spills: [{queue: phone_general, share: 0.5, delay_seconds: 60, aht_factor: 1.1}]
        use_target: 0.60
        daily_arrivals: 100

    sites:

    """

  private static let simulate = [
    "simulate", "small", "run", "--forecast", "run", "--replications", "4",
  ]

  private func with(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      let settings = try place.text("small/scenario.yaml")
      let more = settings.replacing("\nsites:\n", with: "\n" + Self.channels)
      try place.write("small/scenario.yaml", more)
      try await place.succeed(place.plan(with: ["--effort", "1", "--replications", "4"]))
      try await body(place)
    }
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// How many items of each stage a summary has in the week.
  private func items(_ output: String, _ queue: String) throws -> Double {
    let part = try #require(output.components(separatedBy: "\(queue), deferred").last)
    let week = try #require(part.firstMatch(of: /Week +([0-9.,]+)/))
    return try #require(Double(week.1.replacing(",", with: "")))
  }

  @Test func `a trace is played again as it is, and as the guide cuts it`() async throws {
    try await with { place in
      try await place.succeed(
        Self.simulate + ["--trace", "trace.csv", "--trace-replications", "2", "--out", "out"]
      )
      let trace = rows(try place.text("trace.csv"))
      #expect(Set(trace.map { $0[3] }).isSuperset(of: ["answered", "done"]))
      let again = try await place.succeed(Self.simulate + ["--replay", "trace.csv"])
      #expect(again.errors.unwrapped.contains("rows are of further replications. The first one is"))
      for queue in ["complaints", "head_of_unit"] {
        let count = trace.count { $0[0] == "1" && $0[1] == queue }
        #expect(try items(again.output, queue) == Double(count), "\(queue)")
      }
      let cut = trace.filter { $0[0] == "1" }.map { $0[1...5].joined(separator: ",") }
      try place.write(
        "cut.csv",
        (["queue,arrived,outcome,wait_seconds,handle_seconds"] + cut).joined(separator: "\n") + "\n"
      )
      let replayed = try await place.succeed(Self.simulate + ["--replay", "cut.csv"])
      #expect(try items(replayed.output, "complaints") == items(again.output, "complaints"))
      try checkEmptyCells(rows(try place.text("out/deferred.csv")))
    }
  }

  /// No share without judged items, no turnaround without done ones, no age without a backlog.
  private func checkEmptyCells(_ rows: [[String]]) throws {
    var empty = 0
    for row in rows {
      let isJudged = (Double(row[4]) ?? 0) + (Double(row[5]) ?? 0) > 0
      #expect(row[7...9].allSatisfy { $0.isEmpty == !isJudged }, "\(row)")
      #expect(row[11].isEmpty == (row[5] == "0"), "\(row)")
      #expect(row[13].isEmpty == (row[12] == "0"), "\(row)")
      if !isJudged { empty += 1 }
    }
    #expect(empty > 0)
  }

  @Test func `plan and console speak of items, and the certificate of the bot`() async throws {
    try await with { place in
      let summary = try await place.succeed(Self.simulate)
      #expect(summary.output.contains("complaints, deferred\n  Day "))
      #expect(!summary.output.contains("\ncomplaints\n"))
      let forecast = rows(try place.text("run/forecast.csv"))
      let expected = forecast.filter { $0[0] == "complaints" }.reduce(0) {
        $0 + (Double($1[2]) ?? 0)
      }
      let page = try place.text("run/report.html")
      let stage = "\(Int((0.3 * expected).rounded())) items in the week that complaints hands on"
      #expect(page.contains(stage))
      let certificate = try place.text("run/certificate.json")
      for part in [
        #""queue": "bot""#, #""share_source": "containment""#,
        #""contacts_source": "daily_arrivals""#, #""lost_in_closed_hours": "#,
        #""use_target": 0.6"#, #""share_contained": 0.62,"#,
        #""share_in_time": 0.95, "due_seconds": 14400, "hours": "service""#,
        #""definition": "see the target of each queue""#, #""forecast_method": ""#,
        #""proficiency_factor": null"#,
      ] {
        #expect(certificate.contains(part), "\(part)")
      }
      try await place.succeed(["verify", "run"])
      try place.write(
        "run/certificate.json",
        certificate.replacing(#""lost_in_closed_hours": "#, with: #""lost_in_closed_hours": 1"#)
      )
      let changed = try await place.run(["verify", "run"])
      #expect(changed.exitCode == 2)
      #expect(changed.output.contains("lost_in_closed_hours"), "\(changed.output)")
    }
  }

  @Test func `a repaired run keeps what self-service resolves while the forecast is the same`()
    async throws
  {
    try await with { place in
      let published = try place.text("run/certificate.json")
      let part = { (text: String) throws -> Substring in
        let start = try #require(text.range(of: #"  "self_service": "#)).lowerBound
        let end = try #require(text.range(of: #"  "files": "#)).lowerBound
        return text[start..<end]
      }
      try place.write("locks.yaml", "locks: {dates: [2026-03-08]}\n")
      try place.write(
        "more.yaml",
        "forecast:\n  overrides:\n"
          + "    - {queue: phone_general, from: 2026-03-05, to: 2026-03-05, factor: 1.2, reason: More}\n"
      )
      for (changes, folder) in [("locks.yaml", "same"), ("more.yaml", "other")] {
        try await place.succeed([
          "reoptimize", "run", "--changes", changes, "--out", folder, "--replications", "2",
        ])
        try await place.succeed(["verify", folder])
      }
      #expect(try part(place.text("same/certificate.json")) == part(published))
      let other = try part(place.text("other/certificate.json"))
      #expect(other.contains(#"{"queue": "bot", "verdict": "not judged", "reason": "#), "\(other)")
      #expect(
        try place.text("other/report.html").contains("the forecast was changed after the plan")
      )
    }
  }

  @Test func `deferred work and self-service are explained`() async throws {
    try await with { place in
      let staff = ["staff", "small", "--forecast", "run", "--explain"]
      let need = rows(try place.text("run/requirement.csv"))
      let row = try #require(
        need.first { $0[0] == "complaints" && $0[1].hasPrefix("2026-03-03") && $0[3] != "0" }
      )
      let moment = String(row[1].prefix(16))
      let complaint = try await place.succeed(staff + ["complaints", moment])
      let text = complaint.output.unwrapped
      #expect(text.contains("\(row[3]) agent"))
      let hours = try #require(text.firstMatch(of: /Program ([0-9.]+) hours are done in it/))
      let load = try #require(Double(row[2]))
      #expect(abs((Double(hours.1) ?? .nan) - load / 2) < 0.0051)
      for part in [
        "Due 4 h in service hours after the first receipt", "Target 95% done in time",
        "items × handle time = ", "by due time these hours are for items received from ",
        "small/scenario.yaml:", "run/forecast.csv:",
      ] {
        #expect(text.contains(part), "\(part)\n\(complaint.output)")
      }
      let next = try await place.succeed(staff + ["head_of_unit", moment])
      #expect(next.output.unwrapped.contains(" items of complaints × 30% run/forecast.csv:"))
      let bot = try await place.succeed(staff + ["bot", moment])
      #expect(bot.output.unwrapped.contains("no agents, because it is self-service."))
      #expect(bot.output.unwrapped.contains("62% resolved without a person small/scenario.yaml:"))
      #expect(bot.output.unwrapped.contains(" × 50% = "))
      let lines = [complaint, next, bot].flatMap { $0.output.split(separator: "\n") }
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `what is no file is said with one full stop`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: ["--effort", "1", "--replications", "2"]))
      let result = try await place.run(Self.simulate + ["--replay", "/dev/null"])
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("/dev/null: "))
      #expect(!result.errors.contains(".."))
      let help = try await place.succeed(["simulate", "--help"])
      #expect(help.output.contains("deferred.csv"))
    }
  }
}
