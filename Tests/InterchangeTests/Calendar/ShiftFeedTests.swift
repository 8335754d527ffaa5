import Foundation
import TestSupport
import Testing
import Workforce

@testable import Interchange

/// Feeds against the product's own reader of iCalendar, and against the text of RFC 5545.
@Suite struct ShiftFeedTests {
  private static let london = zone("Europe/London")

  private static func zone(_ name: String) -> Zone { Zone(identifier: name) ?? .utc }

  private static func segment(_ kind: ShiftSegment.Kind, _ from: String, _ until: String)
    -> ShiftSegment
  {
    ShiftSegment(
      kind: kind,
      start: Zone.instant(fromText: from) ?? Instant(secondsSinceEpoch: 0),
      end: Zone.instant(fromText: until) ?? Instant(secondsSinceEpoch: 0)
    )
  }

  private static func shift(_ date: String, _ segments: [ShiftSegment], _ queues: [String]) -> Shift
  {
    Shift(
      date: ScenarioFixtures.date(date),
      start: segments[0].start,
      end: segments[segments.count - 1].end,
      segments: segments,
      queues: queues
    )
  }

  /// From 22:00 to 06:00 on the wall, in the night in which the clock goes forward or back.
  private static let nights = [
    shift(
      "2026-03-28",
      [
        segment(.work, "2026-03-28T22:00+00:00", "2026-03-29T00:30+00:00"),
        segment(.lunch, "2026-03-29T00:30+00:00", "2026-03-29T02:30+01:00"),
        segment(.work, "2026-03-29T02:30+01:00", "2026-03-29T06:00+01:00"),
      ],
      ["phone", "chat"]
    ),
    shift(
      "2026-10-24",
      [segment(.work, "2026-10-24T22:00+01:00", "2026-10-25T06:00+00:00")],
      []
    ),
  ]

  private func events(_ file: OutputFile) throws -> [ICalendarEvent] {
    let findings = FileFindings(file: file.name)
    let events = try #require(ICalendarReader.events(file.bytes, findings))
    #expect(findings.diagnostics.isEmpty)
    return events
  }

  private func instant(_ event: ICalendarEvent, _ name: String) throws -> Instant {
    let text = try #require(event.property(name)).value
    let time = try #require(ICalendarTime(text))
    return try #require(time.zone).instant(at: time.local)
  }

  private func feed(_ shifts: [Shift], cancelled: Set<LocalDate> = []) -> OutputFile {
    ShiftFeed(
      employee: "E0001",
      zone: Self.london,
      events: shifts.map { ShiftFeed.Event(shift: $0, isCancelled: cancelled.contains($0.date)) }
    ).file(sequence: 3, stamp: Instant(secondsSinceEpoch: 1_772_409_601))
  }

  @Test func `nights over changes of the clock come back as the same moments`() throws {
    let file = feed(Self.nights)
    let read = try events(file)
    #expect(file.name == "E0001.ics")
    #expect(read.count == 2)
    for (event, shift) in zip(read, Self.nights) {
      #expect(try instant(event, "DTSTART") == shift.start)
      #expect(try instant(event, "DTEND") == shift.end)
      #expect(event.property("UID")?.value == "E0001-\(shift.date)@shiftwright")
      #expect(event.property("SEQUENCE")?.value == "3")
      #expect(event.property("DTSTAMP")?.value == "20260302T000001Z")
    }
    let hours = try read.map {
      try instant($0, "DTEND").minutes(since: try instant($0, "DTSTART")) / 60
    }
    #expect(hours == [7, 9])
    #expect(read.map { $0.property("SUMMARY")?.text } == ["Shift: phone, chat", "Shift"])
    #expect(
      read[0].property("DESCRIPTION")?.value
        == "22:00-06:00 Europe/London\\nlunch 00:30-02:30"
    )
  }

  @Test func `what is no more is cancelled under the same name`() throws {
    let read = try events(feed(Self.nights, cancelled: [Self.nights[1].date]))
    #expect(read.map { $0.property("STATUS")?.value } == ["CONFIRMED", "CANCELLED"])
    let before = try events(feed(Self.nights))
    #expect(read.map { $0.property("UID")?.value } == before.map { $0.property("UID")?.value })
  }

  /// Lines of at most 75 octets between CR LF, no character cut in two, no line feed alone.
  @Test(arguments: ["phone", "чат, «очередь»; \\ 電話電話電話電話電話電話電話電話電話電話電話", "a\nb\u{7}c"])
  func `keeps to the form of RFC 5545`(queue: String) throws {
    var shift = Self.nights[0]
    shift.queues = [queue, queue]
    let bytes = feed([shift]).bytes
    let text = try #require(String(bytes: bytes, encoding: .utf8))
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let lines = Data(bytes).split(separator: 10, omittingEmptySubsequences: false).dropLast()
    for line in lines {
      #expect(line.last == 13)
      #expect(line.count - 1 <= 75)
      #expect(String(bytes: line, encoding: .utf8) != nil, "a character is cut in two")
      #expect(line.dropLast().allSatisfy { $0 >= 32 })
    }
    let summary = try #require(try events(feed([shift]))[0].property("SUMMARY"))
    let expected = queue.filter { $0 != "\u{7}" }
    #expect(summary.texts.joined(separator: ",") == "Shift: \(expected), \(expected)")
  }

  @Test(arguments: [
    ("E0001", "E0001.ics"), ("Ünal 3", "Ünal 3.ics"), ("../x", "%2E.%2Fx.ics"),
    ("a%b", "a%25b.ics"),
  ])
  func `files are named after people`(employee: String, name: String) {
    #expect(ShiftFeed.fileName(employee) == name)
  }

  @Test func `the table has a line for each shift on the person's clock`() {
    let roster = Roster(
      week: ISOWeek(containing: ScenarioFixtures.date("2026-03-28")),
      zone: Self.zone("America/New_York"),
      tours: [Tour(employee: "E0001", shifts: [Self.nights[0]], zone: Self.london)]
    )
    #expect(
      ShiftTable.csv(roster) { shift, _ in shift.end.minutes(since: shift.start) - 60 } == """
        employee,date,start,end,paid_minutes,breaks,queues,training,training_title,training_room,training_trainer
        E0001,2026-03-28,2026-03-28T22:00+00:00,2026-03-29T06:00+01:00,360,lunch 00:30-02:30,phone+chat,,,,

        """
    )
  }

  @Test func `a class is told with its course, its room and who teaches it`() throws {
    var shift = Self.nights[0]
    let start = shift.start
    shift.segments = [
      ShiftSegment(kind: .training, start: start, end: start.adding(minutes: 60), session: "one"),
      ShiftSegment(
        kind: .training,
        start: start.adding(minutes: 60),
        end: start.adding(minutes: 120),
        session: "two"
      ),
      ShiftSegment(kind: .work, start: start.adding(minutes: 120), end: shift.end),
    ]
    let classes = [
      "one": ClassLabel(title: "Money, laundered", room: "Leeds 1", trainer: "E0014")
    ]
    let feed = ShiftFeed(
      employee: "E0001",
      zone: Self.london,
      events: [ShiftFeed.Event(shift: shift)],
      classes: classes
    ).file(sequence: 1, stamp: start)
    #expect(
      try events(feed)[0].property("DESCRIPTION")?.value
        == #"22:00-06:00 Europe/London\ntraining 22:00-23:00: Money\, laundered\, room Leeds 1\, "#
        + #"trainer E0014\ntraining 23:00-00:00"#
    )
    let roster = Roster(
      week: ISOWeek(containing: ScenarioFixtures.date("2026-03-28")),
      zone: Self.london,
      tours: [Tour(employee: "E0001", shifts: [shift], zone: Self.london)]
    )
    let line = ShiftTable.csv(roster, classes: classes) { _, _ in 480 }
      .split(separator: "\n")[1]
    #expect(
      line.hasSuffix(
        "22:00-23:00+23:00-00:00,\"Money, laundered+\",Leeds 1+,E0014+"
      )
    )
  }
}
