import Foundation
import Testing
import Workforce

@testable import Staffing

/// Against closed forms for sinusoidal rates, numerical integration and counting.
@Suite struct ModifiedOfferedLoadTests {
  private func queue(
    _ arrivals: [Double],
    handled: Double,
    variation: Double,
    step: Double
  ) -> TimeVaryingQueue {
    TimeVaryingQueue(
      arrivals: arrivals,
      averageHandleTime: Array(repeating: .seconds(handled), count: arrivals.count),
      handleTimeVariation: variation,
      interval: .seconds(step)
    )
  }

  /// λ(t) = 0.1 + 0.08·sin(2πt ÷ 2 h) over six hours, in steps of ten seconds.
  private func sinusoid(handled: Double, variation: Double) -> TimeVaryingQueue {
    let cycle = 2 * Double.pi / 7200
    let arrivals = (0..<2160).map { step in
      let (start, end) = (10 * Double(step), 10 * Double(step + 1))
      return 1 + 0.08 * (cos(cycle * start) - cos(cycle * end)) / cycle
    }
    return queue(arrivals, handled: handled, variation: variation, step: 10)
  }

  /// The share still in hand after u seconds, written down anew.
  private func survival(_ u: Double, handled: Double, variation: Double) -> Double {
    if variation == 0 { return u < handled ? 1 : 0 }
    if variation == 1 { return exp(-u / handled) }
    let scale = log(1 + variation).squareRoot()
    return 0.5 * erfc((log(u / handled) + scale * scale / 2) / scale / 2.0.squareRoot())
  }

  /// The mean of Eick, Massey & Whitt 1993, (15): m(t) = 0.1·h + 0.08·h·(sin γt − γh·cos γt) ÷ (1 + γ²h²).
  @Test(arguments: [60.0, 300, 900])
  func `agrees with the closed form of a sinusoid, exponential`(handled: Double) {
    let load = ModifiedOfferedLoad(sinusoid(handled: handled, variation: 1))
    let cycle = 2 * Double.pi / 7200
    for moment in stride(from: 14_400.0, to: 21_600, by: 170) {
      let swing = sin(cycle * moment) - cycle * handled * cos(cycle * moment)
      let expected =
        handled * (0.1 + 0.08 * swing / (1 + cycle * cycle * handled * handled))
      #expect(abs(load.load(at: moment) / expected - 1) < 3e-4)
    }
  }

  /// m(t) = 0.1·h + 0.08 ÷ γ·(cos γ(t − h) − cos γt).
  @Test func `agrees with the closed form of a sinusoid, constant`() {
    let load = ModifiedOfferedLoad(sinusoid(handled: 900, variation: 0))
    let cycle = 2 * Double.pi / 7200
    for moment in stride(from: 14_400.0, through: 21_600, by: 600) {
      let swing = cos(cycle * (moment - 900)) - cos(cycle * moment)
      #expect(abs(load.load(at: moment) - 90 - 0.08 * swing / cycle) < 1e-9)
    }
  }

  @Test(arguments: [0, 0.3, 1, 2.5])
  func `agrees with numerical integration`(variation: Double) {
    let arrivals = [0, 30, 90, 10, 0, 0, 60.0]
    let load = ModifiedOfferedLoad(
      queue(arrivals, handled: 700, variation: variation, step: 900)
    )
    for moment in [0, 450, 900, 1300, 2700, 3600, 5400, 6300, 9000.0] {
      let cells = 90_000
      let width = moment / Double(cells)
      let sum = (0..<cells).reduce(0.0) { sum, cell in
        let age = (Double(cell) + 0.5) * width
        let index = Int((moment - age) / 900)
        guard index < arrivals.count else { return sum }
        return sum + arrivals[index] / 900
          * survival(age, handled: 700, variation: variation) * width
      }
      #expect(abs(load.load(at: moment) - sum) < 2e-4 * (1 + sum))
    }
  }

  @Test(arguments: [0, 0.3, 1, 2.5])
  func `the mean of an interval is the mean of its moments`(variation: Double) {
    let load = ModifiedOfferedLoad(
      queue([0, 30, 90, 10, 0, 60], handled: 400, variation: variation, step: 900)
    )
    for (index, mean) in load.means.enumerated() {
      let cells = 2000
      let sum = (0..<cells).reduce(0.0) { sum, cell in
        sum + load.load(at: 900 * (Double(index) + (Double(cell) + 0.5) / Double(cells)))
      }
      #expect(abs(mean - sum / Double(cells)) < 1e-5)
    }
  }

  @Test func `nobody is in hand before the opening, and the load of even arrivals is Erlang's`() {
    let load = ModifiedOfferedLoad(
      queue([0, 0] + Array(repeating: 60, count: 40), handled: 300, variation: 1, step: 900)
    )
    #expect(load.load(at: 0) == 0)
    #expect(load.load(at: 1800) == 0)
    #expect(load.means[1] == 0)
    #expect(abs(load.load(at: 2100) - 20 * (1 - exp(-1))) < 1e-9)
    #expect(abs(load.means[41] - 20) < 1e-9)
  }

  /// Counts contacts in hand at three moments over 4,000 days; fails by chance once in 5,000 times.
  @Test(arguments: [1, 2] as [UInt64])
  func `agrees with counting`(seed: UInt64) {
    let arrivals = [12, 40, 5.0]
    let load = ModifiedOfferedLoad(queue(arrivals, handled: 600, variation: 0.7, step: 900))
    let moments = [800, 1500, 2600.0]
    var counts = [0.0, 0, 0]
    let days = 4000
    let scale = log(1.7).squareRoot()
    for day in 0..<days {
      var stream = RandomStream(seed: seed, name: "in hand", keys: day)
      for (index, mean) in arrivals.enumerated() {
        for _ in 0..<stream.poisson(mean: mean) {
          let start = 900 * (Double(index) + stream.unit())
          let end = start + 600 * exp(scale * stream.normal() - scale * scale / 2)
          for (place, moment) in moments.enumerated() where start <= moment && moment < end {
            counts[place] += 1
          }
        }
      }
    }
    for (count, moment) in zip(counts, moments) {
      // The count of a moment is Poisson.
      let expected = load.load(at: moment)
      #expect(abs(count / Double(days) - expected) < 4 * (expected / Double(days)).squareRoot())
    }
  }
}
