import Foundation
import Testing
import Workforce

@testable import Interchange

/// Reads events, each given as its inner lines.
func readEvents(
  _ events: [String],
  years: ClosedRange<Int> = 2024...2028,
  zone: String? = "Europe/London"
) -> (entries: [CalendarEntry], findings: [String]) {
  let body = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }.joined()
  return readCalendar("BEGIN:VCALENDAR\nVERSION:2.0\n\(body)END:VCALENDAR\n", years, zone)
}

func readCalendar(
  _ text: String,
  _ years: ClosedRange<Int> = 2024...2028,
  _ zone: String? = "Europe/London"
) -> (entries: [CalendarEntry], findings: [String]) {
  let findings = FileFindings(file: "calendar.ics")
  let entries = ICalendarFile.read(
    Array(text.utf8),
    findings: findings,
    years: years,
    zone: zone.flatMap { Zone(identifier: $0) }
  )
  return (entries, findings.diagnostics.map(\.description))
}

extension CalendarEntry {
  /// `2026-04-03 closed Good Friday ×0.5`.
  var brief: String {
    let words = [date.description, kind.rawValue, name] + (factor.map { ["×\($0)"] } ?? [])
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

@Suite struct ICalendarTests {
  @Test func `reads days, spans, names, kinds and factors`() {
    let read = readEvents([
      "DTSTART;VALUE=DATE:20260403\nSUMMARY:Good Friday\nCATEGORIES:CLOSED",
      "DTSTART;VALUE=DATE:20260504\nDTEND;VALUE=DATE:20260507\nSUMMARY:Sale\\, big\\; \\\"new\\\"\n"
        + "CATEGORIES:Marketing,Campaign\nX-SHIFTWRIGHT-FACTOR:1.25",
      "DTSTART:20260530\nDURATION:P1D\nSUMMARY:Works\\non a Saturday\ncategories:make-up day",
      "DTSTART;VALUE=DATE:20260529\nSUMMARY:Wages\nCATEGORIES:Pay Day",
      "DTSTART;VALUE=DATE:20260831\nSUMMARY:Late Summer\nCATEGORIES:Bank holiday",
    ])
    #expect(read.findings == [])
    #expect(
      read.entries.map(\.brief) == [
        "2026-04-03 closed Good Friday",
        "2026-05-04 campaign Sale, big; \"new\" ×1.25",
        "2026-05-05 campaign Sale, big; \"new\" ×1.25",
        "2026-05-06 campaign Sale, big; \"new\" ×1.25",
        "2026-05-29 pay_day Wages",
        "2026-05-30 make_up_day Works on a Saturday",
        "2026-08-31 holiday Late Summer",
      ]
    )
  }

  @Test(arguments: CalendarEntry.Kind.allCases)
  func `kinds have many spellings`(kind: CalendarEntry.Kind) {
    let name = kind.rawValue
    for category in [
      name, name.uppercased(), name.replacing("_", with: " "), name.replacing("_", with: "-"),
      name.capitalized, " \(name) ",
    ] { #expect(CalendarEntry.Kind(category: category) == kind, "\(category)") }
  }

  @Test func `joins folded lines, also within a character`() throws {
    var bytes = Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026\r\n\t0403\r\n".utf8)
    bytes += Array("CATEGORIES:closed\r\nSUMMARY:Pâques".utf8).flatMap { byte in
      byte == 0xA2 ? [13, 10, 32, byte] : [byte]
    }
    bytes += Array(" \r\n  et plus\r\nEND:VEVENT\r\n\r\nEND:VCALENDAR".utf8)
    let findings = FileFindings(file: "calendar.ics")
    let entries = ICalendarFile.read(bytes, findings: findings, years: 2026...2026, zone: nil)
    #expect(findings.diagnostics == [])
    #expect(entries.map(\.brief) == ["2026-04-03 closed Pâques et plus"])
  }

  @Test func `passes over what says nothing about days`() {
    let read = readCalendar(
      """
      begin:vcalendar
      PRODID:-//Someone//Calendar//EN
      BEGIN:VTIMEZONE
      TZID:Europe/London
      BEGIN:STANDARD
      DTSTART:19701025T020000
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      ATTENDEE;CN="Doe; Jane: chair":mailto:jane@example.org
      DTSTART;VALUE=DATE:20260403
      CATEGORIES:closed
      BEGIN:VALARM
      TRIGGER:-PT15M
      DTSTART:none
      END:VALARM
      SUMMARY;LANGUAGE=en:Good Friday
      END:VEVENT
      BEGIN:VEVENT
      STATUS:CANCELLED
      DTSTART:20260406
      END:VEVENT
      END:VCALENDAR
      """
    )
    #expect(read.findings == [])
    #expect(read.entries.map(\.brief) == ["2026-04-03 closed Good Friday"])
  }

  @Test func `repeats, leaves out, adds and replaces days`() {
    let read = readEvents([
      "UID:a\nDTSTART;VALUE=DATE:20200131\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1\n"
        + "EXDATE;VALUE=DATE:20260227,20260331\nEXDATE:20260430\nRDATE;VALUE=DATE:20260302\n"
        + "SUMMARY:Month end\nCATEGORIES:month end",
      "UID:a\nRECURRENCE-ID;VALUE=DATE:20260529\nDTSTART;VALUE=DATE:20260528\n"
        + "SUMMARY:Early month end\nCATEGORIES:month end",
    ])
    let spring = read.entries.filter { $0.date.components.year == 2026 }.prefix(4)
    #expect(
      spring.map(\.brief) == [
        "2026-01-30 month_end Month end", "2026-03-02 month_end Month end",
        "2026-05-28 month_end Early month end", "2026-06-30 month_end Month end",
      ]
    )
    #expect(read.entries.first?.date.description == "2024-01-31")
    #expect(read.entries.last?.date.description == "2028-12-29")
    #expect(read.findings == [])
  }

  /// The same moment touches other dates in other places.
  @Test(arguments: [
    ("DTSTART:20260302T230000Z\nDTEND:20260303T010000Z", "Europe/London", ["02", "03"]),
    ("DTSTART:20260302T230000Z\nDTEND:20260303T010000Z", "Asia/Tokyo", ["03"]),
    ("DTSTART:20260302T230000Z\nDTEND:20260303T010000Z", "America/New_York", ["02"]),
    ("DTSTART:20260302T230000\nDURATION:PT2H", "Asia/Tokyo", ["02", "03"]),
    (
      "DTSTART;TZID=America/New_York:20260302T090000\nDTEND:20260303T050000Z", "Europe/London",
      ["02", "03"]
    ),
    ("DTSTART;TZID=America/New_York:20260302T200000", "Europe/London", ["03"]),
    ("DTSTART:20260302T000000\nDTEND:20260304T000000", "Europe/London", ["02", "03"]),
    (
      "DTSTART;TZID=Asia/Tokyo:20260303T080000\nRRULE:FREQ=DAILY;UNTIL=20260304T230000Z",
      "Europe/London", ["02", "03", "04"]
    ),
  ])
  func `takes the dates of the scenario's zone`(lines: String, zone: String, days: [String]) {
    let read = readEvents([lines + "\nCATEGORIES:campaign"], zone: zone)
    #expect(read.findings == [])
    #expect(read.entries.map { String($0.date.description.suffix(2)) } == days)
  }

  @Test func `several events of a date and kind become one`() {
    let read = readEvents([
      "DTSTART:20260403\nSUMMARY:Good Friday\nCATEGORIES:closed",
      "DTSTART:20260403\nSUMMARY:Vendredi saint\nCATEGORIES:closed",
      "DTSTART:20260403\nSUMMARY:Good Friday\nCATEGORIES:closed",
      "DTSTART:20260403\nSUMMARY:Wages\nCATEGORIES:pay day",
    ])
    #expect(read.findings == [])
    #expect(
      read.entries.map(\.brief) == [
        "2026-04-03 closed Good Friday / Vendredi saint", "2026-04-03 pay_day Wages",
      ]
    )
  }

  /// The same year once as a table and once as an iCalendar file.
  @Test func `gives the entries of the same table`() throws {
    let table = """
      date,kind,name,factor
      2026-01-01,closed,New Year,
      2026-01-28,pay_day,"Pay, monthly",1.12
      2026-01-30,month_end,Month end,
      2026-05-04,campaign,Spring,1.2
      2026-05-05,campaign,Spring,1.2
      2026-05-30,make_up_day,Saturday,
      2026-08-31,holiday,Late Summer,0.6
      2026-09-09,special,Football,

      """
    let findings = FileFindings(file: "calendar.csv")
    let rows = CalendarFile.read(Array(table.utf8), findings: findings)
    let read = readEvents(
      [
        "DTSTART:20240101\nRRULE:FREQ=YEARLY;COUNT=5\nSUMMARY:New Year\nCATEGORIES:closed",
        "DTSTART:20260128\nSUMMARY:Pay\\, monthly\nCATEGORIES:Pay-Day\nX-SHIFTWRIGHT-FACTOR:1.12",
        "DTSTART:20260130\nSUMMARY:Month end\nCATEGORIES:MONTH_END",
        "DTSTART:20260504T080000\nDTEND:20260505T200000\nSUMMARY:Spring\nCATEGORIES:campaign\n"
          + "X-SHIFTWRIGHT-FACTOR:1.20",
        "DTSTART:20260530\nSUMMARY:Saturday\nCATEGORIES:make up day",
        "DTSTART:20210830\nRRULE:FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO\nSUMMARY:Late Summer\n"
          + "CATEGORIES:Holiday\nX-SHIFTWRIGHT-FACTOR:0.6",
        "DTSTART:20260909\nSUMMARY:Football\nCATEGORIES:special",
      ],
      years: 2026...2026
    )
    #expect(findings.diagnostics == [])
    #expect(read.findings == [])
    #expect(read.entries == rows)
  }

  @Test func `a bare file of either kind is told by its content`() throws {
    let folder = try TemporaryFolder()
    let date = try RichScenario.date("2026-04-03")
    let expected = [CalendarEntry(date: date, kind: .closed, name: "Good Friday")]
    let event = "DTSTART:20260403\nSUMMARY:Good Friday\nCATEGORIES:closed"
    let text =
      "\u{FEFF}\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n\(event)\nEND:VEVENT\nEND:VCALENDAR\n"
    let files = [
      try folder.write("days.txt", text), try folder.write("days.ICS", text),
      try folder.write("days.csv", "date,kind,name\n2026-04-03,closed,Good Friday\n"),
    ]
    for file in files {
      let loaded = CalendarLoader.load(file)
      #expect(loaded.diagnostics == [])
      #expect(loaded.value == expected)
    }
    #expect(
      CalendarLoader.load("no/such.ics").diagnostics.map(\.description) == [
        """
        no/such.ics: the file is missing.
        Give the path of a calendar: a CSV file with date,kind,name,factor or an iCalendar file \
        (.ics).
        """
      ]
    )
  }

  @Test func `a scenario may have both files, and the table counts`() throws {
    var files = ScenarioTexts.files
    files["calendar.ics"] = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART:20210405
      RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO
      SUMMARY:First Monday
      CATEGORIES:holiday
      END:VEVENT
      END:VCALENDAR

      """
    let loaded = ScenarioTexts.load(files)
    #expect(
      loaded.diagnostics.map(\.description) == [
        """
        center/calendar.ics: note: 1 day is also in calendar.csv with the same kind; calendar.csv \
        counts.
        Nothing is to be done.
        """
      ]
    )
    #expect(
      loaded.value?.calendar.map(\.brief) == [
        "2026-04-03 closed Good Friday", "2026-04-06 holiday Easter Monday ×0.6",
        "2027-04-05 holiday First Monday", "2028-04-03 holiday First Monday",
      ]
    )
    files["calendar.csv"] = nil
    #expect(ScenarioTexts.load(files).value?.calendar.count == 3)
  }
}
