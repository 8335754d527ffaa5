import Checking
import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct LaborOptimumTests {
  private static let parts: [any KeyPath<RosterCosts, Double> & Sendable] =
    BruteForceTests.parts + [\.rules]

  @Test(arguments: 0..<150)
  func `finds the optimum of brute force under labor rules, clean and priced right`(seed: Int)
    throws
  {
    let week = NightWeek(seed: seed, people: 1)
    let outcome = try week.optimizer().build()
    let report = week.report(outcome.roster, impossible: outcome.impossible.map(\.employee))
    #expect(report.violations == [])
    let costs = try #require(report.costs)
    for part in Self.parts {
      #expect(abs(costs[keyPath: part] - outcome.costs[keyPath: part]) < 1e-6, "\(part)")
    }
    let force = week.force
    #expect(outcome.impossible.map(\.employee) == force.impossible)
    let best = try #require(force.best())
    #expect(outcome.bound <= best.costs.total + 1e-6)
    #expect(outcome.costs.total >= best.costs.total - 1e-6)
    #expect(outcome.costs.total <= best.costs.total + 1e-6, "\(outcome.stages)")
    #expect(outcome.bound >= outcome.costs.total - 1e-6, "\(outcome.stages)")
  }

  /// Two people share the cover, so that the search improves day by day as well.
  @Test(arguments: 0..<40)
  func `two people keep hard rules and cost what the checker says`(seed: Int) throws {
    let week = NightWeek(seed: 1000 + seed, people: 2)
    let outcome = try week.optimizer().build()
    let report = week.report(outcome.roster, impossible: outcome.impossible.map(\.employee))
    #expect(report.violations == [])
    let costs = try #require(report.costs)
    for part in Self.parts {
      #expect(abs(costs[keyPath: part] - outcome.costs[keyPath: part]) < 1e-6, "\(part)")
    }
    #expect(outcome.bound <= outcome.costs.total + 1e-6)
  }

  @Test func `people without labor rules have the plain automaton`() throws {
    for seed in 0..<20 {
      let week = TinyWeek(seed: seed)
      for employee in try week.built().problem.employees {
        #expect(!employee.sequence.isRuled && employee.sequence.sorts == 1)
        #expect(!employee.hasRulePrices)
        #expect(employee.days.joinedOptions.allSatisfy { $0.sort == 0 && $0.rulePrice == 0 })
      }
    }
  }
}

extension [EmployeeDay] {
  fileprivate var joinedOptions: [ShiftOption] { flatMap(\.options) }
}
