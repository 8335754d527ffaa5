import Foundation
import Testing
import Workforce

@Suite struct LocalDateTests {
  private static let greenwich = TimeZone(secondsFromGMT: 0)

  private static func calendar(_ identifier: Calendar.Identifier) throws -> Calendar {
    var calendar = Calendar(identifier: identifier)
    calendar.timeZone = try #require(greenwich)
    return calendar
  }

  /// Every day of 1969–2041 and every 97th of 1600–2399.
  private static let days =
    Array(-366..<26_000) + Array(stride(from: -135_140, to: 157_000, by: 97))

  @Test func `agrees with Foundation's calendar on components and weekdays`() throws {
    let calendar = try Self.calendar(.gregorian)
    for day in Self.days {
      let date = LocalDate(daysSinceEpoch: day)
      let noon = Date(timeIntervalSince1970: Double(day) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: noon)
      let found = date.components
      try #require(parts.year == found.year && parts.month == found.month && parts.day == found.day)
      // Foundation counts from Sunday = 1.
      try #require(parts.weekday == date.weekday.rawValue % 7 + 1)
      try #require(LocalDate(year: found.year, month: found.month, day: found.day) == date)
      try #require(LocalDate(date.description) == date)
    }
  }

  @Test func `agrees with Foundation's calendar on ISO weeks`() throws {
    let calendar = try Self.calendar(.iso8601)
    for day in Self.days {
      let week = ISOWeek(containing: LocalDate(daysSinceEpoch: day))
      let noon = Date(timeIntervalSince1970: Double(day) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: noon)
      let found = week.yearAndWeek
      try #require(parts.yearForWeekOfYear == found.year && parts.weekOfYear == found.week)
      try #require(ISOWeek(week.description) == week)
      try #require(week.dates.contains(LocalDate(daysSinceEpoch: day)))
      try #require(week.monday.weekday == .monday)
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday),
    ("2000-02-29", 11_016, .tuesday), ("2026-03-02", 20_514, .monday),
    ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
  ])
  func `knows published days`(text: String, day: Int, weekday: Weekday) {
    let date = LocalDate(daysSinceEpoch: day)
    #expect(date.description == text)
    #expect(LocalDate(text) == date)
    #expect(date.weekday == weekday)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "0000-01-01", "2026-1-01", "2026/01/01", "2026-01-01 ", "-026-01-01", "", "２０２６-01-01",
  ])
  func `reads nothing that is no date`(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-W01", "2025-12-29"), ("2026-W53", "2026-12-28"), ("2020-W53", "2020-12-28"),
    ("2021-W01", "2021-01-04"), ("2009-W53", "2009-12-28"), ("2026-W10", "2026-03-02"),
  ])
  func `weeks begin on published Mondays`(text: String, monday: String) throws {
    let week = try #require(ISOWeek(text))
    #expect(week.monday.description == monday)
    #expect(week.description == text)
    #expect(week.adding(weeks: 60).adding(weeks: -60) == week)
    #expect(week < week.adding(weeks: 1))
  }

  @Test(arguments: ["2025-W53", "2026-W54", "2026-W00", "2026W10", "2026-w10", "2026-W1", ""])
  func `reads nothing that is no ISO week`(text: String) {
    #expect(ISOWeek(text) == nil)
  }

  @Test func `weekdays have names and an order`() {
    #expect(Weekday.allCases.map(\.abbreviation).compactMap(Weekday.init(abbreviation:)).count == 7)
    #expect(Weekday(abbreviation: "SUN") == .sunday)
    #expect(Weekday(abbreviation: "sunday") == nil)
    #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    #expect(Weekday.allCases.sorted() == Weekday.allCases)
  }
}
