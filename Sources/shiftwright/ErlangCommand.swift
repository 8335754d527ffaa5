import ArgumentParser
import Interchange
import Planning
import Reporting
import Workforce

struct ErlangCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "Compute the agents that so many contacts need, without any file."
  )

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Contacts expected in the interval.", valueName: "number")
  )
  var arrivals: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The length of the interval.", valueName: "duration")
  )
  var per = "1h"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Mean handle time, with its unit: 330s or 5m30s.", valueName: "duration")
  )
  var aht: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Percent answered within seconds: 80/30 is 80 % within 30 seconds.",
      valueName: "80/30"
    )
  )
  var target: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What the percent are of: offered, offered_less_early_abandons or answered contacts.",
      valueName: "definition"
    )
  )
  var definition: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Mean time that a contact waits before it leaves; for ever when left out.",
      valueName: "duration"
    )
  )
  var patience: String?

  @OptionGroup var limits: ErlangLimits

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Contacts that an agent handles at once, 1 to 10.", valueName: "number")
  )
  var concurrency = "1"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Share of rostered time that is lost: 0.3 or 30%.", valueName: "share")
  )
  var shrinkage = "0"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Show the service around so many agents instead of around the answer.",
      valueName: "number"
    )
  )
  var agents: String?

  func validate() throws { _ = try asked() }

  func run() throws {
    try Console.run { _ in
      let (question, agents) = try asked()
      let answer = QuickStaffing.answer(question, around: agents)
      Console.say(StaffingSummary(answer: answer).text())
    }
  }

  /// What the options ask; everything that is wrong with them is said at once.
  private func asked() throws -> (question: StaffingQuestion, agents: Int?) {
    let read = StaffingQuestionReader.read(
      StaffingOptions(
        arrivals: arrivals,
        per: per,
        handleTime: aht,
        target: target,
        definition: definition,
        patience: patience,
        concurrency: concurrency,
        shrinkage: shrinkage,
        maximumSpeedOfAnswer: limits.maxAsa,
        maximumAbandonment: limits.maxAbandonment,
        maximumOccupancy: limits.maxOccupancy,
        agents: agents
      )
    )
    guard let value = read.value else {
      throw ValidationError(read.diagnostics.map(\.description).joined(separator: "\n"))
    }
    return value
  }
}

/// Demands beside the service level.
struct ErlangLimits: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The longest mean wait until the answer.", valueName: "duration")
  )
  var maxAsa: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The largest share that leaves: 0.05 or 5%.", valueName: "share")
  )
  var maxAbandonment: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The largest share of time on contacts: 0.85 or 85%.", valueName: "share")
  )
  var maxOccupancy: String?
}
