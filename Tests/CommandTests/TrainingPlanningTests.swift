import Foundation
import Testing

/// The commands that place classes and look ahead, as a user runs them.
@Suite struct TrainingPlanningTests {
  private static func with(
    _ lapse: String,
    _ body: (Workplace) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { folder in
      let place = Workplace(folder: folder)
      try await place.succeed([
        "sample", "--people", "24", "--queues", "2", "--weeks", "4", "--training", "--lapse",
        lapse, "small",
      ])
      try await body(place)
    }
  }

  @Test func `classes are placed, and the scenario reads with them`() async throws {
    try await Self.with("0.3@2026-03-06") { place in
      let result = try await place.succeed([
        "training", "place", "small", "--week", "2026-W10", "--out", "classes",
      ])
      #expect(result.output.contains("7 people seated"))
      #expect(result.output.contains("all at mon 13:00"))
      let rows = try place.text("classes/placement.csv").split(separator: "\n")
      #expect(rows.count == 8)
      #expect(rows.dropFirst().allSatisfy { $0.contains(",2026-03-06T00:00,") })
      // a planner sees no chances of people
      #expect(
        rows.dropFirst().allSatisfy {
          $0.split(separator: ",", omittingEmptySubsequences: false)[5].isEmpty
        }
      )
      for name in ["sessions.csv", "by_hand_sessions.csv"] {
        try place.write("small/sessions.csv", try place.text("classes/" + name))
        try await place.succeed(["forecast", "small", "--week", "2026-W10", "--out", name + ".csv"])
      }
      let again = try await place.succeed([
        "training", "place", "small", "--week", "2026-W10", "--out", "more", "--role", "hr",
      ])
      #expect(again.output.contains("0 people seated"))
    }
  }

  @Test func `what cannot be placed is said, with exit code 2`() async throws {
    try await Self.with("1@2026-03-05") { place in
      let text = try place.text("small/training.yaml")
      try place.write(
        "small/training.yaml",
        text.replacing("sessions_per_week: 4", with: "sessions_per_week: 1")
      )
      let result = try await place.run([
        "training", "place", "small", "--week", "2026-W10", "--out", "classes",
      ])
      #expect(result.exitCode == 2)
      #expect(result.output.contains("What would help, each found by placing again:"))
      #expect(result.output.contains("One more class of a course a week would seat"))
      let unplaced = try place.text("classes/unplaced.csv")
      #expect(unplaced.contains("yes,no seat is left in a class that suits,"))
    }
  }

  @Test func `a scenario without courses is refused`() async throws {
    try await Workplace.with { place in
      for command in [["place", "small", "--week", "2026-W10"], ["cliff", "small"]] {
        let result = try await place.run(["training"] + command + ["--out", "out"])
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("has no courses"))
      }
      let bad = try await place.run([
        "training", "place", "small", "--week", "2026-W10", "--out", "x", "--by-hand", "noon",
      ])
      #expect(bad.exitCode == 64)
      #expect(bad.errors.contains("Write a weekday and a time, such as 'TUE 10:00'."))
    }
  }

  @Test func `the cliff is shown and written`() async throws {
    try await Self.with("0.4@2026-03-09") { place in
      let result = try await place.succeed([
        "training", "cliff", "small", "--weeks", "2", "--replications", "5", "--out", "cliff",
      ])
      #expect(result.output.contains("The cheapest plan renews"))
      let rows = try place.text("cliff/cliff.csv").split(separator: "\n")
      #expect(rows.count == 1 + 2 * 2)
      #expect(try place.text("cliff/cliff.html").contains("<h2>Service</h2>"))
      #expect(try place.text("cliff/renewals.csv").contains(",aml,2026-W10,2026-03-09T00:00,"))
    }
  }

  @Test func `options of samples are checked`() async throws {
    try await TemporaryFolder.with { folder in
      let place = Workplace(folder: folder)
      let cases = [
        (["--lapse", "0.4@2026-03-31"], "--lapse goes with --training."),
        (["--training", "--lapse", "40%"], "Write a share and a date"),
        (["--training", "--lapse", "0.4@2025-01-01"], "Give --lapse a date after that day"),
      ]
      for (options, message) in cases {
        let result = try await place.run(["sample", "x"] + options)
        #expect(result.exitCode == 64)
        #expect(result.errors.contains(message), "\(result.errors)")
      }
    }
  }
}
