import Testing
import Workforce

@testable import Simulation

/// Measures of one queue in hours 2…7, by when a center that started empty has settled.
struct SettledMeasures {
  /// Answered in time ÷ offered.
  var level: Estimate
  /// Left ÷ offered.
  var abandonment: Estimate
  /// Mean wait of answered contacts, in seconds.
  var wait: Estimate
  /// Mean wait of all contacts, in seconds.
  var offeredWait: Estimate

  init(_ center: TestCenter, queue: Int = 0, seed: UInt64, replications: Int = 200) throws {
    let tallies = try center.tallies(seed: seed, count: replications)
    self.init(tallies, queue: queue, hours: try center.grid().count)
  }

  /// Measures of every queue.
  static func ofAll(
    _ center: TestCenter,
    seed: UInt64,
    replications: Int
  ) throws -> [SettledMeasures] {
    let tallies = try center.tallies(seed: seed, count: replications)
    let hours = try center.grid().count
    return center.queues.indices.map { SettledMeasures(tallies, queue: $0, hours: hours) }
  }

  private init(_ tallies: [ReplicationTally], queue: Int, hours: Int) {
    let first = queue * hours
    let settled = tallies.map {
      ReplicationTally(cells: Array($0.cells[first + 2..<first + 8])).total
    }
    level = ratio(settled) { ($0.answeredInTarget, $0.arrivals) }
    abandonment = ratio(settled) { ($0.abandoned, $0.arrivals) }
    wait = ratio(settled) { ($0.waitSeconds, $0.arrivals - $0.abandoned) }
    offeredWait = ratio(settled) { ($0.waitSeconds + $0.abandonedWaitSeconds, $0.arrivals) }
  }
}

/// The ratio of two sums over replications, with its interval.
func ratio<Tally>(_ tallies: [Tally], _ parts: (Tally) -> (Double, Double)) -> Estimate {
  var sums = RatioSums()
  for tally in tallies {
    let (numerator, denominator) = parts(tally)
    sums.add(numerator, over: denominator)
  }
  return sums.estimate(replications: tallies.count, empty: 0)
}

/// True when a value lies within twice the half-width: 3.92 standard errors, so that a comparison
/// fails by chance once in 10,000 seeds.
func isNear(_ estimate: Estimate, _ value: Double) -> Bool {
  abs(estimate.mean - value) <= 2 * estimate.halfWidth
}

/// Expects a value within twice the half-width.
func expectNear(
  _ estimate: Estimate,
  _ value: Double,
  _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = "\(what): simulated \(estimate.mean) ± \(estimate.halfWidth), exact \(value)"
  #expect(isNear(estimate, value), Comment(rawValue: text), sourceLocation: sourceLocation)
}
