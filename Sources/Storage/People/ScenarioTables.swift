import Foundation
import GRDB
public import Workforce

extension CenterStore {
  /// Takes a scenario into the database, in one transaction.
  ///
  /// People are matched by identifier and keep their records; those who are not among the files keep
  /// theirs too, but have no place in rosters any more.
  ///
  /// - Parameters:
  ///   - parts: The scenario.
  ///   - isReplacing: Whether a scenario that is there already may be replaced by another one.
  ///   - actor: Who asks for it.
  ///   - accept: Looks at what records of training refer to, before anything is replaced; nothing is
  ///     written when it throws.
  ///   - records: Adds the records of training that come with it; nothing is written when it throws.
  /// - Returns: What has changed; a repeated import of the same bytes changes nothing.
  /// - Throws: `ShiftwrightError` when another scenario is there, or the file cannot be written.
  public func replaceScenario(
    _ parts: ScenarioParts,
    isReplacing: Bool,
    by actor: String,
    accept: (RecordedHistory) throws -> Void = { _ in },
    records: (TrainingWriter) throws -> Void = { _ in }
  ) throws(ShiftwrightError) -> ImportedScenario {
    let digest = surroundings.digest
    let written = try writeIfNeeded("import", by: actor) { db, draft in
      var imported = ImportedScenario(mark: nil, added: 0, changed: 0, missing: [])
      let isOther = try !isSame(parts.files, db)
      if isOther {
        if !isReplacing { try checkEmpty(db) }
        if let history = try history(db) { try accept(history) }
        try replace(parts, &imported, &draft, db)
      }
      let writer = try TrainingWriter(db: db, path: path, entry: draft.number)
      try writer.register(courses: parts.training.courses.map(\.name))
      try records(writer)
      imported.records = writer.counts
      draft.isNeeded = isOther || !writer.counts.isEmpty
      if draft.isNeeded { try writer.finish(&draft, digest) }
      return imported
    }
    var imported = written.value
    imported.mark = written.mark
    return imported
  }

  /// Writes a scenario over the one before, and says in the draft what has changed.
  private func replace(
    _ parts: ScenarioParts,
    _ imported: inout ImportedScenario,
    _ draft: inout AuditDraft,
    _ db: Database
  ) throws {
    let before = try String.fetchAll(
      db,
      sql: "SELECT id FROM employee WHERE position IS NOT NULL ORDER BY position"
    )
    try RecordNames(db: db, path: path).check(parts.training, sites: parts.settings.sites)
    try ScenarioWriter(db: db, path: path, digest: surroundings.digest).write(parts)
    try TimeOffRows(db: db).enterGranted()
    let ids = Set(parts.people.employees.map(\.id))
    imported.missing = before.filter { !ids.contains($0) }
    (imported.added, imported.changed) = try PersonRows.addChanges(to: &draft, db)
    try DocumentRows.addChanges(to: &draft, db, surroundings.digest)
    draft.detail = [
      "added": .integer(imported.added), "changed": .integer(imported.changed),
      "files": .integer(parts.files.count), "missing": .integer(imported.missing.count),
      "people": .integer(parts.people.employees.count),
    ]
  }

  /// Whether the database holds these files to the byte, and no row has changed since.
  ///
  /// Forecasts that were kept since are no difference.
  private func isSame(_ files: [StoredFile], _ db: Database) throws -> Bool {
    let rows = try Row.fetchAll(db, sql: "SELECT name, bytes, rowsHash FROM scenarioFile")
    var given = Dictionary(
      files.map { ($0.name, $0.bytes) },
      uniquingKeysWith: { first, _ in first }
    )
    for row in rows {
      let name: String = row[0]
      guard let bytes = given.removeValue(forKey: name) else {
        if name.hasPrefix(ScenarioWriter.snapshots) { continue }
        return false
      }
      guard bytes == Array(row[1] as Data) else { return false }
      guard let file = PeopleFile(rawValue: name) else { continue }
      let hash = (row[2] as Data?).map { Array($0) }
      guard try file.rowsHash(db, surroundings.digest) == hash else { return false }
    }
    return given.isEmpty
  }

  /// What the records refer to of the scenario that is there; `nil` when it has no courses.
  private func history(_ db: Database) throws -> RecordedHistory? {
    guard let book = try trainingBook(db, hasEntries: false), book.courseFile != nil else {
      return nil
    }
    let names = RecordNames(db: db, path: path)
    return RecordedHistory(
      book: book,
      courses: try names.usedCourses(),
      curricula: try names.usedCurricula()
    )
  }

  private func checkEmpty(_ db: Database) throws {
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM scenarioFile") ?? 0 > 0 else { return }
    let name = try String.fetchOne(db, sql: "SELECT name FROM center") ?? ""
    throw ShiftwrightError(
      "\(path) holds a scenario already, '\(name)', and these files differ from it.\n"
        + "Import with --replace; people are matched by identifier and keep their records."
    )
  }

  /// The names of stored files that begin with a text, ascending.
  public func fileNames(beginning prefix: String) throws(ShiftwrightError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT name FROM scenarioFile ORDER BY name")
        .filter { $0.hasPrefix(prefix) }
    }
  }

  /// The bytes of a stored file as they came; `nil` when there is none of that name.
  public func bytes(of name: String) throws(ShiftwrightError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT bytes FROM scenarioFile WHERE name = ?", arguments: [name])
        .map { Array($0) }
    }
  }

  /// Adds files that no reader changes, such as a kept forecast.
  ///
  /// - Parameters:
  ///   - files: The files; their names must be new.
  ///   - action: What is done, for the trail.
  ///   - actor: Who asks for it.
  /// - Returns: The entry of the trail.
  /// - Throws: `ShiftwrightError` when a name is taken, or the file cannot be written.
  public func add(_ files: [StoredFile], _ action: String, by actor: String)
    throws(ShiftwrightError) -> AuditMark
  {
    let digest = surroundings.digest
    return try write(action, by: actor) { db, draft in
      for file in files {
        try db.execute(
          sql: "INSERT INTO scenarioFile(name, bytes) VALUES (?, ?)",
          arguments: [file.name, Data(file.bytes)]
        )
      }
      DocumentRows.add(files, to: &draft, digest)
      draft.detail = ["files": .integer(files.count)]
    }.mark
  }
}
