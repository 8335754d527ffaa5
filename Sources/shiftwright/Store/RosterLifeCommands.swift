import ArgumentParser
import Interchange
import Planning
import Workforce

struct RosterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rosters that were published."
  )

  @OptionGroup var place: DatabaseOption

  @Option(
    help: ArgumentHelp("One week; all when left out.", valueName: "YYYY-Www"),
    transform: Reading.week
  )
  var week: ISOWeek?

  func run() throws {
    try Console.run { _ in
      let versions = try RosterPublisher(place.database).versions(of: week)
      guard !versions.isEmpty else {
        return Console.say(
          "No roster was published. Publish one: shiftwright publish RUN --db FILE"
        )
      }
      Console.say(versions.map(line).joined(separator: "\n"))
    }
  }

  private func line(_ version: RosterVersion) -> String {
    let people = version.people == 1 ? "1 person" : "\(version.people) people"
    let reason = version.reason.map { ": \($0)" } ?? ""
    return "\(version.week)  version \(version.version)  \(Zone.utc.text(of: version.time))  "
      + "\(people)  \(version.state.rawValue)\(reason)"
  }
}

struct RosterDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two published rosters of a week."
  )

  @OptionGroup var place: DatabaseOption
  @OptionGroup var weekOption: WeekOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The older version; the one before the newer when left out.",
      valueName: "number"
    )
  )
  var from: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The newer version; the newest when left out.", valueName: "number")
  )
  var to: Int?

  @Option(help: ArgumentHelp("A folder for changes.csv.", valueName: "dir"))
  var out: String?

  func run() throws {
    try Console.run { stop in
      let publisher = RosterPublisher(place.database)
      let found = try publisher.difference(weekOption.week, from: from, to: to)
      if let out {
        let file = OutputFile(name: RosterChangesFile.name, text: found.difference.csv())
        try AtomicFolder.write([file], to: out, replacingExisting: true, stop: stop)
      }
      let lines = found.difference.lines()
      let count = lines.count == 1 ? "1 change" : "\(lines.count) changes"
      Console.say(
        (["\(weekOption.week), version \(found.from) → \(found.to): \(count)"] + lines)
          .joined(separator: "\n")
      )
    }
  }
}

struct RosterWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take back the roster that holds for a week."
  )

  @OptionGroup var place: DatabaseOption
  @OptionGroup var weekOption: WeekOption

  @Option(help: ArgumentHelp("Why, without names.", valueName: "text"))
  var reason: String

  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { _ in
      let (version, mark) = try RosterPublisher(actor.database(place))
        .withdraw(weekOption.week, reason: reason)
      Console.say(
        "Version \(version) of \(weekOption.week) is withdrawn; no roster holds now.\n"
          + mark.confirmation
      )
    }
  }
}
