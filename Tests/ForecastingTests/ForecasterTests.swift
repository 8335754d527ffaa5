import TestSupport
import Testing
import Workforce

@testable import Forecasting

@Suite struct ForecasterTests {
  /// Short memories too: the median needs three days to bear one of zeros, the mean five, because it
  /// takes a fifth, not a third, of the four deviations to which that day is drawn.
  static let methods: [any Forecaster] =
    ForecastMethods.all + ForecastMethods.all.map { BandedForecaster($0) }
    + [WeekdayMean(dayCount: 5), WeekdayMedian(dayCount: 3), FactorModel(factorCount: 4)]
    + [AutomaticForecaster(), BlendForecaster()]

  @Test(arguments: methods.indices, [UInt64(1), 2, 3])
  func `keeps what every forecaster keeps`(index: Int, seed: UInt64) {
    let method = Self.methods[index]
    let learns = [.calendarProcess, .automatic, .blend].contains(method.method)
    #expect(checkForecaster(method, seed: seed, learnsSpecialDays: learns) == [])
  }

  @Test(arguments: ForecastMethod.allCases)
  func `finds every method by its name`(method: ForecastMethod) {
    #expect(ForecastMethods.forecaster(for: method).method == method)
  }

  private let calendar = DayCalendar(openWeekdays: Weekday.allCases)

  private func days(_ values: [Double?]) -> [PastDay] {
    let monday = LocalDate("2026-01-05")!
    return values.enumerated().map { week, value in
      PastDay(date: monday.adding(days: 7 * week), weekday: .monday, arrivals: [value])
    }
  }

  private func forecast(_ forecaster: any Forecaster, _ values: [Double?]) -> Double? {
    let target = TargetDay(date: LocalDate("2026-12-07")!, weekday: .monday, isOpen: [true])
    return forecaster.forecast([target], after: days(values), calendar: calendar).means[0][0]
  }

  @Test func `the naive takes the last known value`() {
    #expect(forecast(WeeklyNaive(), [3, 5, 9]) == 9)
    #expect(forecast(WeeklyNaive(), [3, 5, nil]) == 5)
    #expect(forecast(WeeklyNaive(), [nil]) == nil)
  }

  @Test func `the mean takes the last eight values`() {
    #expect(forecast(WeekdayMean(), [1000, 1, 2, 3, 4, 5, 6, 7, 8]) == 4.5)
    #expect(forecast(WeekdayMean(), [4, 6]) == 5)
  }

  @Test func `the mean draws a spike to four deviations of the median`() {
    // Median 100, MAD 0, Poisson deviation 10: the spike counts as 140.
    let expected = (7 * 100.0 + 140) / 8
    #expect(forecast(WeekdayMean(), [100, 100, 100, 900, 100, 100, 100, 100]) == expected)
  }

  @Test func `the mean of small counts is not trimmed`() {
    #expect(forecast(WeekdayMean(), [0, 0, 0, 0, 0, 0, 2, 2]) == 0.5)
  }

  @Test func `the median takes the middle of the last eight values`() {
    #expect(forecast(WeekdayMedian(), [1000, 1, 2, 3, 4, 5, 6, 70, 800]) == 4.5)
    #expect(forecast(WeekdayMedian(), [4, nil, 7, 90]) == 7)
    #expect(forecast(WeekdayMedian(dayCount: 2), [4, 7, 90]) == 48.5)
    #expect(forecast(WeekdayMedian(), [nil]) == nil)
  }

  @Test func `other weekdays do not count`() {
    let target = TargetDay(date: LocalDate("2026-12-08")!, weekday: .tuesday, isOpen: [true])
    #expect(
      WeeklyNaive().forecast([target], after: days([1, 2]), calendar: calendar).means == [[nil]]
    )
  }
}
