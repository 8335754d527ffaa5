import Foundation
import Testing

/// `shiftwright publish` and the life of a roster.
@Suite struct PublishTests {
  private static let quick = ["--effort", "1", "--replications", "2"]

  /// Calls `body` with a run of `small`, whose scenario is in `center.db`.
  private func withRun(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan(with: Self.quick))
      try await place.succeed(["db", "init", "--db", "center.db"])
      try await place.succeed(["db", "import", "small", "--db", "center.db"])
      try await body(place)
    }
  }

  @Test func `publishes, lists, compares and withdraws`() async throws {
    try await withRun { place in
      let publish = ["publish", "run", "--db", "center.db"]
      let none = try await place.succeed(["roster", "list", "--db", "center.db"])
      #expect(none.output.hasPrefix("No roster was published."))
      let first = try await place.succeed(publish)
      #expect(first.output.hasPrefix("run is version 1 of 2026-W10.\nconfirmed 3:"))
      let again = try await place.succeed(publish)
      #expect(again.output == "run is version 1 of 2026-W10 already; nothing was changed.\n")
      try place.write(
        "changes.yaml",
        "absences: [{employee: E0003, from: 2026-03-03, until: 2026-03-03, kind: sick}]\n"
      )
      try await place.succeed([
        "reoptimize", "run", "--changes", "changes.yaml", "--out", "repaired",
        "--replications", "2", "--effort", "1",
      ])
      let second = try await place.succeed(["publish", "repaired", "--db", "center.db"])
      #expect(second.output.hasPrefix("repaired is version 2 of 2026-W10.\n"))
      #expect(
        second.output.hasSuffix(
          "\n1 absence of the run is not in center.db: import a scenario that has them.\n"
        )
      )
      let diff = try await place.succeed([
        "roster", "diff", "--db", "center.db", "--week", "2026-W10", "--out", "diff",
      ])
      #expect(diff.output.hasPrefix("2026-W10, version 1 → 2: "))
      let rows = try place.text("repaired/changes.csv").split(separator: "\n").dropFirst()
      let dates = rows.map { $0.split(separator: ",").prefix(2).joined(separator: ",") }
      let found = try place.text("diff/changes.csv").split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",").prefix(2).joined(separator: ",") }
      #expect(found.sorted() == dates.sorted())
      try await place.succeed([
        "roster", "withdraw", "--db", "center.db", "--week", "2026-W10", "--reason", "wrong week",
      ])
      let list = try await place.succeed(["roster", "list", "--db", "center.db"])
      let lines = list.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[0].hasSuffix("superseded") && lines[1].hasSuffix("withdrawn: wrong week"))
      try await place.succeed(["db", "check", "--db", "center.db"])
    }
  }

  /// Somebody went on leave since the run was made.
  @Test func `what breaks a rule today is refused`() async throws {
    try await withRun { place in
      let row = try #require(
        try place.text("run/roster.csv").split(separator: "\n").dropFirst().first
      ).split(separator: ",", omittingEmptySubsequences: false)
      let header = try place.text("run/roster.csv").split(separator: "\n")[0].split(separator: ",")
      let date = row[try #require(header.firstIndex(of: "date"))]
      let absences = try place.text("small/absences.csv")
        .split(separator: "\n").filter { !$0.hasPrefix(row[0]) }.joined(separator: "\n")
      try place.write("small/absences.csv", absences + "\n\(row[0]),\(date),\(date),leave\n")
      try await place.succeed(["db", "import", "small", "--db", "center.db", "--replace"])
      let result = try await place.run(["publish", "run", "--db", "center.db"])
      #expect(result.exitCode == 2)
      #expect(
        result.errors
          == "run breaks rules, as center.db has people now; nothing was published.\n"
      )
      #expect(result.output.contains("absence"))
      let list = try await place.succeed(["roster", "list", "--db", "center.db"])
      #expect(list.output.hasPrefix("No roster was published."))
    }
  }

  /// A leave that excuses a roster could be written into the run.
  @Test func `a run whose inputs were changed is refused`() async throws {
    try await withRun { place in
      try place.edit("run/inputs/absences.csv", line: 2) { $0 + " " }
      let changed = try await place.run(["publish", "run", "--db", "center.db"])
      #expect(changed.exitCode == 1)
      #expect(changed.errors.hasPrefix("run is not as it was written: its inputs, "))
    }
  }

  @Test func `what was changed by hand, or is no run, is refused`() async throws {
    try await withRun { place in
      try place.edit("run/roster.csv", line: 2) { $0 + " " }
      let changed = try await place.run(["publish", "run", "--db", "center.db"])
      #expect(changed.exitCode == 1)
      #expect(
        changed.errors == """
          run is not as it was written: its inputs, roster.csv or run.json were changed.
          Publish what 'plan' or 'reoptimize' wrote; 'shiftwright verify run' says more.

          """
      )
      let strange = try await place.run(["publish", "small", "--db", "center.db"])
      #expect(strange.exitCode == 1)
      #expect(
        strange.errors == """
          small has no run.json: it is no run folder.
          Give a folder that 'shiftwright plan' wrote.

          """
      )
    }
  }
}
