import Workforce

extension LaborCheck {
  /// A rule on single shifts that some template of a contract can never keep takes that template away.
  func warnOfUnfitTemplates() {
    for rule in labor.rules where rule.entry.price == nil {
      for contract in inputs.settings.contracts where binds(rule, contract) {
        let templates = inputs.settings.shiftTemplates.filter {
          contract.shiftTemplates.contains($0.name)
        }
        let unfit = templates.filter { !rule.entry.rule.allows($0) }
        guard !unfit.isEmpty else { continue }
        rule.findings.report(
          "unfit templates",
          line: rule.line,
          severity: .warning,
          .unfitTemplates(
            rule.entry.rule.word,
            contract.name,
            unfit.map(\.name),
            isAll: unfit.count == templates.count
          )
        )
      }
    }
  }

  /// Whether a rule binds somebody of a contract whom no more specific one of its topic binds.
  private func binds(_ rule: StatedRule, _ contract: ContractSettings) -> Bool {
    inputs.employees.contains { employee in
      employee.contract == contract.name && rule.entry.scope.means(employee)
        && !labor.rules.contains { other in
          other.entry.rule.topic == rule.entry.rule.topic && other.entry.scope.means(employee)
            && other.entry.scope.specificity > rule.entry.scope.specificity
        }
    }
  }
}

extension LaborRule {
  /// False where no shift of a template can keep the rule.
  fileprivate func allows(_ template: ShiftTemplate) -> Bool {
    switch self {
    case .shiftHours(let least, let most):
      let paid = template.paidLength
      return paid >= (least ?? paid) && paid <= (most ?? paid)
    case .mealBreak(let over, let by, let least):
      return template.length <= over || template.hasBreak(of: least, by: by)
    default: return true
    }
  }
}

extension ShiftTemplate {
  /// Whether a break that is long enough can begin early enough.
  fileprivate func hasBreak(of least: Duration, by latest: Duration) -> Bool {
    var now = Duration.zero
    for pause in breaks {
      var start = now + minimumStretch
      if let share = pause.earliestStart { start = max(start, length * share.value) }
      if pause.length >= least, start <= latest { return true }
      now = start + pause.length
    }
    return false
  }
}
