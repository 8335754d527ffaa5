import ArgumentParser
import Foundation
import Interchange
import Planning
import Workforce

/// Reads what options say; a text that cannot be read is answered with what is accepted.
enum Reading {
  static func week(_ text: String) throws -> ISOWeek {
    guard let week = ISOWeek(text) else {
      throw ValidationError(
        "Write an ISO week of the calendar as YYYY-Www, such as 2026-W10."
      )
    }
    return week
  }

  static func clockTime(_ text: String) throws -> ClockTime {
    guard let time = ClockTime(text) else {
      throw ValidationError("Write a time of day as HH:MM, such as 10:00.")
    }
    return time
  }

  static func weeks(_ text: String) throws -> ClosedRange<ISOWeek> {
    let parts = text.components(separatedBy: "..").map { ISOWeek($0) }
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
      first <= last
    else {
      throw ValidationError("Write a week or two, the earlier first: 2026-W05..2026-W10.")
    }
    return first...last
  }

  static func cover(_ text: String) throws -> CoverBasis {
    guard let basis = CoverBasis(rawValue: text) else {
      throw ValidationError("Write service or need.")
    }
    return basis
  }

  static func date(_ text: String) throws -> LocalDate {
    guard let date = LocalDate(text) else {
      throw ValidationError("Write a date as YYYY-MM-DD, such as 2026-03-03.")
    }
    return date
  }

  static func lapse(_ text: String) throws -> SampleLapse {
    guard let lapse = SampleLapse(text) else {
      throw ValidationError("Write a share and a date: 0.4@2026-03-31 is 40 % on that day.")
    }
    return lapse
  }

  static func target(_ text: String) throws -> Target {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let percent = Double(parts[0]), let level = Fraction(percent / 100),
      let seconds = Double(parts[1]), (0...86_400).contains(seconds)
    else {
      throw ValidationError("Write percent/seconds: 80/30 is 80 % within 30 seconds.")
    }
    return Target(serviceLevel: level, threshold: .seconds(seconds))
  }

  static func mark(_ text: String) throws -> AuditMark {
    guard let mark = AuditMark(text) else {
      throw ValidationError("Write what a command confirmed: a number, a colon, 64 digits.")
    }
    return mark
  }

  static func seconds(_ text: String) throws -> Duration {
    guard let seconds = Double(text), abs(seconds) <= 1e9 else {
      throw ValidationError("Write a number of seconds.")
    }
    return .seconds(seconds)
  }

  /// Bare seconds, or a duration with its unit.
  static func duration(_ text: String) throws -> Duration {
    guard let duration = DurationText.duration(text) else {
      throw ValidationError("Write seconds, or a duration with its unit: 90s, 2m or 1h.")
    }
    return duration
  }

  static func shrinkage(_ text: String) throws -> Fraction {
    guard let percent = Double(text), percent <= 60, let share = Fraction(percent / 100) else {
      throw ValidationError("Write a number from 0 to 60.")
    }
    return share
  }

  /// Percentage points as a share.
  static func points(_ text: String) throws -> Double {
    guard let points = Double(text), points > 0, points <= 50 else {
      throw ValidationError("Write a number of points above 0 and at most 50: 0.5 is ±0.5 points.")
    }
    return points / 100
  }

  static func zone(_ text: String) throws -> Zone {
    guard let zone = Zone(identifier: text) else {
      throw ValidationError(ZoneAdvice.advice(for: text))
    }
    return zone
  }

  /// Runs `body`, whose options come from the command line: out of range is wrong usage.
  static func options<Value>(_ body: () throws(ShiftwrightError) -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw ValidationError(error.message)
    }
  }
}

/// A promise such as 80 % within 30 seconds.
struct Target: Sendable {
  let serviceLevel: Fraction
  let threshold: Duration
}

/// A week to plan.
struct WeekOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The week by its ISO number.", valueName: "YYYY-Www"),
    transform: Reading.week
  )
  var week: ISOWeek
}

/// Threads.
struct ThreadsOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads, 1 to 64; results do not depend on it. All cores when left out.",
      valueName: "number"
    )
  )
  var threads: Int?

  /// As many as asked for, or one per core.
  var count: Int { threads ?? max(1, min(64, ProcessInfo.processInfo.activeProcessorCount)) }
}

/// Seed and threads.
struct RunOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seed of every random choice; the scenario's when left out.",
      valueName: "number"
    )
  )
  var seed: UInt64?

  @OptionGroup var threads: ThreadsOption

  /// How a week is planned; an option out of range is wrong usage.
  func planOptions(
    work: WorkOptions? = nil,
    replications: Int = SimulationArguments.standard,
    halfWidth: Double? = nil,
    isStrict: Bool = false,
    cover: CoverBasis? = nil
  ) throws -> PlanOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try PlanOptions(
        seed: seed,
        effort: work?.effort,
        timeLimit: work?.timeLimit,
        threads: threads.count,
        replications: replications,
        halfWidth: halfWidth,
        isStrict: isStrict,
        cover: cover
      )
    }
  }
}

/// How much work commands that search again from a run put in.
struct SearchEffort: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Budget of work of each search, 1 to 10000, about so many seconds; by size when left out.",
      valueName: "number"
    )
  )
  var effort: Int?
}

/// Options of commands that simulate.
struct SimulationArguments: ParsableArguments {
  static let standard = 200

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Repetitions of the simulation, 2 to 1000000.", valueName: "number")
  )
  var replications = Self.standard
}

/// How narrow the intervals of a simulation are to be.
struct PrecisionOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Double the replications until the service level of every queue over the period of its target is"
        + " known to ± so many points, at most 6400.",
      valueName: "points"
    ),
    transform: Reading.points
  )
  var halfWidth: Double?
}

/// How much work the optimizer may do.
struct WorkOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Budget of work, 1 to 10000, about so many seconds; by size when left out.",
      valueName: "number"
    )
  )
  var effort: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Cap on the time, in seconds; 'plan' and 'roster' cut the work to what fits, unless an effort is"
        + " given. A run that the cap, or a stage's share of it, ends early gives the best so far and"
        + " is not repeatable.",
      valueName: "seconds"
    ),
    transform: Reading.seconds
  )
  var timeLimit: Duration?
}

/// Options of commands that build a roster.
struct OptimizerOptions: ParsableArguments {
  @OptionGroup var work: WorkOptions

  @Flag(help: "Stop when someone's rules contradict each other, instead of planning the others.")
  var strict = false

  @Flag(help: "Also write the integer program as master.lp, text that glpsol reads.")
  var writeLp = false
}

/// Options of the command that repairs a roster.
struct RepairOptions: ParsableArguments {
  @OptionGroup var work: WorkOptions

  @Flag(help: "Stop when somebody's week cannot be legal, instead of keeping it as it is.")
  var strict = false
}
