import Foundation
import Testing

/// `shiftwright conflicts`.
@Suite struct ConflictsCommandTests {
  private static let ask = ["conflicts", "small", "--week", Workplace.week]

  @Test func `a sound week has none`() async throws {
    try await Workplace.with { place in
      let result = try await place.succeed(Self.ask)
      #expect(result.output.unwrapped.contains("2026-W10: no conflict."))
    }
  }

  @Test func `locks, absences and contracts are named with file and line and ways out`()
    async throws
  {
    try await Workplace.with { place in
      try Impossible.make(place)
      let name = try Self.freeFullTimer(place)
      try place.write(
        "locks.csv",
        "employee,date,kind,start,end\n"
          + "\(name),2026-03-02,shift,11:30,20:00\n\(name),2026-03-03,shift,08:00,16:30\n"
      )
      let result = try await place.run(Self.ask + ["--locks", "locks.csv", "--out", "c.csv"])
      #expect(result.exitCode == 2)
      let text = result.output.unwrapped
      for part in [
        "\(name) has no legal week", "the lock of \(name) on Mon 2026-03-02 at 11:30 [locks.csv:2]",
        "[locks.csv:3]", "E0003 has no legal week", "[availability.csv:", "All together, ",
        "Searched again with all of it: no conflict is left.",
      ] {
        #expect(text.contains(part), "\(part)\n\(result.output)")
      }
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      let csv = try place.text("c.csv")
      #expect(csv.hasPrefix("conflict,demand,role,what,place,points,enough\n"), "\(csv)")
      let again = try await place.run(Self.ask + ["--locks", "locks.csv"])
      #expect(result.output.hasPrefix(again.output))
    }
  }

  /// Somebody who works full time, at any time.
  private static func freeFullTimer(_ place: Workplace) throws -> String {
    let people = try place.text("small/employees.csv").split(separator: "\n")
    let others = try place.text("small/absences.csv") + place.text("small/availability.csv")
    let found = people.first { $0.contains(",full_time,") && !others.contains($0.prefix(5)) }
    return String(try #require(found).prefix(5))
  }

  @Test
  func `a labor rule is named with its number, source and line, and the scenario's own locks`()
    async throws
  {
    try await Workplace.with { place in
      let name = try Self.freeFullTimer(place)
      let settings = try place.text("small/scenario.yaml")
      let scope = "employees: [\(name)], source: \"agreement, section 4\""
      try place.write(
        "small/scenario.yaml",
        settings + "labor_rules:\n  - {rule: weekly_rest, hours: 24}\n"
          + "  - {rule: start_window, window: \"07:00-10:00\", \(scope)}\n"
      )
      let lock = "\(name),2026-03-03,shift,11:30,20:00\n"
      try place.write("small/locks.csv", "employee,date,kind,start,end\n" + lock)
      let line = settings.split(separator: "\n", omittingEmptySubsequences: false).count + 2
      let rule = "; for \(name); agreement, section 4) [scenario.yaml:\(line)]"
      let result = try await place.run(Self.ask)
      #expect(result.exitCode == 2)
      let text = result.output.unwrapped
      for part in [
        "\(name) has no legal week: these two cannot both hold.",
        "- labor 2 (start window: within 07:00-10:00", rule,
        "the lock of \(name) on Tue 2026-03-03 at 11:30 [locks.csv:2]",
        "have labor 2 (start window) ask within 07:00-11:30",
        "Searched again with all of it: no conflict is left.",
      ] {
        #expect(text.contains(part), "\(part)\n\(result.output)")
      }
      let listed = try await place.succeed(["rules", "number", "small"])
      #expect(listed.output.unwrapped.contains(rule), "\(listed.output)")
      #expect(listed.output.contains("labor 1 (weekly rest: at least 24 h; for everybody)"))
      // another file of locks takes the place of the scenario's
      try place.write("none.csv", "employee,date,kind,start,end\n")
      let free = try await place.succeed(Self.ask + ["--locks", "none.csv"])
      #expect(free.output.unwrapped.contains("no conflict."))
    }
  }

  @Test func `prices change which way is cheapest`() async throws {
    try await Workplace.with { place in
      let name = try Self.freeFullTimer(place)
      try place.write(
        "locks.csv",
        "employee,date,kind,start,end\n"
          + "\(name),2026-03-02,shift,11:30,20:00\n\(name),2026-03-03,shift,08:00,16:30\n"
      )
      let dear = ["--price", "lock_hour=1000", "--price", "lock=1000"]
      let result = try await place.run(Self.ask + ["--locks", "locks.csv"] + dear)
      let cheap = try await place.run(Self.ask + ["--locks", "locks.csv"])
      let first = { (text: String) in
        text.components(separatedBy: "each tried:").dropFirst().first?.split(separator: "\n").first
      }
      #expect(first(cheap.output)?.contains("move the lock") == true, "\(cheap.output)")
      #expect(first(result.output)?.contains("lock") == false, "\(result.output)")
    }
  }

  @Test func `faults of the file of locks and of prices are told with what is accepted`()
    async throws
  {
    try await Workplace.with { place in
      try place.write(
        "locks.csv",
        "employee,date,kind,start,end\nE9999,2026-03-02,shift,11:30,20:00\nE0001,x,off,,\n"
          + "E0001,2026-03-03,shift,08:00,\n"
      )
      let result = try await place.run(Self.ask + ["--locks", "locks.csv"])
      #expect(result.exitCode == 1)
      for line in ["locks.csv:2: ", "locks.csv:3: ", "locks.csv:4: "] {
        #expect(result.errors.contains(line), "\(result.errors)")
      }
      let usage = try await place.run(Self.ask + ["--price", "rest=3"])
      #expect(usage.exitCode == 64)
      #expect(usage.errors.contains("rest_hour"))
      let missing = try await place.run(Self.ask + ["--locks", "none.csv"])
      #expect(missing.exitCode == 1)
      #expect(missing.errors.contains("none.csv: there is no such file."))
    }
  }

  @Test func `conflicts of twelve in two hundred people with labor rules are all named`()
    async throws
  {
    try await TemporaryFolder.with { folder in
      let place = Workplace(folder: folder)
      try await place.succeed(["sample", "--people", "200", "--weeks", "8", "small"])
      let names = (1...12).map { "E\(String(repeating: "0", count: $0 < 10 ? 3 : 2))\($0)" }
      let rows = names.flatMap {
        ["\($0),2026-03-02,shift,11:30,20:00", "\($0),2026-03-03,shift,08:00,16:30"]
      }
      try place.write(
        "locks.csv",
        (["employee,date,kind,start,end"] + rows).joined(separator: "\n") + "\n"
      )
      let settings = try place.text("small/scenario.yaml")
      try place.write(
        "small/scenario.yaml",
        settings
          + """
          shift_kinds:
            - {name: early, starts: "05:00-08:59"}
            - {name: late, ends: "20:00-24:00"}
          labor_rules:
            - {rule: weekly_rest, hours: 24}
            - {rule: kind_run, kinds: [late], most: 5}
            - {rule: rest_between, after: [late], before: [early], hours: 13}

          """
      )
      let result = try await place.run(Self.ask + ["--locks", "locks.csv"])
      #expect(result.exitCode == 2)
      for name in names { #expect(result.output.contains("\(name) has no legal week"), "\(name)") }
    }
  }

  @Test func `a rule that leaves nobody a week is told once for those of a contract`() async throws
  {
    try await Workplace.with { place in
      let settings = try place.text("small/scenario.yaml")
      try place.write(
        "small/scenario.yaml",
        settings + "labor_rules:\n  - {rule: shift_hours, least: 12}\n"
      )
      let result = try await place.run(Self.ask)
      #expect(result.exitCode == 2)
      let text = result.output.unwrapped
      #expect(text.contains("others have no legal week: these two cannot both hold."), "\(text)")
      let count = try #require(text.firstMatch(of: /W10: (\d+) conflicts/))
      #expect(Int(count.1) ?? 24 < 10, "\(text)")
      #expect(text.contains("no conflict is left."), "\(text)")
    }
  }
}
