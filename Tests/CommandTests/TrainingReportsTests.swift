import Foundation
import Testing

/// `shiftwright training …`: what HR reads, and what others do not.
@Suite struct TrainingReportsTests {
  /// What only HR may see, in the forms in which it could appear.
  private static let secrets = [
    "0.5625", "56.2%", "56.3%", "0.8375", "83.7%", "83.8%", "87231", "ref-77", "sheet 4711",
  ]

  /// Calls `body` with the scenario `small`, in which six of twenty failed a course at first, two of
  /// them twice.
  private func withTraining(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      try place.write(
        "small/training.yaml",
        """
        courses:
          - name: aml
            length_minutes: 90
            seats: 10
            pass_mark: 0.8
            validity: {months: 12}
            compliance: yes
            guards: [all]
        placement: {hours: "09:00-17:00", sessions_per_week: 3}

        """
      )
      try place.write(
        "small/sessions.csv",
        "session,course,start,end,room,site,trainer,seats,attendees\n"
          + "s1,aml,2026-01-12T10:00,2026-01-12T11:30,,,E0001,20,\n"
      )
      var assessments =
        "employee,course,sat,attempt,score,pass_mark,examiner,evidence,session,source,reference,"
        + "corrects,reason\n"
      var certificates = "employee,course,attained,from,lapses,reference\n"
      var attendance = "employee,session,minutes,reference\n"
      for number in 1...20 {
        let id = "E00" + (number < 10 ? "0" : "") + "\(number)"
        attendance += "\(id),s1,87231,a\(number)\n"
        let fails = number <= 2 ? 2 : number <= 6 ? 1 : 0
        for attempt in 1...min(2, fails + 1) {
          let score = attempt > fails ? "0.8375" : "0.5625"
          assessments += "\(id),aml,2026-01-1\(1 + attempt)T12:00,\(attempt),\(score),0.8,E0024,"
          assessments += "sheet 4711,s1,lms,ref-77\(number)-\(attempt),,\n"
        }
        guard fails < 2 else { continue }
        certificates += "\(id),aml,2026-01-12,,2026-03-0\(1 + number % 9),c\(number)\n"
      }
      assessments += "E0020,aml,2026-01-12T12:00,1,0.9,0.8,E0024,,s1,lms,ref-78,ref-7720-1,"
      assessments += "misread\n"
      try place.write("small/assessments.csv", assessments)
      try place.write("small/certifications.csv", certificates)
      try place.write("small/attendance.csv", attendance)
      try await body(place)
    }
  }

  private static let day = ["--on", "2026-02-16"]

  @Test func `a report has rates, dues and coverage, as text and as files`() async throws {
    try await withTraining { place in
      let report = ["training", "report", "small"] + Self.day
      let text = try await place.succeed(report).output
      #expect(text.contains("2026-02-16"))
      #expect(text.contains("18 of 20 passed, 90.0%"))
      #expect(text.contains("14 of 20"))
      #expect(text.contains("Failing twice"))
      for ending in ["html", "csv", "json"] {
        let first = try await place.succeed(report + ["--out", "one.\(ending)"])
        #expect(first.output.hasSuffix("Written to one.\(ending).\n"))
        try await place.succeed(report + ["--out", "two.\(ending)"])
        #expect(try place.text("one.\(ending)") == place.text("two.\(ending)"))
      }
      let csv = try place.text("one.csv").split(separator: "\n")
      #expect(
        csv == [
          "course,sat,first_passed,first_share,first_low,first_high,"
            + "final_passed,final_share,final_low,final_high,verdict,open",
          "aml,20,14,0.7,0.481027,0.854523,18,0.9,0.698966,0.972134,open,2",
        ]
      )
      let data = Data(try place.text("one.json").utf8)
      let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let tables = try #require(json["tables"] as? [String: [[String: Any]]])
      #expect(tables["failing"]?.compactMap { $0["employee"] as? String } == ["E0001", "E0002"])
      #expect(tables["by_trainer"]?.first?["trainer"] as? String == "E0001")
      let page = try place.text("one.html")
      #expect(page.contains("id=\"by_quarter\"") && page.contains("class=\"plot rate\""))
    }
  }

  @Test func `due lists, records, seats, effects and reminders answer`() async throws {
    try await withTraining { place in
      let due = ["training", "due", "small", "--within", "30d", "--out", "due.csv"] + Self.day
      try await place.succeed(due)
      let rows = try place.text("due.csv").split(separator: "\n").map(String.init)
      #expect(rows[0] == "employee,course,by,kind,days_left,skills_lost,booked")
      #expect(rows.count { $0.contains(",renewal,") } == 18)
      #expect(rows.contains { $0.hasPrefix("E0009,aml,2026-03-01,renewal,13,") })
      let record = try await place.succeed(
        ["training", "record", "small", "E0020", "--out", "record.html"] + Self.day
      )
      #expect(record.output.contains("× aml"))
      let page = try place.text("record.html")
      #expect(page.contains("<del>ref") || page.contains("<del>lms ref-7720-1</del>"))
      #expect(page.contains("misread"))
      let seats = try await place.succeed(
        ["training", "buffer", "small", "aml", "--need", "8", "--ready", "2026-06-03"] + Self.day
      )
      #expect(seats.output.contains("must sit so that 8 pass with 95%"))
      let effect = try await place.succeed(["training", "effect", "small", "aml"] + Self.day)
      #expect(effect.output.contains("No measure has records"))
      let remind = try await place.succeed(
        ["training", "remind", "small", "--out", "mail", "--since", "2026-01-31"] + Self.day
      )
      let calendars = try place.files("mail").count - 2
      #expect(
        remind.output == "2026-02-16: 14 reminders, \(calendars) calendars, in mail.\n"
      )
      // The same place again the next day, with fewer.
      let next = ["training", "remind", "small", "--out", "mail", "--on", "2026-02-17"]
      try await place.succeed(next)
    }
  }

  @Test func `planners and managers get no score, attempt or attendance of a person`() async throws
  {
    try await withTraining { place in
      for role in ["planner", "manager"] {
        let who = ["--role", role] + Self.day
        let commands = [
          ["report", "small"], ["report", "small", "--by", "team,trainer"], ["due", "small"],
          ["effect", "small", "aml"], ["buffer", "small", "aml", "--need", "3"],
        ]
        for (number, command) in commands.enumerated() {
          var shown = try await place.succeed(["training"] + command + who).output
          for ending in ["html", "csv", "json"] {
            let file = "\(role)\(number).\(ending)"
            try await place.succeed(["training"] + command + who + ["--out", file])
            shown += try place.text(file)
          }
          for secret in Self.secrets { #expect(!shown.contains(secret), "\(role) \(command)") }
          if role == "manager", command[0] == "due" { #expect(!shown.contains("E00")) }
          if command[0] == "report" { #expect(!shown.contains("E0002")) }
        }
        let refused = try await place.run(["training", "record", "small", "E0003"] + who)
        #expect(refused.exitCode == 1 && refused.output.isEmpty)
        #expect(
          refused.errors == "The training record of 'E0003' holds personal results, "
            + "which \(role)s may not see.\nHR (--role hr) and the person may.\n"
        )
      }
      let reminders = try await place.run(
        ["training", "remind", "small", "--out", "mail", "--role", "manager"] + Self.day
      )
      #expect(reminders.exitCode == 1)
      #expect(try !place.names().contains("mail"))
    }
  }

  @Test func `no output of a plan holds personal results`() async throws {
    try await withTraining { place in
      let quick = ["--effort", "1", "--replications", "2"]
      let plan = try await place.succeed(place.plan(with: quick))
      let texts = try place.files("run").values.map { String(decoding: $0, as: UTF8.self) }
      // Scores are numbers that a forecast may hold too; these are not.
      for secret in ["ref-77", "sheet 4711"] {
        #expect(!plan.output.contains(secret))
        #expect(texts.allSatisfy { !$0.contains(secret) })
      }
    }
  }

  @Test(arguments: [
    (["report", "small", "--role", "boss"], "Write hr, planner or manager."),
    (["report", "small", "--out", "page.pdf"], "End the name with .html, .csv or .json."),
    (["report", "small", "--by", "course,color"], "Write one or more of course, cohort, team,"),
    (["report", "small", "--goal", "90"], "--goal is 90.0."),
    (["due", "small", "--within", "90"], "Write days or weeks with their unit: 90d or 13w."),
    (["buffer", "small", "--need", "3"], "Give the name of a course, or --curriculum"),
    (["buffer", "small", "aml", "--need", "0"], "Write a whole number from 1 to 1000."),
    (["buffer", "small", "aml", "--need", "3", "--prior", "1"], "Write two numbers above 0"),
  ])
  func `wrong usage is named`(arguments: [String], message: String) async throws {
    try await TemporaryFolder.with { folder in
      let result = try await CommandRunner(folder: folder).run(["training"] + arguments)
      #expect(result.exitCode == 64)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }
}
