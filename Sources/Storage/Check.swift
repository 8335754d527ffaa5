import Foundation
import GRDB
public import Workforce

extension CenterStore {
  /// Looks at everything that can be wrong with the file: pages, keys, tables, trail, people.
  ///
  /// - Returns: Every finding, none when all is well.
  /// - Throws: `ShiftwrightError` when the file cannot be read at all.
  public func check() throws(ShiftwrightError) -> [Diagnostic] {
    var findings = try read { db in
      try pages(db) + keys(db) + tables(db)
    }
    guard findings.isEmpty else { return findings }
    findings += try verifyAudit()
    findings += try read { db in try people(db) + documents(db) + rosters(db) + digests(db) }
    return findings + permissions()
  }

  private func pages(_ db: Database) throws -> [Diagnostic] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map { line in
      finding("the file is damaged: \(line).", "Restore the newest backup.")
    }
  }

  private func keys(_ db: Database) throws -> [Diagnostic] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
      let (table, parent): (String, String) = (row[0], row[2])
      return finding(
        "a row of \(table) refers to a row of \(parent) that is not there.",
        "Somebody changed the file by other means. Restore the newest backup."
      )
    }
  }

  private func tables(_ db: Database) throws -> [Diagnostic] {
    let (expected, found) = try (Migrator.expectedSchema(), Migrator.schema(of: db))
    let names = { (lines: [String]) in lines.compactMap { $0.split(separator: ":").first } }
    let changed = Set(expected).symmetricDifference(found)
    let words = Set(names(changed.sorted())).sorted().joined(separator: ", ")
    guard !changed.isEmpty else { return [] }
    return [
      finding(
        "the tables are not those of schema \(Migrator.latest): \(words).",
        "Somebody changed the file by other means. Restore the newest backup."
      )
    ]
  }

  /// What the tables say of people against what the trail says of them last.
  private func people(_ db: Database) throws -> [Diagnostic] {
    let trail = try PersonRows.latest(db)
    return try PersonRows.current(db).compactMap { person in
      guard trail[person.key] != person.payload else { return nil }
      return finding(
        "the rows of employee '\(person.id)' are not what the audit trail holds.",
        "Somebody changed the file by other means. Compare it with a backup."
      )
    }
  }

  private func documents(_ db: Database) throws -> [Diagnostic] {
    let trail = try DocumentRows.latest(db)
    let files = try DocumentRows.current(db, surroundings.digest)
    let names = Set(files.map(\.name))
    let changed = files.filter { trail[$0.name] != $0.payload }.map(\.name)
    let missing = trail.keys.sorted().filter { name in
      !names.contains(name) && trail[name] != DocumentRows.payload(name, nil)
    }
    return (changed + missing).map { name in
      finding(
        "the file \(name) in it is not what the audit trail holds.",
        "Somebody changed the database by other means. Compare it with a backup."
      )
    }
  }

  /// The digests of training against the rows that they are made of.
  private func digests(_ db: Database) throws -> [Diagnostic] {
    let people = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.key, e.id, d.attempts, d.certificates
        FROM employee e LEFT JOIN trainingDigest d ON d.employee = e.key ORDER BY e.key
        """
    )
    var findings: [Diagnostic] = []
    while let row = try people.next() {
      let (attempts, certificates) = (row[2] as Data?, row[3] as Data?)
      guard
        try TrainingDigest.attempts(of: row[0], db) != Array(attempts ?? Data())
          || TrainingDigest.certificates(of: row[0], db) != Array(certificates ?? Data())
      else { continue }
      findings.append(
        finding(
          "the digest of training of employee '\(row[1] as String)' is not what the rows say.",
          "Somebody changed the file by other means. Compare it with a backup."
        )
      )
    }
    return findings
  }

  private func permissions() -> [Diagnostic] {
    let attributes: [FileAttributeKey: Any]
    do {
      attributes = try FileManager.default.attributesOfItem(atPath: path)
    } catch {
      return [finding("the file's permissions cannot be read.", "Look at the file.")]
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 != 0 else { return [] }
    return [
      Diagnostic(
        .warning,
        file: path,
        message: "other accounts may open the file.",
        suggestion: "Keep it to yourself: chmod 600 \(path)"
      )
    ]
  }

  private func finding(_ message: String, _ suggestion: String) -> Diagnostic {
    Diagnostic(file: path, message: message, suggestion: suggestion)
  }
}
