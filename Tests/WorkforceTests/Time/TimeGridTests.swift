import TestSupport
import Testing
import Workforce

@Suite struct TimeGridTests {
  private static func grid(_ week: String, _ step: Int, _ zone: String) throws -> TimeGrid {
    let week = try #require(ISOWeek(week))
    let zone = try #require(Zone(identifier: zone))
    return try #require(TimeGrid(week: week, stepMinutes: step, zone: zone))
  }

  @Test(arguments: [
    ("2026-W13", "Europe/London", 167), ("2026-W43", "Europe/London", 169),
    ("2026-W10", "America/New_York", 167), ("2026-W44", "America/New_York", 169),
    ("2026-W53", "America/New_York", 168), ("2026-W10", "UTC", 168),
  ])
  func `a week has 167, 168 or 169 hours`(week: String, zone: String, hours: Int) throws {
    for step in [5, 15, 30, 60] {
      let grid = try Self.grid(week, step, zone)
      #expect(grid.count == hours * 60 / step)
      #expect(grid.end.minutes(since: grid.start) == hours * 60)
      #expect(grid.days.map(\.count).reduce(0, +) == grid.count)
      #expect(grid.days[6].count == (24 + hours - 168) * 60 / step)
      #expect(grid.dates.map(\.weekday) == Weekday.allCases)
      for (date, day) in zip(grid.dates, grid.days) {
        #expect(grid.local(at: day.lowerBound) == LocalDateTime(date: date, secondOfDay: 0))
      }
    }
  }

  @Test func `the week over a year end keeps its dates`() throws {
    let grid = try Self.grid("2026-W53", 30, "Europe/London")
    #expect(grid.dates.first?.description == "2026-12-28")
    #expect(grid.dates.last?.description == "2027-01-03")
  }

  @Test func `finds the interval of a moment, also outside`() throws {
    let grid = try Self.grid("2026-W13", 30, "Europe/London")
    for index in 0..<grid.count {
      #expect(grid.index(of: grid.instant(at: index)) == index)
      #expect(grid.index(of: grid.instant(at: index).adding(minutes: 29)) == index)
      #expect(grid.dates[grid.day(of: index)] == grid.local(at: index).date)
    }
    #expect(grid.index(of: grid.start.adding(minutes: -1)) == -1)
    #expect(grid.index(of: grid.start.adding(minutes: -30)) == -1)
    #expect(grid.index(of: grid.start.adding(minutes: -31)) == -2)
    #expect(grid.index(of: grid.end) == grid.count)
  }

  @Test func `half-hour clock changes fit half-hour steps only`() throws {
    let week = try #require(ISOWeek("2026-W14"))  // to Sunday 2026-04-05
    let howe = try #require(Zone(identifier: "Australia/Lord_Howe"))
    #expect(TimeGrid(week: week, stepMinutes: 60, zone: howe) == nil)
    let grid = try #require(TimeGrid(week: week, stepMinutes: 30, zone: howe))
    #expect(grid.count == 337)
    #expect(grid.withStep(minutes: 60) == nil)
    #expect(grid.withStep(minutes: 15)?.count == 674)
  }
}

@Suite struct OpenIntervalTests {
  private static let night = ScenarioFixtures.queue(open: "22:00-02:00", on: [.monday, .friday])

  private static func open(
    _ queue: QueueSettings,
    week: String = "2026-W10",
    zone: String = "UTC",
    calendar: [CalendarEntry] = []
  ) throws -> [String] {
    let zone = try #require(Zone(identifier: zone))
    var inputs = ScenarioFixtures.inputs(people: [], queues: [queue], zone: zone)
    inputs.calendar = calendar
    let week = try #require(ISOWeek(week))
    let grid = try #require(TimeGrid(week: week, stepMinutes: 60, zone: zone))
    let open = inputs.openIntervals(of: queue, on: grid)
    return open.indices.filter { open[$0] }.map { grid.zone.text(of: grid.instant(at: $0)) }
  }

  private static func entry(_ date: String, _ kind: CalendarEntry.Kind) -> CalendarEntry {
    CalendarEntry(date: ScenarioFixtures.date(date), kind: kind, name: "x")
  }

  @Test func `opening hours go on past midnight`() throws {
    #expect(
      try Self.open(Self.night) == [
        "2026-03-02T22:00+00:00", "2026-03-02T23:00+00:00", "2026-03-03T00:00+00:00",
        "2026-03-03T01:00+00:00", "2026-03-06T22:00+00:00", "2026-03-06T23:00+00:00",
        "2026-03-07T00:00+00:00", "2026-03-07T01:00+00:00",
      ]
    )
  }

  @Test func `Sunday night reaches into Monday, from the week before too`() throws {
    let queue = ScenarioFixtures.queue(open: "23:00-01:00", on: [.sunday])
    #expect(try Self.open(queue) == ["2026-03-02T00:00+00:00", "2026-03-08T23:00+00:00"])
  }

  @Test func `a closed date takes its night along, and a make-up day works like a Friday`() throws {
    let calendar = [Self.entry("2026-03-02", .closed), Self.entry("2026-03-07", .makeUpDay)]
    #expect(
      try Self.open(Self.night, calendar: calendar) == [
        "2026-03-06T22:00+00:00", "2026-03-06T23:00+00:00", "2026-03-07T00:00+00:00",
        "2026-03-07T01:00+00:00", "2026-03-07T22:00+00:00", "2026-03-07T23:00+00:00",
        "2026-03-08T00:00+00:00", "2026-03-08T01:00+00:00",
      ]
    )
  }

  @Test func `hours that occur twice are open twice, those that do not occur are not`() throws {
    let queue = ScenarioFixtures.queue(open: "01:00-03:00", on: [.sunday])
    #expect(
      try Self.open(queue, week: "2026-W43", zone: "Europe/London") == [
        "2026-10-25T01:00+01:00", "2026-10-25T01:00+00:00", "2026-10-25T02:00+00:00",
      ]
    )
    #expect(
      try Self.open(queue, week: "2026-W13", zone: "Europe/London") == ["2026-03-29T02:00+01:00"]
    )
  }
}
