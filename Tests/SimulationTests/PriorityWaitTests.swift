import Staffing
import Testing
import Workforce

@testable import Simulation

/// Waits of queues with priorities that are known exactly, when nobody leaves and a contact in hand
/// is not put aside; 18 comparisons, so that all seeds new, something fails by chance once in 500
/// times.
///
/// A. Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954): queue k
/// waits W₀ ÷ (1 − σₖ₋₁)(1 − σₖ), with σₖ the occupancy by queues 1…k and W₀ the mean time until
/// someone is free, seen by an arrival.
@Suite struct PriorityWaitTests {
  private static let names = ["first", "second", "third"]

  private func center(perHour: [Double], agents: Int, handleSeconds: Double, variation: Double)
    -> TestCenter
  {
    var center = TestCenter()
    for (index, name) in Self.names.enumerated() {
      var queue = TestCenter.Queue(name: name, perHour: perHour[index])
      queue.handleSeconds = handleSeconds
      queue.variation = variation
      queue.priority = 5 - index
      center.queues.append(queue)
    }
    return center.staffed(by: agents, work: 0..<1440, queues: Self.names)
  }

  private func expectWaits(
    _ measured: [SettledMeasures],
    untilFree: Double,
    occupancies: [Double]
  ) {
    var before = 0.0
    for (index, occupancy) in occupancies.enumerated() {
      let through = before + occupancy
      let wait = untilFree / ((1 - before) * (1 - through))
      expectNear(measured[index].wait, wait, "wait of queue \(index)")
      before = through
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `three priorities of several agents wait as Cobham says`(seed: UInt64) throws {
    let perHour = [40.0, 35, 40]
    let center = center(perHour: perHour, agents: 4, handleSeconds: 80, variation: 1)
    let measured = try SettledMeasures.ofAll(center, seed: seed, replications: 500)
    let load = perHour.reduce(0, +) * 80 / 3600
    let delay = ErlangC(offeredLoad: load, averageHandleTime: .seconds(80))
      .delayProbability(agents: 4)
    expectWaits(
      measured,
      untilFree: delay * 80 / 4,
      occupancies: perHour.map { $0 * 80 / 3600 / 4 }
    )
  }

  @Test(arguments: [(0, 4), (0.5, 5), (2, 6)] as [(Double, UInt64)])
  func `three priorities of one agent wait as Cobham says`(variation: Double, seed: UInt64) throws {
    let perHour = [30.0, 30, 24]
    let center = center(perHour: perHour, agents: 1, handleSeconds: 25, variation: variation)
    let measured = try SettledMeasures.ofAll(center, seed: seed, replications: 500)
    let rate = perHour.reduce(0, +) / 3600
    expectWaits(
      measured,
      untilFree: rate * 25 * 25 * (1 + variation) / 2,
      occupancies: perHour.map { $0 * 25 / 3600 }
    )
  }
}
