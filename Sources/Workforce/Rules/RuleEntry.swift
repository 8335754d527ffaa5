/// Whom a rule binds; several keys mean people to whom all of them apply.
public struct RuleScope: Hashable, Sendable {
  /// Names of contracts; empty for all.
  public var contracts: [String]
  /// Names of teams; empty for all.
  public var teams: [String]
  /// Identifiers of people; empty for all.
  public var employees: [String]

  /// Makes a scope; everybody without names.
  public init(contracts: [String] = [], teams: [String] = [], employees: [String] = []) {
    self.contracts = contracts
    self.teams = teams
    self.employees = employees
  }
}

/// A rule as a center states it: what, for whom, when, at what price.
public struct RuleEntry: Hashable, Sendable {
  /// What is demanded.
  public var rule: LaborRule
  /// Whom it binds.
  public var scope: RuleScope
  /// The first date on which it holds; `nil` for always.
  public var from: LocalDate?
  /// The last date on which it holds; `nil` for always.
  public var until: LocalDate?
  /// Price of each unit by which it is missed, in the scenario's currency: an hour of time, a date, a weekend,
  /// a shift; `nil` where it must be kept.
  public var price: Double?
  /// Where it comes from, such as an article of a law; may be empty.
  public var source: String

  /// Makes an entry.
  public init(
    _ rule: LaborRule,
    scope: RuleScope = RuleScope(),
    from: LocalDate? = nil,
    until: LocalDate? = nil,
    price: Double? = nil,
    source: String = ""
  ) {
    self.rule = rule
    self.scope = scope
    self.from = from
    self.until = until
    self.price = price
    self.source = source
  }
}
