import Foundation
import Testing

/// `shiftwright db` and `audit`, and databases where scenarios are asked for.
@Suite struct StoreTests {
  /// Calls `body` with `small` in `center.db` too.
  private func withCenter(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      try await place.succeed(["db", "init", "--db", "center.db"])
      try await place.succeed(["db", "import", "small", "--db", "center.db", "--by", "planner"])
      try await body(place)
    }
  }

  @Test func `makes, fills, checks, copies and lists a database`() async throws {
    try await Workplace.with { place in
      let made = try await place.succeed(["db", "init", "--db", "center.db", "--by", "hr"])
      #expect(made.output.contains(/\nconfirmed 1:[0-9a-f]{64}\n$/))
      let first = try await place.succeed(["db", "import", "small", "--db", "center.db"])
      let files = try place.files("small").count
      #expect(
        first.output.hasPrefix("\(files) files with 24 people: 24 new, 0 changed.\nconfirmed 2:")
      )
      let again = try await place.succeed(["db", "import", "small", "--db", "center.db"])
      #expect(again.output == "center.db holds these files already; nothing was changed.\n")
      let check = try await place.succeed(["db", "check", "--db", "center.db"])
      #expect(
        check.output
          == "center.db is sound: pages, keys, tables, people, scenario and audit trail.\n"
      )
      try await place.succeed(["db", "export", "out", "--db", "center.db"])
      #expect(try place.files("out") == place.files("small"))
      try await place.succeed(["db", "backup", "copy.db", "--db", "center.db"])
      let list = try await place.succeed(["audit", "list", "--db", "copy.db"])
      let lines = list.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[0].contains("  hr  create  {\"schema\":2}"))
      #expect(lines[1].contains("  import, 24 people  {\"added\":24,\"changed\":0,"))
    }
  }

  @Test func `erases a person and verifies the trail from any confirmed mark`() async throws {
    try await withCenter { place in
      let erased = try await place.succeed([
        "db", "erase", "E0003", "--db", "center.db", "--reason", "left the center",
      ])
      #expect(erased.output.hasPrefix("E0003 is erased and stands as erased-3; 1 part of "))
      let head = try #require(erased.output.firstMatch(of: /confirmed (3:[0-9a-f]{64})/)).1
      let whole = try await place.succeed([
        "audit", "verify", "--db", "center.db", "--head", String(head),
      ])
      #expect(whole.output == "The audit trail is whole: 3 entries, the last\n\(head)\n")
      let later = "9" + head.dropFirst()
      let cut = try await place.run(["audit", "verify", "--db", "center.db", "--head", later])
      #expect(cut.exitCode == 1)
      #expect(
        cut.errors == """
          center.db: audit: the trail ends at entry 3, but entry 9 was confirmed.
          Somebody changed the file by other means. Compare it with a backup.

          """
      )
      try await place.succeed(["db", "check", "--db", "center.db"])
      try await place.succeed(["db", "export", "out", "--db", "center.db"])
      for (name, bytes) in try place.files("out") {
        #expect(bytes.range(of: Data("E0003".utf8)) == nil, "\(name)")
      }
    }
  }

  /// Every command that takes a scenario, on both, file by file.
  @Test(.enabled(if: DocsConsoleTests.isOptimized, "run in the release build only: scripts/test"))
  func `a database serves wherever a folder does`() async throws {
    try await withCenter { place in
      let quick = ["--effort", "1", "--replications", "2"]
      let commands: [(words: [String], options: [String], out: Bool)] = [
        (["plan"], ["--week", Workplace.week] + quick, true),
        (["forecast"], ["--week", Workplace.week, "--snapshot"], true),
        (["forecast", "accuracy"], [], true),
        (["staff"], ["--week", Workplace.week], true),
        (["roster"], ["--requirement", "plan-0", "--effort", "1"], true),
        (["simulate", "plan-0"], ["--replications", "2"], true),
        (["check", "plan-0"], [], false),
        (
          ["forecast", "backtest"],
          ["--origins", "2026-02-16..2026-02-23", "--methods", "weekly-naive"], true
        ),
      ]
      for (words, options, hasOut) in commands {
        var results: [CommandResult] = []
        for (index, scenario) in ["small", "center.db"].enumerated() {
          let verbs = words.first == "forecast" ? words : Array(words.prefix(1))
          let out = words.joined(separator: "-").replacing("-plan-0", with: "") + "-\(index)"
          results.append(
            try await place.run(
              verbs + [scenario] + words.dropFirst(verbs.count) + options
                + (hasOut ? ["--out", out] : [])
            )
          )
        }
        #expect(results[0].exitCode == results[1].exitCode, "\(words)")
        #expect(results[0].exitCode != 64, "\(words)\n\(results[0].errors)")
        #expect(results[0].exitCode != 1, "\(words)\n\(results[0].errors)\(results[1].errors)")
        if hasOut {
          let name = words.joined(separator: "-").replacing("-plan-0", with: "")
          try same(place, name + "-0", name + "-1")
        }
      }
    }
  }

  /// Files with times and paths in them.
  private static let varying: Set = ["run.json", "timings.csv", "report.html"]

  /// The same files, but for timings and paths in them.
  private func same(_ place: Workplace, _ first: String, _ second: String) throws {
    let (one, other) = (try place.files(first), try place.files(second))
    #expect(one.keys.sorted() == other.keys.sorted())
    #expect(!one.isEmpty)
    for (name, bytes) in one {
      let file = name.split(separator: "/").last.map(String.init) ?? name
      guard !Self.varying.contains(file) else { continue }
      #expect(other[name] == bytes, "\(first)/\(name)")
    }
  }

  @Test func `what is no database is told apart`() async throws {
    try await Workplace.with { place in
      try place.write("notes.txt", "Dear all\n")
      let strange = try await place.run(["db", "check", "--db", "notes.txt"])
      #expect(strange.exitCode == 1)
      #expect(
        strange.errors == """
          notes.txt is no database of Shiftwright but a text file.
          Give a file that 'shiftwright db init' made; this one was not touched.

          """
      )
      let usage = try await place.run(["audit", "verify", "--db", "x", "--head", "3"])
      #expect(usage.exitCode == 64)
      #expect(
        usage.errors.contains("Write what a command confirmed: a number, a colon, 64 digits.")
      )
      try await place.succeed(["db", "init", "--db", "empty.db"])
      let empty = try await place.run(place.plan("empty.db"))
      #expect(empty.exitCode == 1)
      #expect(
        empty.errors == """
          empty.db holds no scenario.
          Import one: shiftwright db import SCENARIO --db empty.db

          """
      )
    }
  }
}
