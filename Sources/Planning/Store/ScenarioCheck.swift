import Interchange
import Storage
import Workforce

/// Sees that the scenario in a database reads as files of it would.
struct ScenarioCheck {
  /// How many certificates are read together.
  private static let chunk = 10_000

  let contents: StoredContents
  let place: String

  /// Every finding.
  func findings() throws -> [Diagnostic] {
    guard let scenario = try contents.scenario(hasCertificates: false) else { return [] }
    let loaded = ScenarioFolder.load(ScenarioArchive.files(of: scenario), named: place)
    guard let inputs = loaded.value else { return loaded.errors }
    let findings = try certificates(RecordReader(inputs))
    guard inputs.people != scenario.people else { return findings }
    return findings + [
      Diagnostic(
        file: place,
        message: "the imported bytes of a file with people do not say what its rows say.",
        suggestion: "Somebody changed the file by other means. Compare it with a backup."
      )
    ]
  }

  /// The errors of the first certificates that have some.
  private func certificates(_ reader: RecordReader) throws -> [Diagnostic] {
    var reader = reader
    var rows: [Certification] = []
    var line = 0
    var findings: [Diagnostic] = []
    func look() throws {
      defer {
        line += rows.count
        rows.removeAll(keepingCapacity: true)
      }
      guard findings.isEmpty else { return }
      let file = RecordTable.certifications(hasRevoked: true, hasReasons: true).file(rows)
      findings = try reader.read(.certifications, file.bytes, named: "\(place)/\(file.name)") { _ in
        nil
      }.map { finding in
        var placed = finding
        placed.line = finding.line.map { $0 + line }
        return placed
      }
    }
    try contents.certifications { certification in
      rows.append(certification)
      if rows.count == Self.chunk { try look() }
    }
    try look()
    return findings.filter { $0.severity == .error }
  }
}
