import Foundation
import Testing
import Workforce

@testable import Forecasting

/// Expects one profile whatever came.
private struct Known: Forecaster {
  var method: ForecastMethod { .weekdayMean }
  let profile: [Double]

  func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    ForecastDays(means: targets.map { zip($0.isOpen, profile).map { $0 ? $1 : 0 } })
  }
}

@Suite struct SpreadFitTests {
  private let calendar = DayCalendar(openWeekdays: Weekday.allCases)
  private let monday = LocalDate("2026-03-02")!

  /// Poisson counts around a profile times each day's rate.
  private func days(
    _ profile: [Double],
    from: Int,
    to: Int,
    _ random: inout RandomStream,
    rate: (inout RandomStream, _ day: Int) -> Double
  ) -> [PastDay] {
    (from..<to).map { offset in
      let date = monday.adding(days: offset)
      let rate = rate(&random, offset)
      return PastDay(
        date: date,
        weekday: date.weekday,
        arrivals: profile.map { Double(random.poisson(mean: $0 * rate)) }
      )
    }
  }

  /// Shares of cells and days inside their bands.
  private struct Coverage {
    var cells = (inner: 0.0, outer: 0.0, count: 0.0)
    var days = (inner: 0.0, outer: 0.0, count: 0.0)

    mutating func add(_ day: PastDay, _ spread: RootSpread) {
      for (cell, value) in day.arrivals.enumerated() {
        let band = spread.quantiles(of: cell..<(cell + 1))
        let value = value ?? 0
        cells.count += 1
        if band.low80...band.high80 ~= value { cells.inner += 1 }
        if band.low95...band.high95 ~= value { cells.outer += 1 }
      }
      let band = spread.day()
      days.count += 1
      if band.low80...band.high80 ~= day.total { days.inner += 1 }
      if band.low95...band.high95 ~= day.total { days.outer += 1 }
    }
  }

  /// The bands cover what they promise, within three binomial deviations of 70 weeks of days.
  ///
  /// The cells of a day go together, so that their shares are not much surer than the days'. Prior
  /// and whole numbers make bands a little wide: up to 3.5 and 2 % more than promised.
  @Test(arguments: [(30.0, 100.0), (30, 400), (400, 200), (3, 100), (0.4, 100)])
  func `cover what they promise around a known mean`(level: Double, shape: Double) throws {
    let profile = (0..<24).map { level * (1 + 0.5 * sin(Double($0) / 4)) }
    var coverage = Coverage()
    for seed in UInt64(1)...70 {
      var random = RandomStream(seed: seed, name: "coverage")
      let all = days(profile, from: -63, to: 7, &random) { random, _ in
        random.gammaOfMeanOne(shape: shape)
      }
      let targets = all.suffix(7).map(TargetDay.init)
      let forecast = BandedForecaster(Known(profile: profile)).forecast(
        targets,
        after: Array(all.dropLast(7)),
        calendar: calendar
      )
      for (day, expected) in zip(all.suffix(7), forecast.days) {
        coverage.add(day, try #require(expected.spread))
      }
    }
    let deviation = { (share: Double) in 3 * (share * (1 - share) / 490).squareRoot() }
    let inner = (0.8 - deviation(0.8))...(0.835 + deviation(0.8))
    let outer = (0.95 - deviation(0.95))...(0.97 + deviation(0.95))
    #expect(inner ~= coverage.days.inner / coverage.days.count)
    #expect(outer ~= coverage.days.outer / coverage.days.count)
    let tenths = level < 1 ? 0.15 : level < 10 ? 0.06 : 0
    #expect(coverage.cells.inner / coverage.cells.count >= inner.lowerBound)
    #expect(coverage.cells.inner / coverage.cells.count <= inner.upperBound + tenths)
    #expect(outer.lowerBound...1 ~= coverage.cells.outer / coverage.cells.count)
  }

  @Test(arguments: UInt64(1)...4)
  func `the day's variation is found again`(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "variation")
    let profile = [Double](repeating: 50, count: 24)
    let weeks = (0..<40).map { week in
      let judged = days(profile, from: 7 * week, to: 7 * week + 7, &random) { random, _ in
        random.gammaOfMeanOne(shape: 100)
      }
      return PastForecasts.Week(
        monday: judged[0].date,
        days: judged,
        forecasts: judged.map { _ in DayForecast(means: profile) }
      )
    }
    let fit = SpreadFit(PastForecasts(method: .weekdayMean, lead: 1, weeks: weeks))
    // a relative deviation of 0.1 is 0.05 on roots; 280 days know it to about 10 %
    #expect(abs(fit.scoreVariance / 0.0025 - 1) < 0.25)
    #expect(fit.leftoverVariance < 0.03)
    #expect(fit.dayCount == 280 && !fit.isAssumed && fit.mergedIntervals == 1)
    #expect(fit.dayCorrelation < 0.15)
  }

  @Test(arguments: UInt64(1)...4)
  func `what goes together within days and weeks is found again`(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "together")
    let root = 8.0
    let (length, deviation) = (6.0, 0.4)
    let step = exp(-1 / length)
    let weeks = (0..<40).map { week -> PastForecasts.Week in
      let common = 0.05 * random.normal()
      let judged = (0..<7).map { weekday -> PastDay in
        var wave = deviation * random.normal()
        let own = common + 0.02 * random.normal()
        let date = monday.adding(days: 7 * week + weekday)
        let arrivals = (0..<72).map { _ -> Double? in
          defer {
            wave = step * wave + deviation * (1 - step * step).squareRoot() * random.normal()
          }
          let rate = root * (1 + own) + wave
          return Double(random.poisson(mean: rate * rate))
        }
        return PastDay(date: date, weekday: date.weekday, arrivals: arrivals)
      }
      return PastForecasts.Week(
        monday: judged[0].date,
        days: judged,
        forecasts: judged.map { _ in
          DayForecast(means: [Double](repeating: root * root, count: 72))
        }
      )
    }
    let fit = SpreadFit(PastForecasts(method: .weekdayMean, lead: 1, weeks: weeks))
    #expect(abs(fit.leftoverVariance / (deviation * deviation) - 1) < 0.25)
    #expect([4, 6, 9].contains(fit.leftoverLength))
    // 0.05² ÷ (0.05² + 0.02²) = 0.86, shrunk by 280 ÷ 300 to 0.80. The standard error is 0.075:
    // that of an intraclass correlation of 40 weeks of 7 days is 0.03 (Fisher 1925), and the variance
    // it is divided by, from mean absolute scores, strays by √(0.28 ÷ 40) = 8 % more.
    // All of four seeds lie within 2.24 of it nine times of ten.
    #expect(abs(fit.dayCorrelation - 0.8) < 2.24 * 0.075)
    let link = fit.link([monday, monday.adding(days: 1), monday.adding(days: 7)])
    #expect(link.correlations[0][0] == [1, fit.dayCorrelation, 0])
  }

  @Test func `counts that single forecasts repeat are noise of their own`() throws {
    var random = RandomStream(seed: 5, name: "naive")
    let profile = [Double](repeating: 30, count: 48)
    let past = days(profile, from: -84, to: 0, &random) { _, _ in 1 }
    let targets = (0..<7).map { offset in
      TargetDay(
        date: monday.adding(days: offset),
        weekday: monday.adding(days: offset).weekday,
        isOpen: [Bool](repeating: true, count: 48)
      )
    }
    let fit = BandedForecaster(WeeklyNaive()).spreadFit(targets, after: past, calendar: calendar)
    // the repeated count has a root variance of ¼ itself
    #expect(abs(fit.leftoverVariance - 0.25) < 0.06)
    #expect(fit.leftoverLength < 1)
  }

  @Test func `with fewer than five judged days a tenth is assumed`() throws {
    let profile = [Double](repeating: 100, count: 24)
    var random = RandomStream(seed: 1, name: "short")
    let past = days(profile, from: -4, to: 0, &random) { _, _ in 1 }
    let target = TargetDay(
      date: monday,
      weekday: .monday,
      isOpen: [Bool](repeating: true, count: 24)
    )
    let banded = BandedForecaster(Known(profile: profile))
    let fit = banded.spreadFit([target], after: past, calendar: calendar)
    #expect(fit.isAssumed && fit.dayCount == 0)
    let spread = try #require(
      banded.forecast([target], after: past, calendar: calendar).days[0].spread
    )
    // 2400 contacts: a tenth and Poisson's 2 % make 10.2 %
    let day = spread.day()
    #expect(abs(day.mean - 2400) < 1e-6)
    #expect(abs((day.high80 - day.low80) / 2 / 2400 - 1.2816 * 0.102) < 0.002)
  }

  @Test func `means stay, and nothing is said of days without any`() throws {
    let profile = [0.0, 30, 50, 0]
    var random = RandomStream(seed: 9, name: "means")
    let past = days(profile, from: -63, to: 0, &random) { random, _ in
      random.gammaOfMeanOne(shape: 50)
    }
    let open = TargetDay(date: monday, weekday: .monday, isOpen: [false, true, true, false])
    let closed = TargetDay(
      date: monday.adding(days: 1),
      weekday: .tuesday,
      isOpen: [false, false, false, false]
    )
    let forecast = BandedForecaster(Known(profile: profile)).forecast(
      [open, closed],
      after: past,
      calendar: calendar
    )
    let spread = try #require(forecast.days[0].spread)
    #expect(abs(spread.quantiles(of: 1..<2).mean - 30) < 1e-9)
    #expect(abs(spread.day().mean - 80) < 1e-9)
    #expect(forecast.days[1].spread == nil)
    #expect(forecast.link != nil)
  }

  @Test(arguments: [0.3, 1.0, 4.0, 20.0, 49.9, 50.1, 300.0])
  func `Poisson roots agree with simulation`(mean: Double) {
    var random = RandomStream(seed: 11, name: "roots")
    let roots = (0..<40_000).map { _ in (Double(random.poisson(mean: mean)) + 0.25).squareRoot() }
    let center = roots.reduce(0, +) / 40_000
    let deviation = roots.reduce(0) { $0 + abs($1 - center) } / 40_000
    let usual = PoissonRoot(mean: mean)
    #expect(abs(usual.mean - center) < 0.012)
    #expect(abs(usual.deviation - deviation) < 0.012)
  }
}
