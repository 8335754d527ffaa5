import Foundation
import Testing

/// `shiftwright scorecard`, as it is called.
@Suite struct ScorecardCommandTests {
  private static let example = CommandRunner.packageRoot
    .appending(path: "scenarios/harbour-bank/scorecard").path

  private static func arguments(_ more: [String] = [], out: String = "card") -> [String] {
    [
      "scorecard", "\(example)/figures.csv", "--complaints", "\(example)/complaints.csv", "--goals",
      "\(example)/goals.yaml", "--out", out,
    ] + more
  }

  @Test func `the example has its tickets, the same every time`() async throws {
    try await TemporaryFolder.with { folder in
      let place = Workplace(folder: folder)
      let result = try await place.succeed(Self.arguments())
      let rows = try place.text("card/tickets.csv").split(separator: "\n").map(String.init)
      #expect(
        rows[0] == "ticket,opened_week,group_kind,group,measure,value,peers,criterion,owner_role,"
          + "due,state,closed_week"
      )
      // team 2 was down from 2025-W47 to W50 and recovered, team 4 is down since 2026-W06
      let early = rows.filter { $0.hasPrefix("satisfaction:team:team 2:2025-W4") }
      #expect(early.count == 1 && early.allSatisfy { $0.contains(",closed,") }, "\(rows)")
      let late = rows.filter { $0.hasPrefix("satisfaction:team:team 4:2026-W0") }
      #expect(late.count == 1 && late.allSatisfy { $0.contains(",open,") }, "\(rows)")
      #expect(result.output.unwrapped.contains("team 4 satisfaction 2026-W0"))
      #expect(try place.text("card/scorecard.html").contains("<h2>Tickets</h2>"))
      #expect(try place.text("card/scorecard.html").contains("Smallest decline found"))
      #expect(result.output.unwrapped.contains("9 of 10 declines are found that are as large as:"))
      let first = try place.files("card")
      try await place.succeed(Self.arguments(out: "again"))
      #expect(try place.files("again") == first)
    }
  }

  @Test func `a scenario's own records and a run are used, apart`() async throws {
    try await Workplace.with { place in
      try FileManager.default.createDirectory(
        at: place.folder.appending(path: "run"),
        withIntermediateDirectories: true
      )
      try place.write(
        "run/simulation.csv",
        """
        queue,scope,start,service_level,service_level_low,service_level_high
        phone_general,week,2026-W10,0.83,0.81,0.85
        """
      )
      let result = try await place.succeed(
        Self.arguments(["--scenario", "small", "--run", "run", "--role", "planner"])
      )
      #expect(
        result.output.unwrapped.contains("From the records of small: answered_in_target by queue")
      )
      #expect(result.output.contains("Expected, not measured"))
      let json = try place.text("card/scorecard.json")
      let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let standings = try #require(value?["standings"] as? [[String: Any]])
      #expect(standings.contains { $0["measure"] as? String == "answered_in_target" })
      #expect((value?["goals"] as? [Any])?.count == 5)
    }
  }

  @Test func `bad files are explained all at once, and nothing is written`() async throws {
    try await TemporaryFolder.with { folder in
      let place = Workplace(folder: folder)
      try place.write("figures.csv", "week,measure,group_kind,group\n2026-W99,joy,team,a\n")
      try place.write("goals.yaml", "goals: [{name: a, measure: joyful, bound: 1, month: 3}]\n")
      let result = try await place.run([
        "scorecard", "figures.csv", "--goals", "goals.yaml", "--complaints", "none.csv", "--out",
        "card",
      ])
      #expect(result.exitCode == 1)
      for part in [
        "goals.yaml:1: unknown measure 'joyful'.", "figures.csv:2: week is '2026-W99'.",
        "figures.csv:2: unknown measure 'joy'.", "none.csv: there is no such file.",
        "4 errors. Nothing was written.",
      ] { #expect(result.errors.contains(part), "\(result.errors)") }
      #expect(try place.names() == ["figures.csv", "goals.yaml"])
    }
  }

  @Test func `a day before all figures is refused`() async throws {
    try await TemporaryFolder.with { folder in
      let place = Workplace(folder: folder)
      let result = try await place.run(Self.arguments(["--on", "2025-01-01"]))
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("has no week that is over on 2025-01-01."))
      let role = try await place.run(Self.arguments(["--role", "boss"]))
      #expect(role.exitCode == 64)
    }
  }
}
