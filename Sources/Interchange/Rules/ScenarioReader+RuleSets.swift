import Workforce
import Yams

extension ScenarioReader {
  /// Reads the files of rules that the scenario names.
  func readRuleSets(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    guard map.has("rule_sets") else { return }
    var lines = FirstLines<String>()
    for node in map.list("rule_sets") ?? [] {
      let line = node.mark?.line ?? map.line(of: "rule_sets")
      let name = node.scalar?.string ?? ""
      guard RuleSetFile.isName(name) else {
        findings.report("rule set", line: line, .notRuleSet(name.isEmpty ? node.kind : "'\(name)'"))
        continue
      }
      if let first = lines.earlier(name, line: line) {
        findings.report("rule set twice", line: line, .ruleSetTwice(name, line: first))
        continue
      }
      readRuleSet(name, line: line, into: &draft)
    }
  }

  private func readRuleSet(_ name: String, line: Int, into draft: inout ScenarioDraft) {
    let file = ruleSets.open(name)
    guard let bytes = file.bytes else {
      if file.findings.errorCount == 0, !ruleSets.isPartial {
        findings.report("missing rule set", line: line, .missingRuleSet(name))
      }
      draft.labor.kinds = nil
      return
    }
    let reader = ScenarioReader(findings: file.findings)
    guard let root = YAMLFile.compose(bytes, findings: file.findings),
      let map = YAMLMap(
        root,
        subject: "the rule set",
        keys: ScenarioKeys.ruleSet,
        findings: file.findings
      )
    else {
      draft.labor.kinds = nil
      return
    }
    let labor = draft.settings.labor
    _ = map.optional("name", .text)
    _ = map.optional("notice", .text)
    reader.readKinds(map, into: &draft)
    reader.readRules(map, ruleSet: name, into: &draft)
    draft.settings.labor.sets.append(
      RuleSet(
        file: name,
        text: String(decoding: bytes, as: UTF8.self),
        kinds: draft.settings.labor.kinds.count - labor.kinds.count,
        rules: draft.settings.labor.rules.count - labor.rules.count
      )
    )
  }

  /// What every rule has beside its own keys.
  private func entry(_ map: YAMLMap, _ rule: LaborRule?, _ scope: RuleScope) -> RuleEntry? {
    let dates = dates(map)
    let price = map.optional("price", .number(above: 0))
    let source = map.optional("source", .text) ?? ""
    return rule.map {
      RuleEntry(
        $0,
        scope: scope,
        from: dates.from,
        until: dates.until,
        price: price,
        source: source
      )
    }
  }

  /// Reads labor rules; one with an error is left out.
  func readRules(_ map: YAMLMap, ruleSet: String?, into draft: inout ScenarioDraft) {
    guard map.has("labor_rules") else { return }
    for (index, node) in (map.list("labor_rules") ?? []).enumerated() {
      let before = findings.errorCount
      let name = node.mapping?["rule"]?.string
      let word = name.flatMap(RuleWord.init)
      let keys = word.map { ["rule"] + $0.keys + ScenarioKeys.entry } ?? ScenarioKeys.laborRule
      let subject = "labor rule \(index + 1)" + (word.map { " (\($0.rawValue))" } ?? "")
      guard let item = YAMLMap(node, subject: subject, keys: keys, findings: findings) else {
        continue
      }
      guard let word = item.required("rule", .ruleWord) else { continue }
      let rule = LaborRuleReader(map: item, reader: self, kinds: draft.labor.kinds).rule(word)
      let scope = scope(item, &draft)
      let entry = entry(item, rule, scope)
      guard let entry, findings.errorCount == before else { continue }
      draft.settings.labor.rules.append(entry)
      draft.labor.rules.append(
        StatedRule(entry: entry, line: item.line(of: "rule"), findings: findings, ruleSet: ruleSet)
      )
    }
  }
}

/// Files of labor rules beside a scenario.
enum RuleSetFile {
  /// True for the name of a file that can hold rules.
  static func isName(_ text: String) -> Bool {
    let taken = ScenarioFolder.fileNames + [WhatIfFile.name, CapacityFile.name]
    return text.hasSuffix(".yaml") && text.utf8.count > 5 && !text.hasPrefix(".")
      && !text.contains("/") && !text.contains("\\") && !taken.contains(text)
  }

  /// The rule sets that a `scenario.yaml` names, as far as that can be told; each once.
  static func names(in scenario: [UInt8]) -> [String] {
    let findings = FileFindings(file: "")
    guard let root = YAMLFile.compose(scenario, findings: findings) else { return [] }
    var seen: Set<String> = []
    return (root.mapping?["rule_sets"]?.sequence ?? []).compactMap { $0.scalar?.string }
      .filter { isName($0) && seen.insert($0).inserted }
  }
}

extension TextValue where Value == RuleWord {
  static var ruleWord: Self { words }
}
