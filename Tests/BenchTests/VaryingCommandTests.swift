import ArgumentParser
import Foundation
import Testing
import Workforce

@testable import shiftwright_bench

@Suite struct VaryingCommandTests {
  private func lines(_ arguments: String...) throws -> [VaryingLine] {
    try VaryingCommand.parse(arguments).lines()
  }

  @Test(arguments: [
    "900 s, variation 1.0, 15 min, patience 120 s, plain",
    "900 s, variation 2.0, 15 min, no patience, corrected",
    "300 s, variation 1.0, 30 min, patience 120 s, nine of ten",
  ])
  func `the correction is closer to simulation in nine of ten intervals`(only: String) throws {
    let lines = try lines("--replications", "4000", "--only", only)
    #expect(lines.map(\.name) == [lines[0].name, "all"])
    #expect(lines[0].name.contains(only))
    #expect(lines[0].differing >= 8)
    #expect(10 * lines[0].closer >= 9 * lines[0].differing)
    #expect(lines[0].error < lines[0].plainError / 4)
    #expect(lines[1].differing == lines[0].differing)
  }

  @Test func `corrected agents meet the target in every interval with fewer hours`() throws {
    let day = "900 s, variation 1.0, 15 min, no patience"
    let lines = try lines("--replications", "4000", "--only", day)
    #expect(lines.count == 3)
    #expect(lines[1].agentHours < 0.95 * lines[0].agentHours)
    #expect(lines[1].belowTarget == 0)
  }

  @Test func `the mean weekday of a file is staffed as well`() throws {
    let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let rows = (0..<288).map { step in
      let time = "\(digits(step / 12)):\(digits(step % 12 * 5)):00"
      let calls = (96..<216).contains(step) ? 10 : 0
      return "2003-03-03 \(time),\(calls)\n2003-03-08 \(time),900\n"
    }
    let wrong = "timestamp,calls\n2003-03-03 07:00:00\n"
    try TemporaryFile.with(["timestamp,calls\n" + rows.joined(), wrong]) { paths in
      let day = "mean weekday, 300 s, variation 1.0, 15 min, patience"
      let lines = try lines("--series", paths[0], "--only", day, "--replications", "2")
      #expect(lines.count == 3)
      // The Saturday does not count.
      #expect(lines[0].intervals == 40)
      #expect(lines[0].agentHours < 500)
      #expect {
        try self.lines("--series", paths[1])
      } throws: { error in
        "\(error)" == """
          '2003-03-03 07:00:00' is not a row of timestamp and calls.
          Give rows such as 2003-03-03 07:00:00,111.
          """
      }
    }
  }

  /// The bank's calls beside the package; `nil` where they are absent.
  static let bank: String? = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let file = root.appending(path: "shared/data/arrivals/bank_calls_5min.csv").path
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }()

  @Test(.enabled(if: bank != nil, "the shared bank calls are absent"))
  func `the correction is closer on the bank's mean weekday`() throws {
    let line = try lines(
      "--series",
      try #require(Self.bank),
      "--only",
      "mean weekday, 300 s, variation 1.0, 15 min, patience 120 s, plain",
      "--replications",
      "100"
    )[0]
    #expect(line.differing >= 8)
    #expect(10 * line.closer >= 9 * line.differing)
  }

  @Test func `a text that no case holds is refused`() {
    #expect(throws: ValidationError.self) { try lines("--only", "fax") }
  }

  @Test(arguments: [[], [2, 3, 1, 0, 0, 4], [0, 5, 5, 2, 6]])
  func `shifts add up to the agents`(agents: [Int]) {
    let shifts = VaryingDay.shifts(agents)
    for (index, count) in agents.enumerated() {
      #expect(shifts.count { $0.contains(index) } == count)
    }
    #expect(shifts.allSatisfy { !$0.isEmpty })
  }
}
