import Testing
import Workforce

@testable import Interchange

/// Every text is pinned whole: where, what, and what to do next.
@Suite struct PeopleProblemTests {
  @Test(arguments: cases1 + cases2)
  func `reports`(c: ProblemCase) {
    #expect(c.findings() == c.expected)
  }

  @Test func `an absence is on the clock of the person's site`() throws {
    var files = ScenarioTexts.files
    let settings = try #require(files["scenario.yaml"])
    files["scenario.yaml"] = settings.replacing(
      "{name: harbour, overtime_budget_hours: 40}",
      with: "{name: harbour, time_zone: America/New_York}"
    )
    files["absences.csv"] = """
      employee,from,until,kind
      E01,2026-03-08T02:30,2026-03-08T11:00,leave
      E01,2026-03-29T01:30,2026-03-29T11:00,leave

      """
    #expect(
      ScenarioTexts.load(files).diagnostics.map(\.description) == [
        """
        center/absences.csv:2: from is 2026-03-08T02:30, a time that does not exist in \
        America/New_York: the clock goes forward from 02:00 to 03:00.
        Write a time before or after the gap.
        """
      ]
    )
  }
}
