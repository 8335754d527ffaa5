import ArgumentParser
import Foundation
import Workforce

/// Writes a random instance of the kind of the team benchmark.
struct GenerateCommand: ParsableCommand {
  /// The kinds of instance that there are.
  enum Kind: String, ExpressibleByArgument, CaseIterable { case team }

  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes a random instance; the same options give the same bytes."
  )

  @Option(help: "The kind of instance.")
  var kind: Kind
  @Option(help: "Seed of every random choice.")
  var seed: UInt64
  @Option(help: "Number of people, 1 to 10000.")
  var people: Int
  @Option(help: "Number of queues, 1 to 12.")
  var queues = 1
  @Option(help: "Number of sites, 1 to 20.")
  var sites = 1
  @Option(help: "Need as a multiple of what the people can cover, 0 to 100.")
  var load = 1.0
  @Flag(help: "Open day and night.")
  var aroundTheClock = false
  @Flag(help: "Everyone works part-time.")
  var partTime = false
  @Option(
    parsing: .upToNextOption,
    help: "What is made tight or mixed in."
  )
  var tight: [TeamDraftOptions.Tight] = []
  @Option(help: "Where the instance is written, a JSON file.")
  var out: String

  func run() throws {
    let options = try TeamDraftOptions(
      seed: seed,
      people: people,
      queues: queues,
      sites: sites,
      load: load,
      aroundTheClock: aroundTheClock,
      partTime: partTime,
      tight: tight
    )
    let text = TeamText(TeamDraft(options).instance).json
    try JSONFile(path: out).write(Data(text.utf8))
  }
}

extension TeamDraftOptions.Tight: ExpressibleByArgument {}
