public import Workforce
import Yams

extension WhatIfReader {
  /// Another number of an entry of the labor rules, an entry less, or one more.
  func laborRule(_ item: YAMLMap) -> WhatIfChange? {
    guard let node = item.node("labor_rule"), let mapping = node.mapping else {
      _ = body("labor_rule", item, keys: WhatIfKeys.laborRule)
      return nil
    }
    let given = ["change", "remove", "rule"].filter { mapping[$0] != nil }
    guard given.count == 1 else {
      item.report("labor rule", at: "labor_rule", .notOneOfLaborRule(given))
      return nil
    }
    switch given[0] {
    case "change": return changedRule(item, mapping).map { .labor($0) }
    case "remove":
      guard let map = body("labor_rule", item, keys: ["remove"]) else { return nil }
      return number("remove", map).map { .labor(.remove($0)) }
    default: return entry(node, item, keys: []).map { .labor(.add($0)) }
    }
  }

  /// The position of the entry that a number means.
  private func number(_ key: String, _ map: YAMLMap) -> Int? {
    guard let number = map.required(key, .wholeNumber(1...1_000_000)) else { return nil }
    guard number <= settings.labor.rules.count else {
      map.report("labor rule", at: key, .noLaborRule(number, of: settings.labor.rules.count))
      return nil
    }
    return number - 1
  }

  /// An entry in which some values are others.
  private func changedRule(_ item: YAMLMap, _ mapping: Node.Mapping) -> WhatIfLabor? {
    let keys = ScenarioKeys.laborRule.filter { $0 != "rule" } + ["change"]
    guard let map = body("labor_rule", item, keys: keys), let position = number("change", map),
      !map.hasUnknownKey
    else { return nil }
    let before = settings.labor.rules[position]
    let text = Array(LaborText.rule(before).utf8)
    guard let known = YAMLFile.compose(text, findings: findings), let old = known.mapping else {
      return nil
    }
    var merged = Node.Mapping([], .implicit, .flow, item.node("labor_rule")?.mark)
    for pair in old where mapping[pair.key] == nil { merged[pair.key] = pair.value }
    for pair in mapping where pair.key.string != "change" && pair.value.string != "off" {
      merged[pair.key] = pair.value
    }
    guard mapping.count > 1 else {
      map.report(
        "empty change",
        at: "change",
        .emptyChange(map.subject, RuleWord(rawValue: before.rule.word)?.keys ?? [])
      )
      return nil
    }
    return entry(.mapping(merged), item, keys: []).map { .set(position, $0) }
  }

  /// An entry as `labor_rules` has it.
  private func entry(_ node: Node, _ item: YAMLMap, keys: [String]) -> RuleEntry? {
    let subject = "the change 'labor_rule'"
    let before = findings.errorCount
    let line = item.line(of: "labor_rule")
    let word = node.mapping?["rule"]?.string.flatMap(RuleWord.init)
    let accepted = word.map { ["rule"] + $0.keys + ScenarioKeys.entry } ?? WhatIfKeys.laborRule
    guard
      let map = YAMLMap(node, subject: subject, keys: accepted, findings: findings, line: line),
      let word = map.required("rule", .ruleWord)
    else { return nil }
    let scenario = ScenarioReader(findings: findings)
    let kinds = settings.labor.kinds.map(\.name)
    let rule = LaborRuleReader(map: map, reader: scenario, kinds: kinds).rule(word)
    let known = (settings.contracts.map(\.name), inputs.employees.map(\.id))
    let scope = RuleScope(
      contracts: names("contracts", in: map, "contract", known.0),
      teams: names("teams", in: map, "team", teams),
      employees: names("employees", in: map, "employee", known.1)
    )
    let dates = scenario.dates(map)
    let price = map.optional("price", .number(above: 0))
    let source = map.optional("source", .text) ?? ""
    guard findings.errorCount == before, let rule else { return nil }
    return RuleEntry(
      rule,
      scope: scope,
      from: dates.from,
      until: dates.until,
      price: price,
      source: source
    )
  }
}

/// Entries of the labor rules that bind the same people on the same dates with equal right.
public enum RivalRules {
  /// The first other entry that is about the same, of the same rank, and binds some person on some date as one does.
  ///
  /// - Parameters:
  ///   - position: The entry.
  ///   - inputs: The scenario.
  /// - Returns: The position of the other; `nil` where there is none.
  public static func rival(of position: Int, in inputs: PlanningInputs) -> Int? {
    let rules = inputs.settings.labor.rules
    let entry = rules[position]
    return rules.indices.first { other in
      other != position && rules[other].rule.topic == entry.rule.topic
        && rules[other].scope.specificity == entry.scope.specificity
        && rules[other].overlaps(entry)
        && inputs.employees.contains { rules[other].scope.means($0) && entry.scope.means($0) }
    }
  }
}
