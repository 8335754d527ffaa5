import Testing

/// Meetings, whose times a plan settles, in the commands that read its roster.
@Suite struct MeetingCommandTests {
  private static let plan = [
    "plan", "small", "--week", Workplace.week, "--out", "run", "--effort", "1", "--replications",
    "2",
    "--cover", "need",
  ]

  private func meeting(_ place: Workplace) throws {
    let settings = try place.text("small/scenario.yaml")
    let people = try place.text("small/employees.csv").split(separator: "\n").dropFirst()
    let names = people.prefix(6).map { $0.prefix(5) }.joined(separator: ", ")
    try place.write(
      "small/scenario.yaml",
      settings
        + """
        meetings:
          - {name: huddle, employees: [\(names)], minutes: 15, weekdays: [tue], hours: "10:00-16:00"}

        """
    )
  }

  @Test func `a roster with meetings is checked, stage by stage and published too`() async throws {
    try await Workplace.with { place in
      try meeting(place)
      _ = try await place.run(Self.plan)
      #expect(try place.text("run/inputs/meetings.csv").contains("huddle,2026-03-03T"))
      #expect(try place.text("run/roster.csv").contains(",huddle 2026-03-03"))
      let checked = try await place.run(["check", "small", "run"])
      #expect([0, 2].contains(checked.exitCode), "\(checked.errors)")
      #expect(!checked.output.contains("huddle"), "\(checked.output)")
      let stage = ["roster", "small", "--requirement", "run", "--out", "stage", "--effort", "1"]
      let rostered = try await place.run(stage)
      #expect([0, 2].contains(rostered.exitCode), "\(rostered.errors)")
      #expect(try place.text("stage/roster.csv").contains(",huddle 2026-03-03"))
      try await place.succeed(["db", "init", "--db", "center.db"])
      try await place.succeed(["db", "import", "small", "--db", "center.db"])
      let published = try await place.run(["publish", "run", "--db", "center.db"])
      #expect(!(published.output + published.errors).contains("huddle"), "\(published.errors)")
    }
  }

  @Test func `somebody who is moved out of the meeting is told of`() async throws {
    try await Workplace.with { place in
      try meeting(place)
      _ = try await place.run(Self.plan)
      var rows = try place.text("run/roster.csv").split(separator: "\n").map(String.init)
      let row = try #require(rows.firstIndex { $0.hasSuffix(",huddle 2026-03-03") })
      rows[row] = rows[row].replacing(",training,", with: ",work,")
        .replacing(",huddle 2026-03-03", with: ",")
      try place.write("edited.csv", rows.joined(separator: "\n") + "\n")
      let checked = try await place.run(["check", "small", "edited.csv"])
      #expect(checked.exitCode == 2, "\(checked.errors)")
      #expect(checked.output.contains("huddle"), "\(checked.output)")
    }
  }
}
