import ArgumentParser
import Foundation
import Simulation
import Workforce

/// Measures how much closer to simulation the time-varying correction comes than Erlang interval by
/// interval.
struct VaryingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "varying",
    abstract: "Compares the time-varying correction with simulation, on steep double-peak days.",
    discussion: """
      Prints one line of JSON for each case, and one of all on the last. Errors and half-widths are \
      in points of service level. Intervals count as differing where the correction and Erlang \
      interval by interval are more than 2 points apart.
      """
  )

  @Option(help: "Replications of a case, 2 to 1000000.")
  var replications = 25_000
  @Option(help: "Seed of all random numbers.")
  var seed: UInt64 = 1
  @Option(help: "Threads, 1 to 1024.")
  var threads = 2
  @Option(help: "Only cases whose name holds this text.")
  var only: String?
  @Option(
    help: "A file of columns timestamp and calls in steps of 5 minutes: adds its mean weekday."
  )
  var series: String?

  func run() throws {
    for line in try lines() { print(try line.jsonLine()) }
  }

  /// A line per case, that of all cases last.
  func lines() throws -> [VaryingLine] {
    let options = try SimulationOptions(seed: seed, replications: replications, threads: threads)
    var cases = VaryingCase.doublePeaks
    if let series {
      let text = try String(contentsOf: URL(filePath: series), encoding: .utf8)
      cases += try VaryingCase.weekdays(of: text)
    }
    let lines = try cases.filter { only == nil || $0.name.contains(only ?? "") }
      .map { try VaryingLine($0, options) }
    guard !lines.isEmpty else {
      throw ValidationError("No case holds '\(only ?? "")'.\nLeave --only out to see all cases.")
    }
    return lines + [VaryingLine(summing: lines)]
  }
}

/// What `varying` prints of a case.
struct VaryingLine: Encodable {
  let name: String
  /// Agents × hours.
  let agentHours: Double
  /// Simulated, over all contacts.
  let serviceLevel: Double
  /// Intervals with contacts whose simulated service level is below the target by more than a point.
  let belowTarget: Int
  /// Intervals with contacts.
  let intervals: Int
  /// Those in which the two methods are more than 2 points apart.
  let differing: Int
  /// Those of them in which the correction is closer to simulation.
  let closer: Int
  /// Mean distance from simulation in differing intervals, of the correction.
  let error: Double
  /// The same of Erlang interval by interval.
  let plainError: Double
  /// The largest half-width of the simulation in differing intervals.
  let halfWidth: Double

  /// Staffs a case, plays it and compares.
  init(_ day: VaryingCase, _ options: SimulationOptions) throws {
    let agents = try day.agents()
    let simulated = try VaryingDay(day, agents: agents).play(options)
    let plain = day.plainLevels(agents)
    let corrected = day.correctedLevels(agents)
    let busy = day.arrivals.indices.filter { day.arrivals[$0] > 0 }
    let differing = busy.filter { abs(plain[$0] - corrected[$0]) > 0.02 }
    let level = { (index: Int) in simulated.intervals[index].serviceLevel }
    let distance = { (levels: [Double], index: Int) in abs(levels[index] - level(index).mean) }
    let mean = { (levels: [Double]) in
      let sum = differing.reduce(0.0) { $0 + distance(levels, $1) }
      return VaryingLine.points(sum / Double(max(1, differing.count)))
    }
    name = day.name
    agentHours = Double(agents.reduce(0, +) * day.minutes) / 60
    serviceLevel = VaryingLine.points(simulated.total.serviceLevel.mean)
    belowTarget = busy.count { level($0).mean < VaryingCase.target - 0.01 }
    intervals = busy.count
    self.differing = differing.count
    closer = differing.count { distance(corrected, $0) < distance(plain, $0) }
    error = mean(corrected)
    plainError = mean(plain)
    halfWidth = VaryingLine.points(differing.map { level($0).halfWidth }.max() ?? 0)
  }

  /// All lines in one: sums, means weighted by the differing intervals, the largest half-width.
  init(summing lines: [VaryingLine]) {
    let count = { (part: KeyPath<VaryingLine, Int>) in lines.reduce(0) { $0 + $1[keyPath: part] } }
    let weights = Double(max(1, count(\.differing)))
    let mean = { (part: KeyPath<VaryingLine, Double>) in
      let sum = lines.reduce(0.0) { $0 + $1[keyPath: part] * Double($1.differing) }
      return VaryingLine.points(sum / weights / 100)
    }
    name = "all"
    agentHours = lines.reduce(0) { $0 + $1.agentHours }
    serviceLevel = mean(\.serviceLevel)
    belowTarget = count(\.belowTarget)
    intervals = count(\.intervals)
    differing = count(\.differing)
    closer = count(\.closer)
    error = mean(\.error)
    plainError = mean(\.plainError)
    halfWidth = lines.map(\.halfWidth).max() ?? 0
  }

  /// Percent with two digits.
  private static func points(_ share: Double) -> Double { (share * 1e4).rounded() / 100 }
}
