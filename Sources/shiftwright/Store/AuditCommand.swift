import ArgumentParser
import Planning
import Workforce

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Verify and list the trail of changes to a database.",
    subcommands: [AuditVerifyCommand.self, AuditListCommand.self]
  )
}

struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute every hash of the audit trail."
  )

  @OptionGroup var place: DatabaseOption

  @Option(
    help: ArgumentHelp(
      "What a command once confirmed; finds a trail whose end was cut off.",
      valueName: "N:HASH"
    ),
    transform: Reading.mark
  )
  var head: AuditMark?

  func run() throws {
    try Console.run { _ in
      let (findings, last) = try place.database.verifyAudit(head: head)
      Console.report(findings)
      guard findings.isEmpty else { throw ExitCode.failure }
      let entries = last.number == 1 ? "1 entry" : "\(last.number) entries"
      Console.say("The audit trail is whole: \(entries), the last\n\(last)")
    }
  }
}

struct AuditListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the entries of the audit trail."
  )

  @OptionGroup var place: DatabaseOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first entry to list.", valueName: "number")
  )
  var from = 1

  func run() throws {
    try Console.run { _ in
      let entries = try place.database.auditEntries(from: from)
      Console.say(entries.map(line).joined(separator: "\n"))
    }
  }

  private func line(_ entry: AuditEntry) -> String {
    let people = entry.people == 1 ? ", 1 person" : ", \(entry.people) people"
    return "\(entry.mark.number)  \(Zone.utc.text(of: entry.time))  \(entry.actor)  "
      + "\(entry.action)\(entry.people == 0 ? "" : people)  \(entry.detail)"
  }
}
