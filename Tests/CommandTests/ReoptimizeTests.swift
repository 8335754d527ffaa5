import Foundation
import Testing

/// `shiftwright reoptimize` on a run of `plan`.
@Suite struct ReoptimizeTests {
  private static let sick = """
    now: 2026-03-03T18:00
    absences:
      - {employee: E0004, from: 2026-03-04, until: 2026-03-05, kind: sick}
    forecast:
      overrides:
        - {queue: "*", from: 2026-03-05, to: 2026-03-05, factor: 1.15, reason: Letters}

    """
  private static let quick = ["--replications", "50", "--effort", "2"]

  /// Calls `body` where `run` is published and `changes.yaml` lies beside it.
  private func withRun(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      try place.write("changes.yaml", Self.sick)
      try await body(place)
    }
  }

  private func repair(_ out: String, from run: String = "run", _ more: [String] = []) -> [String] {
    ["reoptimize", run, "--changes", "changes.yaml", "--out", out] + Self.quick + more
  }

  @Test func `writes a run folder that checks clean, with the changes`() async throws {
    try await withRun { place in
      let result = try await place.succeed(repair("fixed"))
      let written = try place.files("fixed").keys.sorted()
      let inputs = PlanTests.inputs + ["changes.yaml", "published_roster.csv"]
      #expect(
        written
          == (PlanTests.outputs + ["run.json", "changes.csv"] + inputs.map { "inputs/" + $0 })
          .sorted()
      )
      let text = result.output.unwrapped
      for part in ["Changes ", "Cost ", "published, ", "without repair, ", "Hours missing "] {
        #expect(text.contains(part), "\(part)\n\(result.output)")
      }
      #expect(!text.contains("Proved gap"))
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      try await place.succeed(["check", "fixed/inputs", "fixed"])
      let rows = try place.text("fixed/changes.csv").split(separator: "\n")
      #expect(rows[0] == "employee,date,was_start,was_end,is_start,is_end,kind,reason")
      #expect(rows.contains { $0.hasPrefix("E0004,2026-03-0") && $0.hasSuffix(",,,absent,sick") })
      let absences = try place.text("fixed/inputs/absences.csv")
      #expect(absences.contains("E0004,2026-03-0"))
      #expect(try place.text("fixed/inputs/published_roster.csv") == place.text("run/roster.csv"))
      let report = try place.text("fixed/report.html")
      #expect(report.contains("<h2>Changes</h2>"))
      #expect(report.contains("href=\"#changes\""))
      let outcome = try #require(try place.record("fixed")["result"] as? [String: Any])
      #expect(outcome["bound"] == nil)
      #expect(
        outcome["changed_shifts"] as? Int
          == rows.count { row in
            ["added", "removed", "moved", "resized"].contains { row.contains(",\($0),") }
          }
      )
    }
  }

  @Test func `any number of threads gives the same bytes, and a repair can be repaired`()
    async throws
  {
    try await withRun { place in
      try await place.succeed(repair("one", ["--threads", "1"]))
      try await place.succeed(repair("two", ["--threads", "2"]))
      let (one, two) = (try place.files("one"), try place.files("two"))
      #expect(one.keys.sorted() == two.keys.sorted())
      for name in one.keys.sorted() where name != "run.json" {
        #expect(one[name] == two[name], "\(name) differs")
      }
      try place.write("changes.yaml", "locks: {dates: [2026-03-06]}\n")
      try await place.succeed(repair("three", from: "two"))
      try await place.succeed(["check", "three/inputs", "three"])
    }
  }

  @Test func `tells what is wrong, and writes nothing`() async throws {
    try await withRun { place in
      let own = try await place.run(repair("run"))
      #expect(own.exitCode == 1)
      #expect(
        own.errors
          == "--out is the published run itself, which would be lost.\nChoose another folder.\n"
      )
      let none = try await place.run(repair("fixed", from: "small"))
      #expect(none.exitCode == 1)
      #expect(
        none.errors
          == "small has no inputs/: it is no run folder.\n"
          + "Give a folder that 'shiftwright plan' wrote.\n"
      )
      try place.write("changes.yaml", "absences:\n  - {employe: E0004, from: 2026-03-04}\n")
      let bad = try await place.run(repair("fixed"))
      #expect(bad.exitCode == 1)
      #expect(
        bad.errors == """
          changes.yaml:2: unknown key 'employe' in absence 1.
          Did you mean 'employee'? The keys are: employee, from, until, kind.
          changes.yaml:2: the key 'employee' of absence 1 is missing.
          Add it with a text.
          changes.yaml:2: the key 'kind' of absence 1 is missing.
          Add it with a kind, such as sick, leave or training.
          3 errors. Nothing was written.

          """
      )
      #expect(try place.names() == ["changes.yaml", "run", "small"])
    }
  }

  @Test func `prints no names`() async throws {
    try await withRun { place in
      let employees = try place.text("small/employees.csv").split(separator: "\n").dropFirst()
      let names = employees.map { String($0.split(separator: ",")[1]) }
      let result = try await place.succeed(repair("fixed"))
      for name in names { #expect(!(result.output + result.errors).contains(name)) }
    }
  }
}
