import Foundation
import Testing

/// The rest of a day, re-forecast by the built command.
@Suite struct IntradayCommandTests {
  @Test func `a plan's day is re-forecast with the chance that its people are enough`() async throws
  {
    try await Workplace.with { place in
      let plan = ["plan", "small", "--week", Workplace.week, "--out", "run"]
      try await place.succeed(plan + ["--effort", "1", "--replications", "2"])
      // the week has not come: a made-up Monday morning, half as busy again
      let forecast = try place.text("run/forecast.csv").split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let monday = try #require(forecast.dropFirst().first?[1].prefix(10))
      let morning = forecast.dropFirst().filter { $0[1].hasPrefix(monday) }
        .filter { (Int($0[1].dropFirst(11).prefix(2)) ?? 24) < 12 }
        .map { "\($0[0]),\($0[1].prefix(16)),\(Int((Double($0[2]) ?? 0) * 1.5))" }
      let rowsSoFar = ["queue,interval_start,arrivals"] + morning
      try place.write("busy.csv", rowsSoFar.joined(separator: "\n") + "\n")
      let arguments = ["forecast", "intraday", "small", "--actuals", "busy.csv", "--at", "12:00"]
      let result = try await place.succeed(arguments + ["--plan", "run", "--out", "day"])
      #expect(result.output.contains("above the plan's"))
      #expect(result.output.contains("The roster holds the target with"))
      let rows = try place.text("day/intraday.csv").split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      let later = rows.filter { (Int($0[1].dropFirst(11).prefix(2)) ?? 0) >= 12 }
      let planned = later.compactMap { Double($0[2]) }.reduce(0, +)
      let expected = later.compactMap { Double($0[4]) }.reduce(0, +)
      #expect(expected > planned)
      #expect(later.allSatisfy { $0[3].isEmpty })
      #expect(later.allSatisfy { (0...1).contains(Double($0[10]) ?? 2) })
      #expect(rows.filter { $0[3] != "" }.allSatisfy { $0[3] == $0[4] })
    }
  }

  @Test func `says what is wrong with the contacts`() async throws {
    try await Workplace.with { place in
      try place.write("bare.csv", "time,count\n2026-02-27T09:00,4\n")
      let arguments = ["forecast", "intraday", "small", "--at", "10:00", "--actuals"]
      let bare = try await place.run(arguments + ["bare.csv"])
      #expect(bare.exitCode == 1)
      #expect(bare.errors.contains("bare.csv: the file has no column 'queue'"))
      let absent = try await place.run(arguments + ["none.csv"])
      #expect(absent.errors.contains("none.csv: the file is missing."))
      let wrong = try await place.run(
        ["forecast", "intraday", "small", "--actuals", "bare.csv", "--at", "25:00"]
      )
      #expect(wrong.exitCode == 64)
      #expect(wrong.errors.contains("Write a time of day as HH:MM, such as 10:00."))
    }
  }
}
