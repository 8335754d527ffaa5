/// A question asked of a scenario: what would come of some changes, against the scenario as it is.
public struct WhatIf: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// The question in the words of whoever asks; may be empty.
  public var question: String
  /// The changes, in the order in which they act.
  public var changes: [WhatIfChange]

  /// Makes a question.
  public init(name: String, question: String = "", changes: [WhatIfChange] = []) {
    self.name = name
    self.question = question
    self.changes = changes
  }

  /// This and then the changes of another.
  public func and(_ other: WhatIf) -> WhatIf {
    WhatIf(
      name: "\(name)+\(other.name)",
      question: [question, other.question].filter { !$0.isEmpty }.joined(separator: " "),
      changes: changes + other.changes
    )
  }
}

/// A change to a scenario.
public enum WhatIfChange: Hashable, Sendable {
  /// Something else is expected.
  case assume(ForecastAssumption)
  /// Another promise.
  case target(WhatIfTarget)
  /// Another share of rostered time is lost.
  case shrinkage(Fraction)
  /// People are away.
  case absence(WhatIfPeople, dates: ClosedRange<LocalDate>, kind: String)
  /// People who are not there yet.
  case hire(WhatIfHire)
  /// People go, this being their last day.
  case leave(WhatIfPeople, lastDay: LocalDate)
  /// People get a skill; from a day on, or always.
  case certify(WhatIfPeople, skill: String, from: LocalDate?)
  /// People lose a skill at the start of a day.
  case lapse(WhatIfPeople, skill: String, on: LocalDate)
  /// People change to another contract.
  case contract(WhatIfPeople, to: String)
  /// A queue, or all, has other opening hours; hours opened expect so many contacts.
  case openingHours(queue: String?, OpeningHours, arrivalsPerHour: Double?)
  /// Rules of one contract, or of all.
  case rule(WhatIfRule)
  /// An entry of the labor rules.
  case labor(WhatIfLabor)
  /// What one contract allows and pays.
  case terms(WhatIfTerms)
  /// Prices of the objective.
  case price(WhatIfPrice)
  /// What may be spent.
  case budget(WhatIfBudget)
  /// Nobody of a site works.
  case close(site: String, dates: ClosedRange<LocalDate>)
}

/// Which people a change is about.
public struct WhatIfPeople: Hashable, Sendable {
  /// How many of those who are meant.
  public enum Amount: Hashable, Sendable {
    /// All.
    case all
    /// So many, drawn.
    case count(Int)
    /// A share of them, drawn.
    case share(Fraction)
  }

  /// Identifiers; empty where they are not named.
  public var employees: [String]
  /// Only people of this team.
  public var team: String?
  /// Only people of this site.
  public var site: String?
  /// Only people on this contract.
  public var contract: String?
  /// Only people with this skill.
  public var holding: String?
  /// How many of them.
  public var amount: Amount

  /// Makes a choice; without anything it means everybody.
  public init(
    employees: [String] = [],
    team: String? = nil,
    site: String? = nil,
    contract: String? = nil,
    holding: String? = nil,
    amount: Amount = .all
  ) {
    self.employees = employees
    self.team = team
    self.site = site
    self.contract = contract
    self.holding = holding
    self.amount = amount
  }
}
