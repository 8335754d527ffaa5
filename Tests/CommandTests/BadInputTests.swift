import Foundation
import Testing

/// Scenarios that cannot be planned: exit code 1, every problem on standard error, nothing written.
@Suite struct BadInputTests {
  @Test func `all problems of all files come together, with file and line`() async throws {
    try await Workplace.with { place in
      try place.edit("small/scenario.yaml", line: 9) { line in
        line.replacing("currency:", with: "curency:")
      }
      try place.edit("small/contacts.csv", line: 5) { line in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        cells[2] = "-3"
        return cells.joined(separator: ",")
      }
      try place.edit("small/employees.csv", line: 3) { line in
        line.replacing("part_time", with: "parttime")
      }
      try place.edit("small/skills.csv", line: 2) { line in
        line.replacing("general", with: "generl")
      }
      try place.write(
        "small/absences.csv",
        "employee,from,until,kind\nE9999,2026-03-02,2026-03-04,leave\n"
      )
      let expected = """
        small/scenario.yaml:9: unknown key 'curency'.
        Did you mean 'currency'? The keys are: name, synthetic, time_zone, interval_minutes, \
        roster_slot_minutes, shift_start_minutes, seed, currency, forecast, shrinkage, \
        target_period, proficiency, queues, sites, shift_templates, rules, contracts, shift_kinds, \
        weekend, rule_sets, labor_rules, heads, meetings, on_call, rotations, costs.
        small/contacts.csv:5: arrivals is -3 (phone_general, 2026-01-05T09:30).
        A count can't be negative. Write a number of 0 or more, or delete the row.
        small/employees.csv:3: unknown contract 'parttime'.
        Did you mean 'part_time'? The contracts are: full_time, four_day, part_time, evening.
        small/skills.csv:2: unknown skill 'generl'.
        Did you mean 'general'? The skills are: general, cards.
        small/absences.csv:2: unknown employee 'E9999'.
        See the 24 employees.
        5 errors. Nothing was written.

        """
      for arguments in [
        place.plan(), ["forecast", "small", "--week", Workplace.week, "--out", "run"],
        ["staff", "small", "--week", Workplace.week, "--out", "run"],
      ] {
        let result = try await place.run(arguments)
        #expect(result.exitCode == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors == expected)
        #expect(try place.names() == ["small"])
      }
    }
  }

  @Test func `missing files and places that are taken`() async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      try place.write("notes/diary.txt", in: "notes", "mine")
      let strangers = "Move it away, or choose another place.\n"
      let cases: [(arguments: [String], errors: String)] = [
        (
          place.plan("nowhere"),
          """
          nowhere: there is no such folder.
          Give the path of a scenario folder, one that holds scenario.yaml.
          1 error. Nothing was written.

          """
        ),
        (
          ["check", "small", "nothing.csv"],
          """
          nothing.csv: the file is missing.
          Give the path of a file that a run wrote; docs/reference/scenario-format.md lists them.
          1 error. Nothing was written.

          """
        ),
        (
          place.plan(out: "small"),
          "small also holds 'absences.csv', which would be lost.\n" + strangers
        ),
        (
          place.plan(out: "notes"),
          "notes holds files that Shiftwright did not write.\nChoose a new or empty folder.\n"
        ),
        (
          place.plan(out: "run/run.json"),
          "run/run.json is a file.\nChoose another place, or remove it.\n"
        ),
        (
          ["forecast", "small", "--week", Workplace.week, "--out", "run"],
          "run also holds 'certificate.json', which would be lost.\n" + strangers
        ),
        (
          ["simulate", "small", "run", "--replications", "2", "--out", "run"],
          "run also holds 'certificate.json', which would be lost.\n" + strangers
        ),
        (
          ["sample", "run"],
          "run exists already.\nChoose another place, or remove it.\n"
        ),
      ]
      let before = try place.files(".")
      for (arguments, errors) in cases {
        let result = try await place.run(arguments)
        #expect(result.exitCode == 1, "\(arguments)")
        #expect(result.errors == errors, "\(arguments)")
        #expect(result.output.isEmpty)
      }
      #expect(try place.files(".") == before)
    }
  }

  @Test func `a week without history says which can be planned`() async throws {
    try await Workplace.with { place in
      let result = try await place.run([
        "plan", "small", "--week", "2025-W10", "--out", "run",
      ])
      #expect(result.exitCode == 1)
      #expect(
        result.errors.hasPrefix(
          "contacts.csv: queue 'phone_general' has no rows before 2025-03-03; "
            + "its history starts on 2026-01-05.\n"
            + "Choose a week from 2026-W03 on, or add older rows.\n"
        )
      )
      #expect(try place.names() == ["small"])
    }
  }

  @Test func `strict stops at someone whose rules contradict each other`() async throws {
    try await Workplace.with { place in
      try Impossible.make(place)
      try await place.succeed(["staff", "small", "--week", Workplace.week, "--out", "need"])
      for arguments in [
        place.plan(with: Workplace.quick + ["--strict"]),
        ["roster", "small", "--requirement", "need", "--out", "run", "--strict"],
      ] {
        let result = try await place.run(arguments)
        #expect(result.exitCode == 2)
        let text = result.errors.unwrapped
        for part in [
          "1. E0003 has no legal week: these two cannot both hold.",
          "E0003's hours of availability [availability.csv:",
          "Ways out, cheapest first, each tried:",
          "Searched again with all of it: no conflict is left.",
          "Change one of the things named, or plan the others by leaving out --strict.",
        ] {
          #expect(text.contains(part), "\(part)\n\(text)")
        }
        #expect(result.output.isEmpty)
        #expect(try place.names() == ["need", "small"])
      }
    }
  }

  @Test func `without strict the others are planned and the person is named`() async throws {
    try await Workplace.with { place in
      try Impossible.make(place)
      let result = try await place.succeed(place.plan())
      let text = result.output.unwrapped
      #expect(text.contains("People 23 of 24 have shifts"))
      #expect(text.contains("Impossible E0003: working days: 5 to 6 days in the week; "))
      #expect(text.contains("availability: can work mon never, "))
      #expect(text.contains("Checker clean: all 17 rules kept"))
      let report = try place.text("run/report.html")
      #expect(report.contains("E0003"))
      #expect(report.contains("can work mon never"))
      let rows = try place.text("run/roster.csv").split(separator: "\n")
      #expect(!rows.contains { $0.hasPrefix(Impossible.employee) })
      let record = try place.record()
      #expect((record["result"] as? [String: Any])?["impossible_employees"] as? Int == 1)
    }
  }
}

extension Workplace {
  /// Writes a file into a folder that may not be there yet.
  fileprivate func write(_ name: String, in subfolder: String, _ text: String) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: subfolder),
      withIntermediateDirectories: true
    )
    try write(name, text)
  }
}
