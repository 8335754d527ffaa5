import Foundation
import Testing

/// `shiftwright timeoff`.
@Suite struct TimeOffTests {
  private static let quick = ["--effort", "1", "--replications", "2"]
  private static let today = ["--today", "2026-02-20"]

  /// Calls `body` with `small` in `center.db`.
  private func withCenter(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      let absences = try place.text("small/absences.csv")
      let header = absences.split(separator: "\n").prefix(1).joined()
      try place.write("small/absences.csv", header + "\nE0009,2026-03-02,2026-03-03,leave\n")
      try await place.succeed(["db", "init", "--db", "center.db"])
      try await place.succeed(["db", "import", "small", "--db", "center.db"])
      try await body(place)
    }
  }

  private func ask(_ employee: String, _ from: String, _ until: String, _ more: String...)
    -> [String]
  {
    ["timeoff", "request", employee, "--from", from, "--until", until, "--db", "center.db"]
      + Self.today + more
  }

  private func decide(_ number: Int, _ words: String...) -> [String] {
    ["timeoff", "decide", "\(number)", "--db", "center.db", "--by", "planner"] + words
  }

  @Test func `asks, grants within the allowance, and the next plan knows it`() async throws {
    try await withCenter { place in
      let allowance = ["timeoff", "allowance", "E0003", "--year", "2026", "--db", "center.db"]
      let set = try await place.succeed(allowance + ["--days", "4.5"])
      #expect(set.output.hasPrefix("E0003 2026: 4.5 days, 0 taken, 4.5 left.\nconfirmed 3:"))
      let asked = try await place.succeed(ask("E0003", "2026-03-02", "2026-03-04"))
      let lines = asked.output.split(separator: "\n").map(String.init)
      #expect(lines[0] == "Request 1: E0003 away 2026-03-02 to 2026-03-04, vacation, requested.")
      #expect(lines[1] == "Allowance 2026: takes 3 days of 4.5, 0 taken before, 1.5 left.")
      #expect(
        lines[3] == "No roster is published for 2026-W10: its plan will know a granted absence."
      )
      #expect(lines[4] == "Decide: shiftwright timeoff decide 1 --grant --db center.db")
      let open = try await place.succeed(allowance)
      #expect(open.output == "E0003 2026: 4.5 days, 0 taken, 4.5 left. Requests ask for 3 days.\n")
      try await place.succeed(decide(1, "--grant", "--reason", "enjoy"))
      let after = try await place.succeed(allowance)
      #expect(after.output == "E0003 2026: 4.5 days, 3 taken, 1.5 left.\n")
      try await place.succeed(ask("E0003", "2026-03-09", "2026-03-10"))
      let refused = try await place.run(decide(2, "--grant"))
      #expect(refused.exitCode == 2)
      #expect(
        refused.errors == """
          The allowance does not suffice; nothing was granted.
          Refuse the request, or grant it with --over.

          """
      )
      #expect(refused.output.contains("takes 2 days of 4.5, 3 taken before, 0.5 too many."))
      try await place.succeed(decide(2, "--grant", "--over"))
      let list = try await place.succeed(["timeoff", "list", "--db", "center.db"])
      #expect(
        list.output == """
          1  E0003  2026-03-02 to 2026-03-04  vacation  3 days  granted by planner: enjoy
          2  E0003  2026-03-09 to 2026-03-10  vacation  2 days  granted by planner

          """
      )
      try await place.succeed(["db", "export", "out", "--db", "center.db"])
      #expect(
        try place.text("out/absences.csv") == """
          employee,from,until,kind
          E0009,2026-03-02,2026-03-03,leave
          E0003,2026-03-02,2026-03-04,vacation
          E0003,2026-03-09,2026-03-10,vacation

          """
      )
      try await place.succeed(place.plan("center.db", with: Self.quick))
      let rows = try place.text("run/roster.csv").split(separator: "\n")
      for date in ["2026-03-02", "2026-03-03", "2026-03-04"] {
        #expect(!rows.contains { $0.hasPrefix("E0003,\(date),") })
      }
      #expect(rows.contains { $0.hasPrefix("E0003,") }, "the rest of the week is worked")
      try await place.succeed(["db", "check", "--db", "center.db"])
    }
  }

  /// The answer is compared with the run's own files; then the roster is repaired as it says.
  @Test func `says what a published roster loses, and how to repair it`() async throws {
    try await withCenter { place in
      try await place.succeed(place.plan("center.db", with: Self.quick))
      try await place.succeed(["publish", "run", "--db", "center.db"])
      let row = try #require(
        try place.text("run/roster.csv").split(separator: "\n").dropFirst().first
      ).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let (employee, date) = (row[0], row[1])
      let span = "\(row[2].dropFirst(11).prefix(5))-\(row[3].dropFirst(11).prefix(5))"
      let asked = try await place.succeed(ask(employee, date, date, "--kind", "unpaid"))
      #expect(asked.output.contains("Allowance: unpaid takes nothing from it.\n"))
      #expect(
        asked.output.contains("2026-W10, version 1: 1 shift falls away: \(date) \(span).\n")
      )
      let granted = try await place.succeed(decide(1, "--grant"))
      let entry = "absences: [{employee: \(employee), from: \(date), until: \(date), kind: unpaid}]"
      #expect(
        granted.output.contains(
          """
          Repair 2026-W10: write this into changes-2026-W10.yaml, give the run folder of version 1,
            \(entry)
            shiftwright reoptimize RUN --changes changes-2026-W10.yaml --out REPAIRED
            shiftwright publish REPAIRED --db center.db

          """
        )
      )
      let again = try await place.run(["publish", "run", "--db", "center.db"])
      #expect(again.exitCode == 2)
      try place.write("changes-2026-W10.yaml", entry + "\n")
      try await place.succeed(
        ["reoptimize", "run", "--changes", "changes-2026-W10.yaml", "--out", "repaired"]
          + Self.quick
      )
      let published = try await place.succeed(["publish", "repaired", "--db", "center.db"])
      #expect(published.output.hasPrefix("repaired is version 2 of 2026-W10.\n"))
      #expect(!published.output.contains("not in center.db"))
      let back = try await place.succeed(decide(1, "--refuse", "--reason", "ill-timed"))
      #expect(back.output.contains("refused."))
      try await place.succeed(["db", "export", "out", "--db", "center.db"])
      #expect(try place.files("out") == place.files("small"))
    }
  }

  @Test func `everything that is wrong is said at once`() async throws {
    try await withCenter { place in
      let result = try await place.run(
        ["timeoff", "request", "E003", "--from", "2026-02-30", "--until", "soon"]
          + ["--kind", "", "--db", "center.db"]
      )
      #expect(result.exitCode == 1)
      #expect(
        result.errors == """
          center.db knows no employee 'E003'.
          Give an identifier on record; 'shiftwright db export' writes them to employees.csv.
          --from is '2026-02-30'.
          The calendar has no such day: the month has 28. Write a date as YYYY-MM-DD.
          --until is 'soon'.
          Write a date as YYYY-MM-DD or a local time as YYYY-MM-DDTHH:MM.
          --kind is ''.
          Write one in up to 40 characters: vacation, leave, unpaid.
          4 errors. Nothing was written.

          """
      )
      try await place.succeed(ask("E0003", "2026-03-02", "2026-03-04"))
      let twice = try await place.run(ask("E0003", "2026-03-04T12:00", "2026-03-06"))
      #expect(
        twice.errors == """
          Request 1 asks for 2026-03-02 to 2026-03-04 already.
          Decide on it first, or ask for other days.
          1 error. Nothing was written.

          """
      )
      let known = try await place.run(ask("E0009", "2026-01-03", "2026-03-02"))
      #expect(
        known.errors == """
          The absence begins on 2026-01-03, but today is 2026-02-20.
          Ask for days from today on. What was agreed before: --today with the day of the agreement.
          E0009 is away 2026-03-02 to 2026-03-03 already.
          Ask for the other days only.
          2 errors. Nothing was written.

          """
      )
      let backwards = try await place.run(ask("E0003", "2026-04-02", "2026-04-01"))
      #expect(backwards.errors.hasPrefix("--until is 2026-04-01 but --from is 2026-04-02.\n"))
      let none = try await place.run(decide(9, "--grant"))
      #expect(
        none.errors == """
          center.db has no request 9.
          See which there are: shiftwright timeoff list --db center.db

          """
      )
      let both = try await place.run(decide(1, "--grant", "--refuse"))
      #expect(both.exitCode == 64)
      try await place.succeed(decide(1, "--refuse"))
      let again = try await place.run(decide(1, "--refuse"))
      #expect(
        again.errors == """
          Request 1 was refused by planner already; nothing was changed.
          --grant grants it after all.

          """
      )
      let list = try await place.succeed([
        "timeoff", "list", "--db", "center.db", "--state", "granted",
      ])
      #expect(list.output == "No such request was made.\n")
    }
  }

  /// 2026-12-28 to 2027-01-10: a part of the days is of each year.
  @Test func `days over New Year are split, and an erased person's requests go`() async throws {
    try await withCenter { place in
      try await place.succeed([
        "timeoff", "allowance", "E0003", "--year", "2026", "--days", "25", "--db", "center.db",
      ])
      let asked = try await place.succeed(ask("E0003", "2026-12-28", "2027-01-10"))
      let lines = asked.output.split(separator: "\n").map(String.init)
      // At least five days a week, Sundays closed: 28 to 31 December; 1 January, and 4 to 8.
      #expect(lines[1] == "Allowance 2026: takes 4 days of 25, 0 taken before, 21 left.")
      #expect(
        lines[2]
          == "Allowance 2027: takes 6 days, 0 taken before; no allowance is on record."
      )
      let short = try await place.run(decide(1, "--grant"))
      #expect(short.exitCode == 2)
      try await place.succeed(decide(1, "--grant", "--over"))
      try await place.succeed([
        "db", "erase", "E0003", "--db", "center.db", "--reason", "left the center",
      ])
      let list = try await place.succeed(["timeoff", "list", "--db", "center.db"])
      #expect(list.output == "No such request was made.\n")
      try await place.succeed(["db", "check", "--db", "center.db"])
      try await place.succeed(["audit", "verify", "--db", "center.db"])
    }
  }
}
