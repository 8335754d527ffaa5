import Checking
import GLPKSolver
import Staffing
import Workforce

@testable import Rostering
@testable import TestSupport

/// A tiny week of one person, without labor rules, and with all entries of one of them, locks or rotations.
///
/// What an entry replaces of the contract asks for nothing.
struct SoleRuleWeek {
  /// A built roster, with what the referee says of it.
  struct Built {
    let inputs: PlanningInputs
    let outcome: RosterOutcome
    let report: CheckReport

    /// Whether the bound proves that no roster is cheaper.
    var isProved: Bool { outcome.bound >= outcome.costs.total - 1e-6 }
  }

  private let tiny: TinyNights
  private let seed: Int

  /// The base is one of forty, the rule and the need the seed's own.
  init(seed: Int) {
    tiny = Self.bases[seed % Self.bases.count]
    self.seed = seed
  }

  private static let bases = (0..<40).map { TinyNights(seed: $0, people: 1) }

  /// Every rule on a person's dates.
  static let names = donors.keys.sorted()

  /// Rules that stand in the place of a number of the contract.
  static let ofContracts: Set = ["minimum rest", "start change", "weekly hours", "working days"]

  /// Settings of tiny weeks, all rules hard, by what they state and their week.
  private static let donors: [String: [ISOWeek: [PlanningInputs]]] = {
    let plain = ScenarioFixtures.inputs(people: ScenarioFixtures.people("ada"))
    var found: [String: [ISOWeek: [PlanningInputs]]] = [:]
    for seed in 0..<320 {
      let week = Self.weeks[seed % 4]
      var inputs = plain
      var rules = TinyRules(seed: 5000 + seed, hasPrices: false, week: week)
      rules.state(in: &inputs)
      var names = Set(inputs.settings.labor.rules.map(\.rule.name))
      if !inputs.locks.isEmpty { names.insert("lock") }
      if !inputs.rotationPlaces.isEmpty { names.insert("rotation") }
      for name in names.sorted() { found[name, default: [:]][week, default: []].append(inputs) }
    }
    return found
  }()

  /// Those of tiny weeks of nights.
  static let weeks = ["2026-W10", "2026-W11", "2026-W13", "2026-W43"].map {
    ScenarioFixtures.week($0)
  }

  /// Settings that state a rule in a week.
  static func donor(of name: String, in week: ISOWeek, number: Int) -> PlanningInputs? {
    guard let all = donors[name]?[week], !all.isEmpty else { return nil }
    return all[number % all.count]
  }

  /// The week without the rule, with queues that are open on five dates.
  func without(_ name: String) -> PlanningInputs {
    var inputs = tiny.inputs
    inputs.settings.labor = LaborSettings()
    (inputs.locks, inputs.rotationPlaces) = ([], [])
    inputs.settings.queues = inputs.settings.queues.map { queue in
      ScenarioFixtures.queue(queue.name, on: [.monday, .tuesday, .thursday, .saturday, .sunday])
    }
    guard Self.ofContracts.contains(name) else { return inputs }
    // whole weeks, so that the rule's numbers credit nothing
    (inputs.absences, inputs.calendar) = ([], [])
    for index in inputs.employees.indices {
      (inputs.employees[index].hired, inputs.employees[index].leaves) = (nil, nil)
    }
    for index in inputs.settings.contracts.indices {
      inputs.settings.contracts[index] = Self.asksNothing(inputs.settings.contracts[index])
    }
    return inputs
  }

  private static func asksNothing(_ contract: ContractSettings) -> ContractSettings {
    var contract = contract
    (contract.minimumWeeklyHours, contract.maximumWeeklyHours) = (.zero, .hours(168))
    (contract.minimumDays, contract.maximumDays) = (0, 7)
    contract.rules.minimumRest = .zero
    contract.rules.maximumStartChange = nil
    return contract
  }

  /// The week with hard entries of the rule, of which some binds the person throughout.
  ///
  /// `round` picks the settings that they are taken from.
  func stating(_ name: String, round: Int) -> PlanningInputs? {
    guard let donor = Self.donor(of: name, in: tiny.week, number: seed + 11 * round) else {
      return nil
    }
    var inputs = without(name)
    inputs.settings.labor = donor.settings.labor
    if name == "lock" { inputs.locks = donor.locks }
    if name == "rotation" { inputs.rotationPlaces = donor.rotationPlaces }
    let person = inputs.employees[0]
    var entries = donor.settings.labor.rules.filter { $0.rule.name == name }
    for index in entries.indices { (entries[index].from, entries[index].until) = (nil, nil) }
    if !entries.isEmpty, !entries.contains(where: { $0.scope.speaks(of: person) }) {
      entries[0].scope = RuleScope()
    }
    inputs.settings.labor.rules = entries
    return inputs
  }

  /// Up to two people, drawn anew for each hour.
  private func requirement(_ inputs: PlanningInputs) -> Requirement {
    ScenarioFixtures.requirement(inputs, week: tiny.week) { _, time in
      var random = RandomStream(
        seed: UInt64(seed),
        name: "sole rule",
        keys: time.date.daysSinceEpoch,
        time.minuteOfDay
      )
      return random.below(3)
    }
  }

  func built(_ inputs: PlanningInputs) throws -> Built {
    let requirement = requirement(inputs)
    let costs = CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement)
    let outcome = try RosterOptimizer(
      inputs: inputs,
      costs: costs,
      options: RosterOptions(effort: 2, threads: 1),
      solver: GLPKSolver()
    ).build()
    let report = RosterChecker(inputs: inputs).check(
      outcome.roster,
      requirement: requirement,
      impossible: outcome.impossible.map(\.employee)
    )
    return Built(inputs: inputs, outcome: outcome, report: report)
  }

  /// The least price of brute force.
  func least(_ inputs: PlanningInputs) -> Double? {
    BruteForceRoster(inputs: inputs, week: tiny.week, requirement: requirement(inputs))
      .best()?.costs.total
  }
}
