import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct OlderYearsTests {
  /// Weekdays of some years with a season of ±20 % and days that vary by 5 %.
  private func days(_ count: Int, seed: UInt64) -> [PastDay] {
    var random = RandomStream(seed: seed, name: "older years")
    let first = LocalDate("2020-01-01")!
    return (0..<count).compactMap { offset -> PastDay? in
      let date = first.adding(days: offset)
      guard !date.weekday.isWeekend else { return nil }
      let mean = 2000 * season(date) * exp(0.05 * random.normal())
      return PastDay(
        date: date,
        weekday: date.weekday,
        arrivals: [Double(random.poisson(mean: mean)), nil]
      )
    }
  }

  private func season(_ date: LocalDate) -> Double {
    1 + 0.2 * sin(2 * .pi * Double(date.daysSinceEpoch) / 365.2425)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `three older years show their season`(seed: UInt64) {
    let years = OlderYears(days(3 * 365, seed: seed)[...])
    for month in 1...12 {
      let date = LocalDate(year: 2026, month: month, day: 10)!
      // twenty days that show nothing take a third of ±20 %; chance (two deviations) is 1 %
      let planted = season(date)
      #expect(abs(years.factor(on: date) / planted - 1) < 0.09, "\(date)")
      #expect((years.factor(on: date) - 1) * (planted - 1) > -0.003, "\(date)")
    }
  }

  @Test func `what is removed comes back`() throws {
    let past = days(3 * 365, seed: 4)
    let years = OlderYears(past[...])
    let day = try #require(past.last)
    let plain = years.removed(from: day)
    let target = TargetDay(date: day.date, weekday: day.weekday, isOpen: [true, false])
    let back = years.restored(ForecastDays(means: [plain.arrivals]), on: [target])
    let count = try #require(day.arrivals[0])
    #expect(abs((back.means[0][0] ?? 0) - count) < 1e-9 * count)
  }

  @Test func `few older days say nothing`() {
    let past = days(200, seed: 5)
    #expect(OlderYears(past[...]).factor(on: past[0].date) == 1)
    #expect(OlderYears([][...]).factor(on: past[0].date) == 1)
  }
}
