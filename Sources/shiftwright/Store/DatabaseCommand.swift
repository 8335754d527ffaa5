import ArgumentParser
import Planning
import Workforce

struct DatabaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db",
    abstract: "Make, fill, copy and check a center's database.",
    subcommands: [
      DatabaseInitCommand.self, DatabaseImportCommand.self, DatabaseExportCommand.self,
      DatabaseBackupCommand.self, DatabaseCheckCommand.self, DatabaseEraseCommand.self,
    ]
  )
}

struct DatabaseInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty database that only its owner may read."
  )

  @OptionGroup var place: DatabaseOption
  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { _ in
      let mark = try actor.database(place).create()
      Console.say(
        "\(place.db) is an empty database. Fill it: shiftwright db import SCENARIO --db \(place.db)\n"
          + mark.confirmation
      )
    }
  }
}

struct DatabaseImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take a scenario folder into a database, without loss."
  )

  @Argument(help: "The scenario's folder.")
  var scenario: String

  @OptionGroup var place: DatabaseOption

  @Flag(help: "Replace the scenario that is there; people are matched by identifier.")
  var replace = false

  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { stop in
      let database = actor.database(place)
      let imported = try database.importScenario(scenario, isReplacing: replace, stop: stop)
      Console.report(imported.findings)
      guard let mark = imported.mark else {
        return Console.say("\(place.db) holds these files already; nothing was changed.")
      }
      Console.say(lines(imported).joined(separator: "\n"))
      Console.say(mark.confirmation)
    }
  }

  private func lines(_ imported: CenterDatabase.Import) -> [String] {
    var lines = [
      "\(imported.files) files with \(imported.people) people: \(imported.added) new, "
        + "\(imported.changed) changed."
    ]
    if !imported.records.parts.isEmpty {
      lines.append("New records of training: \(imported.records.text).")
    }
    if !imported.missing.isEmpty {
      lines.append(
        "Not in these files, and without a place from now on: "
          + imported.missing.joined(separator: ", ")
      )
    }
    return lines
  }
}

struct DatabaseExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the scenario in a database as a folder."
  )

  @Argument(help: "The scenario folder to write.")
  var dir: String

  @OptionGroup var place: DatabaseOption

  func run() throws {
    try Console.run { stop in
      let files = try place.database.export(to: dir, stop: stop)
      Console.say("\(dir) holds the scenario's \(files) files.")
    }
  }
}

struct DatabaseBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a database while others may go on writing."
  )

  @Argument(help: "The copy; an older backup of the same center is replaced.")
  var file: String

  @OptionGroup var place: DatabaseOption

  func run() throws {
    try Console.run { _ in
      let mark = try place.database.backUp(to: file)
      Console.say("\(file) holds everything up to\n\(mark)")
    }
  }
}

struct DatabaseCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look at everything that can be wrong with a database."
  )

  @OptionGroup var place: DatabaseOption

  func run() throws {
    try Console.run { _ in
      let findings = try place.database.check()
      Console.report(findings)
      guard findings.allSatisfy({ $0.severity != .error }) else { throw ExitCode.failure }
      Console.say("\(place.db) is sound: pages, keys, tables, people, scenario and audit trail.")
    }
  }
}

struct DatabaseEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Delete everything that is known of a person."
  )

  @Argument(help: "The identifier.")
  var employee: String

  @OptionGroup var place: DatabaseOption

  @Option(help: ArgumentHelp("Why, for the audit trail, without names.", valueName: "text"))
  var reason: String

  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { _ in
      let erased = try actor.database(place).erase(employee, reason: reason)
      let parts = erased.parts == 1 ? "1 part" : "\(erased.parts) parts"
      Console.say(
        """
        \(employee) is erased and stands as \(erased.placeholder); \(parts) of the audit trail lost \
        \(erased.parts == 1 ? "its" : "their") data.
        Backups, folders and runs from before still hold the person.
        \(erased.mark.confirmation)
        """
      )
    }
  }
}
