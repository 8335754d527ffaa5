import Foundation
import Testing

/// `shiftwright forecast backtest`.
@Suite struct BacktestCommandTests {
  private static let backtest = [
    "forecast", "backtest", "small", "--origins", "2026-02-16", "--methods", "weekday-mean",
    "--out", "judged",
  ]

  /// A queue that begins next week has nothing to be judged by; the others have.
  @Test func `a queue without rows is left out, and told`() async throws {
    try await Workplace.with { place in
      let rows = try place.text("small/contacts.csv").split(separator: "\n")
      let kept = rows.filter { !$0.hasPrefix("phone_cards,") }
      try place.write("small/contacts.csv", kept.joined(separator: "\n") + "\n")
      let settings = try place.text("small/scenario.yaml").replacing(
        "name: phone_cards",
        with: "name: phone_cards\n    like: phone_general\n    like_factor: 0.5"
      )
      try place.write("small/scenario.yaml", settings)
      let result = try await place.succeed(Self.backtest)
      #expect(
        result.errors.contains(
          "contacts.csv: note: queue 'phone_cards' has no rows; it is left out of the backtest."
        ),
        "\(result.errors)"
      )
      #expect(result.output.contains("phone_general: 1 week"))
      let asked = try await place.run(Self.backtest + ["--queue", "phone_cards"])
      #expect(asked.exitCode == 1)
      #expect(asked.errors.contains("queue 'phone_cards' has no rows."), "\(asked.errors)")
    }
  }
}
