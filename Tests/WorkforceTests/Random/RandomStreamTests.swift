import Foundation
import Testing
import Workforce

@Suite struct RandomStreamTests {
  /// Values of Vigna's splitmix64.c for the state 1234567.
  @Test func `the core mix gives the published SplitMix64 values`() {
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    let found = (1...5).map { RandomStream.mix(1_234_567 &+ $0 &* 0x9e37_79b9_7f4a_7c15) }
    #expect(found == published)
  }

  /// Computed by another program (FNV-1a and SplitMix64 in Python); a change would change every plan.
  @Test func `streams never change`() {
    var plain = RandomStream(seed: 42, name: "arrivals")
    #expect(
      (0..<3).map { _ in plain.next() } == [
        13_952_831_925_059_473_921, 14_876_111_137_605_914_106, 13_004_719_858_434_143_654,
      ]
    )
    var keyed = RandomStream(seed: 42, name: "arrivals", keys: 3, -1)
    #expect(
      (0..<3).map { _ in keyed.next() } == [
        9_616_398_164_232_105_957, 12_961_435_617_867_478_674, 4_341_897_138_374_798_547,
      ]
    )
  }

  /// Recorded once; the first two were also computed by another program.
  @Test func `draws never change`() {
    var stream = RandomStream(seed: 7, name: "")
    #expect(stream.below(1000) == 535)
    #expect(stream.unit() == 0.22680496051352217)
    #expect(abs(stream.exponential() - 0.16622849203363943) < 1e-12)
    #expect(abs(stream.normal() - -1.02400828174275) < 1e-12)
    #expect(abs(stream.gammaOfMeanOne(shape: 0.5) - 0.61942096934923) < 1e-12)
    #expect(stream.poisson(mean: 70) == 66)
    var deck = Array(0..<8)
    stream.shuffle(&deck)
    #expect(deck == [1, 5, 3, 6, 0, 4, 7, 2])
  }

  @Test func `streams of other seeds, names and keys differ`() {
    let streams = [
      RandomStream(seed: 1, name: "a"), RandomStream(seed: 2, name: "a"),
      RandomStream(seed: 1, name: "b"), RandomStream(seed: 1, name: "a", keys: 0),
      RandomStream(seed: 1, name: "a", keys: 1), RandomStream(seed: 1, name: "a", keys: 0, 1),
      RandomStream(seed: 1, name: "a", keys: 1, 0),
    ]
    let firsts = streams.map { stream -> UInt64 in
      var copy = stream
      return copy.next()
    }
    #expect(Set(firsts).count == streams.count)
  }

  private struct Moments: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var mean: Double
    var variance: Double
    /// Fourth central moment.
    var fourth: Double
    var draw: @Sendable (inout RandomStream) -> Double
  }

  private static func gamma(_ shape: Double) -> Moments {
    Moments(
      testDescription: "gamma \(shape)",
      mean: 1,
      variance: 1 / shape,
      fourth: (3 + 6 / shape) / (shape * shape)
    ) { $0.gammaOfMeanOne(shape: shape) }
  }

  private static func poisson(_ mean: Double) -> Moments {
    Moments(
      testDescription: "Poisson \(mean)",
      mean: mean,
      variance: mean,
      fourth: mean + 3 * mean * mean
    ) { Double($0.poisson(mean: mean)) }
  }

  private static let distributions: [Moments] = [
    Moments(testDescription: "unit", mean: 0.5, variance: 1 / 12, fourth: 1 / 80) { $0.unit() },
    Moments(testDescription: "exponential", mean: 1, variance: 1, fourth: 9) { $0.exponential() },
    Moments(testDescription: "normal", mean: 0, variance: 1, fourth: 3) { $0.normal() },
    gamma(0.3), gamma(1), gamma(7.5), poisson(0.2), poisson(4), poisson(30), poisson(95.5),
  ]

  /// Both bounds are 4.5 standard errors: all pass by chance with probability 0.9999.
  @Test(arguments: distributions)
  private func `draws have the mean and the variance of their law`(law: Moments) {
    var stream = RandomStream(seed: 11, name: law.testDescription)
    let count = 60_000.0
    let draws = (0..<Int(count)).map { _ in law.draw(&stream) }
    let mean = draws.reduce(0, +) / count
    let variance = draws.reduce(0) { $0 + ($1 - law.mean) * ($1 - law.mean) } / count
    let spread = law.fourth - law.variance * law.variance
    #expect(abs(mean - law.mean) < 4.5 * (law.variance / count).squareRoot())
    #expect(abs(variance - law.variance) < 4.5 * (spread / count).squareRoot())
  }

  @Test func `a Poisson mean of zero gives none`() {
    var stream = RandomStream(seed: 1, name: "none")
    #expect(stream.poisson(mean: 0) == 0)
  }

  @Test func `whole numbers and orders are even`() {
    var stream = RandomStream(seed: 5, name: "even")
    var faces = Array(repeating: 0, count: 6)
    var orders: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      faces[stream.below(6)] += 1
      var deck = [0, 1, 2, 3]
      stream.shuffle(&deck)
      orders[deck, default: 0] += 1
    }
    #expect(faces.allSatisfy { abs($0 - 4000) < 5 * 58 })
    #expect(orders.count == 24)
    #expect(orders.values.allSatisfy { abs($0 - 1000) < 5 * 31 })
  }
}
