import Testing
import Workforce

@testable import Forecasting

@Suite struct ForecastBuilderTests {
  let week = ISOWeek("2026-W10")!

  @Test func `repeats a steady pattern and adds up to it`() throws {
    let fixture = Fixture()
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      480..<1080 ~= minute ? Double(date.weekday.rawValue * 10) : 0
    }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(week)
    let queue = forecast.queues[0]
    for (day, range) in forecast.grid.days.enumerated() {
      #expect(abs(queue.days.mean[day] - Double((day + 1) * 10 * 20)) < 1e-9)
      #expect(abs(queue.intervals.mean[range].reduce(0, +) - queue.days.mean[day]) < 1e-9)
    }
    #expect(queue.isOpen.filter { $0 }.count == 7 * 20)
    #expect((queue.pastError ?? 1) < 1e-9)
    #expect(queue.dayVariation == 0)
    #expect(forecast.diagnostics == [])
  }

  @Test(arguments: [(5, 30), (10, 15), (15, 10), (60, 15), (30, 30), (60, 5)])
  func `keeps totals between any two intervals`(history: Int, plan: Int) throws {
    let fixture = Fixture(historyMinutes: history, planMinutes: plan)
    let records = fixture.records(from: "2026-01-05", days: 56) { _, minute in
      480..<1080 ~= minute ? Double(3 + minute / history % 5) : nil
    }
    let daily = records.prefix { $0.start < records[0].start.adding(minutes: 1440) }
      .reduce(0) { $0 + $1.arrivals }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(week)
    for mean in forecast.queues[0].days.mean { #expect(abs(mean - daily) < 1e-6) }
  }

  /// Half of the people take twice as long from February on: the recorded times double their excess.
  @Test func `times of a mixed staff are those of a person of factor 1`() throws {
    let fixture = Fixture()
    let turn = try #require(LocalDate("2026-02-02"))
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      480..<1080 ~= minute ? Double(date.weekday.rawValue * 10) : 0
    }.map { record -> HistoryRecord in
      var record = record
      let isLate = Zone.utc.local(at: record.start).date >= turn
      record.averageHandleTime = .seconds(isLate ? 300 * 1.5 : 300)
      return record
    }
    var inputs = fixture.inputs(records)
    inputs.settings.proficiency.levels = [.init(name: "new", factor: 2)]
    inputs.employees = ["a", "b"].map { Employee(id: $0, name: $0, site: "here", contract: "full") }
    inputs.skills = [
      SkillGrant(employee: "a", skill: "general"),
      SkillGrant(
        employee: "b",
        skill: "general",
        until: turn.adding(days: -1)
      ),
      SkillGrant(employee: "b", skill: "general", from: turn, level: "new"),
    ]
    let queue = try ForecastBuilder(inputs: inputs).forecast(week).queues[0]
    for (time, isOpen) in zip(queue.averageHandleTime, queue.isOpen) where isOpen {
      #expect(abs(time.inSeconds - 300) < 1e-6)
    }
  }

  @Test func `never looks past the week's Monday`() throws {
    let fixture = Fixture()
    let count = { (date: LocalDate, minute: Int) -> Double? in
      480..<1080 ~= minute ? Double((date.daysSinceEpoch * 7 + minute / 30) % 11 + 20) : nil
    }
    let known = fixture.records(from: "2026-01-05", days: 56, count)
    let more = known + fixture.records(from: "2026-03-02", days: 14) { _, _ in 500 }
    let from = try ForecastBuilder(inputs: fixture.inputs(known)).forecast(week)
    let with = try ForecastBuilder(inputs: fixture.inputs(more)).forecast(week)
    #expect(from.queues == with.queues)
  }

  @Test func `closes, multiplies and moves days by the calendar`() throws {
    var fixture = Fixture(method: .weekdayMean)
    fixture.openDays = [.monday, .tuesday, .wednesday, .thursday, .friday]
    let entry = { (date: String, kind: CalendarEntry.Kind, factor: Double?) in
      CalendarEntry(date: LocalDate(date)!, kind: kind, name: "day", factor: factor)
    }
    fixture.calendar = [
      entry("2026-02-16", .campaign, 3),
      entry("2026-02-23", .special, nil),
      entry("2026-03-02", .payDay, 1.2), entry("2026-03-02", .campaign, 1.5),
      entry("2026-03-03", .closed, nil),
      entry("2026-03-07", .makeUpDay, 0.5),
    ]
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      guard 480..<1080 ~= minute, date.weekday < .saturday else { return nil }
      if date == LocalDate("2026-02-16") { return 30 }  // three times the usual 10
      if date == LocalDate("2026-02-23") { return 17 }  // left out
      return date.weekday == .friday ? 8 : 10
    }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(week)
    let means = forecast.queues[0].days.mean
    let expected = [10 * 20 * 1.8, 0, 200, 200, 160, 80, 0]
    for (mean, value) in zip(means, expected) { #expect(abs(mean - value) < 1e-9) }
    #expect(forecast.queues[0].isOpen[forecast.grid.days[1]].allSatisfy { !$0 })
    #expect(forecast.queues[0].days.high95[1] == 0)
  }

  @Test(arguments: [("2026-W13", 46), ("2026-W43", 50)])
  func `follows the wall clock where it changes`(name: String, intervals: Int) throws {
    var fixture = Fixture(window: "00:00-24:00")
    fixture.zone = Zone(identifier: "Europe/London")!
    let target = ISOWeek(name)!
    let start = target.monday.adding(days: -56)
    let records = fixture.records(from: start.description, days: 56) { _, minute in
      Double(10 + minute / 60)
    }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(target)
    let sunday = forecast.grid.days[6]
    #expect(sunday.count == intervals)
    for index in sunday {
      let hour = forecast.grid.local(at: index).minuteOfDay / 60
      #expect(abs(forecast.queues[0].intervals.mean[index] - Double(10 + hour)) < 1e-9)
    }
  }

  @Test(arguments: ["2026-03-30", "2026-10-26"])
  func `learns the right pattern from days of 23 and 25 hours`(monday: String) throws {
    var fixture = Fixture(window: "00:00-24:00", method: .weeklyNaive)
    fixture.zone = Zone(identifier: "Europe/London")!
    let target = ISOWeek(containing: LocalDate(monday)!)
    let start = target.monday.adding(days: -28)
    let records = fixture.records(from: start.description, days: 28) { _, minute in
      Double(10 + minute / 60)
    }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(target)
    for index in forecast.grid.days[6] {
      let hour = forecast.grid.local(at: index).minuteOfDay / 60
      #expect(abs(forecast.queues[0].intervals.mean[index] - Double(10 + hour)) < 1e-9)
    }
  }

  @Test func `forecasts the week over a year end`() throws {
    let fixture = Fixture()
    let records = fixture.records(from: "2026-11-02", days: 56) { _, _ in 6 }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records))
      .forecast(ISOWeek("2026-W53")!)
    #expect(forecast.grid.dates[0] == LocalDate("2026-12-28"))
    #expect(forecast.grid.dates[6] == LocalDate("2027-01-03"))
    #expect(forecast.queues[0].days.mean.allSatisfy { abs($0 - 120) < 1e-9 })
  }

  @Test func `knows handle times by time of day`() throws {
    let fixture = Fixture(window: "00:00-24:00", handleTime: .seconds(999))
    let records = fixture.records(from: "2026-02-02", days: 28) { _, _ in 10 }.map { record in
      var record = record
      let hour = record.start.secondsSinceEpoch / 3600 % 24
      record.averageHandleTime = hour < 12 ? .seconds(200) : .seconds(300)
      return record
    }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(week)
    // No chance in them: nothing is drawn to the mean.
    #expect(abs(forecast.queues[0].averageHandleTime[0].inSeconds - 200) < 1e-3)
    #expect(abs(forecast.queues[0].averageHandleTime[47].inSeconds - 300) < 1e-3)
    #expect(abs((forecast.queues[0].handleTimes?.mean[0].inSeconds ?? 0) - 250) < 1e-3)
    #expect(forecast.queues[0].handleTimeVariation == nil)
    let plain = fixture.inputs(fixture.records(from: "2026-02-02", days: 28) { _, _ in 10 })
    let settings = try ForecastBuilder(inputs: plain).forecast(week)
    #expect(settings.queues[0].averageHandleTime.allSatisfy { $0 == .seconds(999) })
    #expect(settings.queues[0].handleTimes == nil)
  }

  @Test func `automatic takes the method with the smaller past error`() throws {
    var random = RandomStream(seed: 5, name: "noise")
    let fixture = Fixture()
    let noisy = fixture.records(from: "2025-10-06", days: 147) { _, minute in
      480..<1080 ~= minute ? Double(random.poisson(mean: 20)) : nil
    }
    let calm = try ForecastBuilder(inputs: fixture.inputs(noisy)).forecast(week)
    #expect(calm.queues[0].method != .weeklyNaive)
    let growing = fixture.records(from: "2025-10-06", days: 147) { date, minute in
      480..<1080 ~= minute ? Double(date.daysSinceEpoch - 20_000) : nil
    }
    let trend = try ForecastBuilder(inputs: fixture.inputs(growing)).forecast(week)
    #expect(trend.queues[0].method == .exponentialSmoothing)
  }

  @Test func `says what is missing when there is no usable history`() {
    let fixture = Fixture()
    let late = fixture.records(from: "2026-03-09", days: 14) { _, _ in 6 }
    let error = #expect(throws: ShiftwrightError.self) {
      try ForecastBuilder(inputs: fixture.inputs(late)).forecast(week)
    }
    #expect(
      error?.message == """
        contacts.csv: queue 'phone' has no rows before 2026-03-02; its history starts on 2026-03-09.
        Choose a week from 2026-W12 on, or add older rows.
        """
    )
    let none = #expect(throws: ShiftwrightError.self) {
      try ForecastBuilder(inputs: fixture.inputs([])).forecast(week)
    }
    #expect(none?.message.hasPrefix("contacts.csv: queue 'phone' has no rows.") == true)
    let zeros = fixture.records(from: "2026-01-05", days: 56) { _, _ in 0 }
    let unusable = #expect(throws: ShiftwrightError.self) {
      try ForecastBuilder(inputs: fixture.inputs(zeros)).forecast(week)
    }
    #expect(unusable?.message.contains("no usable contacts before 2026-03-02") == true)
  }
}
