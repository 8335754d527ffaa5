import Testing
import Workforce

/// Code that the documentation quotes and no other test holds.
@Suite struct DocsExamplesTests {
  @Test func `a week with a clock change has fewer intervals`() throws {
    let london = try #require(Zone(identifier: "Europe/London"))
    let week = try #require(ISOWeek("2026-W13"))
    let grid = try #require(TimeGrid(week: week, stepMinutes: 30, zone: london))
    // The clocks skip an hour on that Sunday: two half hours fewer than 7 × 48.
    #expect(grid.count == 334)
  }
}
