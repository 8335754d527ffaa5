import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct LagrangianBoundTests {
  @Test(arguments: 0..<200)
  func `never exceeds the best roster, whatever the prices`(seed: Int) throws {
    let week = TinyWeek(seed: seed)
    guard let best = week.force.best()?.costs.total else { return }
    let problem = try week.built().problem
    var random = RandomStream(seed: 5, name: "prices", keys: seed)
    for round in 0..<12 {
      let high = [0.0, 5, 20, 45, 90, 200][round % 6]
      let idle = problem.cover.idleCost
      let marginals = problem.cover.capacity.map { _ in (high + idle) * random.unit() - idle }
      let overtime = problem.overtimeBudgets.map { budget in
        budget == .max ? 0 : 2 * random.unit() * Double(round % 3)
      }
      let bound = LagrangianBound(
        problem,
        prices: BoundPrices(marginals: marginals, coupling: overtime),
        threads: 1,
        stop: StopSignal()
      )
      #expect(try #require(bound).value <= best + 1e-6)
    }
  }

  /// Prices below −o count as −o, so that the bound holds for them as well.
  @Test func `takes prices that are too low`() throws {
    let week = TinyWeek(seed: 1)
    let best = try #require(week.force.best()?.costs.total)
    let problem = try week.built().problem
    let bound = LagrangianBound(
      problem,
      prices: BoundPrices(
        marginals: problem.cover.capacity.map { _ in -1000 },
        coupling: problem.overtimeBudgets.map { _ in 0 }
      ),
      threads: 2,
      stop: StopSignal()
    )
    #expect(try #require(bound).value <= best + 1e-6)
  }

  @Test func `gives nothing when told to stop`() throws {
    let problem = try TinyWeek(seed: 1).built().problem
    let stop = StopSignal()
    stop.stop(.cancelled)
    let bound = LagrangianBound(
      problem,
      prices: BoundPrices(
        marginals: problem.cover.capacity.map { _ in 0 },
        coupling: problem.overtimeBudgets.map { _ in 0 }
      ),
      threads: 1,
      stop: stop
    )
    #expect(bound == nil)
  }
}
