import Workforce
import Yams

/// Reads a what-if and reports everything that is wrong in it.
struct WhatIfReader {
  let inputs: PlanningInputs
  let findings: FileFindings

  var settings: ScenarioSettings { inputs.settings }

  /// What the file asks; `nil` when it is no YAML mapping.
  func read(_ bytes: [UInt8], stem: String) -> WhatIfFile.Content? {
    let isBlank = String(decoding: bytes, as: UTF8.self).allSatisfy(\.isWhitespace)
    if isBlank {
      findings.report("empty file", line: 1, .emptyWhatIf)
      return nil
    }
    guard let root = YAMLFile.compose(bytes, findings: findings),
      let map = YAMLMap(root, subject: "", keys: WhatIfKeys.top, findings: findings)
    else { return nil }
    let name = map.optional("name", .whatIfName) ?? stem
    if !map.has("name"), TextValue<String>.whatIfName.read(stem) == nil {
      findings.report("name", line: 1, .fileNameIsNoName(stem))
    }
    let read = map.optionalList("changes").compactMap(change)
    let whatIf = WhatIf(
      name: name,
      question: map.optional("question", .text) ?? "",
      changes: read.map(\.change)
    )
    let content = WhatIfFile.Content(whatIf: whatIf, lines: read.map(\.line))
    WhatIfConflicts(content, sites: inputs.settings.sites, findings: findings).report()
    return content
  }

  private func change(_ node: Node) -> (change: WhatIfChange, line: Int)? {
    guard let item = YAMLMap(node, subject: "a change", keys: WhatIfKeys.kinds, findings: findings)
    else { return nil }
    guard item.keys.count == 1, let kind = item.keys.first else {
      findings.report("several kinds", line: item.line, .severalKinds(item.keys))
      return nil
    }
    guard WhatIfKeys.kinds.contains(kind) else { return nil }
    return change(kind, item).map { ($0, item.line) }
  }

  private func change(_ kind: String, _ item: YAMLMap) -> WhatIfChange? {
    switch kind {
    case "volume": volume(item)
    case "migrate": migrate(item)
    case "handle_time": scaled(item, kind) { .handleTime(queue: $0, $1) }
    case "patience": scaled(item, kind) { .patience(queue: $0, $1) }
    case "containment": containment(item)
    case "forecast": forecast(item)
    case "target": target(item)
    case "shrinkage": shrinkage(item)
    case "opening": opening(item)
    case "absence": absence(item)
    case "hire": hire(item)
    case "leave": leave(item)
    case "certify", "lapse": skill(item, kind)
    case "contract": contract(item)
    case "rule": rule(item)
    case "labor_rule": laborRule(item)
    case "terms": terms(item)
    case "price": price(item)
    case "budget": budget(item)
    default: close(item)
    }
  }

  /// The mapping of a change.
  func body(_ kind: String, _ item: YAMLMap, keys: [String]) -> YAMLMap? {
    item.map(kind, keys: keys, subject: "the change '\(kind)'")
  }

  /// A name of the scenario, if one is given.
  func name(_ key: String, in map: YAMLMap, _ what: String, _ known: [String]) -> String? {
    guard let name = map.optional(key, .text) else { return nil }
    if !known.contains(name) { map.report("unknown \(what)", at: key, .unknown(what, name, known)) }
    return name
  }

  /// A name of the scenario that must be given.
  func required(_ key: String, in map: YAMLMap, _ what: String, _ known: [String]) -> String? {
    guard let name = map.required(key, .text("the name of a \(what)")) else { return nil }
    if !known.contains(name) { map.report("unknown \(what)", at: key, .unknown(what, name, known)) }
    return name
  }

  func queue(_ map: YAMLMap, _ key: String = "queue") -> String? {
    name(key, in: map, "queue", settings.queues.map(\.name))
  }

  /// The texts of a list, or one text.
  func names(_ key: String, in map: YAMLMap, _ what: String, _ known: [String]) -> [String] {
    let nodes = map.node(key).map { $0.scalar == nil ? map.optionalList(key) : [$0] } ?? []
    if map.has(key), nodes.isEmpty { map.report("empty list", at: key, .emptyList(map.label(key))) }
    return nodes.compactMap { node in
      guard let name = node.scalar?.string, !name.isEmpty else {
        map.report("shape", at: key, .notScalar(map.label(key), node.kind, accepted: "names"))
        return nil
      }
      if !known.contains(name) {
        findings.report(
          "unknown \(what)",
          line: node.mark?.line ?? map.line(of: key),
          .unknown(what, name, known)
        )
      }
      return name
    }
  }

  /// The dates from a first to a last one; the last is the first where it is left out.
  func dates(_ map: YAMLMap) -> ClosedRange<LocalDate>? {
    guard let from = map.required("from", .date) else {
      _ = map.optional("until", .date)
      return nil
    }
    let until = map.has("until") ? map.optional("until", .date) : from
    guard let until else { return nil }
    guard from <= until else {
      map.report("dates", at: "until", .lastBeforeFirst(from, until))
      return nil
    }
    return from...until
  }

  /// Skills that queues need, people hold or courses grant.
  var skills: [String] {
    let all =
      settings.queues.map(\.skill) + inputs.skills.map(\.skill)
      + inputs.training.courses.flatMap { $0.grants.map(\.skill) }
    var seen: Set<String> = []
    return all.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  var teams: [String] {
    var seen: Set<String> = []
    return inputs.employees.map(\.team).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension TextValue where Value == String {
  /// A name that can be that of a folder.
  static var whatIfName: Self {
    Self(accepted: "letters, digits, '-', '_' and '+', such as ten-hires") { text in
      let isPlain = text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+")].contains(byte)
      }
      let isTaken = WhatIfFile.ownNames.contains(text)
      return isPlain && !isTaken && !text.isEmpty && text.utf8.count <= 100 ? text : nil
    } hint: {
      WhatIfFile.ownNames.contains($0)
        ? "Runs of the scenario as it is have this name: write another." : nil
    }
  }
}
