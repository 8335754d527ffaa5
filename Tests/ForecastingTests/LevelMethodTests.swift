import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct LevelMethodTests {
  private let calendar = DayCalendar(openWeekdays: Weekday.allCases)
  private let monday = LocalDate("2026-03-02")!
  private let factors = [1.2, 1.1, 1, 1, 1.1, 0.9, 0.7]

  private func share(_ cell: Int) -> Double { (1 + 0.5 * sin(Double(cell) / 4)) / 24 }

  /// A day of a multiplicative pattern.
  private func day(_ date: LocalDate, _ size: Double) -> PastDay {
    PastDay(
      date: date,
      weekday: date.weekday,
      arrivals: (0..<24).map { size * factors[date.weekday.rawValue - 1] * share($0) }
    )
  }

  private func past(days: Int, _ size: (_ daysBack: Int) -> Double) -> [PastDay] {
    (1...days).reversed().map { day(monday.adding(days: -$0), size($0)) }
  }

  private func total(_ forecaster: any Forecaster, _ past: [PastDay]) -> Double {
    let targets = (0..<7).map { TargetDay(day(monday.adding(days: $0), 1)) }
    return forecaster.forecast(targets, after: past, calendar: calendar).means.joined()
      .reduce(0) { $0 + ($1 ?? 0) }
  }

  private var week: Double { (0..<7).reduce(0) { $0 + day(monday.adding(days: $1), 1).total } }

  @Test(arguments: [true, false])
  func `repeat a multiplicative pattern exactly`(isPoisson: Bool) {
    let forecaster: any Forecaster = isPoisson ? PoissonLevel() : ExponentialSmoothing()
    let past = past(days: 70) { _ in 5000 }
    let targets = (0..<7).map { TargetDay(day(monday.adding(days: $0), 1)) }
    let means = forecaster.forecast(targets, after: past, calendar: calendar).means
    for (offset, profile) in means.enumerated() {
      let expected = day(monday.adding(days: offset), 5000)
      for (mean, value) in zip(profile, expected.arrivals) {
        #expect(abs((mean ?? 0) / (value ?? 0) - 1) < 1e-6)
      }
    }
  }

  @Test func `a new level is followed`() {
    let stepped = past(days: 105) { $0 <= 42 ? 7500 : 5000 }
    let poisson = total(PoissonLevel(), stepped) / week
    let smoothing = total(ExponentialSmoothing(), stepped) / week
    #expect(7200...7600 ~= poisson)
    #expect(7000...7800 ~= smoothing)
  }

  @Test func `the trend of smoothing fades`() {
    let growing = past(days: 140) { 5000 * exp(-0.004 * Double($0)) }
    let near = total(ExponentialSmoothing(), growing) / week
    let last = growing.suffix(7).reduce(0) { $0 + $1.total } / week
    #expect(near > last && near < last * 1.06)
  }

  @Test func `proportional scaling finds the Poisson maximum of a small table`() {
    // Two weeks of Mondays and Tuesdays, one interval: the fit of a multiplicative table has the
    // margins of the counts, row total × column total ÷ total.
    let counts = [[30.0, 20], [50, 44]]
    let days = counts.indices.flatMap { week in
      counts[week].indices.map { weekday in
        let date = LocalDate("2026-02-02")!.adding(days: 7 * week + weekday)
        return PastDay(date: date, weekday: date.weekday, arrivals: [counts[week][weekday]])
      }
    }
    let fit = PoissonFit(DayTable(days, atMost: 10))
    let ratio = (30.0 + 50) / (20 + 44)
    #expect(abs(fit.weekdayFactors[0] / fit.weekdayFactors[1] - ratio) < 1e-6)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `shapes lean on the common one as counts allow`(seed: UInt64) {
    // All weekdays have the same shape: leaning on it must beat each weekday's own counts.
    var random = RandomStream(seed: seed, name: "shapes")
    let past = past(days: 56) { _ in 200 }.map { day in
      var day = day
      day.arrivals = day.arrivals.map { Double(random.poisson(mean: $0 ?? 0)) }
      return day
    }
    let table = DayTable(past, atMost: 56)
    let profile = IntradayProfile(
      table,
      sizes: IntradayProfile.roughSizes(table),
      weights: [Double](repeating: 1, count: 56)
    )
    var shrunk = 0.0
    var own = 0.0
    for (weekday, rows) in table.rowsOfWeekday.enumerated() {
      let sum = rows.reduce(0) { $0 + table.total($1) }
      for cell in 0..<24 {
        let count = rows.reduce(0) { $0 + table.counts[$1 * 24 + cell] }
        shrunk += pow(profile.shares[weekday][cell] - share(cell) / shares, 2)
        own += pow(count / sum - share(cell) / shares, 2)
      }
    }
    #expect(shrunk < 0.5 * own)
  }

  private var shares: Double { (0..<24).reduce(0) { $0 + share($1) } }
}
