import Foundation
import GRDB
public import Workforce

/// A center's database: people, published rosters, and the audit trail of every change.
///
/// A class, because it owns a connection. Every change is one transaction with one entry in the trail;
/// it is there completely or not at all, whatever happens meanwhile.
public final class CenterStore: Sendable {
  /// The file, as the user named it.
  public let path: String
  let queue: DatabaseQueue
  let surroundings: StoreSurroundings

  /// Opens a database, and brings it to the newest schema where it is older.
  ///
  /// Before that a backup is written beside it, `PATH.before-v2`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - surroundings: Hashes, the clock, salts.
  /// - Throws: `ShiftwrightError` when it is no database of this program, is newer than the program, or
  ///   cannot be written.
  public init(path: String, _ surroundings: StoreSurroundings) throws(ShiftwrightError) {
    try DatabaseFile(path: path).check(latest: Migrator.latest)
    self.path = path
    self.surroundings = surroundings
    queue = try Self.connection(path, path, surroundings)
    try useLog()
    try migrate()
  }

  private init(draft: String, for path: String, _ surroundings: StoreSurroundings)
    throws(ShiftwrightError)
  {
    self.path = path
    self.surroundings = surroundings
    queue = try Self.connection(draft, path, surroundings)
  }

  /// True when a path names a file that begins as an SQLite database does.
  public static func isDatabase(_ path: String) -> Bool { DatabaseFile(path: path).isDatabase }

  /// Makes an empty database that only its owner may read.
  ///
  /// - Parameters:
  ///   - path: The file; it appears complete or not at all.
  ///   - actor: Who asks for it, for the first audit entry.
  ///   - surroundings: Hashes, the clock, salts.
  /// - Returns: The first entry of the trail.
  /// - Throws: `ShiftwrightError` when something is at `path`, or it cannot be written.
  @discardableResult
  public static func create(
    _ path: String,
    by actor: String,
    _ surroundings: StoreSurroundings
  ) throws(ShiftwrightError) -> AuditMark {
    let file = DatabaseFile(path: path)
    guard !file.exists else {
      throw ShiftwrightError("\(path) exists already.\nChoose another name, or use it as it is.")
    }
    try file.checkNoLog()
    let draft = file.draft
    try file.sweepDrafts()
    try draft.makeEmpty()
    do throws(ShiftwrightError) {
      let store = try CenterStore(draft: draft.path, for: path, surroundings)
      try store.useLog()
      let mark = try store.found(by: actor)
      try store.close()
      try draft.publish(as: path)
      return mark
    } catch {
      try draft.remove()
      throw error
    }
  }

  /// Puts what is in the log into the file and lets it go; nothing can be done with the store afterwards.
  public func close() throws(ShiftwrightError) {
    do { try queue.close() } catch { throw StoreFailure.error(error, path) }
  }

  /// Settings that a connection has for itself.
  ///
  /// WAL is the file's own: GRDB's way of turning it on writes at each opening and lowers `synchronous`.
  static func connection(_ file: String, _ name: String, _ surroundings: StoreSurroundings)
    throws(ShiftwrightError) -> DatabaseQueue
  {
    var configuration = Configuration()
    configuration.busyMode = .timeout(surroundings.patience.inSeconds)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    do {
      return try DatabaseQueue(path: file, configuration: configuration)
    } catch {
      throw StoreFailure.error(error, name)
    }
  }

  /// Makes the file keep a write-ahead log, once; a restored backup has none.
  private func useLog() throws(ShiftwrightError) {
    try checkVersion()
    let mode = try direct { db in
      let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
      guard mode != "wal" else { return mode }
      return try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
    guard mode != "wal" else { return }
    throw ShiftwrightError(
      "\(path) lies on a disk that cannot keep a write-ahead log.\nUse a local disk."
    )
  }

  /// Strict tables came with SQLite 3.37.
  private func checkVersion() throws(ShiftwrightError) {
    let text = try direct { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") } ?? ""
    let parts = text.split(separator: ".").compactMap { Int($0) }
    guard parts.lexicographicallyPrecedes([3, 37]) else { return }
    throw ShiftwrightError(
      "SQLite here is \(text), and a database needs 3.37 or later.\nInstall a newer SQLite."
    )
  }

  /// Reads in one consistent view.
  func read<Value>(_ body: (Database) throws -> Value) throws(ShiftwrightError) -> Value {
    do { return try queue.read(body) } catch { throw StoreFailure.error(error, path) }
  }

  /// Runs statements that no transaction may hold, such as `VACUUM`.
  func direct<Value>(_ body: (Database) throws -> Value) throws(ShiftwrightError) -> Value {
    do { return try queue.inDatabase(body) } catch { throw StoreFailure.error(error, path) }
  }
}
