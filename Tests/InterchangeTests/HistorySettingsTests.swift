import Testing
import Workforce

@testable import Interchange

/// Repeated rows, histories of handled contacts, similar queues and hygiene in `scenario.yaml`.
@Suite struct HistorySettingsTests {
  private func load(_ old: String, _ new: String, contacts: String? = nil)
    -> Loaded<PlanningInputs>
  {
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioTexts.yaml.replacing(old, with: new, maxReplacements: 1)
    if let contacts { files["contacts.csv"] = contacts }
    return ScenarioTexts.load(files)
  }

  private static let repeated = """
    queue,interval_start,arrivals,aht_seconds
    phone,2026-02-02T08:00,52,240
    phone,2026-02-02T08:30,40,231.5
    phone,2026-02-02T08:00,52,240
    phone,2026-02-02T08:00,52,240
    chat,2026-02-02T08:00,11,
    chat,2026-02-02T08:30,12,

    """

  @Test func `rows that repeat a row are used once, or added up`() throws {
    let once = load("", "", contacts: Self.repeated)
    #expect(once.diagnostics.map(\.description) == [])
    let history = try #require(once.value).history[0]
    #expect(history.records.map(\.arrivals) == [52, 40])
    #expect(history.repeatedRows == [history.records[0].start, history.records[0].start])
    let added = load(
      "{method: auto}",
      "{method: auto, hygiene: {duplicates: no}}",
      contacts: Self.repeated
    )
    #expect(added.diagnostics.map(\.description) == [])
    let inputs = try #require(added.value)
    #expect(inputs.history[0].records.map(\.arrivals) == [156, 40])
    #expect(inputs.history[0].records[0].averageHandleTime == .seconds(240))
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioText(inputs.settings).text
    files["contacts.csv"] = String(
      decoding: ContactsFile.text(inputs.history, settings: inputs.settings),
      as: UTF8.self
    )
    #expect(ScenarioTexts.load(files).value?.history == inputs.history)
  }

  @Test func `reads which faults stay as they are`() throws {
    let loaded = load("{method: auto}", "{hygiene: {gaps: yes, spikes: no, zero_fill: false}}")
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value?.settings.hygiene.untreated == [.spikes, .zeroFill])
    #expect(loaded.value?.settings.hygiene.treats(.gaps) == true)
    #expect(
      load("{method: auto}", "{hygiene: {spike: no, gaps: off}}").diagnostics.map(\.description)
        == [
          """
          center/scenario.yaml:8: unknown key 'spike' in hygiene of forecast.
          Did you mean 'spikes'? The keys are: gaps, outages, duplicates, spikes, low_days, \
          dead_tail, partial_last, zero_fill.
          """,
          """
          center/scenario.yaml:8: gaps of hygiene of forecast is 'off'.
          Write yes or no.
          """,
        ]
    )
  }

  @Test func `a history of handled contacts may have more that left`() throws {
    let contacts =
      "queue,interval_start,arrivals,abandoned\n"
      + "phone,2026-02-02T08:00,5,9\nphone,2026-02-02T08:30,4,0\n"
      + "chat,2026-02-02T08:00,1,\nchat,2026-02-02T08:30,2,\n"
    let loaded = load(
      "skill: general\n",
      "skill: general\n    records: handled\n    abandonment: 0.05\n",
      contacts: contacts
    )
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value?.settings.queues.map(\.records) == [.handled, .offered])
    #expect(loaded.value?.settings.queues[0].abandonment?.value == 0.05)
    #expect(loaded.value?.history[0].records[0].abandoned == 9)
    #expect(load("", "", contacts: contacts).diagnostics.count == 1)
  }

  @Test func `a queue that names a similar one and a level needs no rows`() throws {
    let contacts =
      "queue,interval_start,arrivals\n"
      + "phone,2026-02-02T08:00,5\nphone,2026-02-02T08:30,4\n"
    let like = "skill: writing\n    like: phone\n"
    let loaded = load("skill: writing\n", like + "    daily_arrivals: 120\n", contacts: contacts)
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value?.history.map(\.queue) == ["phone"])
    #expect(
      loaded.value?.settings.queues[1].similar
        == SimilarQueue(queue: "phone", dailyArrivals: 120)
    )
    #expect(load("skill: writing\n", like, contacts: contacts).diagnostics.count == 1)
  }

  @Test(arguments: [
    (
      "    like: chat\n", "21: queue 'chat' is like itself.\nWrite the name of another queue."
    ),
    (
      "    like: phnoe\n",
      "21: unknown queue 'phnoe'.\nDid you mean 'phone'? The queues are: phone, chat."
    ),
    (
      "    like_factor: 2\n",
      "21: like_factor of queue 'chat' is given but like is not.\n"
        + "Name the queue that it resembles in like, or delete the key."
    ),
    (
      "    like: phone\n    like_factor: 2\n    daily_arrivals: 3\n",
      "23: queue 'chat' has both like_factor and daily_arrivals.\nKeep one of them."
    ),
    (
      "    abandonment: 0.1\n",
      "21: queue 'chat' has an abandonment, but its records are of contacts offered.\n"
        + "Write records: handled if those that left are missing, or delete abandonment."
    ),
    (
      "    records: answered\n",
      "21: records of queue 'chat' is 'answered'.\nWrite offered or handled."
    ),
  ])
  func `says what is wrong with a queue's history`(lines: String, finding: String) {
    let loaded = load("    skill: writing\n", "    skill: writing\n" + lines)
    #expect(loaded.diagnostics.map(\.description) == ["center/scenario.yaml:\(finding)"])
  }
}
