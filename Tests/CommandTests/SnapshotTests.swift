import Foundation
import Testing

/// Planners' changes, special days and kept forecasts, in a copy of harbour-bank.
@Suite struct SnapshotTests {
  /// Calls `body` in a fresh folder with the scenario `bank`.
  private func withBank<Result>(_ body: (Workplace) async throws -> Result) async throws -> Result {
    try await TemporaryFolder.with { folder in
      try FileManager.default.copyItem(
        at: CommandRunner.packageRoot.appending(path: "scenarios/harbour-bank"),
        to: folder.appending(path: "bank")
      )
      return try await body(Workplace(folder: folder))
    }
  }

  @Test func `changes act on every run and keep the method's numbers apart`() async throws {
    try await withBank { place in
      let forecast = ["forecast", "bank", "--week", "2026-W10", "--out", "a"]
      try await place.succeed(forecast)
      let plain = try place.text("a/forecast.csv").split(separator: "\n")
      try place.write(
        "bank/overrides.csv",
        """
        queue,from,to,factor,value,reason
        phone_general,2026-03-03,2026-03-03,,2000,Mailing
        chat,2026-03-04T09:00,2026-03-04T12:00,0.5,,Half of it by mail

        """
      )
      let first = try await place.succeed(forecast)
      let changed = try place.files("a")
      let second = try await place.succeed(forecast)
      #expect(try place.files("a") == changed)
      #expect(first.output == second.output)
      #expect(first.output.contains("Half of it by mail"))
      #expect(first.output.contains("before overrides"))
      let rows = try place.text("a/forecast.csv").split(separator: "\n")
      let tuesday = rows.filter { $0.hasPrefix("phone_general,2026-03-03") }
      let sum = tuesday.compactMap { Double($0.split(separator: ",")[2]) }.reduce(0, +)
      #expect(abs(sum - 2000) < 1e-6)
      for (old, new) in zip(plain, rows).dropFirst() {
        #expect(old.split(separator: ",").last == new.split(separator: ",").last)
      }
      try await place.succeed(place.plan("bank"))
      #expect(try place.files("run")["forecast.csv"] == changed["forecast.csv"])
      let report = try place.text("run/report.html")
      #expect(report.contains("What planners changed"))
      #expect(report.contains("Half of it by mail"))
      let inputs = try #require(try place.record()["inputs"] as? [[String: Any]])
      #expect(inputs.contains { $0["file"] as? String == "overrides.csv" })
    }
  }

  @Test func `an entry of either calendar changes the forecast, and the report says so`()
    async throws
  {
    try await withBank { place in
      let table = try place.text("bank/calendar.csv")
      let event = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART:20260304
        SUMMARY:Savings campaign
        CATEGORIES:Campaign
        X-SHIFTWRIGHT-FACTOR:1.25
        END:VEVENT
        END:VCALENDAR
        """
      let forecast = ["forecast", "bank", "--week", "2026-W10", "--out"]
      let plain = try await place.succeed(forecast + ["a"])
      try place.write("bank/calendar.ics", event)
      let events = try await place.succeed(forecast + ["b"])
      try place.write("bank/calendar.csv", table + "2026-03-04,campaign,Savings campaign,1.25\n")
      try FileManager.default.removeItem(atPath: place.path("bank/calendar.ics"))
      let rows = try await place.succeed(forecast + ["c"])
      #expect(try place.files("b") == place.files("c"))
      #expect(try place.files("a") != place.files("b"))
      #expect(events.output == rows.output)
      #expect(!plain.output.contains("Savings campaign"))
      #expect(events.output.contains(/Savings campaign +Wed 4 Mar +phone_general .+\+\d/))
      try await place.succeed(place.plan("bank"))
      let report = try place.text("run/report.html")
      #expect(report.contains("What the calendar does"))
      #expect(report.contains("Savings campaign"))
    }
  }

  @Test func `forecasts are kept and compared with what came`() async throws {
    try await withBank { place in
      let week = ["forecast", "bank", "--week", "2026-W08", "--as-of", "2026-02-16", "--snapshot"]
      let first = try await place.succeed(week)
      #expect(first.output.hasSuffix("Snapshot      bank/snapshots/2026-W08/001\n"))
      let again = try await place.succeed(week)
      #expect(again.output.hasSuffix("Snapshot      as in bank/snapshots/2026-W08/001\n"))
      try place.write(
        "bank/overrides.csv",
        "queue,from,to,factor,reason\nchat,2026-02-16,2026-02-20,1.4,Mailing\n"
      )
      let changed = try await place.succeed(week)
      #expect(changed.output.hasSuffix("Snapshot      bank/snapshots/2026-W08/002\n"))
      try await place.succeed(["forecast", "bank", "--week", "2026-W12", "--snapshot"])
      let names = try place.files("bank/snapshots").keys.sorted()
      #expect(
        names.prefix(3) == [
          "2026-W08/001/forecast.csv", "2026-W08/001/forecast_days.csv",
          "2026-W08/001/snapshot.json",
        ]
      )
      #expect(names.count == 9)

      let accuracy = ["forecast", "accuracy", "bank", "--out", "a"]
      let result = try await place.succeed(accuracy)
      #expect(result.errors.isEmpty)
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(result.output.contains("Where planners changed the forecast, the error went from"))
      #expect(result.output.contains("Nothing is recorded yet of 2026-W12."))
      let rows = try place.text("a/accuracy.csv").split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      // Two granularities of three queues in three snapshots.
      #expect(rows.count == 1 + 2 * 3 * 3)
      let chat = rows.filter { $0[0] == "2026-W08" && $0[2] == "chat" && $0[3] == "30" }
      #expect(chat.map { $0[1] } == ["1", "2"])
      #expect(chat[0][10] == chat[1][11])
      #expect(chat.map { $0[17] } == ["no", "yes"])
      let errors = chat[1][10...11].compactMap(Double.init)
      #expect(errors.count == 2)
      #expect(errors[0] > errors[1])
      let one = try await place.succeed([
        "forecast", "accuracy", "bank", "--weeks", "2026-W08..2026-W09",
      ])
      #expect(!one.output.contains("2026-W12"))
    }
  }

  @Test func `a plan keeps its forecast too`() async throws {
    try await withBank { place in
      let result = try await place.succeed(place.plan("bank") + ["--snapshot"])
      #expect(result.output.hasSuffix("Snapshot      bank/snapshots/2026-W10/001\n"))
      let run = try place.files("run")
      let kept = try place.files("bank/snapshots/2026-W10/001")
      #expect(kept["forecast.csv"] == run["forecast.csv"])
      let text = String(decoding: try #require(kept["snapshot.json"]), as: UTF8.self)
      #expect(text.contains("\"data_before\" : \"2026-03-02\""))
      #expect(text.contains("\"last_data\" : \"2026-02-28T"))
      try await place.succeed(place.plan("bank", out: "run"))
    }
  }

  @Test func `says when nothing is kept, and what is no week or date`() async throws {
    try await withBank { place in
      let none = try await place.run(["forecast", "accuracy", "bank"])
      #expect(none.exitCode == 1)
      #expect(
        none.errors == """
          bank has no snapshots.
          Keep one: shiftwright forecast bank --week YYYY-Www --snapshot

          """
      )
      let weeks = try await place.run(["forecast", "accuracy", "bank", "--weeks", "2026-W10..W08"])
      #expect(weeks.exitCode == 64)
      #expect(weeks.errors.contains("Write a week or two, the earlier first: 2026-W05..2026-W10."))
      let date = try await place.run(["forecast", "bank", "--week", "2026-W08", "--as-of", "soon"])
      #expect(date.exitCode == 64)
      #expect(date.errors.contains("Write a date as YYYY-MM-DD, such as 2026-03-03."))
    }
  }
}
