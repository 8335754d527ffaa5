import ArgumentParser
import Planning
import Reporting
import Workforce

struct TrainingReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show pass rates, what is due, who fails twice, compliance, time to competence."
  )

  @OptionGroup var asking: TrainingAsking

  @Option(
    help: ArgumentHelp(
      "What pass rates are grouped by together: course, cohort, team, site, trainer, quarter; each by itself"
        + " when left out.",
      valueName: "keys"
    )
  )
  var by: String?

  @Option(
    help: ArgumentHelp("The first day of first attempts.", valueName: "YYYY-MM-DD"),
    transform: Reading.date
  )
  var from: LocalDate?

  @Option(
    help: ArgumentHelp("The last day of first attempts.", valueName: "YYYY-MM-DD"),
    transform: Reading.date
  )
  var to: LocalDate?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The share that should pass, above 0 and below 1.", valueName: "share")
  )
  var goal = 0.9

  @OptionGroup var output: SheetOutput

  func validate() throws {
    _ = try by.map(Reading.keys)
    if let from, let to, to < from {
      throw ValidationError("--from is \(from) but --to is \(to).\nWrite the earlier day first.")
    }
    guard goal > 0, goal < 1 else {
      throw ValidationError("--goal is \(goal).\nWrite a number above 0 and below 1, such as 0.9.")
    }
  }

  func run() throws {
    try Console.run { _ in
      let first = from ?? LocalDate(daysSinceEpoch: 0)
      let last = to ?? max(first, asking.on ?? TrainingAsking.today)
      var overview = try asking.reporter().overview(
        by: try by.map(Reading.keys) ?? [],
        during: from == nil && to == nil ? nil : min(first, last)...last,
        goal: Fraction(goal) ?? .one
      )
      if by == nil, output.out == nil { overview.tables.removeLast(overview.tables.count - 1) }
      try output.show(FigureSheet(overview))
    }
  }
}

struct TrainingDueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List who needs which certificate by when, and what they cannot serve without it."
  )

  @OptionGroup var asking: TrainingAsking

  @Option(help: ArgumentHelp("How far ahead, in days or weeks.", valueName: "90d"))
  var within = "90d"

  @OptionGroup var output: SheetOutput

  func validate() throws { _ = try Reading.days(within) }

  func run() throws {
    try Console.run { _ in
      let report = try asking.reporter().due(within: try Reading.days(within))
      try output.show(FigureSheet(report))
    }
  }
}

struct TrainingRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Show the training record of one person."
  )

  @OptionGroup var asking: TrainingAsking

  @Argument(help: "The person's identifier.")
  var employee: String

  @OptionGroup var output: SheetOutput

  func run() throws {
    try Console.run { _ in
      try output.show(FigureSheet(try asking.reporter().passport(of: employee)))
    }
  }
}

struct TrainingEffectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effect",
    abstract: "Estimate what a course changed in people's work, against colleagues without it."
  )

  @OptionGroup var asking: TrainingAsking

  @Argument(help: "The course's name.")
  var course: String

  @OptionGroup var output: SheetOutput

  func run() throws {
    try Console.run { _ in
      try output.show(FigureSheet(try asking.reporter().effect(of: course)))
    }
  }
}
