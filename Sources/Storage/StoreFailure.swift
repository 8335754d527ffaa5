import Foundation
import GRDB
import Workforce

/// What the database refuses, in words.
enum StoreFailure {
  /// The message for an error that a read or a write ended with; in both cases nothing was changed.
  static func error(_ error: any Error, _ path: String) -> ShiftwrightError {
    if let error = error as? ShiftwrightError { return error }
    guard let error = error as? DatabaseError else {
      return ShiftwrightError("\(path): \(error.localizedDescription)\nNothing was changed.")
    }
    return ShiftwrightError(text(error, path))
  }

  private static func text(_ error: DatabaseError, _ path: String) -> String {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      "\(path) is being written by another program.\nTry again in a moment; nothing was changed."
    case .SQLITE_FULL:
      "The disk with \(path) is full.\n"
        + "Make room and try again; nothing was changed, \(path) is as it was."
    case .SQLITE_IOERR:
      "The disk refuses to write \(path); it may be full, or at its quota or largest file.\n"
        + "Make room and try again; nothing was changed, \(path) is as it was."
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      "\(path) may not be written here.\n"
        + "Check the permissions of the file and its folder; nothing was changed."
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      "\(path) is damaged: \(reason(error)).\n"
        + "Restore the newest backup; 'shiftwright db check --db \(path)' says more."
    default:
      "\(path) refuses the change: \(reason(error)).\nNothing was changed."
    }
  }

  /// What went wrong, in a few words.
  static func cause(_ error: any Error) -> String {
    (error as? DatabaseError).map(reason) ?? error.localizedDescription
  }

  /// What SQLite says; never a statement, whose values may be personal.
  private static func reason(_ error: DatabaseError) -> String {
    error.message ?? "error \(error.extendedResultCode.rawValue)"
  }
}
