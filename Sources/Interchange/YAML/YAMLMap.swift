import Workforce
import Yams

/// A mapping of a YAML file, with what is read from it and where.
struct YAMLMap {
  /// What the mapping describes, such as `queue 'phone'`; empty for the whole file.
  var subject: String
  /// The line on which it begins.
  let line: Int
  let findings: FileFindings
  /// True when it has a key that nobody knows; what is missing may be meant by it.
  let hasUnknownKey: Bool
  private let entries: [(key: String, line: Int, value: Node)]

  /// Looks into a node; `nil`, with a report, when it is no mapping.
  ///
  /// Of the known `keys`, those `offered` are named where one is unknown: all, unless given.
  init?(
    _ node: Node,
    subject: String,
    keys: [String],
    offered: [String]? = nil,
    findings: FileFindings,
    line: Int? = nil
  ) {
    let offered = offered ?? keys
    self.findings = findings
    self.subject = subject
    self.line = node.mark?.line ?? line ?? 1
    guard let mapping = node.mapping else {
      findings.report("shape", line: self.line, .notMapping(subject, node.kind, keys: keys))
      return nil
    }
    entries = mapping.map { pair in
      (pair.key.string ?? "", pair.key.mark?.line ?? 1, pair.value)
    }
    let given = entries.map(\.key)
    hasUnknownKey = given.contains { !keys.contains($0) }
    for entry in entries where !keys.contains(entry.key) {
      findings.report(
        "unknown key",
        line: entry.line,
        .unknownKey(
          entry.key,
          subject,
          unused: offered.filter { !given.contains($0) },
          keys: offered
        )
      )
    }
  }

  /// The keys, in the order of the file.
  var keys: [String] { entries.map(\.key) }

  /// True when the key is there with a value.
  func has(_ key: String) -> Bool { node(key) != nil }

  /// The line of a key; the mapping's own when it is absent.
  func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

  /// The node of a key; `nil` when the key is absent or has no value.
  func node(_ key: String) -> Node? {
    entries.first { $0.key == key }.flatMap { $0.value.isEmptyValue ? nil : $0.value }
  }

  /// A key's name with what it belongs to: `weight of queue 'phone'`.
  func label(_ key: String) -> String { subject.isEmpty ? key : "\(key) of \(subject)" }

  /// Reports a problem at a key.
  func report(
    _ kind: String,
    at key: String,
    severity: Diagnostic.Severity = .error,
    _ problem: @autoclosure () -> Problem
  ) {
    findings.report(kind, line: line(of: key), severity: severity, problem())
  }

  /// A value that must be there; `nil`, with a report, when it is not or cannot be read.
  func required<Value>(_ key: String, _ reader: TextValue<Value>) -> Value? {
    guard let node = requiredNode(key, reader.accepted) else { return nil }
    return read(node, key, reader)
  }

  /// A value that may be absent.
  func optional<Value>(_ key: String, _ reader: TextValue<Value>) -> Value? {
    node(key).flatMap { read($0, key, reader) }
  }

  private func read<Value>(_ node: Node, _ key: String, _ reader: TextValue<Value>) -> Value? {
    guard let text = node.scalar?.string else {
      report("shape", at: key, .notScalar(label(key), node.kind, accepted: reader.accepted))
      return nil
    }
    if let value = reader.read(text) { return value }
    report("value", at: key, reader.problem(label(key), given: text))
    return nil
  }

  /// A mapping that must be there.
  func map(_ key: String, keys: [String], subject: String? = nil) -> YAMLMap? {
    let subject = subject ?? label(key)
    guard let node = requiredNode(key, "the keys \(keys.joined(separator: ", "))") else {
      return nil
    }
    return YAMLMap(node, subject: subject, keys: keys, findings: findings, line: line(of: key))
  }

  /// The nodes of a list that must be there and hold something.
  func list(_ key: String) -> [Node]? {
    guard let node = requiredNode(key, "a list") else { return nil }
    guard let sequence = node.sequence else {
      report("shape", at: key, .notList(label(key), node.kind))
      return nil
    }
    if sequence.isEmpty { report("empty list", at: key, .emptyList(label(key))) }
    return Array(sequence)
  }

  /// The nodes of a list that may be absent or empty.
  func optionalList(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      report("shape", at: key, .notList(label(key), node.kind))
      return []
    }
    return Array(sequence)
  }

  private func requiredNode(_ key: String, _ accepted: String) -> Node? {
    if let node = node(key) { return node }
    report("missing key", at: key, .missingKey(key, subject, accepted: accepted))
    return nil
  }
}

extension Node {
  /// `a list`, `a mapping` or the text, for messages.
  var kind: String {
    if let text = scalar?.string { return "'\(text)'" }
    return sequence == nil ? "a mapping" : "a list"
  }

  /// True for a key without a value, `~` and `null`.
  var isEmptyValue: Bool {
    guard let scalar, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }
}
