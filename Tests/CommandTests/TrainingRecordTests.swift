import Foundation
import Testing

/// `shiftwright training`: what changes the record, from the command line.
@Suite struct TrainingRecordTests {
  private static let curriculum = """
    courses:
      - {name: aml, length_minutes: 90, pass_mark: 0.8, validity: {months: 12}, renewal_window_days: 60}
      - {name: cards, length_minutes: 60, pass_mark: 0.75}
    curricula:
      - name: agent
        stages:
          - {name: compliance, length_days: 7, courses: [aml], counts: 0}

    """

  private static let classes = """
    session,course,start,end,room,site,trainer,seats,attendees
    s1,aml,2026-03-03T10:00,2026-03-03T11:30,,,E0003,20,E0001+E0002

    """

  /// Calls `body` with `small` and a curriculum in `center.db`.
  private func withCenter(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      try place.write("training.yaml", Self.curriculum)
      try place.write("sessions.csv", Self.classes)
      try await place.succeed(["db", "init", "--db", "center.db"])
      try await place.succeed(["db", "import", "small", "--db", "center.db"])
      try await body(place)
    }
  }

  /// Each command once, and what it prints but for the entry.
  @Test func `records training from an empty database on`() async throws {
    try await withCenter { place in
      let steps: [(words: String, said: String)] = [
        ("curriculum training.yaml", "training.yaml is in force: 2 courses, 1 curriculum."),
        ("import sessions.csv", "1 file: 1 class, 3 places in classes new."),
        (
          "enrol --team|team 1|--curriculum agent --from 2026-03-02 --cohort spring",
          "15 people are on agent from 2026-03-02: 15 new."
        ),
        (
          "enrol E0001 E0002 --course aml --session s1 --from 2026-03-02",
          "2 people are on aml from 2026-03-02: 2 new."
        ),
        ("attend s1 E0001 E0002 --minutes 90", "2 people with 90 minutes at class s1."),
        (
          "assess E0001 aml --sat 2026-03-03T11:30 --score 0.6 --session s1",
          "1 assessment is on record as 1 of source shiftwright: not passed."
        ),
        (
          "correct shiftwright 1 --score 0.85 --reason misread",
          "1 correction is on record as correction-1 of source shiftwright: passed.\n"
            + "Certificate shiftwright-correction-1 holds until 2027-03-03T00:00."
        ),
        (
          "certify E0002 cards --attained 2026-03-02 --lapses never",
          "Certificate certificate-1 holds for ever."
        ),
        (
          "certify --revoke certificate-1 --reason mistake",
          "Certificate certificate-1 is taken back."
        ),
        (
          "mentor E0001 E0002 --from 2026-03-09 --until 2026-09-30",
          "1 pair from 2026-03-09 until 2026-09-30."
        ),
      ]
      for (number, step) in steps.enumerated() {
        let words = step.words.split(separator: "|").enumerated().flatMap { index, part in
          index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        let done = try await place.succeed(["training"] + words + ["--db", "center.db"])
        #expect(done.output.hasPrefix(step.said + "\nconfirmed \(number + 3):"), "\(done.output)")
        #expect(done.errors.isEmpty == (number != 2), "\(done.errors)")
        let warning = "Warning: 15 people were in service before"
        if number == 2 { #expect(done.errors.hasPrefix(warning)) }
      }
      try await place.succeed(["audit", "verify", "--db", "center.db"])
      try await place.succeed(["db", "check", "--db", "center.db"])
      let file = try await place.succeed(["training", "curriculum", "--db", "center.db"])
      #expect(file.output == Self.curriculum)
      try await place.succeed(["db", "export", "out", "--db", "center.db"])
      #expect(
        try place.text("out/assessments.csv") == """
          employee,course,sat,attempt,score,pass_mark,examiner,evidence,session,source,reference,corrects,reason
          E0001,aml,2026-03-03T11:30,1,0.6,0.8,,,s1,shiftwright,1,,
          E0001,aml,2026-03-03T11:30,1,0.85,0.8,,,s1,shiftwright,correction-1,1,misread

          """
      )
      let list = try await place.succeed(["audit", "list", "--db", "center.db"])
      #expect(!list.output.contains("E0001") && !list.output.contains("0.85"))
    }
  }

  @Test func `wrong usage says what is meant`() async throws {
    try await withCenter { place in
      try await place.succeed(["training", "curriculum", "training.yaml", "--db", "center.db"])
      let cases: [(words: [String], code: Int32, said: String)] = [
        (
          ["enrol", "E0001", "--from", "2026-03-02"], 64,
          "Give --curriculum or --course, one of them."
        ),
        (
          ["enrol", "E0001", "--course", "amll", "--from", "2026-03-02"], 1,
          "center.db knows no course 'amll'.\nDid you mean 'aml'?"
        ),
        (["certify", "E0001"], 64, "Give the employee, the course and --attained"),
        (
          ["assess", "E0001", "aml", "--sat", "yesterday", "--score", "1"], 64,
          "Write a date as YYYY-MM-DD or a local time"
        ),
        (
          ["assess", "E0001", "aml", "--sat", "2026-03-02", "--score", "85"], 64,
          "Write a share between 0 and 1, such as 0.85."
        ),
        (["import", "assessment.csv"], 1, "Did you mean 'assessments.csv'?"),
      ]
      for c in cases {
        let result = try await place.run(["training"] + c.words + ["--db", "center.db"])
        #expect(result.exitCode == c.code, "\(c.words)")
        #expect(result.errors.contains(c.said), "\(result.errors)")
      }
      let list = try await place.succeed(["audit", "list", "--db", "center.db"])
      #expect(list.output.split(separator: "\n").count == 3)
    }
  }

  /// Kills imports at random moments: all rows of a file are there, or none.
  @Test func `an import that is killed leaves all or nothing`() async throws {
    try await withCenter { place in
      try await place.succeed(["training", "curriculum", "training.yaml", "--db", "center.db"])
      let header = "employee,course,attained,from,lapses,reference\n"
      for round in 0..<8 {
        let rows = (0..<400).map { row in
          "E00\(row % 2 == 0 ? "01" : "02"),aml,2026-03-02,,2027-03-02,\(round)-\(row)\n"
        }
        try place.write("certifications.csv", header + rows.joined())
        let command = try place.runner.start([
          "training", "import", "certifications.csv", "--db", "center.db",
        ])
        try await Task.sleep(for: .milliseconds(10 * round))
        command.killNow()
        let result = try await command.result()
        try await place.succeed(["audit", "verify", "--db", "center.db"])
        let again = try await place.succeed([
          "training", "import", "certifications.csv", "--db", "center.db",
        ])
        let isAll = again.output.hasPrefix("1 file: 400 certificates new.")
        let isNone = again.output.hasPrefix("1 file: nothing new.")
        #expect(isAll || isNone, "\(again.output)")
        #expect(isNone || !result.output.contains("confirmed"))
      }
      try await place.succeed(["db", "check", "--db", "center.db"])
    }
  }
}
