import Foundation
import Testing

/// `shiftwright worth` on a run of `plan`.
@Suite struct WorthCommandTests {
  private static let quick = ["--effort", "1", "--confirm", "6"]

  private func withRun(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      try await place.succeed(place.plan())
      try await body(place)
    }
  }

  private func rows(_ csv: String) throws -> [[String: String]] {
    let lines = csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test func `both figures stand side by side, the same for any number of threads`() async throws {
    try await withRun { place in
      let result = try await place.succeed(
        ["worth", "run", "--out", "one", "--threads", "1"] + Self.quick
      )
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      for part in [
        "by the duals", "by a new search", "6 things were searched again", "One more hour",
      ] {
        #expect(result.output.unwrapped.contains(part), "\(part)\n\(result.output)")
      }
      try await place.succeed(["worth", "run", "--out", "two", "--threads", "2"] + Self.quick)
      #expect(try place.files("one") == place.files("two"))
      #expect(try place.files("one").keys.sorted() == ["worth.csv", "worth.html"])
      let csv = try place.text("one/worth.csv")
      #expect(csv.hasPrefix("kind,what,from,until,dual,resolve,difference,unit,"))
      let rows = try rows(csv)
      #expect(Set(rows.compactMap { $0["kind"] }) == ["hour", "shift", "rule", "certificate"])
      let confirmed = rows.filter { $0["resolve"] != "" }
      #expect(confirmed.count == 6)
      for row in confirmed {
        let figures = try ["dual", "resolve", "difference"].map {
          try #require(Double(row[$0] ?? ""))
        }
        #expect(abs(figures[1] - figures[0] - figures[2]) < 1e-3)
        #expect(["yes", "no"].contains(row["inside_gap"] ?? ""))
      }
      let names = try place.text("small/employees.csv").split(separator: "\n").dropFirst()
        .compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }
      let html = try place.text("one/worth.html")
      #expect(!names.isEmpty)
      #expect(names.allSatisfy { !html.contains($0) && !csv.contains($0) })
    }
  }

  @Test func `asks about one interval`() async throws {
    try await withRun { place in
      let result = try await place.succeed(
        ["worth", "run", "--interval", "TUE10:00", "--effort", "1", "--confirm", "1"]
      )
      #expect(result.output.contains("10:00–11:00"))
      #expect(!result.output.contains("Each rule"))
      let closed = try await place.run(["worth", "run", "--interval", "MON03:00"])
      #expect(closed.exitCode == 1)
      #expect(closed.errors.contains("No hour begins at MON03:00"))
      #expect(closed.errors.contains("such as MON10:00"))
      let wrong = try await place.run(["worth", "run", "--interval", "10:00"])
      #expect(wrong.exitCode == 64)
      #expect(wrong.errors.contains("DDDHH:MM"))
    }
  }

  @Test func `wants a run`() async throws {
    try await Workplace.with { place in
      let result = try await place.run(["worth", "small"])
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("inputs/"))
    }
  }
}
