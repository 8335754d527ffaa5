import Foundation
import Testing
import Workforce

@testable import Interchange

private let sharedData = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/data/arrivals")

@Suite struct BareHistoryTests {
  private func findings(_ text: String) -> [String] {
    let findings = FileFindings(file: "calls.csv")
    _ = BareHistoryFile.read(Array(text.utf8), findings)
    return findings.diagnostics.map(\.description)
  }

  @Test func `reads two columns under any names`() throws {
    let folder = try TemporaryFolder()
    let text = "\u{FEFF}When,Wie viele\r\n2026-03-02 08:00:00,5\r\n2026-03-02T08:30,2.5\r\n\r\n"
    let loaded = BareHistoryFile.load(try folder.write("calls.csv", text))
    #expect(loaded.diagnostics == [])
    let history = try #require(loaded.value)
    #expect(history.timestampColumn == "When")
    #expect(history.countColumn == "Wie viele")
    #expect(
      history.rows == [
        .init(line: 2, time: try RichScenario.local("2026-03-02T08:00"), count: 5),
        .init(line: 3, time: try RichScenario.local("2026-03-02T08:30"), count: 2.5),
      ]
    )
  }

  @Test func `takes one row per contact`() throws {
    let findings = FileFindings(file: "calls.csv")
    let text = "arrival\n2026-03-02 08:00:07\n2026-03-02 08:00:09\n"
    let history = try #require(BareHistoryFile.read(Array(text.utf8), findings))
    #expect(history.countColumn == "")
    #expect(history.rows.map(\.count) == [1, 1])
    #expect(history.rows[1].time.secondOfDay == 8 * 3600 + 9)
  }

  @Test func `reports all that is wrong`() {
    #expect(
      findings("time,calls\n2026-03-02 08:00,-1\n2.3.2026 8:30,5\n2026-03-02 09:00,many\n,3\n") == [
        "calls.csv:2: calls is -1.\nWrite a number of 0 or more.",
        """
        calls.csv:3: time is '2.3.2026 8:30'.
        Write a local time as YYYY-MM-DD HH:MM, seconds optional.
        """,
        "calls.csv:4: calls is 'many'.\nWrite a number of 0 or more.",
        """
        calls.csv:5: time is empty.
        Write a local time as YYYY-MM-DD HH:MM, seconds optional.
        """,
      ]
    )
  }

  @Test(arguments: [
    (
      "2026-03-02 08:00,5\n",
      """
      calls.csv:1: the first line is data: 2026-03-02 08:00,5.
      Put a header above it, such as timestamp,calls.
      """
    ),
    (
      "time,queue,calls\n",
      """
      calls.csv:1: the file has 3 columns: time, queue, calls.
      Keep two: a timestamp and a count; or one: a timestamp per contact.
      """
    ),
    (
      "time;calls\n2026-03-02 08:00;5\n",
      """
      calls.csv:1: the header has semicolons and no comma.
      Save the file with commas between the fields.
      """
    ),
    (
      "time,calls\n",
      """
      calls.csv: the file has no rows.
      Write a header such as timestamp,calls and one row per interval.
      """
    ),
    (
      "\n\n",
      """
      calls.csv:1: the file has no rows.
      Write a header such as timestamp,calls and one row per interval.
      """
    ),
    (
      "time,time\n2026-03-02 08:00,5\n",
      "calls.csv:1: the column 'time' occurs more than once.\nKeep one of them."
    ),
  ])
  func `reports files of another shape`(text: String, finding: String) {
    #expect(findings(text) == [finding])
  }

  @Test func `lists twenty of a kind`() {
    let rows = (1...100).map { "2026-03-02 08:00,\(-$0)\n" }
    let findings = findings("time,calls\n" + rows.joined())
    #expect(findings.count == 21)
    #expect(
      findings.last == """
        calls.csv:22: and 80 more like it (calls, the last in line 101).
        Correct them in the same way.
        """
    )
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: sharedData.path), "needs shared data"))
  func `reads the series that are kept for development`() throws {
    let counts = [
      ("bank_calls_5min.csv", "calls"), ("nab_nyc_taxi_30min.csv", "value"),
      ("servicenow_incidents_30min.csv", "incidents"),
    ]
    for (name, column) in counts {
      let url = sharedData.appendingPathComponent(name)
      let loaded = BareHistoryFile.load(url.path)
      #expect(loaded.diagnostics.map(\.description) == [])
      #expect(loaded.value?.countColumn == column)
      let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
      #expect(loaded.value?.rows.count == lines.count - 1)
    }
  }
}
