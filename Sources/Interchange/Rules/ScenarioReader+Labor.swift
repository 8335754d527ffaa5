import Workforce
import Yams

extension ScenarioReader {
  /// Reads rule sets and the labor rules of the center.
  func readLabor(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    draft.labor.kinds = []
    if map.has("weekend") {
      let days = weekdays(map, "weekend")
      if !days.isEmpty { draft.settings.labor.weekend = days }
    }
    readRuleSets(map, into: &draft)
    readKinds(map, into: &draft)
    readRules(map, ruleSet: nil, into: &draft)
    readHeads(map, into: &draft)
    readMeetings(map, into: &draft)
    readDuties(map, into: &draft)
    readRotations(map, into: &draft)
    let asked = draft.labor.scopes.compactMap(\.skill)
    draft.skills = draft.skills.map { known in
      asked.reduce(into: known) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  /// The weekdays of a list, in order; none where it is absent.
  func weekdays(_ map: YAMLMap, _ key: String) -> [Weekday] {
    guard map.has(key) else { return [] }
    var days: Set<Weekday> = []
    for node in map.list(key) ?? [] {
      guard let range = Self.weekdays(node.string ?? "") else {
        let line = node.mark?.line ?? map.line(of: key)
        findings.report("day", line: line, .openingDay(node.string ?? node.kind, map.label(key)))
        continue
      }
      days.formUnion(range)
    }
    return days.sorted()
  }

  /// The names of a list that may be absent, but not empty; those that are not known are reported.
  func names(_ map: YAMLMap, _ key: String, _ what: String, _ known: [String]?) -> [String] {
    nodes(map, key, what).map { name, line in
      if let known, !known.contains(name) {
        findings.report("unknown \(what)", line: line, .unknownName(what, name, known))
      }
      return name
    }
  }

  /// The names of a list that may be absent, but not empty, with their lines.
  private func nodes(_ map: YAMLMap, _ key: String, _ what: String) -> [(name: String, line: Int)] {
    guard map.has(key) else { return [] }
    return (map.list(key) ?? []).compactMap { node in
      let line = node.mark?.line ?? map.line(of: key)
      if let name = node.scalar?.string, !name.isEmpty { return (name, line) }
      findings.report("shape", line: line, .notName(map.label(key), node.kind, what))
      return nil
    }
  }

  /// Whom an item binds; people and teams are looked up later.
  func scope(_ map: YAMLMap, _ draft: inout ScenarioDraft) -> RuleScope {
    let contracts = names(map, "contracts", "contract", draft.contracts)
    func later(_ key: String, _ what: String) -> [String] {
      let given = nodes(map, key, what)
      draft.labor.names += given.map {
        ScopeName(what: what, name: $0.name, line: $0.line, findings: findings)
      }
      return given.map(\.name)
    }
    return RuleScope(
      contracts: contracts,
      teams: later("teams", "team"),
      employees: later("employees", "employee")
    )
  }

  /// The dates on which an item holds.
  func dates(_ map: YAMLMap) -> (from: LocalDate?, until: LocalDate?) {
    let from = map.optional("from", .date)
    let until = map.optional("until", .date)
    if let from, let until, until < from {
      map.report("until before from", at: "until", .untilBeforeFrom("\(from)", "\(until)"))
    }
    return (from, until)
  }

  func readKinds(_ map: YAMLMap, into draft: inout ScenarioDraft) {
    guard map.has("shift_kinds") else { return }
    let items = named("shift_kinds", "shift kind", keys: ScenarioKeys.kind, in: map)
    let before = draft.settings.labor.kinds.map(\.name)
    for item in items.maps {
      if ["off", "any"].contains(item.name) {
        item.map.report("kind name", at: "name", .reservedKind(item.name))
      } else if before.contains(item.name) {
        item.map.report("duplicate name", at: "name", .kindOfRuleSet(item.name))
      }
      draft.settings.labor.kinds.append(kind(item.map, name: item.name))
    }
    guard let known = draft.labor.kinds, let own = items.names else {
      draft.labor.kinds = nil
      return
    }
    draft.labor.kinds = known + own
  }

  private func kind(_ map: YAMLMap, name: String) -> ShiftKind {
    let covers = map.optional("covers", .window)
    let least = map.optional("least_minutes", .minutes)
    if !["starts", "ends", "covers"].contains(where: map.has), !map.hasUnknownKey {
      map.report("kind", at: "name", .emptyKind(map.subject))
    }
    if map.has("least_minutes"), !map.has("covers") {
      map.report("kind", at: "least_minutes", .minutesOfNothing(map.subject))
    }
    if let covers, let least, least.wholeMinutes > covers.endMinutes - covers.start.minutes {
      map.report("kind", at: "least_minutes", .minutesBeyond(map.subject, least, covers))
    }
    return ShiftKind(
      name: name,
      starts: map.optional("starts", .window),
      ends: map.optional("ends", .window),
      covers: covers,
      leastCovered: least ?? .minutes(1)
    )
  }
}
