import ArgumentParser
import Simulation
import Workforce

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Measures how many contacts per second the simulation plays on one core.",
    discussion: """
      Prints one line of JSON for each case, the figure of M/M/100+M on the last: 95 erlangs, \
      patience 120 s, 15 hours. Each figure is the median of the runs.
      """
  )

  @Flag(name: .long, help: "Play three queues with skills as well, before M/M/100+M.")
  var skills = false
  @Option(help: "Replications of a run, 2 to 1000000.")
  var replications = 60
  @Option(help: "Runs of a case, 1 to 1000.")
  var runs = 5
  @Option(help: "Seed of all random numbers.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...1000).contains(runs) else {
      throw ValidationError("runs is \(runs), but must lie between 1 and 1000.")
    }
  }

  func run() throws {
    for speed in try lines() { print(try speed.jsonLine()) }
  }

  /// The cases asked for, the one of the last line last.
  func lines() throws -> [SpeedLine] {
    let options = try SimulationOptions(seed: seed, replications: replications)
    let cases = try (skills ? [SpeedCase.threeQueues()] : []) + [SpeedCase.oneQueue()]
    return cases.map { $0.measured(options, runs: runs) }
  }
}

/// What `simulate` prints of a case; the figure comes first in the alphabet of keys.
struct SpeedLine: Encodable {
  /// Contacts played in a run ÷ its seconds.
  let contactsPerSecond: Int
  /// What was played.
  let model: String
  /// Contacts of a run.
  let played: Int
  /// Of a run.
  let seconds: Double
  let runs: Int
  /// Share answered in time over all queues: the same on every machine, to compare versions by.
  let serviceLevel: Double
  /// Share of contacts that left, likewise.
  let shareLeft: Double
}

extension SpeedCase {
  /// Plays the case so many times and takes the run of median speed.
  func measured(_ options: SimulationOptions, runs: Int) -> SpeedLine {
    var seconds: [Double] = []
    var result = play(options)
    for _ in 0..<runs {
      let start = ContinuousClock.now
      result = play(options)
      seconds.append((ContinuousClock.now - start).inSeconds)
    }
    let median = seconds.sorted()[runs / 2]
    let totals = result.queues.map(\.total)
    let all = totals.reduce(0) { $0 + $1.arrivals }
    let played = all * Double(result.replications)
    let share = { (part: KeyPath<ServiceMeasures, Double>) in
      (totals.reduce(0) { $0 + $1[keyPath: part] } / all * 1e6).rounded() / 1e6
    }
    return SpeedLine(
      contactsPerSecond: Int(played / median),
      model: name,
      played: Int(played.rounded()),
      seconds: (median * 1e4).rounded() / 1e4,
      runs: runs,
      serviceLevel: share(\.answeredInTarget),
      shareLeft: share(\.abandoned)
    )
  }

  private func play(_ options: SimulationOptions) -> SimulationResult {
    RosterSimulation(options: options)
      .play(roster, against: forecast, inputs: inputs, stop: StopSignal())
  }
}
