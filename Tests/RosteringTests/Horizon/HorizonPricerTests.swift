import Testing
import Workforce

@testable import Rostering

@Suite struct HorizonPricerTests {
  @Test(arguments: 0..<300)
  func `the cheapest horizon is the least of all`(seed: Int) throws {
    let drawn = try RandomHorizon(seed: seed)
    let problem = drawn.problem
    let tables = LagrangianBound.tables(problem, prices: drawn.prices, threads: 1)
    var pricer = WeekPricer()
    let found = problem.cheapestTour(
      of: 0,
      tables: tables,
      extras: WeekPricer.Extras(),
      pricer: &pricer
    )
    guard let least = drawn.least() else {
      #expect(found == nil)
      return
    }
    let (tour, reducedCost) = try #require(found)
    #expect(abs(reducedCost - least) < 1e-9)
    #expect(abs(problem.netCost(of: tour, tables: tables) - least) < 1e-9)
    #expect(problem.keepsHorizon(tour, of: 0))
  }

  @Test(arguments: 0..<100)
  func `layers of time hold every legal horizon`(seed: Int) throws {
    let drawn = try RandomHorizon(seed: seed)
    let plan = try #require(drawn.problem.horizons[0])
    drawn.forEachLegal { symbols, _ in
      var units = 0
      for (day, symbol) in symbols.enumerated() {
        if !plan.layers[day].contains(units) { Issue.record("day \(day) of \(symbols)") }
        if symbol > 0 { units += plan.units[symbol - 1] }
      }
      #expect(plan.total.contains(units))
    }
  }

  @Test(arguments: 0..<60)
  func `annealing visits legal rosters only, at the cost it says`(seed: Int) throws {
    let problem = try RandomHorizon(seed: seed).problem
    var state = RosterState(problem)
    _ = BestResponse.improve(&state, employee: 0)
    guard problem.keepsHorizon(state.tours[0], of: 0) else { return }
    let outcome = HorizonAnnealing.run(
      from: state,
      temperatures: (8, 0.5),
      moves: 5000,
      seed: UInt64(seed),
      stop: StopSignal()
    )
    #expect(problem.keepsHorizon(outcome.roster.tours[0], of: 0))
    #expect(outcome.roster.objective <= state.objective + 1e-9)
    #expect(abs(outcome.roster.objective - outcome.roster.recomputedObjective()) < 1e-9)
  }
}
