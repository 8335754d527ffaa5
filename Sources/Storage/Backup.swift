import Foundation
import GRDB
public import Workforce

extension CenterStore {
  /// Writes a copy that holds everything confirmed so far.
  ///
  /// Others may go on writing meanwhile. The copy appears complete or not at all.
  ///
  /// - Parameter file: Where to; an older backup of the same center there is replaced, anything else is
  ///   left alone.
  /// - Returns: The last entry that the copy holds.
  /// - Throws: `ShiftwrightError` when something else is at `file`, or it cannot be written.
  @discardableResult
  public func copy(to file: String) throws(ShiftwrightError) -> AuditMark {
    let target = DatabaseFile(path: file)
    if target.exists { try checkReplaceable(file) }
    let draft = target.draft
    try target.sweepDrafts()
    try draft.makeEmpty()
    try DatabaseFile(path: file).checkNoLog()
    do throws(ShiftwrightError) {
      do {
        try queue.inDatabase { db in
          try db.execute(sql: "VACUUM INTO ?", arguments: [draft.path])
        }
      } catch {
        throw StoreFailure.error(error, file)
      }
      let mark = try Self.head(of: draft.path, file, surroundings)
      try draft.move(to: file)
      return mark
    } catch {
      try draft.remove()
      throw error
    }
  }

  /// The last entry of the trail.
  public func head() throws(ShiftwrightError) -> AuditMark {
    try read { db in try Self.head(db, path) }
  }

  private static func head(_ db: Database, _ path: String) throws -> AuditMark {
    let sql = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"
    guard let row = try Row.fetchOne(db, sql: sql) else {
      throw ShiftwrightError("\(path) has no audit trail.\nRestore the newest backup.")
    }
    return AuditMark(number: row[0], hash: Array(row[1] as Data))
  }

  /// Reads a finished copy back.
  private static func head(of draft: String, _ path: String, _ surroundings: StoreSurroundings)
    throws(ShiftwrightError) -> AuditMark
  {
    let copy = try connection(draft, path, surroundings)
    do {
      let mark = try copy.read { db in
        let state = try String.fetchOne(db, sql: "PRAGMA quick_check")
        guard state == "ok" else { throw ShiftwrightError("\(path) was not written soundly.") }
        return try head(db, path)
      }
      try copy.close()
      return mark
    } catch {
      throw StoreFailure.error(error, path)
    }
  }

  private func checkReplaceable(_ file: String) throws(ShiftwrightError) {
    let isSame =
      URL(filePath: file).resolvingSymlinksInPath()
      == URL(filePath: path).resolvingSymlinksInPath()
    let own = try mark()
    guard !isSame, DatabaseFile(path: file).isDatabase,
      try Self.mark(of: file, surroundings) == own
    else {
      throw ShiftwrightError(
        "\(file) exists already and is no backup of \(path).\nChoose another name."
      )
    }
  }

  private func mark() throws(ShiftwrightError) -> Data? {
    try read { db in try Data.fetchOne(db, sql: "SELECT mark FROM center") }
  }

  /// The mark of another center's file; `nil` when it has none.
  private static func mark(of file: String, _ surroundings: StoreSurroundings)
    throws(ShiftwrightError) -> Data?
  {
    let other = try connection(file, file, surroundings)
    do {
      return try other.read { db in
        guard try db.tableExists("center") else { return nil }
        return try Data.fetchOne(db, sql: "SELECT mark FROM center")
      }
    } catch {
      throw StoreFailure.error(error, file)
    }
  }
}
