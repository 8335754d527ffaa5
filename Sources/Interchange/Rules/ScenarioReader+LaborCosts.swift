import Workforce
import Yams

extension ScenarioReader {
  /// Reads the prices that go with labor rules; the other costs were read before.
  func readLaborCosts(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    // What else is wrong with the costs was reported when they were read.
    let quiet = FileFindings(file: findings.file)
    guard let node = map.node("costs"),
      let costs = YAMLMap(node, subject: "costs", keys: ScenarioKeys.costs, findings: quiet)
    else { return }
    draft.settings.costs.overtimeSteps = overtimeSteps(costs, draft)
    if costs.has("fairness") { draft.settings.labor.fairness = fairness(costs, draft) }
  }

  private func overtimeSteps(_ costs: YAMLMap, _ draft: ScenarioDraft) -> [OvertimeStep] {
    guard let node = costs.node("overtime_steps") else { return [] }
    let line = costs.line(of: "overtime_steps")
    guard let nodes = node.sequence else {
      findings.report("shape", line: line, .notList("overtime_steps of costs", node.kind))
      return []
    }
    var last = OvertimeStep(after: .zero, premium: draft.settings.costs.overtimePremium)
    var steps: [OvertimeStep] = []
    for (index, node) in nodes.enumerated() {
      let subject = "overtime step \(index + 1)"
      guard
        let item = YAMLMap(
          node,
          subject: subject,
          keys: ScenarioKeys.overtimeStep,
          findings: findings
        ),
        let after = item.required("after_hours", .hoursOfWeek),
        let premium = item.required("premium", .number(atLeast: 0))
      else { continue }
      if index > 0, after <= last.after {
        item.report("overtime step", at: "after_hours", .stepOrder(subject, after, last.after))
      }
      if premium < last.premium {
        item.report("overtime step", at: "premium", .fallingStep(subject, premium, last.premium))
      }
      for contract in draft.soundContracts where after < contract.overtimeAfter {
        item.report("overtime step", at: "after_hours", .earlyStep(subject, after, contract))
      }
      last = OvertimeStep(after: after, premium: premium)
      steps.append(last)
    }
    return steps
  }

  private func fairness(_ costs: YAMLMap, _ draft: ScenarioDraft) -> FairnessSettings? {
    guard let node = costs.node("fairness"),
      let map = YAMLMap(
        node,
        subject: "the fairness of costs",
        keys: ScenarioKeys.fairness,
        findings: findings
      )
    else { return nil }
    let price = TextValue<Double>.number(atLeast: 0)
    let standard = FairnessSettings()
    let value = { (key: String, standard: Double) in map.optional(key, price) ?? standard }
    let fairness = FairnessSettings(
      weeks: map.optional("weeks", .wholeNumber(1...52)) ?? standard.weeks,
      weekends: value("weekends", standard.weekends),
      lates: value("lates", standard.lates),
      lateKinds: names(map, "late_kinds", "shift kind", draft.labor.kinds),
      nights: value("nights", standard.nights),
      nightKinds: names(map, "night_kinds", "shift kind", draft.labor.kinds),
      refused: value("refused", standard.refused),
      seniorityPerYear: value("seniority_per_year", standard.seniorityPerYear),
      seniorityMost: map.optional("seniority_most", .atLeastOne) ?? standard.seniorityMost
    )
    for (key, amount, kinds) in [
      ("lates", fairness.lates, "late_kinds"), ("nights", fairness.nights, "night_kinds"),
    ] where amount > 0 && !map.has(kinds) {
      map.report("fairness kinds", at: key, .fairnessOfNothing(key, kinds))
    }
    return fairness
  }
}

extension TextValue where Value == Double {
  fileprivate static var atLeastOne: Self { number(atLeast: 1) }
}
