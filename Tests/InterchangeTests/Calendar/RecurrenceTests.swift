import Foundation
import Testing
import Workforce

@testable import Interchange

/// A row of `scripts/reference/recurrence_table.csv`, made by the script beside it.
struct RecurrenceCase: CustomTestStringConvertible, Sendable {
  let rule: String
  let start: LocalDate
  let dates: [LocalDate]

  var testDescription: String { "\(rule) from \(start)" }

  static let all: [RecurrenceCase] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = root.appending(path: "../../../scripts/reference/recurrence_table.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let parts = line.split(separator: "\"")
      let fields = parts[1].split(separator: ",")
      return RecurrenceCase(
        rule: String(parts[0]),
        start: date(fields[0]),
        dates: fields[1].split(separator: " ").map(date)
      )
    }
  }()

  private static func date(_ text: Substring) -> LocalDate {
    ICalendarTime(String(text))?.local.date ?? LocalDate(daysSinceEpoch: 0)
  }
}

@Suite struct RecurrenceTests {
  @Test func `the table is there`() { #expect(RecurrenceCase.all.count > 200) }

  @Test(arguments: RecurrenceCase.all)
  func `lists the dates that another program lists`(c: RecurrenceCase) throws {
    let rule = try RecurrenceRule(c.rule)
    let last = try #require(LocalDate("2032-12-31"))
    let dates = rule.dates(from: c.start, through: last) { date in
      rule.until.map { date <= $0.local.date } ?? true
    }
    #expect(dates == c.dates)
    #expect(rule.names(c.start))
  }

  @Test func `counts the start although the rule does not name it`() throws {
    let rule = try RecurrenceRule("FREQ=MONTHLY;BYMONTHDAY=1;COUNT=3")
    let start = try #require(LocalDate("2026-01-15"))
    let last = try #require(LocalDate("2027-01-01"))
    let dates = rule.dates(from: start, through: last) { _ in true }
    #expect(dates.map(\.description) == ["2026-01-15", "2026-02-01", "2026-03-01"])
    #expect(!rule.names(start))
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let rule: String
    let message: String
    var testDescription: String { rule }

    init(_ rule: String, _ message: String) { (self.rule, self.message) = (rule, message) }
  }

  private static let parts =
    "Use FREQ, INTERVAL, COUNT or UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and WKST, or list the "
    + "days as RDATE."

  @Test(arguments: [
    Wrong("FREQ=YEARLY;BYWEEKNO=20", "RRULE has BYWEEKNO, which is not read.\n" + parts),
    Wrong("FREQ=YEARLY;BYYEARDAY=-1", "RRULE has BYYEARDAY, which is not read.\n" + parts),
    Wrong(
      "FREQ=HOURLY",
      """
      FREQ of RRULE is 'HOURLY'.
      Write YEARLY, MONTHLY, WEEKLY or DAILY; days do not repeat more often.
      """
    ),
    Wrong(
      "BYMONTH=1",
      "RRULE is 'BYMONTH=1', without FREQ.\nAdd FREQ=YEARLY, MONTHLY, WEEKLY or DAILY."
    ),
    Wrong(
      "FREQ=YEARLY;BYMONTH=13",
      "BYMONTH of RRULE is '13'.\nWrite whole numbers, 1 to 12."
    ),
    Wrong(
      "FREQ=MONTHLY;BYMONTHDAY=0",
      """
      BYMONTHDAY of RRULE is '0'.
      Write whole numbers, 1 to 31 or the same below zero, counted from the end.
      """
    ),
    Wrong(
      "FREQ=MONTHLY;BYDAY=1MO,XX",
      """
      BYDAY of RRULE is '1MO,XX'.
      Write weekdays such as MO, 1MO (the first) or -1FR (the last).
      """
    ),
    Wrong(
      "FREQ=WEEKLY;WKST=MONDAY",
      "WKST of RRULE is 'MONDAY'.\nWrite a weekday: MO, TU, WE, TH, FR, SA or SU."
    ),
    Wrong(
      "FREQ=WEEKLY;BYDAY=1MO",
      """
      BYDAY of RRULE counts weekdays but FREQ is WEEKLY.
      Write weekdays without a number, or FREQ=MONTHLY or YEARLY.
      """
    ),
    Wrong(
      "FREQ=WEEKLY;BYMONTHDAY=1",
      """
      RRULE has BYMONTHDAY but FREQ is WEEKLY.
      Write FREQ=MONTHLY, or leave BYMONTHDAY out.
      """
    ),
    Wrong(
      "FREQ=YEARLY;COUNT=3;UNTIL=20300101",
      "RRULE has both COUNT and UNTIL.\nKeep the one that is meant."
    ),
    Wrong(
      "FREQ=YEARLY;UNTIL=2030-01-01",
      """
      UNTIL of RRULE is '2030-01-01'.
      Write a date as YYYYMMDD or a time as YYYYMMDDTHHMMSS, with Z for UTC.
      """
    ),
    Wrong("FREQ=YEARLY;COUNT=0", "COUNT of RRULE is '0'.\nWrite a whole number, 1 to 100000."),
    Wrong("FREQ=YEARLY;FREQ=DAILY", "RRULE has FREQ twice.\nKeep one of them."),
    Wrong(
      "FREQ=YEARLY;forever",
      "RRULE has 'forever', which is no NAME=value.\nWrite parts such as FREQ=YEARLY."
    ),
    Wrong(
      "FREQ=YEARLY;BYSETPOS=1",
      """
      RRULE has BYSETPOS but nothing to choose from.
      Add BYDAY, BYMONTHDAY or BYMONTH, or leave BYSETPOS out.
      """
    ),
  ])
  func `says what is wrong with a rule`(c: Wrong) {
    let error = #expect(throws: ReportedProblem.self) { try RecurrenceRule(c.rule) }
    #expect(error.map { $0.problem.message + "\n" + $0.problem.suggestion } == c.message)
  }
}
