import Workforce

/// What can be wrong with labor rules once the people are known.
struct LaborCheck {
  let inputs: PlanningInputs
  private let context: FolderContext
  let labor: LaborDraft

  init(_ inputs: PlanningInputs, _ context: FolderContext) {
    self.inputs = inputs
    self.context = context
    labor = context.draft?.labor ?? LaborDraft()
  }

  /// Reports unknown people, teams and skills, entries that contradict each other, and such as do nothing.
  ///
  /// - Parameter findings: Those of `scenario.yaml`; rules of rule sets are reported at their files.
  func report(to findings: FileFindings) {
    reportNames()
    reportSkills(findings)
    reportConflicts()
    guard context.employees != nil, inputs.employees.count == context.employeeNames.count else {
      return
    }
    warnOfNobody(findings)
    warnOfLooserRules()
    warnOfStricterContracts()
    warnOfUnfitTemplates()
  }

  private func reportNames() {
    for item in labor.names {
      let known = item.what == "team" ? context.teams : people
      guard let known, !known.contains(item.name) else { continue }
      item.findings.report(
        "unknown \(item.what)",
        line: item.line,
        .unknownName(item.what, item.name, known)
      )
    }
  }

  private var people: [String]? { context.employees.map { _ in context.employeeNames } }

  /// A skill that nobody can ever hold is a misspelled one.
  private func reportSkills(_ findings: FileFindings) {
    let certified = inputs.training.courses.flatMap { $0.grants.map(\.skill) }
    let all = inputs.settings.queues.map(\.skill) + inputs.skills.map(\.skill) + certified
    var seen: Set<String> = []
    let known = all.filter { seen.insert($0).inserted }
    for item in labor.scopes {
      guard let skill = item.skill, !known.contains(skill) else { continue }
      findings.report("unknown skill", line: item.line, .heldByNobody(skill, item.subject, known))
    }
  }

  /// Two rules of one topic and one rank must not bind a person on the same date.
  private func reportConflicts() {
    for (index, rule) in labor.rules.enumerated() {
      let rank = rule.entry.scope.specificity
      let first = labor.rules[..<index].first { other in
        other.entry.rule.topic == rule.entry.rule.topic
          && other.entry.scope.specificity == rank && meet(rule.entry, other.entry)
      }
      guard let first else { continue }
      rule.findings.report(
        "two of one rank",
        line: rule.line,
        .twoOfOneRank(rule.entry.rule.word, first.place(from: rule))
      )
    }
  }

  /// Whether two entries bind some person on some date.
  private func meet(_ one: RuleEntry, _ other: RuleEntry) -> Bool {
    guard one.overlaps(other) else { return false }
    if inputs.employees.isEmpty { return one.scope == other.scope }
    return inputs.employees.contains { one.scope.means($0) && other.scope.means($0) }
  }

  private func warnOfNobody(_ findings: FileFindings) {
    let known = Set((context.teams ?? []) + context.employeeNames)
    let unknown = Set(labor.names.map(\.name)).subtracting(known)
    for rule in labor.rules where isEmpty(rule.entry.scope, site: nil, besides: unknown) {
      rule.findings.report(
        "rule of nobody",
        line: rule.line,
        severity: .warning,
        .bindsNobody("the rule \(rule.entry.rule.word)")
      )
    }
    for item in labor.scopes where isEmpty(item.scope, site: item.site, besides: unknown) {
      findings.report(
        "rule of nobody",
        line: item.line,
        severity: .warning,
        .bindsNobody(item.subject)
      )
    }
  }

  /// Whether a scope means nobody though all its names are right.
  private func isEmpty(_ scope: RuleScope, site: String?, besides unknown: Set<String>) -> Bool {
    let contracts = inputs.settings.contracts.map(\.name)
    guard unknown.isDisjoint(with: scope.teams + scope.employees),
      scope.contracts.allSatisfy({ contracts.contains($0) })
    else { return false }
    return !inputs.employees.contains {
      scope.means($0) && (site ?? $0.site) == $0.site
    }
  }

  /// A rule of a rule set gives way to a more specific one of the center; a looser one may break a law.
  private func warnOfLooserRules() {
    for rule in labor.rules where rule.ruleSet == nil {
      let replaced = labor.rules.first { other in
        other.ruleSet != nil && other.entry.rule.topic == rule.entry.rule.topic
          && other.entry.scope.specificity < rule.entry.scope.specificity
          && rule.entry.isLooser(than: other.entry) && meet(rule.entry, other.entry)
      }
      guard let replaced else { continue }
      rule.findings.report(
        "looser rule",
        line: rule.line,
        severity: .warning,
        .looserRule(
          rule.entry.rule.word,
          replaced.place(from: rule),
          replaced.entry.source,
          isPriced: rule.entry.price != nil && replaced.entry.price == nil
        )
      )
    }
  }

  /// A rule of a rule set stands in place of what a contract says, even where the contract asks for more.
  private func warnOfStricterContracts() {
    for rule in labor.rules where rule.ruleSet != nil {
      guard case .minimumRest(let rest) = rule.entry.rule else { continue }
      let contract = inputs.settings.contracts.first { contract in
        contract.rules.minimumRest > rest
          && inputs.employees.contains {
            $0.contract == contract.name && rule.entry.scope.means($0)
          }
      }
      guard let contract else { continue }
      rule.findings.report(
        "stricter contract",
        line: rule.line,
        severity: .warning,
        .stricterContract(rest, contract)
      )
    }
  }
}

extension RuleEntry {
  /// Whether there is a date on which both are in force.
  func overlaps(_ other: RuleEntry) -> Bool {
    let isAfter = { (from: LocalDate?, until: LocalDate?) in
      from.flatMap { from in until.map { from > $0 } } ?? false
    }
    return !isAfter(from, other.until) && !isAfter(other.from, until)
  }
}
