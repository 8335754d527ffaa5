import Workforce
import Yams

/// Reads `training.yaml` and reports everything that is wrong in it.
struct TrainingReader {
  let findings: FileFindings
  let context: FolderContext

  /// What the file holds; `nil` when it is no YAML mapping.
  func read(_ bytes: [UInt8]) -> TrainingDraft? {
    guard let root = YAMLFile.compose(bytes, findings: findings),
      let map = YAMLMap(root, subject: "", keys: TrainingKeys.top, findings: findings)
    else { return nil }
    var draft = TrainingDraft()
    readRooms(map, into: &draft)
    readPresence(map, into: &draft)
    readCourses(map, into: &draft)
    readCurricula(map, into: &draft)
    if map.has("placement") { draft.training.placement = placement(map) }
    return draft
  }

  private func readRooms(_ map: YAMLMap, into draft: inout TrainingDraft) {
    let items = items("rooms", "room", keys: TrainingKeys.room, in: map)
    for item in items.maps {
      let site = reference(item.map, "site", "site", context.draft?.sites, isNeeded: true)
      let seats = item.map.required("seats", .wholeNumber(1...10_000))
      guard let site, let seats else { continue }
      draft.training.rooms.append(Room(name: item.name, site: site, seats: seats))
    }
    draft.rooms = items.isComplete ? NameSet(items.maps.map(\.name)) : nil
  }

  private func readPresence(_ map: YAMLMap, into draft: inout TrainingDraft) {
    for (index, node) in map.optionalList("presence").enumerated() {
      let subject = "presence rule \(index + 1)"
      guard
        let item = YAMLMap(
          node,
          subject: subject,
          keys: TrainingKeys.presence,
          findings: findings
        )
      else { continue }
      let skill = item.required("skill", .text)
      let site = reference(item, "site", "site", context.draft?.sites)
      let least = item.required("least", .wholeNumber(1...10_000))
      guard let skill, let least else { continue }
      draft.training.presence.append(PresenceRule(skill: skill, site: site, least: least))
    }
    draft.skills = context.draft?.skills.map { known in
      known + draft.training.presence.map(\.skill).filter { !known.contains($0) }
    }
  }

  private func placement(_ map: YAMLMap) -> TrainingInputs.Placement? {
    guard let item = map.map("placement", keys: TrainingKeys.placement) else { return nil }
    let hours = item.required("hours", .window)
    let sessions = item.required("sessions_per_week", .wholeNumber(1...1000))
    if let hours, hours.endMinutes > 1440 {
      item.report("night hours", at: "hours", severity: .warning, .nightHours(hours))
    }
    guard let hours, let sessions else { return nil }
    return TrainingInputs.Placement(hours: hours, sessionsPerWeek: sessions)
  }

  /// The named mappings of a list that may be absent, each name once.
  private func items(_ key: String, _ what: String, keys: [String], in map: YAMLMap)
    -> (maps: [(name: String, map: YAMLMap)], isComplete: Bool)
  {
    var lines = FirstLines<String>()
    let nodes = map.optionalList(key)
    let maps = nodes.enumerated().compactMap { index, node -> (name: String, map: YAMLMap)? in
      guard let item = self.item(node, what, index, keys: keys) else { return nil }
      if let first = lines.earlier(item.name, line: item.map.line(of: "name")) {
        item.map.report("duplicate name", at: "name", .duplicateName(what, item.name, line: first))
        return nil
      }
      return item
    }
    return (maps, maps.count == nodes.count)
  }

  /// The mappings of a list of versions: the same name again with a later `from`.
  func versions(_ key: String, _ what: String, keys: [String], in map: YAMLMap)
    -> (maps: [(name: String, from: LocalDate?, map: YAMLMap)], isComplete: Bool)
  {
    var last: [String: (from: LocalDate?, line: Int)] = [:]
    let nodes = map.optionalList(key)
    let maps = nodes.enumerated().compactMap {
      index,
      node -> (name: String, from: LocalDate?, map: YAMLMap)? in
      guard let item = self.item(node, what, index, keys: keys) else { return nil }
      let from = item.map.optional("from", .date)
      if let before = last[item.name] {
        guard let from, before.from.map({ $0 < from }) ?? true else {
          item.map.report(
            "version",
            at: item.map.has("from") ? "from" : "name",
            .versionOrder(what, item.name, after: before.from, line: before.line)
          )
          return nil
        }
      }
      last[item.name] = (from, item.map.line(of: "name"))
      return (item.name, from, item.map)
    }
    return (maps, maps.count == nodes.count)
  }

  private func item(_ node: Node, _ what: String, _ index: Int, keys: [String])
    -> (name: String, map: YAMLMap)?
  {
    let name = node.mapping?["name"]?.string ?? ""
    let subject = name.isEmpty ? "\(what) \(index + 1)" : "\(what) '\(name)'"
    guard let map = YAMLMap(node, subject: subject, keys: keys, findings: findings),
      let name = map.required("name", .text)
    else { return nil }
    return (name, map)
  }

  /// A name that must be one of `known`; `nil` when it is absent or unknown.
  func reference(
    _ map: YAMLMap,
    _ key: String,
    _ what: String,
    _ known: [String]?,
    isNeeded: Bool = false
  ) -> String? {
    let name = isNeeded ? map.required(key, .text) : map.optional(key, .text)
    guard let name, let known, !known.contains(name) else { return name }
    map.report("unknown \(what)", at: key, .unknown(what, name, known))
    return nil
  }

  /// The names of a list that may be absent; those that are not known are reported.
  func names(
    _ map: YAMLMap,
    _ key: String,
    _ what: String,
    _ known: [String]?,
    severity: Diagnostic.Severity = .error
  ) -> [String] {
    map.optionalList(key).map { node in
      let name = node.string ?? ""
      let line = node.mark?.line ?? map.line(of: key)
      if name.isEmpty {
        findings.report("shape", line: line, .notName(map.label(key), node.kind, what))
      } else if let known, !known.contains(name) {
        findings.report(
          "unknown \(what)",
          line: line,
          severity: severity,
          .unknown(what, name, known)
        )
      }
      return name
    }
  }
}
