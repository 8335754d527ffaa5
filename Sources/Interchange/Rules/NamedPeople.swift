import Yams

/// People whom files name that have no row of their own for each.
public enum NamedPeople {
  /// Whether a file of that name may name people: locks, rotations, ledgers, and labor rules.
  public static func mayBe(in name: String) -> Bool {
    [LocksFile.name, RotationsFile.name, LedgerFile.name, OnCallFile.name, "scenario.yaml"]
      .contains(name)
      || RuleSetFile.isName(name)
  }

  /// Whether a file names a person as bound by something.
  public static func isNamed(_ employee: String, in file: OutputFile) -> Bool {
    let findings = FileFindings(file: file.name)
    guard file.name.hasSuffix(".csv") else {
      return YAMLFile.compose(file.bytes, findings: findings)
        .map { names(in: $0).contains(employee) } ?? false
    }
    let known = ["employee"]
    let columns =
      LocksFile.required + LocksFile.optional + RotationsFile.required + RotationsFile.optional
      + LedgerFile.required + LedgerFile.optional + OnCallFile.columns
    let others = Set(columns).subtracting(known).sorted()
    guard
      var table = CSVTable(file.bytes, required: known, optional: others, findings: findings)
    else { return false }
    let column = table.column("employee")
    while table.next() {
      if table.text(column) == employee { return true }
    }
    return false
  }

  /// All names under keys `employees`, at any depth.
  private static func names(in node: Node) -> [String] {
    if let sequence = node.sequence { return sequence.flatMap { names(in: $0) } }
    guard let mapping = node.mapping else { return [] }
    return mapping.flatMap { pair -> [String] in
      guard pair.key.string == "employees", let list = pair.value.sequence else {
        return names(in: pair.value)
      }
      return list.compactMap { $0.scalar?.string }
    }
  }
}
