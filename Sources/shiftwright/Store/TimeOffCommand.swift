import ArgumentParser
import GLPKSolver
import Planning
import Workforce

struct TimeOffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeoff",
    abstract: "Ask for days off, decide, and keep allowances.",
    subcommands: [
      TimeOffRequestCommand.self, TimeOffDecideCommand.self, TimeOffListCommand.self,
      TimeOffAllowanceCommand.self,
    ]
  )
}

struct TimeOffRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Ask for days off; says what they would do to allowance, team and rosters."
  )

  @Argument(help: "The identifier.")
  var employee: String

  @Option(help: ArgumentHelp("The first day, or moment, away.", valueName: "date|time"))
  var from: String

  @Option(help: ArgumentHelp("The last day away, or the moment back.", valueName: "date|time"))
  var until: String

  @Option(
    help: ArgumentHelp(
      "What it is; vacation and leave take days from the allowance.",
      valueName: "text"
    )
  )
  var kind = "vacation"

  @OptionGroup var place: DatabaseOption

  @Option(
    help: ArgumentHelp(
      "The date that counts as today; the machine's when left out.",
      valueName: "YYYY-MM-DD"
    ),
    transform: Reading.date
  )
  var today: LocalDate?

  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.run { _ in
      let desk = TimeOffDesk(actor.database(place), solver: GLPKSolver())
      let outcome = try desk.request(
        employee,
        from: from,
        until: until,
        kind: kind,
        today: today
      )
      let number = outcome.request.number
      Console.say(outcome.lines.joined(separator: "\n"))
      Console.say("Decide: shiftwright timeoff decide \(number) --grant --db \(place.db)")
      if let mark = outcome.mark { Console.say(mark.confirmation) }
    }
  }
}

struct TimeOffDecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Grant or refuse a request; a later decision replaces an earlier one."
  )

  @Argument(help: ArgumentHelp("The request's number.", valueName: "number"))
  var number: Int

  @Flag(help: "Grant it: the person is away for every later plan.")
  var grant = false

  @Flag(help: "Refuse it, also after it was granted.")
  var refuse = false

  @Flag(help: "Grant it though the allowance does not suffice.")
  var over = false

  @OptionGroup var place: DatabaseOption

  @Option(help: ArgumentHelp("What is said with it.", valueName: "text"))
  var reason: String?

  @OptionGroup var actor: ActorOption

  func validate() throws {
    guard grant != refuse else { throw ValidationError("Give one of --grant and --refuse.") }
    guard grant || !over else { throw ValidationError("--over goes with --grant.") }
  }

  func run() throws {
    try Console.run { _ in
      let desk = TimeOffDesk(actor.database(place), solver: GLPKSolver())
      let outcome =
        try grant
        ? desk.grant(number, over: over, reason: reason) : desk.refuse(number, reason: reason)
      Console.say(outcome.lines.joined(separator: "\n"))
      guard let mark = outcome.mark else {
        Console.fail(
          "The allowance does not suffice; nothing was granted.\n"
            + "Refuse the request, or grant it with --over."
        )
        throw ExitCode(2)
      }
      if grant, let answer = outcome.answer {
        let repair = answer.repairLines(place.db)
        if !repair.isEmpty { Console.say(repair.joined(separator: "\n")) }
      }
      Console.say(mark.confirmation)
    }
  }
}

struct TimeOffListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List requests and what was decided."
  )

  @OptionGroup var place: DatabaseOption

  @Option(
    help: ArgumentHelp(
      "Those of one state: requested, granted or refused.",
      valueName: "state"
    ),
    transform: Reading.timeOffState
  )
  var state: TimeOffRequest.State?

  @Option(help: ArgumentHelp("Those of one person.", valueName: "employee"))
  var employee: String?

  func run() throws {
    try Console.run { _ in
      let requests = try TimeOffDesk(place.database, solver: GLPKSolver())
        .requests(state, of: employee)
      guard !requests.isEmpty else { return Console.say("No such request was made.") }
      Console.say(requests.map(\.line).joined(separator: "\n"))
    }
  }
}

struct TimeOffAllowanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allowance",
    abstract: "Set how many days off a person has in a year, and show what is left."
  )

  @Argument(help: "The identifier.")
  var employee: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The year, 1970 to 2100.", valueName: "number")
  )
  var year: Int

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Days in the year, fractions too; only shown when left out.",
      valueName: "number"
    )
  )
  var days: Double?

  @OptionGroup var place: DatabaseOption
  @OptionGroup var actor: ActorOption

  func validate() throws {
    guard (1970...2100).contains(year) else { throw ValidationError("Write a year, 1970 to 2100.") }
    guard days.map({ (0...366).contains($0) }) ?? true else {
      throw ValidationError("Write a number of days from 0 to 366.")
    }
  }

  func run() throws {
    try Console.run { _ in
      let (account, mark) = try TimeOffDesk(actor.database(place), solver: GLPKSolver())
        .allowance(of: employee, year: year, days: days)
      Console.say("\(employee) \(account.balance)")
      if let mark { Console.say(mark.confirmation) }
    }
  }
}

extension Reading {
  static func timeOffState(_ text: String) throws -> TimeOffRequest.State {
    guard let state = TimeOffRequest.State(rawValue: text) else {
      throw ValidationError("Write requested, granted or refused.")
    }
    return state
  }
}
