import Testing
import Workforce

@testable import Reporting

/// What is said of a variant against the scenario as it is.
@Suite struct WhatIfWordsTests {
  private static func estimate(_ mean: Double) -> Estimate { Estimate(mean: mean, halfWidth: 0.01) }

  private static func queue(_ level: Double, isKept: Bool) -> WhatIfResult.Queue {
    WhatIfResult.Queue(
      queue: "phone",
      target: 0.8,
      threshold: .seconds(30),
      meetsTarget: isKept,
      serviceLevel: estimate(level),
      difference: nil,
      waitDifference: nil,
      abandonmentDifference: nil,
      days: [],
      dayDifferences: [],
      arrivals: 100,
      peakNeed: 5
    )
  }

  private static func result(
    _ name: String,
    pay: Double,
    _ queue: WhatIfResult.Queue,
    hasOwnPrices: Bool = true
  ) -> WhatIfResult {
    var costs = RosterCosts()
    costs.contractPay = 0
    costs.pay = pay
    return WhatIfResult(
      name: name,
      question: "",
      words: [],
      point: [],
      costs: costs,
      bound: pay - 100,
      requiredHours: 80,
      people: WhatIfResult.People(
        rostered: 10,
        paidHours: 100,
        overtimeHours: 0,
        daysOffGranted: 0,
        daysOffWished: 0,
        startsGranted: 0,
        startsWished: 0,
        weekendSpread: 0,
        violations: 0,
        unrostered: [],
        affected: []
      ),
      queues: [queue],
      payCap: nil,
      isCutShort: false,
      hasOwnPrices: hasOwnPrices
    )
  }

  private static func sentence(_ base: WhatIfResult, _ other: WhatIfResult) throws -> String {
    let comparison = WhatIfComparison(
      center: "Bank",
      week: try #require(ISOWeek("2026-W10")),
      currency: "GBP",
      seed: 1,
      effort: 1,
      replications: 10,
      isWarm: false,
      axes: [],
      base: base,
      variants: [other]
    )
    return WhatIfWords(comparison: comparison, result: other).sentence
      .replacing("\u{a0}", with: " ")
  }

  @Test func `promises that one keeps and the other does not are said beside pay`() throws {
    let base = Self.result("base", pay: 1000, Self.queue(0.81, isKept: true))
    let missing = Self.result("rush", pay: 1100, Self.queue(0.7, isKept: false))
    #expect(
      try Self.sentence(base, missing).contains(
        "nothing is proved of the difference. It keeps 0 of 1 promises, the scenario as it is 1 of 1: what "
          + "the rest would cost is not in its pay."
      )
    )
    #expect(try Self.sentence(missing, base).contains("part of its pay may be what keeping them"))
  }

  @Test func `service beyond a promise is said where it differs`() throws {
    let base = Self.result("base", pay: 1000, Self.queue(0.81, isKept: true))
    let alike = Self.result("a", pay: 1100, Self.queue(0.815, isKept: true))
    let beyond = Self.result("b", pay: 1100, Self.queue(0.86, isKept: true))
    #expect(try !Self.sentence(base, alike).contains("Beyond"))
    #expect(
      try Self.sentence(base, beyond).contains(
        "Beyond the promises lie phone 6.0 points (1.0 as it is); pay holds that too."
      )
    )
  }

  @Test func `with common prices costs are proved and promises are not brought up`() throws {
    let base = Self.result("base", pay: 1000, Self.queue(0.81, isKept: true), hasOwnPrices: false)
    let other = Self.result("a", pay: 1300, Self.queue(0.7, isKept: false), hasOwnPrices: false)
    let text = try Self.sentence(base, other)
    #expect(text.contains("between +200 GBP and +400 GBP, by proof: real."))
    #expect(!text.contains("promises"))
  }
}
