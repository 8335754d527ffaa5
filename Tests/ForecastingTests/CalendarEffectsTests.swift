import Testing
import Workforce

@testable import Forecasting

@Suite struct CalendarEffectsTests {
  let week = ISOWeek("2026-W10")!

  /// 10 contacts each half hour on workdays, 8 on Fridays, closed at the weekend.
  private func inputs(_ calendar: [CalendarEntry], method: ForecastMethod = .weekdayMean)
    -> PlanningInputs
  {
    var fixture = Fixture(method: method)
    fixture.openDays = [.monday, .tuesday, .wednesday, .thursday, .friday]
    fixture.calendar = calendar
    let records = fixture.records(from: "2026-01-05", days: 56) { date, minute in
      guard 480..<1080 ~= minute, date.weekday < .saturday else { return nil }
      return date.weekday == .friday ? 8 : 10
    }
    return fixture.inputs(records)
  }

  private func entry(_ date: String, _ kind: CalendarEntry.Kind, _ factor: Double? = nil)
    -> CalendarEntry
  {
    CalendarEntry(date: LocalDate(date)!, kind: kind, name: kind.rawValue, factor: factor)
  }

  @Test func `entries of the week change the forecast, and by how much is said`() throws {
    let calendar = [
      entry("2026-03-02", .payDay, 1.2), entry("2026-03-02", .campaign, 1.5),
      entry("2026-03-03", .closed), entry("2026-03-04", .holiday),
      entry("2026-03-07", .makeUpDay), entry("2026-03-10", .closed),
    ]
    let forecast = try ForecastBuilder(inputs: inputs(calendar)).forecast(week)
    let plain = try ForecastBuilder(inputs: inputs([])).forecast(week)
    let effects = forecast.calendarEffects
    #expect(effects.map(\.kind) == [.payDay, .campaign, .closed, .holiday, .makeUpDay])
    let expected: [(with: Double, without: Double)] = [
      (360, 300), (360, 240), (0, 200), (200, 200), (160, 0),
    ]
    for (effect, value) in zip(effects, expected) {
      #expect(abs(effect.contactsWith - value.with) < 1e-9, "\(effect)")
      #expect(abs(effect.contactsWithout - value.without) < 1e-9, "\(effect)")
      #expect(effect.contactsOnOtherDays == 0)
    }
    #expect(plain.calendarEffects == [])
    let changed = zip(forecast.queues[0].days.mean, plain.queues[0].days.mean).map { $0 - $1 }
    for (change, value) in zip(changed, [160, -200, 0, 0, 0, 160, 0] as [Double]) {
      #expect(abs(change - value) < 1e-9)
    }
  }

  @Test func `an entry's effect is the forecast without it`() throws {
    let calendar = [entry("2026-03-02", .campaign, 1.5), entry("2026-03-04", .closed)]
    let with = try ForecastBuilder(inputs: inputs(calendar)).forecast(week)
    for (index, effect) in with.calendarEffects.enumerated() {
      var fewer = calendar
      fewer.remove(at: index)
      let without = try ForecastBuilder(inputs: inputs(fewer)).forecast(week)
      let day = try #require(with.grid.dates.firstIndex(of: effect.date))
      #expect(abs(effect.contactsWithout - without.queues[0].days.mean[day]) < 1e-9)
      #expect(abs(effect.contactsWith - with.queues[0].days.mean[day]) < 1e-9)
    }
  }

  /// A closure moves contacts to the days after it; the week it lies before is told so.
  @Test func `a closure before the week acts on the week`() throws {
    var fixture = Fixture(method: .calendarProcess)
    fixture.openDays = [.monday, .tuesday, .wednesday, .thursday, .friday]
    let closed = [
      "2025-11-14", "2025-12-03", "2025-12-19", "2026-01-14", "2026-01-30", "2026-02-27",
    ]
    fixture.calendar = closed.map { entry($0, .closed) }
    let closures = fixture.calendar.map(\.date)
    var random = RandomStream(seed: 1, name: "closures")
    let records = fixture.records(from: "2025-10-06", days: 147) { date, minute in
      guard 480..<1080 ~= minute, date.weekday < .saturday, !closures.contains(date) else {
        return nil
      }
      let before = date.adding(days: date.weekday == .monday ? -3 : -1)
      return Double(random.poisson(mean: closures.contains(before) ? 39 : 30))
    }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(records)).forecast(week)
    let effect = try #require(forecast.calendarEffects.first)
    #expect(forecast.calendarEffects.count == 1)
    #expect(effect.date == LocalDate("2026-02-27")!)
    #expect((effect.contactsWith, effect.contactsWithout) == (0, 0))
    // the Monday after gains 20 × 9 contacts; the fit draws that to none, and to the days after
    #expect((60...300).contains(effect.contactsOnOtherDays), "\(effect)")
  }

  @Test func `says what each entry asks for`() throws {
    let calendar = [
      entry("2026-03-02", .payDay), entry("2026-03-03", .closed), entry("2026-03-04", .special),
      entry("2026-03-05", .campaign, 1.5), entry("2026-03-07", .makeUpDay, 0.5),
    ]
    let notes = CalendarNotes(inputs: inputs(calendar)).notes(on: week.dates)
    #expect(
      notes.map(\.description) == [
        """
        calendar: note: 2026-03-02 pay_day (pay_day): has no factor; the calendar process knows such \
        days.
        """,
        "calendar: note: 2026-03-03 closed (closed): closed, nothing is expected.",
        """
        calendar: note: 2026-03-04 special (special): has no factor; the calendar process learns from \
        such days, other methods forecast as usual with a wider band.
        """,
        "calendar: note: 2026-03-05 campaign (campaign): the forecast is multiplied by 1.5.",
        "calendar: note: 2026-03-07 make_up_day (make_up_day): works like a Friday, times 0.5.",
      ]
    )
  }

  /// Doubt about the rate is half as large again; the noise of counting is not.
  @Test(arguments: [CalendarEntry.Kind.holiday, .campaign, .special])
  func `days like no other keep their mean and get a wider band`(kind: CalendarEntry.Kind) throws {
    let noisy = { (calendar: [CalendarEntry]) -> PlanningInputs in
      var random = RandomStream(seed: 3, name: "days")
      var fixture = Fixture(method: .weekdayMean)
      fixture.calendar = calendar
      let busy = (0..<90).map { _ in 1 + 0.15 * random.normal() }
      let first = LocalDate("2026-01-05")!
      return fixture.inputs(
        fixture.records(from: "2026-01-05", days: 56) { date, minute in
          let rate = 40 * busy[date.daysSinceEpoch - first.daysSinceEpoch]
          return 480..<1080 ~= minute ? Double(random.poisson(mean: rate)) : nil
        }
      )
    }
    let plain = try ForecastBuilder(inputs: noisy([])).forecast(week).queues[0]
    let special = try ForecastBuilder(inputs: noisy([entry("2026-03-04", kind)]))
      .forecast(week).queues[0]
    let known = try ForecastBuilder(inputs: noisy([entry("2026-03-04", kind, 1)]))
      .forecast(week).queues[0]
    #expect(known.days == plain.days)
    #expect(special.days.mean == plain.days.mean)
    let width = { (queue: QueueForecast, day: Int) in
      queue.days.high80[day].squareRoot() - queue.days.low80[day].squareRoot()
    }
    #expect((1.3...1.52).contains(width(special, 2) / width(plain, 2)))
    #expect(width(special, 1) == width(plain, 1))
    let cell = special.intervals.mean.indices.first { special.intervals.mean[$0] > 0 }.map {
      $0 + 96
    }
    let index = try #require(cell)
    #expect(special.intervals.high95[index] > plain.intervals.high95[index])
    #expect(special.intervals.low95[index] < plain.intervals.low95[index])
  }
}
