import Workforce

/// A name of a person or team that a rule gives, to be looked up once the people are known.
struct ScopeName {
  /// `team` or `employee`.
  let what: String
  let name: String
  let line: Int
  let findings: FileFindings
}

/// A labor rule with where it stands.
struct StatedRule {
  let entry: RuleEntry
  let line: Int
  /// The findings of its file.
  let findings: FileFindings
  /// The name of its rule set; `nil` for one of the center's own.
  let ruleSet: String?

  /// `line 12`, or `line 12 of eu-working-time.yaml`, seen from another rule.
  func place(from other: StatedRule) -> String {
    if ruleSet == other.ruleSet { return "line \(line)" }
    return "line \(line) of \(ruleSet ?? "scenario.yaml")"
  }
}

/// A scope other than a rule's, with where it stands.
struct StatedScope {
  /// What has it, such as `heads 'first aid'`.
  let subject: String
  let scope: RuleScope
  /// The skill that is asked too; `nil` for any.
  let skill: String?
  /// The site that is asked too; `nil` for any.
  let site: String?
  /// The line of the skill, else of the item.
  let line: Int
}

/// What of labor rules can be checked only when the people are known.
struct LaborDraft {
  var names: [ScopeName] = []
  var rules: [StatedRule] = []
  var scopes: [StatedScope] = []
  /// The names of kinds of shift; `nil` when some could not be read.
  var kinds: [String]?
}

extension RuleScope {
  /// How specific it is: 3 where it names people, 2 teams, 1 contracts, 0 where it is for everybody.
  var specificity: Int {
    if !employees.isEmpty { return 3 }
    if !teams.isEmpty { return 2 }
    return contracts.isEmpty ? 0 : 1
  }

  /// Whether it means a person.
  func means(_ employee: Employee) -> Bool {
    (contracts.isEmpty || contracts.contains(employee.contract))
      && (teams.isEmpty || teams.contains(employee.team))
      && (employees.isEmpty || employees.contains(employee.id))
  }
}
