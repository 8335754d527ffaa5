import ArgumentParser
import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct SimulateCommandTests {
  private func lines(_ arguments: String...) throws -> [SpeedLine] {
    let parsed = try SimulateCommand.parse(arguments + ["--replications", "2", "--runs", "1"])
    return try parsed.lines()
  }

  @Test func `the last line is the figure of M/M/100+M and begins with it`() throws {
    let lines = try lines("--skills")
    #expect(lines.map(\.model) == ["three queues with skills", "M/M/100+M"])
    #expect(try lines[1].jsonLine().hasPrefix("{\"contacts_per_second\":"))
    #expect(lines.allSatisfy { $0.contactsPerSecond > 0 })
    // Two days of 28,500 and 28,800 contacts: standard error near 240.
    #expect(abs(lines[1].played - 57_000) < 1000)
    #expect(abs(lines[0].played - 57_600) < 1000)
    #expect(try self.lines().map(\.model) == ["M/M/100+M"])
  }

  @Test func `the same seed plays the same contacts`() throws {
    let one = try lines("--seed", "5")[0]
    let other = try lines("--seed", "5")[0]
    #expect(one.played == other.played)
    #expect(one.serviceLevel == other.serviceLevel)
    #expect(try lines("--seed", "6")[0].played != one.played)
  }

  @Test func `numbers outside their ranges are refused`() throws {
    #expect(throws: (any Error).self) { try SimulateCommand.parse(["--runs", "0"]) }
    let few = try SimulateCommand.parse(["--replications", "1"])
    #expect(throws: ShiftwrightError.self) { try few.lines() }
  }
}
