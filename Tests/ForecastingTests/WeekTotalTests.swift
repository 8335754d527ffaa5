import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct WeekTotalTests {
  /// Five days of one interval with a mean root of 40 and a relative score error of 3 %.
  private func week(correlation: Double) -> ExpectedWeek {
    let spread = RootSpread(
      roots: [40],
      loadings: [[40]],
      scoreCovariance: [[0.0009]],
      leftoverVariance: 0,
      leftoverLength: 2
    )
    let matrix = (0..<5).map { row in (0..<5).map { row == $0 ? 1 : correlation } }
    return ExpectedWeek(
      means: Array(repeating: 1600, count: 5),
      cells: Array(repeating: 0, count: 5),
      isKnown: Array(repeating: true, count: 5),
      spreads: Array(repeating: spread, count: 5),
      days: (0..<5).map { $0..<$0 + 1 },
      link: DayLink(correlations: [matrix])
    )
  }

  /// Sums of five days whose score errors share a part, drawn contact by contact.
  private func simulated(_ correlation: Double) -> [Double] {
    var random = RandomStream(seed: 11, name: "week total")
    return (0..<4000).map { _ in
      let shared = random.normal() * correlation.squareRoot()
      let total = (0..<5).reduce(0.0) { sum, _ in
        let score = 0.03 * (shared + random.normal() * (1 - correlation).squareRoot())
        let root = 40 * (1 + score)
        // Poisson on the scale of roots: ¼ more variance
        let count = root + 0.5 * random.normal()
        return sum + count * count
      }
      return total
    }.sorted()
  }

  @Test(arguments: [0.0, 0.5, 0.9])
  func `the week's band holds as many simulated weeks as it says`(correlation: Double) throws {
    let band = try #require(week(correlation: correlation).total())
    let draws = simulated(correlation)
    let inside = draws.count { band.low80[0]...band.high80[0] ~= $0 }
    // four standard errors of a share of 80 % in 4,000 draws are 2.5 %
    #expect(abs(Double(inside) / 4000 - 0.8) < 0.035)
    #expect(band.mean[0] == 8000)
  }

  @Test func `without a link nothing is said`() {
    var alone = week(correlation: 0)
    alone.link = nil
    #expect(alone.total() == nil)
  }
}
