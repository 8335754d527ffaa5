import Testing
import Workforce

@testable import Forecasting

@Suite struct ExpectedWeekTests {
  private func spread(_ rate: Double, scoreVariance: Double) -> RootSpread {
    let roots = [0, rate.squareRoot(), rate.squareRoot(), 0]
    return RootSpread(
      roots: roots,
      loadings: [roots],
      scoreCovariance: [[scoreVariance]],
      leftoverVariance: 0,
      leftoverLength: 4
    )
  }

  private func week(_ spreads: [RootSpread?], means: [Double]) -> ExpectedWeek {
    ExpectedWeek(
      means: means,
      cells: [0, 1, 2, 3, 0, 1, 2, 3],
      isKnown: [true, true, true, true, true, true, false, true],
      spreads: spreads,
      days: [0..<4, 4..<8]
    )
  }

  @Test func `takes the method's own bands where it has them`() {
    let own = spread(100, scoreVariance: 0.01)
    let week = week([own, own], means: [0, 101, 101, 0, 0, 202, 50, 0])
    let fallback = ErrorSpread(excessVariation: 0.04)
    let band = week.intervalBand(fallback)
    let expected = own.quantiles(of: 1..<2)
    #expect(abs(band.low80[1] - expected.low80) < 1e-9)
    #expect(abs(band.high95[2] - expected.high95) < 1e-9)
    // Scaled to the mean; the fallback where the method did not know the interval.
    #expect(abs(band.high80[5] - 2 * expected.high80) < 1e-9)
    #expect(band.high80[6] == fallback.band(around: [50]).high80[0])
    #expect(band.high80[0] == 0)
    let days = week.dayBand(fallback)
    #expect(abs(days.low95[0] - own.day().low95 * 202 / own.day().mean) < 1e-9)
    let none = self.week([nil, nil], means: week.means)
    #expect(none.intervalBand(fallback) == fallback.band(around: week.means))
    #expect(none.dayVariation == nil)
  }

  /// Poisson counts whose root rate is normal around 10 per interval, all intervals alike.
  @Test(arguments: UInt64(1)...2)
  func `the day's variation is that of simulated days`(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "root rates")
    let draws = (0..<20_000).map { _ -> Double in
      let root = 10 * (1 + 0.1 * random.normal())
      return Double(random.poisson(mean: 2 * root * root))
    }
    let mean = draws.reduce(0, +) / Double(draws.count)
    let squares = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws.count)
    let own = spread(100, scoreVariance: 0.01)
    let week = week([own, nil], means: [0, 101, 101, 0, 0, 0, 0, 0])
    #expect(abs((week.dayVariation ?? 0) - (squares - mean) / (mean * mean)) < 0.002)
  }
}
