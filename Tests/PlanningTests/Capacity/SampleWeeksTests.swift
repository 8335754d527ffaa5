import TestSupport
import Testing
import Workforce

@testable import Planning

@Suite struct SampleWeeksTests {
  private func inputs(closed: [String]) throws -> PlanningInputs {
    let loaded = try LoadedScenario(CapacityPlannerTests.place)
    var inputs = loaded.inputs
    inputs.calendar = closed.map {
      CalendarEntry(date: ScenarioFixtures.date($0), kind: .closed, name: "holiday", factor: nil)
    }
    return inputs
  }

  @Test func `the middle week stands for a month, and another where it has holidays`() throws {
    let month = try #require(CalendarMonth("2026-04"))
    let plain = SampleWeeks(inputs: try inputs(closed: []))
    #expect(plain.week(of: month).description == "2026-W16")
    let holiday = SampleWeeks(inputs: try inputs(closed: ["2026-04-14"]))
    #expect(holiday.week(of: month).description == "2026-W15")
  }

  @Test func `months follow each other over years`() throws {
    let month = try #require(CalendarMonth("2026-11"))
    #expect(month.adding(months: 3).description == "2027-02")
    #expect(month.adding(months: 3).months(since: month) == 3)
    #expect(month.adding(months: -11).firstDay.description == "2025-12-01")
    #expect(CalendarMonth("2026-13") == nil && CalendarMonth("2026-1") == nil)
  }
}
