import Testing
import Workforce

@testable import Forecasting

@Suite struct OutageTests {
  /// Ten weeks of Poisson counts around 60 an interval, with weekdays and a shape of the day.
  private func records(_ fixture: Fixture, _ seed: UInt64, outage: ClosedRange<Int>?)
    -> [HistoryRecord]
  {
    let random = RandomStream(seed: seed, name: "outage")
    let day = LocalDate("2026-02-20")!
    return fixture.records(from: "2025-12-22", days: 70) { date, minute in
      guard 480..<1080 ~= minute else { return nil }
      if date == day, outage?.contains(minute) == true { return 0 }
      var own = random.keyed(by: date.daysSinceEpoch).keyed(by: minute)
      let level = 60 * (1 + 0.3 * Double(minute % 300) / 300) * (date.weekday.isWeekend ? 0.8 : 1)
      return Double(own.poisson(mean: level))
    }
  }

  @Test(arguments: ForecastMethod.allCases, [480...1079, 600...779])
  func `an outage in the history moves next week by less than 1 %`(
    method: ForecastMethod,
    minutes: ClosedRange<Int>
  ) throws {
    let fixture = Fixture(method: method)
    let week = ISOWeek("2026-W10")!
    let total = { (outage: ClosedRange<Int>?) in
      let inputs = fixture.inputs(records(fixture, 7, outage: outage))
      return try ForecastBuilder(inputs: inputs).forecast(week).queues[0].days.mean.reduce(0, +)
    }
    let usual = try total(nil)
    #expect(abs(try total(minutes) / usual - 1) < 0.01)
  }
}
