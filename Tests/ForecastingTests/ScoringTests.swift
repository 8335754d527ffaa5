import Testing
import Workforce

@testable import Forecasting

@Suite struct BacktestScoreTests {
  private func interval(
    _ minute: Int,
    _ quantiles: (Double, Double, Double, Double, Double),
    actual: Double? = nil
  ) -> BacktestInterval {
    BacktestInterval(
      start: Instant(secondsSinceEpoch: 60 * minute),
      mean: quantiles.2,
      low95: quantiles.0,
      low80: quantiles.1,
      high80: quantiles.3,
      high95: quantiles.4,
      actual: actual
    )
  }

  /// Three intervals and a closed one with contacts, computed by hand.
  @Test func `adds up what a hand calculation gives`() throws {
    let judged = [
      interval(0, (4, 6, 10, 14, 16), actual: 12),
      interval(30, (10, 14, 20, 26, 30), actual: 8),
      interval(60, (0, 1, 5, 9, 12)),
      interval(90, (20, 24, 30, 36, 40), actual: 38),
    ]
    let naive = [
      interval(0, (0, 0, 8, 0, 0)), interval(30, (0, 0, 9, 0, 0)),
      interval(90, (0, 0, 30, 0, 0)),
    ]
    let score = BacktestScore(judged, naive: naive, outside: [2])
    #expect(score.intervals == 4)
    #expect(score.actual == 60)
    // |10 − 12| + |20 − 8| + |30 − 38| + |0 − 2|
    #expect(score.weightedError == 24.0 / 60)
    // the naive errs by 4, 1, 8 and 2
    #expect(score.scaledError == 24.0 / 15)
    let skill = try #require(score.skill)
    #expect(abs(skill - (-0.6)) < 1e-12)
    #expect(score.bias == 0)
    #expect(score.coverage80 == 1.0 / 4)
    #expect(score.coverage95 == 2.0 / 4)
    #expect(score.relativeWidth80 == 32.0 / 60)
    #expect(score.relativeWidth95 == 52.0 / 60)
    // by hand, in the order of the quantiles
    let first = sum([0.025, 0.1, 0.5, 0.1, 0.025], [8, 6, 2, 2, 4])
    let second = sum([0.975, 0.9, 0.5, 0.1, 0.025], [2, 6, 12, 18, 22])
    let third = sum([0.025, 0.1, 0.5, 0.9, 0.025], [18, 14, 8, 2, 2])
    let outside = 2.5 * 2
    let pinball = try #require(score.pinball)
    let expected = (first + second + third + outside) / 300
    #expect(abs(pinball - expected) < 1e-12)
  }

  private func sum(_ shares: [Double], _ distances: [Double]) -> Double {
    zip(shares, distances).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test func `compares with the naive only where it says something`() {
    let judged = [
      interval(0, (0, 0, 10, 0, 0), actual: 14), interval(30, (0, 0, 10, 0, 0), actual: 20),
    ]
    let score = BacktestScore(judged, naive: [interval(30, (0, 0, 15, 0, 0))])
    #expect(score.weightedError == 14.0 / 34)
    #expect(score.scaledError == 2)
  }

  @Test func `a sum of weeks is no mean of ratios`() {
    var pooled = BacktestScore([interval(0, (0, 0, 1, 0, 0), actual: 2)], naive: [])
    pooled += BacktestScore([interval(0, (0, 0, 98, 0, 0), actual: 98)], naive: [])
    #expect(pooled.weightedError == 0.01)
    #expect(pooled.scaledError == nil)
    #expect(BacktestScore().weightedError == nil)
    #expect(BacktestScore().coverage80 == nil)
  }
}

@Suite struct IntervalGroupsTests {
  private func grid(_ monday: String, _ zone: String, step: Int) throws -> TimeGrid {
    try #require(
      TimeGrid(
        week: ISOWeek(containing: LocalDate(monday)!),
        stepMinutes: step,
        zone: Zone(identifier: zone)!
      )
    )
  }

  @Test(arguments: [5, 10, 15, 30, 60, 120, 1440])
  func `every interval belongs to one group on the grid from midnight`(minutes: Int) throws {
    let grid = try grid("2026-03-02", "UTC", step: 5)
    let groups = IntervalGroups(grid: grid, minutes: minutes).groups
    #expect(groups.flatMap { Array($0.cells) } == Array(0..<grid.count))
    #expect(groups.count == 7 * 1440 / minutes)
    for group in groups {
      #expect(grid.zone.local(at: group.start).minuteOfDay % minutes == 0)
      #expect(group.start == grid.instant(at: group.cells.lowerBound))
    }
  }

  @Test func `a day of 23 hours skips an hour, one of 25 has one twice`() throws {
    let spring = try grid("2026-03-23", "Europe/Berlin", step: 30)
    let autumn = try grid("2026-10-19", "Europe/Berlin", step: 30)
    let sunday = { (grid: TimeGrid) in
      IntervalGroups(grid: grid, minutes: 60).groups.filter { $0.day == 6 }
        .map { grid.zone.local(at: $0.start).minuteOfDay / 60 }
    }
    #expect(sunday(spring) == [0, 1] + Array(3...23))
    #expect(sunday(autumn) == [0, 1, 2] + Array(2...23))
    let days = IntervalGroups(grid: autumn, minutes: 1440).groups
    #expect(days.map(\.cells.count) == [48, 48, 48, 48, 48, 48, 50])
  }
}

@Suite struct RollingOriginTests {
  private let fixture = Fixture(window: "08:00-10:00")

  /// Counts that change from week to week, steady enough to pass the cleaning.
  private func count(_ date: LocalDate, _ minute: Int) -> Double? {
    let day = date.daysSinceEpoch
    return 480..<600 ~= minute ? Double(100 + day % 7 * 5 + day / 7 % 5 * 3 + minute / 30 % 4) : nil
  }

  private func origin(
    _ fixture: Fixture,
    _ records: [HistoryRecord],
    cutoff: String
  ) throws -> RollingOrigin {
    try RollingOrigin(
      inputs: fixture.inputs(records),
      queue: fixture.queue,
      cutoff: #require(LocalDate(cutoff))
    )
  }

  @Test func `the naive's week is the week before, interval by interval`() throws {
    let records = fixture.records(from: "2026-01-05", days: 42) { count($0, $1) }
    let origin = try origin(fixture, records, cutoff: "2026-02-02")
    let week = ISOWeek(containing: try #require(LocalDate("2026-02-02")))
    let forecast = try origin.forecast(week, by: WeeklyNaive())
    let halves = forecast.intervals(minutes: 30)
    #expect(halves.count == 28)
    for half in halves {
      let local = fixture.zone.local(at: half.start)
      #expect(half.mean == count(local.date.adding(days: -7), local.minuteOfDay))
      let band = [half.low95, half.low80, half.mean, half.high80, half.high95]
      #expect(band == band.sorted())
    }
    let days = forecast.intervals(minutes: 1440)
    #expect(days.count == 7)
    for (position, day) in days.enumerated() {
      let own = halves[(4 * position)..<(4 * position + 4)].reduce(0.0) { $0 + $1.mean }
      #expect(abs(day.mean - own) < 1e-9)
    }
  }

  @Test func `a factor of the calendar multiplies mean and band`() throws {
    var special = fixture
    let date = try #require(LocalDate("2026-02-03"))
    special.calendar = [CalendarEntry(date: date, kind: .campaign, name: "mailing", factor: 1.5)]
    let records = fixture.records(from: "2026-01-05", days: 28) { count($0, $1) }
    let week = ISOWeek(containing: date)
    let plain = try origin(fixture, records, cutoff: "2026-02-02")
      .forecast(week, by: WeekdayMean()).intervals(minutes: 1440)
    let raised = try origin(special, records, cutoff: "2026-02-02")
      .forecast(week, by: WeekdayMean()).intervals(minutes: 1440)
    #expect(raised[0] == plain[0])
    let ratio = raised[1].mean / plain[1].mean
    #expect(abs(ratio - 1.5) < 1e-9)
    let widths = [plain[1], raised[1]].map { $0.high80 - $0.low80 }
    // between that of a Poisson count, √1.5, and that of a pure factor
    let wider = widths[1] / widths[0]
    #expect(wider > 1.2 && wider < 1.5)
  }

  @Test func `a closed date has no interval, and its contacts count as errors`() throws {
    var closed = fixture
    let date = try #require(LocalDate("2026-02-04"))
    closed.calendar = [CalendarEntry(date: date, kind: .closed, name: "holiday")]
    let records = fixture.records(from: "2026-01-05", days: 35) { count($0, $1) }
    let forecast = try origin(closed, records, cutoff: "2026-02-02")
      .forecast(ISOWeek(containing: date), by: WeeklyNaive())
    let actuals = WeekActuals(records, zerosAreLeftOut: true, for: forecast)
    let own = (0..<4).map { count(date, 480 + 30 * $0) ?? 0 }
    #expect(actuals.outside == own.reduce(0, +))
    #expect(actuals.outside(minutes: 30) == own)
    #expect(actuals.outside(minutes: 1440) == [own.reduce(0, +)])
    let days = actuals.judged(forecast.intervals(minutes: 1440), minutes: 1440)
    #expect(days.count == 6)
    #expect(days.allSatisfy { $0.actual != nil })
  }

  @Test func `a missing row is unknown where zeros are written, else zero`() throws {
    let records = fixture.records(from: "2026-01-05", days: 35) { date, minute in
      date.description == "2026-02-03" && minute == 510 || date.description == "2026-02-05"
        ? nil : count(date, minute)
    }
    let week = ISOWeek(containing: try #require(LocalDate("2026-02-02")))
    let forecast = try origin(fixture, records, cutoff: "2026-02-02")
      .forecast(week, by: WeeklyNaive())
    let judged = { (zerosAreLeftOut: Bool, minutes: Int) in
      WeekActuals(records, zerosAreLeftOut: zerosAreLeftOut, for: forecast)
        .judged(forecast.intervals(minutes: minutes), minutes: minutes).map(\.actual)
    }
    #expect(judged(false, 30)[5] == nil)
    #expect(judged(true, 30)[5] == 0)
    #expect(
      judged(false, 1440).map { $0 == nil } == [false, true, false, true, false, false, false]
    )
    #expect(
      judged(true, 1440).map { $0 == nil } == [false, false, false, true, false, false, false]
    )
    let actuals = WeekActuals(records, zerosAreLeftOut: true, for: forecast)
    #expect(actuals.unrecorded.map(\.description) == ["2026-02-05"])
  }

  @Test func `says why a history carries no forecast`() throws {
    let records = fixture.records(from: "2026-01-05", days: 60) { date, minute in
      count(date, minute).map { date >= LocalDate("2026-02-05")! ? 0 : $0 }
    }
    let short = try message { try origin(fixture, records, cutoff: "2026-01-12") }
    #expect(
      short
        == "The history is too short: its first usable day is 2026-01-05, and 14 days before"
        + " 2026-01-12 are needed."
    )
    let dead = try message { try origin(fixture, records, cutoff: "2026-02-16") }
    #expect(
      dead
        == "The history is dead from 2026-02-05 on: nothing but zeros or near-zeros up to its end."
    )
    let none = try message { try origin(fixture, records, cutoff: "2026-01-05") }
    #expect(none == "There are no usable contacts before 2026-01-05.")
  }

  private func message(_ body: () throws -> RollingOrigin) throws -> String {
    do {
      _ = try body()
      return ""
    } catch let error as ShiftwrightError {
      return error.message
    }
  }
}
