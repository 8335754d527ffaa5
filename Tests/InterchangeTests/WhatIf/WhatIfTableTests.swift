import TestSupport
import Testing
import Workforce

@testable import Interchange

/// The tables of a comparison.
@Suite struct WhatIfTableTests {
  private func rows(_ bytes: [UInt8]) -> [[String: String]] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test func `the frontier is what no other run beats`() {
    let make = ComparisonFixtures.run
    let comparison = ComparisonFixtures.comparison(
      axes: [],
      variants: [
        make("dearer and worse", [], 1100, 0.7, false),
        make("dearer and better", [], 1100, 0.9, false),
        make("the same again", [], 1100, 0.9, false),
        make("cheaper and worse", [], 900, 0.7, false),
        make("as dear and worse", [], 1000, 0.79, false),
      ]
    )
    let told = rows(WhatIfTable.csv(comparison)).map { $0["frontier"] }
    #expect(told == ["yes", "no", "yes", "yes", "yes", "no"])
  }

  @Test func `days have their service and the difference with its interval`() {
    let comparison = ComparisonFixtures.grid(rows: 1, columns: 2)
    let rows = rows(WhatIfDaysTable.csv(comparison))
    #expect(rows.count == 3 * 7)
    let base = rows.filter { $0["variant"] == "base" }
    #expect(base.map { $0["service_level"] } == Array(repeating: "0.8", count: 6) + [""])
    #expect(base.allSatisfy { $0["difference"] == "" && $0["volume"] == "" })
    let first = rows[7]
    #expect(first["date"] == "2026-03-02" && first["target"] == "80/30")
    #expect(first["service_level"] == "0.875" && first["service_low"] == "0.865")
    #expect(first["difference"] == "0.075")
    #expect(first["difference_low"] == "0.055" && first["difference_high"] == "0.095")
    #expect(rows[13]["date"] == "2026-03-08" && rows[13]["difference"] == "")
  }
}
