import ArgumentParser
import Foundation
import Planning
import Workforce

/// The database that a command works on.
struct DatabaseOption: ParsableArguments {
  @Option(help: ArgumentHelp("The database.", valueName: "file"))
  var db: String

  /// The database, for commands that only read it.
  var database: CenterDatabase { CenterDatabase(path: db) }
}

/// Who changes the database.
struct ActorOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who asks, for the audit trail: a role or an account, never a name; the login's number when left"
        + " out.",
      valueName: "label"
    )
  )
  var by: String?

  /// The database with who asks; a file that may not grow is an error with a message, not a signal.
  func database(_ option: DatabaseOption) -> CenterDatabase {
    _ = signal(SIGXFSZ, SIG_IGN)
    return CenterDatabase(path: option.db, actor: by ?? "uid \(getuid())")
  }
}

/// What a command prints when a change is in the database for good.
extension AuditMark {
  var confirmation: String { "confirmed \(self)" }
}
