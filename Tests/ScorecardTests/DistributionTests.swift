import Foundation
import Testing
import Workforce

@testable import Scorecard

@Suite struct DistributionTests {
  /// Abramowitz & Stegun, table 26.1 and 26.5.
  @Test(arguments: [(0.5, 0.0), (0.975, 1.959963984540054), (0.999, 3.090232306167813)])
  func `gives the printed normal quantiles`(share: Double, value: Double) {
    #expect(abs(NormalDistribution.value(at: share) - value) < 1e-9)
  }

  /// Abramowitz & Stegun, table 26.10.
  @Test(arguments: [
    (1, 0.95, 6.314), (2, 0.95, 2.920), (5, 0.95, 2.015), (10, 0.975, 2.228), (30, 0.95, 1.697),
    (120, 0.995, 2.617), (3, 0.05, -2.353),
  ])
  func `gives the printed quantiles of Student`(degrees: Int, share: Double, value: Double) {
    #expect(abs(StudentDistribution.value(at: share, degrees: degrees) - value) < 6e-4)
  }

  /// The equation itself, on a fine grid.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `finds the variance that explains the deviations`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "deviations")
    let deviations = (0..<40).map { _ in
      let off = 0.3 * stream.normal()
      return ExtraVariance.Deviation(square: off * off, sampling: 0.01 + 0.02 * stream.unit())
    }
    let found = ExtraVariance.estimate(deviations, degrees: 39)
    let grid = stride(from: 0.0, through: 0.3, by: 1e-5).min { first, second in
      let miss = { (extra: Double) in
        abs(deviations.map { $0.square / ($0.sampling + extra) }.reduce(0, +) - 39)
      }
      return miss(first) < miss(second)
    }
    #expect(abs(found - (grid ?? 0)) < 2e-5)
    #expect(ExtraVariance.estimate(deviations, degrees: 4000) == 0)
  }

  @Test func `an interval of a share is that of Wilson`() {
    // Brown, Cai & DasGupta 2001: 0 of 10 reaches to z² ÷ (n + z²)
    let none = EscalationTimes.interval(0, of: 10)
    #expect(abs(none.upperBound - 3.841458820694124 / 13.841458820694124) < 1e-9)
    #expect(none.lowerBound == 0)
    #expect(EscalationTimes.interval(0, of: 0) == 0...1)
  }
}
