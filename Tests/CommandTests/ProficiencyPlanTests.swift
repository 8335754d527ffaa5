import Testing

/// Factors of people count in the need of every command alike.
@Suite struct ProficiencyPlanTests {
  /// Agent-hours by queue as `requirement.csv` has them.
  private func agents(_ place: Workplace, _ file: String) throws -> [String: Int] {
    try place.text(file).split(separator: "\n").dropFirst().reduce(into: [:]) { sums, row in
      let cells = row.split(separator: ",")
      sums[String(cells[0]), default: 0] += Int(cells[3]) ?? 0
    }
  }

  @Test func `plan, staff and verify agree on people who take longer`() async throws {
    try await MixedScenario.with { place in
      try await place.succeed(place.plan(with: ["--effort", "1", "--replications", "4"]))
      try await place.succeed(["staff", "small", "--forecast", "run", "--out", "need"])
      #expect(try place.text("need/requirement.csv") == place.text("run/requirement.csv"))
      #expect(try place.text("need/forecast.csv") == place.text("run/forecast.csv"))
      let verified = try await place.run(["verify", "run", "--replan"])
      #expect(verified.exitCode == 0, "\(verified.output)")

      let settings = try place.text("small/scenario.yaml")
      try place.write(
        "small/scenario.yaml",
        settings.replacing("factor: 1.3", with: "factor: 2.6")
          .replacing("factor: 0.85", with: "factor: 1.7")
      )
      let levels = try place.text("small/skills.csv").replacing(",\n", with: ",expert\n")
      try place.write("small/skills.csv", levels)
      try await place.succeed(["staff", "small", "--forecast", "run", "--out", "slow"])
      let before = try agents(place, "need/requirement.csv")
      let slow = try agents(place, "slow/requirement.csv")
      for queue in ["phone_general", "phone_cards", "chat", "mail", "lead"] {
        let (usual, longer) = (try #require(before[queue]), try #require(slow[queue]))
        #expect(Double(longer) > 1.25 * Double(usual), "\(queue): \(usual), \(longer)")
      }
      #expect(try place.text("slow/forecast.csv") == place.text("run/forecast.csv"))
    }
  }
}
