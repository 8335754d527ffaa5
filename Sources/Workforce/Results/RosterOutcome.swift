/// What the objective is made of, in the scenario's currency.
public struct RosterCosts: Hashable, Sendable {
  /// Pay without premium.
  public var pay: Double
  /// Extra pay for overtime.
  public var overtimePremium: Double
  /// Starts outside the preferred band.
  public var startPreference: Double
  /// Work on days that were asked off.
  public var dayOffPreference: Double
  /// Changes of the start from day to day.
  public var startChange: Double
  /// Weekend work, convex in the days so far.
  public var weekendFairness: Double
  /// Missing people.
  public var understaffing: Double
  /// People with nothing to do.
  public var overstaffing: Double
  /// Labor rules with a price that are missed.
  public var rules: Double
  /// The part of the pay that no roster can avoid: the contracts' least hours.
  public var contractPay: Double

  /// Makes a breakdown.
  public init(
    pay: Double = 0,
    overtimePremium: Double = 0,
    startPreference: Double = 0,
    dayOffPreference: Double = 0,
    startChange: Double = 0,
    weekendFairness: Double = 0,
    understaffing: Double = 0,
    overstaffing: Double = 0,
    rules: Double = 0,
    contractPay: Double = 0
  ) {
    self.pay = pay
    self.overtimePremium = overtimePremium
    self.startPreference = startPreference
    self.dayOffPreference = dayOffPreference
    self.startChange = startChange
    self.weekendFairness = weekendFairness
    self.understaffing = understaffing
    self.overstaffing = overstaffing
    self.rules = rules
    self.contractPay = contractPay
  }

  /// The objective: the sum of all parts but ``contractPay``, which is inside ``pay``.
  public var total: Double {
    pay + overtimePremium + startPreference + dayOffPreference + startChange + weekendFairness
      + understaffing + overstaffing + rules
  }
}

/// An employee for whom no week keeps all rules.
public struct ImpossibleEmployee: Hashable, Sendable {
  /// The employee's identifier.
  public var employee: String
  /// The rules that cannot be kept together, in words with their numbers; none can be left out.
  public var conflict: [String]

  /// Makes an entry.
  public init(employee: String, conflict: [String]) {
    self.employee = employee
    self.conflict = conflict
  }
}

/// What one stage of the optimization gave.
public struct OptimizationStage: Hashable, Sendable {
  /// The stage's name.
  public var name: String
  /// Objective of the best roster after it; `nil` before there is one.
  public var objective: Double?
  /// Best certified bound after it; `nil` before there is one.
  public var bound: Double?
  /// What it did, in words with counts: pivots, blocks, proofs.
  public var detail: String

  /// Makes an entry.
  public init(name: String, objective: Double?, bound: Double?, detail: String) {
    self.name = name
    self.objective = objective
    self.bound = bound
    self.detail = detail
  }
}

/// What came of building a roster.
public struct RosterOutcome: Hashable, Sendable {
  /// The roster.
  public var roster: Roster
  /// Its objective.
  public var costs: RosterCosts
  /// A certified lower bound on the objective of every roster that keeps the hard rules.
  public var bound: Double
  /// People left without shifts because their rules contradict each other.
  public var impossible: [ImpossibleEmployee]
  /// What each stage gave, in order.
  public var stages: [OptimizationStage]
  /// Why the optimization ended early; `nil` when its work budget decided.
  ///
  /// A run that ended early is not repeatable.
  public var stopReason: StopSignal.Reason?
  /// The week's classes, in file order.
  public var classes: [ClassOutcome]
  /// Trainees who work without the companions that their stages ask for, with the rules in words:
  /// no legal weeks were found that keep them.
  public var unaccompanied: [ImpossibleEmployee]

  /// Makes an outcome.
  public init(
    roster: Roster,
    costs: RosterCosts,
    bound: Double,
    impossible: [ImpossibleEmployee],
    stages: [OptimizationStage],
    stopReason: StopSignal.Reason?,
    classes: [ClassOutcome] = [],
    unaccompanied: [ImpossibleEmployee] = []
  ) {
    self.roster = roster
    self.costs = costs
    self.bound = bound
    self.impossible = impossible
    self.stages = stages
    self.stopReason = stopReason
    self.classes = classes
    self.unaccompanied = unaccompanied
  }

  /// (objective − bound) ÷ objective, 0 when the objective is 0.
  public var gap: Double { Self.gap(of: costs.total, above: bound) }

  /// (objective − bound) ÷ objective, 0 when the objective is 0.
  public static func gap(of objective: Double, above bound: Double) -> Double {
    objective > 0 ? max(0, objective - bound) / objective : 0
  }

  /// (objective − bound) ÷ (objective − contract pay): the gap without the pay that no roster can
  /// avoid.
  public var controllableGap: Double {
    let controllable = costs.total - costs.contractPay
    return controllable > 0 ? max(0, costs.total - bound) / controllable : 0
  }
}
