import Testing
import Workforce

@testable import Simulation

@Suite struct RatioSumsTests {
  /// Published tables of Student's t.
  @Test(arguments: [
    (1, 12.7062), (2, 4.3027), (4, 2.7764), (5, 2.5706), (7, 2.3646), (10, 2.2281), (30, 2.0423),
    (199, 1.9720), (100_000, 1.96),
  ])
  func `agrees with tables of Student's t`(degrees: Int, value: Double) {
    #expect(abs(studentQuantile(degrees: degrees) - value) < 1e-3)
  }

  /// Lower limits of Clopper & Pearson's 95 % interval for n of n, from published tables.
  @Test(arguments: [(5, 0.4782), (10, 0.6915), (20, 0.8316), (50, 0.9289), (100, 0.9638)])
  func `the interval has a width where every contact was answered`(count: Int, low: Double) {
    var sums = RatioSums()
    sums.add(Double(count), over: Double(count))
    sums.add(0, over: 0)
    #expect(abs(sums.shareEstimate(replications: 2, empty: 1).low - low) < 1e-4)
    var none = RatioSums()
    none.add(0, over: Double(count))
    #expect(abs(none.shareEstimate(replications: 2, empty: 1).high - (1 - low)) < 1e-4)
    #expect(RatioSums().shareEstimate(replications: 2, empty: 1).halfWidth == 0)
  }

  @Test func `the interval of a ratio covers it as often as it says`() {
    // x is binomial with share 0.7 of a Poisson y: the ratio of means is 0.7.
    var covered = 0
    for trial in 0..<1000 {
      var stream = RandomStream(seed: UInt64(trial), name: "ratio")
      var sums = RatioSums()
      for _ in 0..<20 {
        let y = stream.poisson(mean: 30)
        let x = (0..<y).count { _ in stream.unit() < 0.7 }
        sums.add(Double(x), over: Double(y))
      }
      let estimate = sums.estimate(replications: 20, empty: 1)
      if estimate.low <= 0.7, estimate.high >= 0.7 { covered += 1 }
    }
    // 950 ± 3 standard errors of 6.9, and a little for the delta method's bias.
    #expect((920...975).contains(covered))
  }
}
