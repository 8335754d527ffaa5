import ArgumentParser
import Planning
import Reporting
import Workforce

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish the roster of a run in a database, if it keeps every rule today."
  )

  @Argument(help: ArgumentHelp("The run folder.", valueName: "run"))
  var folder: String

  @OptionGroup var place: DatabaseOption
  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { _ in
      let publisher = RosterPublisher(actor.database(place))
      switch try publisher.publish(folder) {
      case .published(let version, let week, let mark, let absences):
        Console.say("\(folder) is version \(version) of \(week).\n\(mark.confirmation)")
        if absences > 0 { Console.say(unknown(absences)) }
      case .unchanged(let version, let week):
        Console.say("\(folder) is version \(version) of \(week) already; nothing was changed.")
      case .refused(let check, let currency):
        Console.say(CheckSummary(check: check, currency: currency).text())
        Console.fail(
          "\(folder) breaks rules, as \(place.db) has people now; nothing was published."
        )
        throw ExitCode(2)
      }
    }
  }

  private func unknown(_ absences: Int) -> String {
    let what = absences == 1 ? "1 absence of the run is" : "\(absences) absences of the run are"
    return "\(what) not in \(place.db): import a scenario that has them."
  }
}
