public import Interchange
import Storage
public import Workforce

/// What can be done with a center's database; each call opens the file and closes it.
public struct CenterDatabase: Sendable {
  /// The file.
  public let path: String
  /// Who asks, for the audit trail: a role or an account, never a name.
  public let actor: String

  /// Names a database.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - actor: Who asks: a role or an account; not needed to read.
  public init(path: String, actor: String = "shiftwright") {
    self.path = path
    self.actor = actor
  }

  /// Makes an empty database.
  ///
  /// - Returns: The first entry of its trail.
  /// - Throws: `ShiftwrightError` when something is there, or the file cannot be written.
  public func create() throws(ShiftwrightError) -> AuditMark {
    try CenterStore.create(path, by: actor, .system)
  }

  /// Calls `body` with the open database.
  func open<Value>(
    _ body: (CenterStore) throws(ShiftwrightError) -> Value
  ) throws(ShiftwrightError) -> Value {
    let store = try opened()
    let value = try body(store)
    try store.close()
    return value
  }

  /// The open database, which closes itself when nobody holds it any more.
  func opened() throws(ShiftwrightError) -> CenterStore {
    let store = try CenterStore(path: path, .system)
    try TrainingDocuments.move(in: store)
    return store
  }

  /// Writes a copy with everything confirmed so far.
  ///
  /// - Parameter file: Where to; only an older backup of the same center is replaced.
  /// - Returns: The last entry that the copy holds.
  /// - Throws: `ShiftwrightError` when the copy cannot be written.
  public func backUp(to file: String) throws(ShiftwrightError) -> AuditMark {
    try open { store throws(ShiftwrightError) in try store.copy(to: file) }
  }

  /// Looks at everything that can be wrong: the file, the trail, and whether the scenario in it reads.
  ///
  /// - Returns: Every finding.
  /// - Throws: `ShiftwrightError` when it is no database.
  public func check() throws(ShiftwrightError) -> [Diagnostic] {
    try open { store throws(ShiftwrightError) in
      let findings = try store.check()
      // what is damaged may not even be readable
      guard findings.allSatisfy({ $0.severity != .error }) else { return findings }
      return try findings
        + store.reading { contents in try ScenarioCheck(contents: contents, place: path).findings()
        }
    }
  }

  /// Deletes everything that is known of a person.
  ///
  /// - Parameters:
  ///   - employee: The identifier.
  ///   - reason: Why, for the trail; it must not speak of the person.
  /// - Returns: What stands in the person's place, how many parts of the trail lost their data, and the
  ///   entry that says so.
  /// - Throws: `ShiftwrightError` when there is nobody of that identifier, or a file that is kept as it is names
  ///   the person: `training.yaml` as a trainer, labor rules, locks, rotations or ledgers.
  public func erase(_ employee: String, reason: String) throws(ShiftwrightError) -> (
    placeholder: String, parts: Int, mark: AuditMark
  ) {
    try checkTraining(names: employee)
    try checkRules(name: employee)
    let erased = try open { store throws(ShiftwrightError) in
      try store.erase(employee, reason: reason, by: actor)
    }
    return (erased.placeholder, erased.parts, erased.mark)
  }

  private func checkRules(name employee: String) throws(ShiftwrightError) {
    let files = try open { store throws(ShiftwrightError) in
      var files: [OutputFile] = []
      for name in try store.fileNames(beginning: "") where NamedPeople.mayBe(in: name) {
        guard let bytes = try store.bytes(of: name) else { continue }
        files.append(OutputFile(name: name, bytes: bytes))
      }
      return files
    }
    let names = files.filter { NamedPeople.isNamed(employee, in: $0) }.map(\.name)
    guard !names.isEmpty else { return }
    throw ShiftwrightError(
      "\(path) names \(employee) in \(names.joined(separator: ", ")); nothing was erased.\n"
        + "Take the person out there: export the scenario, change the files, and import them with --replace."
    )
  }

  private func checkTraining(names employee: String) throws(ShiftwrightError) {
    let stored = try open { store throws(ShiftwrightError) in
      try store.trainingBook(hasEntries: false)
    }
    guard let stored, let file = stored.courseFile else { return }
    let courses: [Course]
    do {
      courses = try LightScenario(stored, courseFile: file, path).inputs.training.courses
    } catch {
      throw ShiftwrightError("\(path): training.yaml in it cannot be read.\n\(error)")
    }
    let names = courses.filter { $0.trainers.contains(employee) }.map { "'\($0.name)'" }
    guard !names.isEmpty else { return }
    throw ShiftwrightError(
      "\(path) has \(employee) as a trainer of \(names.joined(separator: ", ")); nothing was erased.\n"
        + "Take the name out: write 'shiftwright training curriculum --db \(path)' to a file, delete it "
        + "from trainers there, and give the file to 'shiftwright training curriculum FILE --db \(path)'."
    )
  }

  /// Recomputes the audit trail.
  ///
  /// - Parameter head: A mark that a command once confirmed.
  /// - Returns: Everything that is wrong, and the last entry.
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func verifyAudit(head: AuditMark?) throws(ShiftwrightError) -> (
    findings: [Diagnostic], last: AuditMark
  ) {
    try open { store throws(ShiftwrightError) in
      (try store.verifyAudit(head: head), try store.head())
    }
  }

  /// The entries of the audit trail from a number on.
  public func auditEntries(from number: Int) throws(ShiftwrightError) -> [AuditEntry] {
    try open { store throws(ShiftwrightError) in try store.auditEntries(from: number) }
  }
}

extension CenterDatabase {
  /// What an import came to.
  public struct Import: Sendable {
    /// The entry of the trail; `nil` when the database held all of it already.
    public var mark: AuditMark?
    /// How many files were taken.
    public var files: Int
    /// How many people the scenario has.
    public var people: Int
    /// How many of them are new.
    public var added: Int
    /// How many were there, and are changed.
    public var changed: Int
    /// Who was there and is not in the files.
    public var missing: [String]
    /// Which records of training are new.
    public var records: RecordSummary
    /// Warnings and notes.
    public var findings: [Diagnostic]
  }

  /// Takes a scenario folder into the database.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - isReplacing: Whether another scenario may be replaced.
  ///   - stop: Ends it; then nothing was changed.
  /// - Returns: What has changed.
  /// - Throws: ``BadInput`` when the files have errors; `ShiftwrightError` when the database refuses.
  public func importScenario(_ folder: String, isReplacing: Bool, stop: StopSignal? = nil) throws
    -> Import
  {
    let archive = try ScenarioArchive.parts(folder)
    let imported = try open { store throws(ShiftwrightError) in
      try store.replaceScenario(
        archive.parts,
        isReplacing: isReplacing,
        by: actor,
        accept: { try RecordedVersions($0, place: path).check(archive.inputs, from: folder) }
      ) { writer in
        var feed = RecordFeed(writer, archive.inputs, stop: stop)
        for file in archive.records {
          let path = folder.hasSuffix("/") ? folder + file.rawValue : "\(folder)/\(file.rawValue)"
          try feed.take(file, RecordReader.bytes(of: path), named: path)
        }
        try feed.check()
      }
    }
    return Import(
      mark: imported.mark,
      files: archive.parts.files.count + archive.records.count,
      people: archive.parts.people.employees.count,
      added: imported.added,
      changed: imported.changed,
      missing: imported.missing,
      records: RecordSummary(imported.records),
      findings: archive.findings + left(archive.left, folder)
    )
  }

  private func left(_ names: [String], _ folder: String) -> [Diagnostic] {
    guard !names.isEmpty else { return [] }
    return [
      Diagnostic(
        .note,
        file: folder,
        message: "not imported, because no command reads it: \(names.joined(separator: ", ")).",
        suggestion: ""
      )
    ]
  }

  /// The files of the scenario in the database that a plan reads.
  ///
  /// - Returns: The files.
  /// - Throws: `ShiftwrightError` when there is none.
  public func files() throws(ShiftwrightError) -> [OutputFile] {
    try open { store throws(ShiftwrightError) in
      guard let stored = try store.scenario() else { throw emptiness }
      return ScenarioArchive.files(of: stored)
    }
  }

  /// Writes the scenario in the database as a folder, personal results and all.
  ///
  /// - Parameters:
  ///   - folder: Where to; nothing may be there.
  ///   - stop: Ends it; then nothing is written.
  /// - Returns: How many files the folder has.
  /// - Throws: `ShiftwrightError` when there is no scenario, or the folder cannot be written.
  public func export(to folder: String, stop: StopSignal? = nil) throws(ShiftwrightError) -> Int {
    try open { store throws(ShiftwrightError) in
      try store.reading { contents in
        guard let stored = try contents.scenario(hasCertificates: false) else { throw emptiness }
        let files = ScenarioArchive.files(of: stored)
        let records = try RecordArchive(contents: contents).files()
        try AtomicFolder.write(files, records, to: folder, replacingExisting: false, stop: stop)
        return files.count + records.count
      }
    }
  }

  /// What is said of a database without a scenario.
  var emptiness: ShiftwrightError {
    ShiftwrightError(
      "\(path) holds no scenario.\nImport one: shiftwright db import SCENARIO --db \(path)"
    )
  }
}
