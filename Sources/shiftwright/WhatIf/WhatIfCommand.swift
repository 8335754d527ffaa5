import ArgumentParser
import Foundation
import GLPKSolver
import Interchange
import Planning
import Workforce

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Ask what would come of changes, against the scenario as it is.",
    discussion: """
      'whatif SCENARIO A.yaml B.yaml --out DIR' plans the scenario and each variant and compares them. \
      'plan', 'run' and 'collect' do the same in parts, so that many runs can be spread.
      """,
    subcommands: [
      WhatIfCompareCommand.self, WhatIfValidateCommand.self, WhatIfPlanCommand.self,
      WhatIfRunCommand.self, WhatIfCollectCommand.self,
    ],
    defaultSubcommand: WhatIfCompareCommand.self
  )
}

/// What is asked of which scenario.
struct WhatIfQuestion: ParsableArguments {
  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Argument(
    help: ArgumentHelp(
      "What-if files; 'a.yaml+b.yaml' is one variant with the changes of both.",
      valueName: "whatif"
    )
  )
  var files: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Values to go through: volume=0.9..1.3/0.05, target:chat=80/30,85/20; several make a grid. Also"
        + " handle_time, patience, shrinkage, containment:QUEUE, hire:SKILL, overtime.",
      valueName: "axis=values"
    )
  )
  var grid: [String] = []

  @Option(
    help: ArgumentHelp(
      "The week by its ISO number; the first after the history when left out.",
      valueName: "YYYY-Www"
    ),
    transform: Reading.week
  )
  var week: ISOWeek?

  /// What the files and the grid ask, and the week.
  func read() throws -> (
    scenario: LoadedScenario, week: ISOWeek, axes: [WhatIfAxis], reads: [WhatIfPreparer.Read],
    preparer: WhatIfPreparer
  ) {
    let given = try LoadedScenario(scenario)
    let axes = try Reading.options { () throws(ShiftwrightError) in
      try WhatIfAxis.axes(grid, settings: given.inputs.settings)
    }
    let week = try week ?? given.weekAfterHistory()
    let loaded = try given.settlingMeetings(of: week, solver: GLPKSolver())
    let preparer = WhatIfPreparer(loaded, week: week)
    return (loaded, week, axes, try preparer.read(files, grid: axes), preparer)
  }
}

/// How the runs of a study are planned.
struct WhatIfPlanning: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seed of every random choice of every run; the scenario's when left out.",
      valueName: "number"
    )
  )
  var seed: UInt64?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Budget of work of every run, 1 to 10000; by the scenario's size when left out, a third of that for"
        + " more than twelve variants.",
      valueName: "number"
    )
  )
  var effort: Int?

  @OptionGroup var simulation: SimulationArguments

  @Flag(
    help: ArgumentHelp(
      "Plan the scenario as it is first; it and all variants then go on from that roster, with equal"
        + " effort."
    )
  )
  var warm = false

  /// The files of a study.
  func study(_ question: WhatIfQuestion) throws -> [OutputFile] {
    let asked = try question.read()
    guard !asked.reads.isEmpty else {
      throw ValidationError("Give what-if files, or values to go through with --grid.")
    }
    Console.report(asked.reads.flatMap(\.notes))
    let options = try Reading.options { () throws(ShiftwrightError) in
      try PlanOptions(seed: seed, effort: effort, replications: simulation.replications)
    }
    return try asked.preparer.study(
      asked.reads,
      axes: asked.axes,
      week: asked.week,
      options: options,
      isWarm: warm,
      versions: .current
    )
  }
}

struct WhatIfCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Plan the scenario and its variants, and compare them; 'whatif' alone does this."
  )

  @OptionGroup var question: WhatIfQuestion

  @Option(help: ArgumentHelp("The folder to write, or to go on with.", valueName: "dir"))
  var out: String

  @OptionGroup var planning: WhatIfPlanning

  @Option(
    help: ArgumentHelp(
      "Where runs are planned: 'local', on this machine's cores, or 'slurm', as one job array. (default:"
        + " local)",
      valueName: "engine"
    ),
    transform: WhatIfEngine.read
  )
  var engine = WhatIfEngine.local

  @OptionGroup var parallel: ThreadsOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Begin no further run after so many seconds; the same command goes on later.",
      valueName: "seconds"
    ),
    transform: Reading.seconds
  )
  var timeLimit: Duration?

  func run() throws {
    try Console.run { stop in
      let start = ContinuousClock.now
      let files = try planning.study(question)
      if try WhatIfFiles.prepare(files, in: out, stop: stop) {
        Console.fail("\(out) holds this study: runs that are there are kept.")
      }
      let runner = try WhatIfRunner(
        folder: out,
        threads: parallel.count,
        solver: GLPKSolver(),
        versions: .current
      )
      let deadline = timeLimit.map { start.advanced(by: $0) }
      let summary =
        switch engine {
        case .local: try runner.runAll(until: deadline, stop: stop, progress: Console.show)
        case .slurm:
          try SlurmEngine(runner, folder: out, program: Self.program)
            .runAll(until: deadline, stop: stop, progress: Console.show)
        }
      try WhatIfOutcome.tell(summary, of: runner.count, in: out, parallel, stop)
    }
  }
}

/// Where runs are planned.
enum WhatIfEngine: String {
  case local
  case slurm

  static func read(_ text: String) throws -> Self {
    guard let engine = Self(rawValue: text) else { throw ValidationError("Write local or slurm.") }
    return engine
  }
}

extension WhatIfCompareCommand {
  /// The path of this program.
  private static var program: String {
    Bundle.main.executablePath ?? CommandLine.arguments[0]
  }
}

/// What is said of a study's runs.
enum WhatIfOutcome {
  /// Compares the runs that are there, and says which are not.
  static func tell(
    _ summary: WhatIfRunner.Summary,
    of count: Int,
    in folder: String,
    _ parallel: ThreadsOption,
    _ stop: StopSignal
  ) throws {
    for failure in summary.failures { Console.fail(failure) }
    if summary.left > 0 {
      Console.fail(
        "\(summary.done) of \(count) runs are there; the time was over.\n"
          + "Give the same command again to go on."
      )
    }
    let collector = try WhatIfCollector(folder: folder, threads: parallel.count)
    if summary.left == 0 || collector.isReady { try collect(folder, parallel, stop) }
    if !summary.failures.isEmpty { throw ExitCode.failure }
    if summary.left > 0 { throw ExitCode(2) }
  }

  static func collect(_ folder: String, _ parallel: ThreadsOption, _ stop: StopSignal) throws {
    let comparison = try WhatIfCollector(folder: folder, threads: parallel.count)
      .comparison(stop: stop, progress: Console.show)
    try WhatIfFiles.write(comparison, in: folder)
    Console.say(WhatIfFiles.text(comparison, in: folder))
  }
}
