import Yams

/// Where the items of a list in a file of settings stand.
public enum RuleLines {
  /// The lines of the items of a list.
  ///
  /// - Parameters:
  ///   - key: The list's key at the top of the file.
  ///   - file: A file of settings or of rules.
  /// - Returns: The line of each item, in order; empty where there is no such list.
  public static func items(of key: String, in file: OutputFile) -> [Int] {
    let findings = FileFindings(file: file.name)
    guard let node = YAMLFile.compose(file.bytes, findings: findings), let mapping = node.mapping,
      let list = mapping.first(where: { $0.key.string == key })?.value.sequence
    else { return [] }
    return list.map { $0.mark?.line ?? 1 }
  }
}
