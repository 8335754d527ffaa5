import Foundation
import Testing
import Workforce

@testable import Forecasting

/// Measures with BENCHMARK=1; docs/developing/benchmarks.md keeps the figures.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["BENCHMARK"] == "1",
    "benchmarks run with BENCHMARK=1"
  ),
  .serialized
)
struct ForecastBenchmarks {
  /// Five years of a bank's weekdays by quarters of an hour.
  private func fiveYears(seed: UInt64) -> [PastDay] {
    var random = RandomStream(seed: seed, name: "five years")
    let first = LocalDate("2021-01-04")!
    return (0..<5 * 365).compactMap { offset -> PastDay? in
      let date = first.adding(days: offset)
      guard !date.weekday.isWeekend else { return nil }
      let season = 1 + 0.1 * sin(2 * .pi * Double(offset) / 365.25)
      let level = season * exp(0.05 * random.normal())
      let arrivals = (0..<96).map { cell -> Double? in
        guard 32..<72 ~= cell else { return nil }
        let shape = 30 + 20 * sin(Double(cell - 32) / 6)
        return Double(random.poisson(mean: level * shape))
      }
      return PastDay(date: date, weekday: date.weekday, arrivals: arrivals)
    }
  }

  @Test func `five years of one queue`() {
    let past = fiveYears(seed: 1)
    let calendar = DayCalendar(openWeekdays: Array(Weekday.allCases.prefix(5)))
    let last = past[past.count - 1].date
    let monday = ISOWeek(containing: last).adding(weeks: 1).monday
    let targets = (0..<5).map { offset -> TargetDay in
      let date = monday.adding(days: offset)
      return TargetDay(
        date: date,
        weekday: date.weekday,
        isOpen: (0..<96).map { 32..<72 ~= $0 }
      )
    }
    let start = ContinuousClock.now
    let forecast = CalendarProcess().forecast(targets, after: past, calendar: calendar)
    let seconds = (ContinuousClock.now - start) / Duration.seconds(1)
    let total = forecast.days[0].spread?.day().mean ?? 0
    print("five years of one queue: \(seconds) s, Monday \(total)")
    #expect(seconds < 6)
  }

  @Test(.enabled(if: BankSeries.file != nil, "the shared bank calls are absent"))
  func `one fit and week of the bank`() throws {
    let bank = try BankSeries()
    let origin = BankSeries.origins[10]
    let past = bank.past(before: origin)
    let week = targets(bank.week(of: origin))
    let start = ContinuousClock.now
    for _ in 0..<10 {
      let fit = ProfileProcess(
        past,
        calendar: bank.calendar,
        constants: .standard,
        spanDays: 200
      )
      #expect(fit.forecast(week, inflation: 1).days.count == 5)
    }
    let fitSeconds = (ContinuousClock.now - start) / Duration.seconds(10)
    let begin = ContinuousClock.now
    for _ in 0..<10 {
      let forecast = CalendarProcess().forecast(week, after: past, calendar: bank.calendar)
      #expect(forecast.days.count == 5)
    }
    let seconds = (ContinuousClock.now - begin) / Duration.seconds(10)
    print("one fit and week: \(fitSeconds) s; with its past weeks judged: \(seconds) s")
    #expect(seconds < 0.1)
  }

  @Test func `a factor and an inverse's diagonal of 750 days`() throws {
    var random = RandomStream(seed: 1, name: "750")
    var square = Matrix(rows: 750, columns: 750)
    for index in square.values.indices { square.values[index] = random.normal() }
    var matrix = square.rowProducts()
    for index in 0..<750 { matrix[index, index] += 1 }
    var best = (factor: Double.infinity, diagonal: Double.infinity)
    for _ in 0..<5 {
      let start = ContinuousClock.now
      let factor = try #require(Cholesky(matrix))
      let middle = ContinuousClock.now
      #expect(factor.inverseDiagonal().count == 750)
      best.factor = min(best.factor, (middle - start) / Duration.seconds(1))
      best.diagonal = min(best.diagonal, (ContinuousClock.now - middle) / Duration.seconds(1))
    }
    print("750 days: factor \(best.factor) s, diagonal of the inverse \(best.diagonal) s")
  }
}
