import Testing
import Workforce

@testable import Interchange

/// Every text is pinned whole: where, what, and what to do next.
@Suite struct ICalendarProblemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    /// The lines of one event, from line 4 of the file on.
    let lines: String
    let expected: String
    var testDescription: String { id }

    init(_ id: String, _ lines: String, gives expected: String) {
      (self.id, self.lines, self.expected) = (id, lines, expected)
    }
  }

  @Test(arguments: [
    Case(
      "no start",
      "SUMMARY:Sale\nCATEGORIES:campaign",
      gives: """
        calendar.ics:3: the event has no DTSTART.
        Add the day it begins on.
        """
    ),
    Case(
      "day that does not exist",
      "CATEGORIES:closed\nDTSTART:20260230",
      gives: """
        calendar.ics:5: DTSTART is '20260230'.
        Write a date as YYYYMMDD or a time as YYYYMMDDTHHMMSS, with Z for UTC.
        """
    ),
    Case(
      "end before the start",
      "CATEGORIES:closed\nDTSTART:20260403\nDTEND:20260402",
      gives: """
        calendar.ics:6: DTEND is 2026-04-02 but DTSTART is 2026-04-03.
        Write an end after the start; the DTEND of whole days is the day after the last one.
        """
    ),
    Case(
      "end on the start",
      "CATEGORIES:closed\nDTSTART:20260403\nDTEND:20260403",
      gives: """
        calendar.ics:6: warning: DTEND is 2026-04-03, the day of DTSTART; it is taken as one day.
        The DTEND of whole days is the day after the last one.
        """
    ),
    Case(
      "date and time mixed",
      "CATEGORIES:closed\nDTSTART:20260403\nDTEND:20260403T120000",
      gives: """
        calendar.ics:6: one of DTSTART and DTEND is a date, the other a time.
        Write both as dates, or both as times.
        """
    ),
    Case(
      "too long",
      "CATEGORIES:closed\nDTSTART:20260403\nDTEND:20280403",
      gives: """
        calendar.ics:6: the event lasts 731 days.
        Write an event of at most 366 days, or a rule that repeats it.
        """
    ),
    Case(
      "length that cannot be read",
      "CATEGORIES:closed\nDTSTART:20260403\nDURATION:1 day",
      gives: """
        calendar.ics:6: DURATION is '1 day'.
        Write a length such as P1D (a day), P2W or, after a time, PT8H30M.
        """
    ),
    Case(
      "rule that is not read",
      "CATEGORIES:closed\nDTSTART:20260403\nRRULE:FREQ=YEARLY;BYWEEKNO=14",
      gives: """
        calendar.ics:6: RRULE has BYWEEKNO, which is not read.
        Use FREQ, INTERVAL, COUNT or UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and WKST, or list \
        the days as RDATE.
        """
    ),
    Case(
      "rule off its start",
      "CATEGORIES:closed\nDTSTART:20260403\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO",
      gives: """
        calendar.ics:6: warning: the RRULE does not name the day of DTSTART, 2026-04-03, which counts \
        all the same.
        Move DTSTART to the first day of the rule, or exclude it with EXDATE.
        """
    ),
    Case(
      "two rules",
      "CATEGORIES:closed\nDTSTART:20260403\nRRULE:FREQ=YEARLY\nRRULE:FREQ=MONTHLY",
      gives: """
        calendar.ics:7: the event has a second RRULE.
        Write a second event for it.
        """
    ),
    Case(
      "rule of exceptions",
      "CATEGORIES:closed\nDTSTART:20260403\nEXRULE:FREQ=YEARLY",
      gives: """
        calendar.ics:6: EXRULE is not read.
        List the days that are left out as EXDATE.
        """
    ),
    Case(
      "factor that is no number",
      "CATEGORIES:campaign\nDTSTART:20260403\nX-SHIFTWRIGHT-FACTOR:-0\\,5",
      gives: """
        calendar.ics:6: X-SHIFTWRIGHT-FACTOR is '-0\\,5'.
        Write a number of 0 or more.
        """
    ),
    Case(
      "unknown category",
      "CATEGORIES:Trade fair,Town\nDTSTART:20260403",
      gives: """
        calendar.ics:4: note: the category 'Trade fair' is none of ours; taken as special, a day like \
        its neighbors but less sure.
        Write closed, holiday, make_up_day, pay_day, month_end, campaign or special where one of these \
        is meant.
        """
    ),
    Case(
      "no category",
      "DTSTART:20260403",
      gives: """
        calendar.ics:3: note: 1 event has no CATEGORIES, the first here; taken as holiday: the center \
        is open.
        Where it is closed, write CATEGORIES:closed into the event, or the day into calendar.csv.
        """
    ),
    Case(
      "zone that is not known",
      "CATEGORIES:closed\nDTSTART;TZID=W. Europe Standard Time:20260403T000000",
      gives: """
        calendar.ics:5: note: TZID 'W. Europe Standard Time' is no name of the tz database; its times \
        are taken as local times.
        Nothing is wrong with that when the events are those of the scenario's place.
        """
    ),
    Case(
      "line without a colon",
      "CATEGORIES:closed\nDTSTART:20260403\nSUMMARY Good Friday",
      gives: """
        calendar.ics:6: 'SUMMARY Good Friday' is no property of the form NAME:value.
        Write one, or begin the line with a space if it continues the one before.
        """
    ),
  ])
  func `reports`(c: Case) {
    #expect(readEvents([c.lines]).findings == [c.expected])
  }

  @Test func `reports events with other factors on one day`() {
    let read = readEvents([
      "DTSTART:20260403\nCATEGORIES:campaign\nX-SHIFTWRIGHT-FACTOR:1.2",
      "DTSTART:20260403\nCATEGORIES:campaign",
    ])
    #expect(
      read.findings == [
        """
        calendar.ics:8: 2026-04-03 is 'campaign' a second time with another factor (the first event \
        is in line 3).
        Delete one of the events, or give it another category.
        """
      ]
    )
  }

  @Test(arguments: [
    (
      "date,kind,name\n2026-04-03,closed,Good Friday\n",
      """
      calendar.ics:1: the file does not begin with BEGIN:VCALENDAR.
      Export the calendar as iCalendar (.ics) again, or write a calendar.csv.
      """
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260403\nCATEGORIES:closed\n",
      """
      calendar.ics:2: BEGIN:VEVENT has no END:VEVENT; the file may be cut off.
      Export the calendar again.
      """
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VEVENT\nEND:VTODO\nEND:VCALENDAR\n",
      """
      calendar.ics:3: END:VEVENT closes BEGIN:VTODO.
      Write END:VTODO first.
      """
    ),
    (
      "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
      """
      calendar.ics: warning: the calendar has no events (VEVENT).
      Export it again if it should have some.
      """
    ),
    (
      "BEGIN:VCALENDAR\nCALSCALE:HEBREW\nEND:VCALENDAR\n",
      """
      calendar.ics:2: CALSCALE is 'HEBREW'.
      Export the calendar in the Gregorian scale.
      """
    ),
  ])
  func `reports a file that is no calendar`(text: String, expected: String) {
    #expect(readCalendar(text).findings == [expected])
  }

  @Test func `reports all problems of a file together`() {
    let read = readEvents(["DTSTART:x", "SUMMARY:Sale", "DTSTART:20260403\nRRULE:FREQ=NEVER"])
    #expect(
      read.findings == [
        """
        calendar.ics:3: note: 3 events have no CATEGORIES, the first here; taken as holiday: the \
        center is open.
        Where it is closed, write CATEGORIES:closed into the event, or the day into calendar.csv.
        """,
        """
        calendar.ics:4: DTSTART is 'x'.
        Write a date as YYYYMMDD or a time as YYYYMMDDTHHMMSS, with Z for UTC.
        """,
        """
        calendar.ics:6: the event has no DTSTART.
        Add the day it begins on.
        """,
        """
        calendar.ics:11: FREQ of RRULE is 'NEVER'.
        Write YEARLY, MONTHLY, WEEKLY or DAILY; days do not repeat more often.
        """,
      ]
    )
  }

  @Test func `reports bytes that are no text`() {
    let findings = FileFindings(file: "calendar.ics")
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:"
    let bytes = Array(text.utf8) + [0xE9] + Array("té\nEND:VEVENT\nEND:VCALENDAR\n".utf8)
    _ = ICalendarFile.read(bytes, findings: findings, years: 2026...2026, zone: nil)
    #expect(
      findings.diagnostics.map(\.description) == [
        """
        calendar.ics:3: the byte 0xE9 is not UTF-8 text.
        Save the file as UTF-8. Its lines were not read.
        """
      ]
    )
  }
}
