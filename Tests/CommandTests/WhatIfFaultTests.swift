import Foundation
import Testing

/// Studies in which something is wrong or missing.
@Suite struct WhatIfFaultTests {
  private static let quick = ["--effort", "1", "--replications", "20", "--week", Workplace.week]

  @Test func `a week without any shift is compared like others`() async throws {
    try await Workplace.with { place in
      try place.write(
        "closed.yaml",
        "changes:\n  - close: {site: harbour, from: 2026-03-02, until: 2026-03-08}\n"
      )
      let result = try await place.succeed(
        ["whatif", "small", "closed.yaml", "--out", "study"] + Self.quick
      )
      #expect(result.output.unwrapped.contains("nobody serves"))
      let rows = try place.text("study/whatif.csv").split(separator: "\n")
      #expect(rows.count == 1 + 2 * 2)
      try await place.succeed(["verify", "study/runs/closed"])
    }
  }

  @Test func `a run that was changed is not compared, and is planned again`() async throws {
    try await Workplace.with { place in
      try place.write("more.yaml", "changes:\n  - volume: {factor: 1.3}\n")
      let ask = ["whatif", "small", "more.yaml", "--out", "study"] + Self.quick
      try await place.succeed(ask)
      let table = try place.text("study/whatif.csv")
      let name = "study/runs/more/roster.csv"
      let roster = try place.text(name)
      let shorter = roster.split(separator: "\n").filter { !$0.hasPrefix("E0001,") }
      try #require(shorter.count < roster.split(separator: "\n").count)
      try place.write(name, shorter.joined(separator: "\n") + "\n")
      let refused = try await place.run(["whatif", "collect", "study"])
      #expect(refused.exitCode == 1)
      #expect(refused.errors.contains("\(name) is not the file that the run wrote."))
      try await place.succeed(ask)
      #expect(try place.text(name) == roster)
      #expect(try place.text("study/whatif.csv") == table)
    }
  }

  @Test func `too little time for the first run is said, and the study goes on`() async throws {
    try await Workplace.with { place in
      try place.write("more.yaml", "changes:\n  - volume: {factor: 1.3}\n")
      let ask = ["whatif", "small", "more.yaml", "--out", "study"] + Self.quick
      let short = try await place.run(ask + ["--time-limit", "0.001"])
      #expect(short.exitCode == 2, "\(short.errors)")
      #expect(short.errors.contains("0 of 2 runs are there; the time was over."))
      try await place.succeed(ask)
    }
  }
}
