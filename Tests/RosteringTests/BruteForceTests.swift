import Checking
import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct BruteForceTests {
  static let parts: [any KeyPath<RosterCosts, Double> & Sendable] = [
    \.pay, \.overtimePremium, \.startPreference, \.dayOffPreference, \.startChange,
    \.weekendFairness, \.understaffing, \.overstaffing, \.contractPay, \.total,
  ]

  @Test(arguments: 0..<300)
  func `finds the optimum of brute force, clean and priced right`(seed: Int) throws {
    try Self.compare(TinyWeek(seed: seed))
  }

  /// Some people live by another clock than the queues.
  @Test(arguments: 0..<120)
  func `finds the optimum with sites in two time zones`(seed: Int) throws {
    try Self.compare(TinyWeek(seed: seed, severalClocks: true))
  }

  /// The roster to begin with is that of the same week, or one of other people under other rules.
  @Test(arguments: 0..<150)
  func `finds the optimum from any roster on`(seed: Int) throws {
    let week = TinyWeek(seed: seed)
    let others = TinyWeek(seed: seed.isMultiple(of: 3) ? seed : seed + 1000)
    let roster = try others.optimizer(effort: 1).build().roster
    try Self.compare(week, from: roster)
  }

  @Test func `legal weeks are kept, and the search goes on from there`() throws {
    for seed in 0..<40 {
      let week = TinyWeek(seed: seed)
      let best = try week.optimizer().build()
      let again = try week.optimizer(beginningWith: best.roster).build()
      let first = try #require(again.stages.first)
      guard !best.roster.tours.isEmpty else { continue }
      let count = best.roster.tours.count
      #expect(first.detail.hasPrefix("\(count) of \(count) weeks of the roster given"), "\(first)")
      let objective = try #require(first.objective)
      #expect(objective <= best.costs.total + 1e-6)
    }
  }

  private static func compare(_ week: TinyWeek, from roster: Roster? = nil) throws {
    let outcome = try week.optimizer(beginningWith: roster).build()
    let report = week.report(outcome)
    #expect(report.violations == [])
    let costs = try #require(report.costs)
    for part in parts {
      #expect(abs(costs[keyPath: part] - outcome.costs[keyPath: part]) < 1e-6, "\(part)")
    }
    guard let best = week.force.best() else {
      let named = outcome.impossible.filter { !week.force.impossible.contains($0.employee) }
      #expect(!named.isEmpty)
      #expect(named.allSatisfy { $0.conflict.contains { $0.hasPrefix("overtime budget: ") } })
      return
    }
    #expect(outcome.impossible.map(\.employee) == week.force.impossible)
    #expect(outcome.bound <= best.costs.total + 1e-6)
    #expect(outcome.costs.total >= best.costs.total - 1e-6)
    #expect(outcome.costs.total <= best.costs.total + 1e-6, "\(outcome.stages)")
    #expect(outcome.bound >= outcome.costs.total - 1e-6, "\(outcome.stages)")
  }
}
