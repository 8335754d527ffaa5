public import ArgumentParser
public import Workforce

extension ISOWeek: ExpressibleByArgument {
  /// Reads `2026-W10`.
  public init?(argument: String) {
    self.init(argument)
  }

  /// As help texts show it.
  public var defaultValueDescription: String { description }
}

/// A promise such as `80/30`: 80 % within 30 seconds.
struct TargetArgument: ExpressibleByArgument {
  let serviceLevel: Fraction
  let threshold: Duration

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let percent = Double(parts[0]), let seconds = Double(parts[1]),
      percent.isFinite, seconds.isFinite, seconds >= 0, seconds <= 86_400,
      let level = Fraction(percent / 100)
    else { return nil }
    serviceLevel = level
    threshold = .seconds(seconds)
  }
}

/// A week to plan.
struct WeekOption: ParsableArguments {
  @Option(help: ArgumentHelp("The week by its ISO number.", valueName: "YYYY-Www"))
  var week: ISOWeek
}

/// Seed, threads and repetitions.
struct RunOptions: ParsableArguments {
  @Option(help: "Seed of every random choice; the scenario's when left out.")
  var seed: UInt64?

  @Option(help: "Threads; results do not depend on it. All cores when left out.")
  var threads: Int?

  @Option(help: "Repetitions of the simulation.")
  var replications = 200
}

/// Options of commands that build a roster.
struct OptimizerOptions: ParsableArguments {
  @Option(help: "Budget of work, 1 to 10000, about so many seconds; by size when left out.")
  var effort: Int?

  @Option(
    help: ArgumentHelp(
      "Cap on the time, in seconds. A run that hits it gives the best so far and is not repeatable.",
      valueName: "seconds"
    )
  )
  var timeLimit: Double?

  @Flag(help: "Stop when someone's rules contradict each other, instead of planning the others.")
  var strict = false

  @Flag(help: "Also write the integer program as master.lp, text that glpsol reads.")
  var writeLp = false
}
