import Foundation
import Testing
import Workforce

@testable import Interchange

/// `contacts.csv` with one row per contact.
@Suite struct SingleContactsTests {
  private func load(
    _ rows: [String],
    header: String = "queue,arrived,wait_seconds,outcome,handle_seconds"
  )
    -> Loaded<PlanningInputs>
  {
    var files = ScenarioTexts.files
    files["contacts.csv"] = ([header] + rows).joined(separator: "\n") + "\n"
    return ScenarioTexts.load(files)
  }

  @Test func `adds contacts up by quarter hours`() throws {
    let loaded = load([
      "phone,2026-02-02T08:00:05,12,answered,240",
      "chat,2026-02-02T08:01:00,,contained,",
      "phone,2026-02-02T08:14:59,30,answered,260",
      "phone,2026-02-02T08:03:00,95.5,abandoned,",
      "phone,2026-02-02T08:15:00,31,answered,",
      "chat,2026-02-02T08:02:00,,answered,400",
    ])
    #expect(loaded.diagnostics.map(\.description) == [])
    let history = try #require(loaded.value).history
    #expect(history.map(\.intervalMinutes) == [15, 15])
    let phone = history[0].records
    #expect(phone.count == 2)
    #expect(phone[0].arrivals == 3 && phone[0].handled == 2 && phone[0].abandoned == 1)
    // The target of the queue is 30 seconds.
    #expect(phone[0].answeredInTarget == 2 && phone[1].answeredInTarget == 0)
    #expect(phone[0].averageHandleTime == .seconds(250) && phone[1].averageHandleTime == nil)
    #expect(phone[0].contained == nil)
    let chat = history[1].records
    #expect(chat.map(\.arrivals) == [1] && chat[0].contained == 1 && chat[0].abandoned == nil)
    #expect(chat[0].answeredInTarget == nil)
    #expect(history[0].contacts.map(\.outcome) == [.answered, .abandoned, .answered, .answered])
    #expect(history[0].contacts[1].wait == .seconds(95.5))
  }

  @Test(arguments: UInt64(1)...3)
  func `counts as many as there are, and reads back what it wrote`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "contacts")
    let rows = (0..<400).map { _ -> String in
      // Over the hours of 26 October 2025 that occur twice, written with their offset.
      let second = random.below(6 * 3600)
      let zone = Zone(identifier: "Europe/London") ?? .utc
      let start = zone.startOfDay(LocalDate(daysSinceEpoch: 20_387))
      let text = zone.text(of: Instant(secondsSinceEpoch: start.secondsSinceEpoch + second))
      let outcome = ["answered", "abandoned", "contained"][random.below(3)]
      let handle = outcome == "answered" ? "\(100 + random.below(9000)).25" : ""
      return
        "\(["phone", "chat"][random.below(2)]),\(text),\(random.below(300)),\(outcome),\(handle)"
    }
    let loaded = load(rows)
    #expect(loaded.diagnostics.map(\.description) == [])
    let inputs = try #require(loaded.value)
    for (name, history) in zip(["phone", "chat"], inputs.history) {
      let own = rows.filter { $0.hasPrefix(name) }
      let count = { (outcome: String) in Double(own.count { $0.contains(",\(outcome),") }) }
      let sum = { (part: (HistoryRecord) -> Double?) in
        history.records.reduce(0) { $0 + (part($1) ?? 0) }
      }
      #expect(sum(\.handled) == count("answered"))
      #expect(sum(\.abandoned) == count("abandoned"))
      #expect(sum(\.contained) == count("contained"))
      #expect(sum { $0.arrivals } == count("answered") + count("abandoned"))
      #expect(history.records.allSatisfy { $0.start.secondsSinceEpoch % 900 == 0 })
    }
    let text = ContactsFile.text(inputs.history, settings: inputs.settings)
    var files = ScenarioTexts.files
    files["contacts.csv"] = String(decoding: text, as: UTF8.self)
    #expect(ScenarioTexts.load(files).value == inputs)
  }

  @Test func `says what is wrong with a contact`() {
    let findings = load([
      "phone,2026-02-02T08:00:05,12,answerd,240",
      "phone,2026-02-02T08:01:00,-1,answered,0",
      "phone,2026-02-02T08:02:00,20,abandoned,30",
      "phone,2026-03-29T01:30,20,answered,30",
      "phne,2026-02-02T08:02:00,20,abandoned,",
      "phone,8 o'clock,20,abandoned,",
    ]).diagnostics.map(\.description)
    #expect(
      findings == [
        """
        center/contacts.csv:2: outcome is 'answerd'.
        Did you mean 'answered'? Write answered, abandoned or contained.
        """,
        """
        center/contacts.csv:3: wait_seconds is -1.
        Write a number of 0 or more.
        """,
        """
        center/contacts.csv:3: handle_seconds is 0.
        Write a number above 0.
        """,
        """
        center/contacts.csv:4: handle_seconds is 30 but the contact was abandoned \
        (2026-02-02T08:02:00).
        Only answered contacts have a handle time. Leave it empty, or correct the outcome.
        """,
        """
        center/contacts.csv:5: arrived is 2026-03-29T01:30, a time that does not exist in \
        Europe/London: the clock goes forward from 01:00 to 02:00.
        Write a time before or after the gap.
        """,
        """
        center/contacts.csv:6: unknown queue 'phne'.
        Did you mean 'phone'? The queues are: phone, chat.
        """,
        """
        center/contacts.csv:7: arrived is '8 o'clock'.
        Write a time as YYYY-MM-DDTHH:MM, with or without an offset such as +01:00.
        """,
      ]
    )
    #expect(
      load(["phone,2026-02-02T08:00:05,answered"], header: "queue,arrived,outcome")
        .diagnostics.map(\.description) == [
          """
          center/contacts.csv: the file has no row for queue 'chat'.
          Add its past intervals, or take the queue out of scenario.yaml.
          """
        ]
    )
  }
}
