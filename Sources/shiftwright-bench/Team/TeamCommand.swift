import ArgumentParser
import Dispatch
import Foundation
import GLPKSolver
import Rostering
import Synchronization
import Workforce

struct TeamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team",
    abstract: "Rosters a team instance and prints one line of JSON."
  )

  @Argument(help: "The instance, a JSON file.")
  var instance: String
  @Option(
    help:
      "Seconds after which the best roster so far is taken; stages that use up their share end too."
  )
  var timeLimit: Double
  @Option(help: "Budget of work, 1 to 10000; chosen by size when absent.")
  var effort: Int?
  @OptionGroup var parallel: ThreadsOption
  @Option(help: "Seed of every random choice.")
  var seed: UInt64 = 1
  @Option(help: "Where the roster is written, a JSON file.")
  var out: String
  @Option(help: "Where the curve of gap over time is written, a CSV file.")
  var trace: String?

  func run() throws {
    guard timeLimit > 0, timeLimit <= 1_000_000 else {
      throw ValidationError("--time-limit is \(timeLimit).\nGive seconds above 0, at most 1000000.")
    }
    for path in [out, trace].compactMap(\.self) { try JSONFile(path: path).checkFolder() }
    let source = try TeamInstance.read(instance)
    let begin = ContinuousClock.now
    let problem = try TeamProblem(instance: source).problem()
    let log = TeamTrace()
    let stop = StopSignal(deadline: begin + .seconds(timeLimit))
    let interrupt = stop.listen(to: SIGINT)
    defer { interrupt.cancel() }
    let laidOut = (ContinuousClock.now - begin).inSeconds
    let result = try problem.optimized(
      options: RosterOptions(
        effort: effort,
        threads: parallel.threads,
        seed: seed,
        timeLimit: .seconds(timeLimit)
      ),
      solver: GLPKSolver(),
      stop: stop,
      progress: { log.add($0, after: laidOut) }
    )
    let seconds = (ContinuousClock.now - begin).inSeconds
    let roster = TeamRoster(source, tours: result.tours)
    try JSONFile(path: out).write(roster.json())
    if let trace {
      try JSONFile(path: trace).write(Data(log.csv(end: result, seconds: seconds).utf8))
    }
    let line = TeamLine(
      result,
      instance: source.name,
      seconds: seconds,
      secondsToFirstRoster: log.firstRoster,
      reasons: result.isLegal ? [] : source.reasons(try obstacles(problem, result))
    )
    print(try line.jsonLine())
    if !result.isLegal { throw ExitCode(2) }
  }

  private func obstacles(_ problem: RosterProblem, _ result: RosterResult) throws
    -> [RosterObstacle]
  {
    try problem.obstacles(missedBy: result.tours, solver: GLPKSolver(), threads: parallel.threads)
  }
}

/// Collects the progress of a run; a class, because the run's threads and the command share it.
final class TeamTrace: Sendable {
  private let rows = Mutex<[(seconds: Double, progress: RosterProgress)]>([])

  func add(_ progress: RosterProgress, after laidOut: Double) {
    rows.withLock { $0.append((progress.seconds + laidOut, progress)) }
  }

  /// Seconds until there was a roster.
  var firstRoster: Double? {
    rows.withLock { rows in rows.first { $0.progress.incumbent != nil }?.seconds }
  }

  /// The curve, one row whenever roster or bound became better.
  func csv(end: RosterResult, seconds: Double) -> String {
    var lines = ["seconds,stage,objective,bound,gap,controllable_gap"]
    var last: (Double?, Double) = (nil, -.infinity)
    for (seconds, row) in rows.withLock({ $0 }) where row.incumbent != last.0 || row.bound != last.1
    {
      last = (row.incumbent, row.bound)
      let objective = row.incumbent.map { "\($0)" } ?? ""
      lines.append(
        "\(seconds),\(row.stage),\(objective),\(row.bound),\(row.gap),\(row.controllableGap)"
      )
    }
    let gap = (end.objective - end.bound) / end.objective
    let controllable = (end.objective - end.bound) / (end.objective - end.contractPay)
    lines.append("\(seconds),end,\(end.objective),\(end.bound),\(gap),\(controllable)")
    return lines.joined(separator: "\n") + "\n"
  }
}
