import Testing
import Workforce

@testable import Forecasting

@Suite struct BandTests {
  /// Counts drawn afresh for the target week, against the bands made from the past.
  private func coverage(seed: UInt64, dayShape: Double?) throws -> (inner: Double, outer: Double) {
    var random = RandomStream(seed: seed, name: "band")
    var dayRate = (date: LocalDate(daysSinceEpoch: 0), rate: 1.0)
    let fixture = Fixture()
    let records = fixture.records(from: "2025-09-01", days: 189) { date, minute in
      guard 480..<1080 ~= minute else { return nil }
      if dayRate.date != date {
        dayRate = (date, dayShape.map { random.gammaOfMeanOne(shape: $0) } ?? 1)
      }
      return Double(random.poisson(mean: (20 + Double(minute % 300) / 10) * dayRate.rate))
    }
    let split = fixture.zone.startOfDay(LocalDate("2026-03-02")!)
    let past = records.filter { $0.start < split }
    let forecast = try ForecastBuilder(inputs: fixture.inputs(past)).forecast(ISOWeek("2026-W10")!)
    let band = forecast.queues[0].intervals
    var hits = (inner: 0.0, outer: 0.0, all: 0.0)
    for record in records where record.start >= split {
      let index = forecast.grid.index(of: record.start)
      hits.all += 1
      if band.low80[index]...band.high80[index] ~= record.arrivals { hits.inner += 1 }
      if band.low95[index]...band.high95[index] ~= record.arrivals { hits.outer += 1 }
    }
    return (hits.inner / hits.all, hits.outer / hits.all)
  }

  @Test(arguments: [nil, 100.0])
  func `cover what they promise`(dayShape: Double?) throws {
    let runs = try (UInt64(1)...12).map { try coverage(seed: $0, dayShape: dayShape) }
    let inner = runs.map(\.inner).reduce(0, +) / 12
    let outer = runs.map(\.outer).reduce(0, +) / 12
    // 12 weeks of 140 intervals: a binomial deviation of 1 %, more with common days.
    #expect(0.77...0.86 ~= inner)
    #expect(0.93...0.985 ~= outer)
  }

  @Test(arguments: [0.05, 0.5, 3.0, 12.0, 29.9, 30.1, 400.0])
  func `are in order, never negative and never below Poisson`(mean: Double) {
    let values = ErrorSpread(excessVariation: 0).quantiles(around: mean)
    #expect(values == values.sorted())
    #expect(values[0] >= 0 && values[1] <= mean && values[2] >= mean)
    let normal = 1.28 * mean.squareRoot()
    #expect(values[2] - values[1] >= 1.9 * normal || mean < 12)
  }

  @Test func `Poisson quantiles agree with published tables`() {
    // Cumulative Poisson table, mean 4: P(≤1) = 0.0916, P(≤2) = 0.2381, P(≤7) = 0.9489.
    #expect(poissonQuantile(0.09, mean: 4) == 1)
    #expect(poissonQuantile(0.1, mean: 4) == 2)
    #expect(poissonQuantile(0.94, mean: 4) == 7)
    #expect(poissonQuantile(0.95, mean: 4) == 8)
    #expect(poissonQuantile(0.9, mean: 0) == 0)
  }

  @Test(arguments: UInt64(1)...4)
  func `the day's variation is found again`(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "variation")
    var errors = PastErrors()
    for _ in 0..<2000 {
      let rate = random.gammaOfMeanOne(shape: 50)  // squared variation 0.02
      errors.append(300, Double(random.poisson(mean: 300 * rate)))
    }
    #expect(abs(errors.excessVariation - 0.02) < 0.003)
  }
}
