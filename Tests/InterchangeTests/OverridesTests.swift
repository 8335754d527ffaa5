import Testing
import Workforce

@testable import Interchange

/// `overrides.csv`; every text is pinned whole: where, what, and what to do next.
@Suite struct OverridesTests {
  private static let header = "queue,from,to,factor,value,reason\n"

  private func load(_ rows: String, header: String = header) -> Loaded<PlanningInputs> {
    var files = ScenarioTexts.files
    files["overrides.csv"] = header + rows
    return ScenarioTexts.load(files)
  }

  @Test func `reads factors and values, over days and times`() throws {
    let loaded = load(
      """
      phone,2026-03-02,2026-03-03,1.2,,Mailing
      *,2026-03-04T09:00,2026-03-04T12:30,,250,"Outage, announced"
      chat,2026-03-05,2026-03-05T12:00,0,,Moved

      """
    )
    #expect(loaded.diagnostics.map(\.description) == [])
    let overrides = try #require(loaded.value).overrides
    #expect(overrides.map(\.queue) == ["phone", nil, "chat"])
    #expect(overrides.map(\.change) == [.factor(1.2), .value(250), .factor(0)])
    #expect(overrides[0].until == LocalDateTime("2026-03-04T00:00"))
    #expect(overrides[1].until == LocalDateTime("2026-03-04T12:30"))
    #expect(overrides[2].from == LocalDateTime("2026-03-05T00:00"))
    #expect(overrides.map(\.isWholeDays) == [true, false, false])
    #expect(overrides[1].reason == "Outage, announced")
  }

  @Test func `factor or value may be left out as columns`() {
    let loaded = load("phone,2026-03-02,2026-03-03,5,x\n", header: "queue,from,to,value,reason\n")
    #expect(loaded.value?.overrides.map(\.change) == [.value(5)])
  }

  @Test(arguments: [
    (
      "phnoe,2026-03-02,2026-03-03,1.2,,Mailing",
      """
      center/overrides.csv:2: unknown queue 'phnoe'.
      Did you mean 'phone'? The queues are: phone, chat.
      """
    ),
    (
      "phone,2026-03-02,2026-03-03,,,Mailing",
      """
      center/overrides.csv:2: both factor and value are empty.
      Write one: a factor multiplies the forecast, a value is the contacts of the whole span.
      """
    ),
    (
      "phone,2026-03-02,2026-03-03,1.2,500,Mailing",
      """
      center/overrides.csv:2: factor is 1.2 and value is 500.
      Keep one: a factor multiplies the forecast, a value is the contacts of the whole span.
      """
    ),
    (
      "phone,2026-03-03,2026-03-02,1.2,,Mailing",
      """
      center/overrides.csv:2: to is 2026-03-02 but from is 2026-03-03.
      Write a to after the from; a date counts to its end.
      """
    ),
    (
      "phone,2026-03-02T09:00,2026-03-02T09:00,1.2,,Mailing",
      """
      center/overrides.csv:2: to is 2026-03-02T09:00 but from is 2026-03-02T09:00.
      Write a to after the from; a date counts to its end.
      """
    ),
    (
      "phone,2026-03-02,2026-03-02,-1,,Mailing",
      """
      center/overrides.csv:2: factor is -1.
      Write a number of 0 or more.
      """
    ),
    (
      "phone,2026-03-02,2026-03-02,,lots,Mailing",
      """
      center/overrides.csv:2: value is 'lots'.
      Write a number of 0 or more.
      """
    ),
    (
      "phone,2026-03-02,2026-03-02,,500,",
      """
      center/overrides.csv:2: reason is empty.
      Write why, in a few words.
      """
    ),
    (
      "phone,2.3.2026,2026-03-02,1.2,,Mailing",
      """
      center/overrides.csv:2: from is '2.3.2026'.
      Write a date as YYYY-MM-DD or a local time as YYYY-MM-DDTHH:MM.
      """
    ),
    (
      "phone,2026-03-29T01:30,2026-03-29T09:00,1.2,,Mailing",
      """
      center/overrides.csv:2: from is 2026-03-29T01:30, a time that does not exist in Europe/London: \
      the clock goes forward from 01:00 to 02:00.
      Write a time before or after the gap.
      """
    ),
    (
      "phone,2026-03-07,2026-03-09,,500,Mailing",
      """
      center/overrides.csv:2: the value's span runs from 2026-03-07T00:00 to 2026-03-10T00:00, past \
      the end of 2026-W10.
      A value is spread within one week, Monday to Sunday: write a row per week, or a factor.
      """
    ),
    (
      "phone,2026-03-02,2026-03-03,,500,Mailing\n*,2026-03-03,2026-03-03,,90,Outage",
      """
      center/overrides.csv:3: warning: the value's span overlaps that of line 2 for the same queue.
      Rows act in their order, so this one has the last word for the time that both cover.
      """
    ),
  ])
  func `reports`(rows: String, expected: String) {
    #expect(load(rows + "\n").diagnostics.map(\.description) == [expected])
  }
}
