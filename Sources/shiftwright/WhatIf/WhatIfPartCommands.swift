import ArgumentParser
import GLPKSolver
import Planning
import Workforce

struct WhatIfValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Read what-ifs and say each change in words, without planning."
  )

  @OptionGroup var question: WhatIfQuestion

  func run() throws {
    try Console.run { _ in
      let asked = try question.read()
      Console.say("\(asked.scenario.inputs.settings.name), \(asked.week)")
      for read in asked.reads {
        let lines = read.words.isEmpty ? ["Nothing changes."] : read.words
        let asks = read.question.isEmpty ? [] : ["  " + read.question]
        Console.say(
          (["", read.name] + asks + lines.map { "  - \($0)" }).joined(separator: "\n")
        )
      }
      Console.report(asked.reads.flatMap(\.notes))
    }
  }
}

struct WhatIfPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write the list of runs, which can be spread over machines."
  )

  @OptionGroup var question: WhatIfQuestion

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  @OptionGroup var planning: WhatIfPlanning

  func run() throws {
    try Console.run { stop in
      let files = try planning.study(question)
      let wasThere = try WhatIfFiles.prepare(files, in: out, stop: stop)
      let study = try WhatIfStudy(folder: out)
      Console.say(
        "\(study.tasks.count) runs\(wasThere ? ", planned before" : "") in \(out).\n"
          + (study.isWarm ? "First:     shiftwright whatif run \(out) --task 1\n" : "")
          + "Run each:  shiftwright whatif run \(out) --task \(study.isWarm ? 2 : 1) … \(study.tasks.count)\n"
          + "Gather:    shiftwright whatif collect \(out)"
      )
    }
  }
}

struct WhatIfRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Plan one run of a list, or all that are not there."
  )

  @Argument(help: ArgumentHelp("The folder of 'whatif plan'.", valueName: "dir"))
  var folder: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of the run; all when left out.", valueName: "number")
  )
  var task: Int?

  @OptionGroup var parallel: ThreadsOption

  func run() throws {
    try Console.run { stop in
      let runner = try WhatIfRunner(
        folder: folder,
        threads: parallel.count,
        solver: GLPKSolver(),
        versions: .current
      )
      if let task {
        let wasThere = try runner.run(task: task, stop: stop, progress: Console.show)
        Console.say("Run \(task) \(wasThere ? "was there" : "is done").")
      } else {
        let summary = try runner.runAll(stop: stop, progress: Console.show)
        Console.say(
          "\(summary.done) of \(runner.count) runs are there, \(summary.kept) of them from before."
        )
        guard summary.failures.isEmpty else {
          throw ShiftwrightError(summary.failures.joined(separator: "\n"))
        }
      }
    }
  }
}

struct WhatIfCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Compare the runs of a list that are there."
  )

  @Argument(help: ArgumentHelp("The folder of 'whatif plan'.", valueName: "dir"))
  var folder: String

  @OptionGroup var parallel: ThreadsOption

  func run() throws {
    try Console.run { stop in
      try WhatIfOutcome.collect(folder, parallel, stop)
    }
  }
}
