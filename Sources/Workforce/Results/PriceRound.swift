/// One roster of the search for the prices at which all targets are met, and what it gave.
public struct PriceRound: Hashable, Sendable {
  /// Price of a contact that misses its target, per queue, in the scenario's currency.
  public var prices: [Double]
  /// Service level per queue in simulation, on random streams of the search.
  public var service: [Estimate]
  /// Service less target per queue, with a margin for chance; the target counts as met from 0 on.
  public var surpluses: [Double]
  /// The judgments of each queue's promises on the streams of the search; empty where they are not
  /// kept.
  public var judgments: [[TargetJudgment]]
  /// What the roster costs without the price of missed contacts.
  public var cost: Double
  /// Pay in it, with overtime premiums.
  public var pay: Double
  /// True for the roster that was kept.
  public var isChosen: Bool

  /// Makes an entry.
  public init(
    prices: [Double],
    service: [Estimate],
    surpluses: [Double],
    judgments: [[TargetJudgment]] = [],
    cost: Double,
    pay: Double,
    isChosen: Bool = false
  ) {
    self.prices = prices
    self.service = service
    self.surpluses = surpluses
    self.judgments = judgments
    self.cost = cost
    self.pay = pay
    self.isChosen = isChosen
  }

  /// True when every queue's target is met.
  public var isMet: Bool { surpluses.allSatisfy { $0 >= 0 } }
}
