import Foundation
import Testing
import Workforce

@testable import Planning

/// The search for prices on made-up queues whose service is known.
@Suite struct PriceSearchTests {
  /// What a surplus seems to be on the logarithm of the price: not what it is.
  private func distance(_ surplus: Double) -> Double { 12 * (surplus - 0.0025) }

  /// Rosters at prices in turn; gives the surpluses of the cheapest round that met all.
  private func run(
    from prices: [Double],
    rounds: Int,
    surplus: (Int, Double) -> Double
  ) -> (tried: [[Double]], best: [Double]?) {
    var search = PriceSearch(prices: prices)
    var tried: [[Double]] = []
    var best: [Double]?
    while tried.count < rounds, !search.isSettled {
      let now = search.prices
      tried.append(now)
      let surpluses = now.enumerated().map { surplus($0.offset, $0.element) }
      if surpluses.allSatisfy({ $0 >= 0 }), now.reduce(0, +) < best?.reduce(0, +) ?? .infinity {
        best = now
      }
      search.add(surpluses: surpluses, distances: surpluses.map { distance($0) })
    }
    return (tried, best)
  }

  @Test(arguments: 0..<200)
  func `comes near the smallest price that is enough`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "prices")
    let needed = (0..<3).map { _ in exp(8 * random.unit() - 4) }
    let slopes = (0..<3).map { _ in 0.02 + 0.1 * random.unit() }
    let start = needed.map { $0 * exp(4 * random.unit() - 2) }
    let found = run(from: start, rounds: 30) { queue, price in
      max(-0.8, min(0.2, slopes[queue] * log(price / needed[queue])))
    }
    let best = try #require(found.best)
    for (price, least) in zip(best, needed) {
      #expect(price >= least * 0.999)
      #expect(price <= least * 1.35)
    }
    #expect(found.tried.count <= 12, "\(found.tried.count) rounds")
  }

  @Test(arguments: 0..<100)
  func `five rounds find a price that is enough within a factor of a thousand`(
    seed: UInt64
  ) throws {
    var random = RandomStream(seed: seed, name: "five")
    let needed = exp(6.9 * random.unit())
    let found = run(from: [1], rounds: 5) { _, price in
      max(-0.5, min(0.15, 0.06 * log(price / needed)))
    }
    #expect(found.best != nil)
  }

  @Test(arguments: 0..<100)
  func `no step is longer than eight times, and none leaves the bracket`(seed: UInt64) {
    var random = RandomStream(seed: seed, name: "steps")
    let (low, high) = (0.01 + random.unit(), 1 + 200 * random.unit())
    // steps: the same service over long stretches, as whole people give it
    let found = run(from: [5], rounds: 20) { _, price in
      price < low ? -0.3 : price < high ? -0.01 : 0.04
    }
    var (failed, passed) = (0.0, Double.infinity)
    for (before, after) in zip(found.tried, found.tried.dropFirst()) {
      if before[0] < high {
        failed = max(failed, before[0])
      } else {
        passed = min(passed, before[0])
      }
      #expect(after[0] <= 8.000_001 * before[0] && after[0] * 8.000_001 >= before[0])
      #expect(after[0] > failed && after[0] < passed)
    }
  }

  @Test func `a queue that has settled stays while others move`() {
    var search = PriceSearch(prices: [1, 1])
    search.add(surpluses: [0.002, -0.1], distances: [0, -0.5])
    #expect(search.prices[0] == 1)
    #expect(search.prices[1] > 1)
    #expect(!search.isSettled)
  }
}
