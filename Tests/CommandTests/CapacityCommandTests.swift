import Foundation
import Testing

/// `shiftwright capacity`: text without a folder, files in one, and what it refuses.
@Suite struct CapacityCommandTests {
  private static let quick = ["--months", "2", "--replications", "50"]

  @Test func `plans from nothing but a scenario, and says what it assumed`() async throws {
    try await Workplace.with { place in
      let result = try await place.succeed(["capacity", "small"] + Self.quick)
      #expect(result.output.hasPrefix("Capacity of "))
      #expect(result.output.contains("Assumed, because nothing else is given: "))
      #expect(result.output.contains("No plan is cheaper"))
      #expect(!result.output.contains("Files:"))
      for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test func `writes its files, the same for the same seed`() async throws {
    try await Workplace.with { place in
      for (out, threads) in [("one", "1"), ("two", "2")] {
        try await place.succeed(
          ["capacity", "small", "--out", out, "--threads", threads] + Self.quick
        )
      }
      let (one, two) = (try place.files("one"), try place.files("two"))
      #expect(
        one.keys.sorted() == [
          "capacity-actions.csv", "capacity.csv", "capacity.html", "capacity.json",
        ]
      )
      #expect(one == two)
      let rows = try place.text("one/capacity.csv").split(separator: "\n")
      // two months of two skills below the header
      #expect(rows.count == 5)
      #expect(rows[0].hasPrefix("month,skill,need_p10,need_p50,need_p90,heads_p10,"))
      #expect(rows[0].contains(",missing_mean,heads_for_target,probability,"))
      #expect(rows[0].hasSuffix(",probability_if_nothing,enough,hires,trained,renewed"))
      let json = try JSONSerialization.jsonObject(with: try #require(one["capacity.json"]))
      #expect((json as? [String: Any])?["report"] as? String == "capacity")
    }
  }

  @Test func `bad assumptions are told at once, and nothing is written`() async throws {
    try await Workplace.with { place in
      try place.write(
        "small/capacity.yaml",
        "absence: 2\nmising_month: 9\nattrition: {contracts: [{contract: none, monthly: 0.1}]}\n"
      )
      let result = try await place.run(["capacity", "small", "--out", "plan"] + Self.quick)
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("capacity.yaml:1: absence is 2."))
      #expect(result.errors.contains("capacity.yaml:2: unknown key 'mising_month'."))
      #expect(result.errors.contains("Did you mean 'missing_month'?"))
      #expect(result.errors.contains("capacity.yaml:3: unknown contract 'none'."))
      #expect(result.errors.contains("3 errors. Nothing was written."))
      #expect(!FileManager.default.fileExists(atPath: place.path("plan")))
    }
  }

  @Test func `a database takes assumptions from a file`() async throws {
    try await Workplace.with { place in
      try await place.succeed(["db", "init", "--db", "center.db"])
      try await place.succeed(["db", "import", "small", "--db", "center.db"])
      try place.write("future.yaml", "hiring: {most_per_month: 0}\n")
      let result = try await place.succeed(
        ["capacity", "center.db", "--assumptions", "future.yaml"] + Self.quick
      )
      #expect(result.output.contains("Nothing needs doing"))
    }
  }

  @Test func `a month before the history's end is refused with the first that can be`() async throws
  {
    try await Workplace.with { place in
      let result = try await place.run(["capacity", "small", "--from", "2025-12"] + Self.quick)
      #expect(result.exitCode == 1)
      #expect(
        result.errors.contains(
          "The history goes on to 2026-02-28, after 2025-12 began.\n"
            + "Give --from a month from 2026-02 on."
        )
      )
    }
  }
}
