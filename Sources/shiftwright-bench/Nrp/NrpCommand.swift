import ArgumentParser
import Dispatch
import Foundation
import GLPKSolver
import Rostering
import Synchronization
import Workforce

struct NrpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nrp",
    abstract: "Rosters a public nurse instance and prints one line of JSON."
  )

  @Argument(help: "The instance, a text file of schedulingbenchmarks.org.")
  var instance: String
  @Option(
    help:
      "Seconds after which the best roster so far is taken; stages that use up their share end too."
  )
  var timeLimit: Double
  @Option(help: "Budget of work, 1 to 10000; as many seconds as the time limit when absent.")
  var effort: Int?
  @OptionGroup var parallel: ThreadsOption
  @Option(help: "Seed of every random choice.")
  var seed: UInt64 = 1
  @Option(help: "Where the roster is written, a text file.")
  var out: String
  @Option(help: "Where the curve of cost and bound over time is written, a CSV file.")
  var trace: String?

  func run() throws {
    guard timeLimit > 0, timeLimit <= 1_000_000 else {
      throw ValidationError("--time-limit is \(timeLimit).\nGive seconds above 0, at most 1000000.")
    }
    for path in [out, trace].compactMap(\.self) { try JSONFile(path: path).checkFolder() }
    let log = NrpTrace()
    let source = try NrpReader.read(instance)
    let begin = ContinuousClock.now
    let model = NrpProblem(source)
    let (problem, automata) = try model.problem()
    let stop = StopSignal(deadline: begin + .seconds(timeLimit))
    let interrupt = stop.listen(to: SIGINT)
    defer { interrupt.cancel() }
    let result = try problem.optimizedOverHorizon(
      options: RosterOptions(
        effort: effort,
        threads: parallel.threads,
        seed: seed,
        timeLimit: .seconds(timeLimit)
      ),
      grain: 1,
      solver: GLPKSolver(),
      stop: stop,
      progress: { log.add($0) }
    )
    if let trace {
      try JSONFile(path: trace).write(Data(log.csv(constant: Double(model.constant)).utf8))
    }
    let roster = model.roster(result.tours)
    try JSONFile(path: out).write(Data(roster.text(of: source).utf8))
    let verdict = NrpChecker(instance: source)
      .verdict(on: try NrpRoster.read(out, of: source))
    let line = NrpLine(
      result,
      instance: source.name,
      constant: model.constant,
      verdict: verdict,
      seconds: (ContinuousClock.now - begin).inSeconds,
      automata: automata
    )
    try report(line, verdict)
  }

  /// Prints the line; ends with 2 when a rule is broken.
  private func report(_ line: NrpLine, _ verdict: NrpChecker.Verdict) throws {
    print(try line.jsonLine())
    guard verdict.broken.isEmpty else { throw ExitCode(2) }
    guard abs(line.objective - Double(verdict.cost)) < 1e-6 else {
      throw ShiftwrightError(
        "The engine's cost \(line.objective) is not the checker's, \(verdict.cost). "
          + "This is a fault of the program.\nReport it with the instance."
      )
    }
  }
}

/// Collects the progress of a run; a class, because the run's threads and the command share it.
final class NrpTrace: Sendable {
  private let rows = Mutex<[RosterProgress]>([])

  func add(_ progress: RosterProgress) { rows.withLock { $0.append(progress) } }

  /// A row whenever a stage began, or cost or bound became better.
  func csv(constant: Double) -> String {
    var lines = ["seconds,stage,cost,bound"]
    var last: (String, Double?, Double) = ("", nil, -.infinity)
    for row in rows.withLock({ $0 })
    where row.stage != last.0 || row.incumbent != last.1 || row.bound != last.2 {
      last = (row.stage, row.incumbent, row.bound)
      let cost = row.incumbent.map { "\($0 + constant)" } ?? ""
      let bound = row.bound.isFinite ? "\(row.bound + constant)" : ""
      lines.append("\((row.seconds * 100).rounded() / 100),\(row.stage),\(cost),\(bound)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The line of JSON that a run prints.
struct NrpLine: Encodable {
  struct Stage: Encodable {
    let name: String
    let objective: Double?
    let bound: Double?
    let detail: String
  }

  let instance: String
  /// The cost by the checker.
  let cost: Int
  /// The cost by the engine.
  let objective: Double
  /// A cost that no legal roster is below.
  let bound: Double
  /// "exact counters", or "counters left out" over horizons with too many.
  let boundKind: String
  let gap: Double
  let seconds: Double
  let legal: Bool
  /// Rules that the roster breaks, by the checker.
  let broken: [String]
  /// Employees without any legal horizon.
  let impossible: [String]
  let repeatable: Bool
  /// Distinct combinations of sequence rules.
  let automata: Int
  let stages: [Stage]

  init(
    _ result: HorizonResult,
    instance: String,
    constant: Int,
    verdict: NrpChecker.Verdict,
    seconds: Double,
    automata: Int
  ) {
    self.instance = instance
    cost = verdict.cost
    objective = result.objective + Double(constant)
    // nothing costs less than nothing
    bound = max(0, result.bound + Double(constant))
    boundKind = result.isBoundExact ? "exact counters" : "counters left out"
    gap = objective > 0 ? max(0, objective - bound) / objective : 0
    self.seconds = seconds
    legal = verdict.broken.isEmpty
    broken = verdict.broken
    impossible = result.impossible
    repeatable = !result.isCutShort
    self.automata = automata
    stages = result.stages.map {
      Stage(
        name: $0.name,
        objective: $0.objective.map { $0 + Double(constant) },
        bound: $0.bound.map { $0 + Double(constant) },
        detail: $0.detail
      )
    }
  }
}
