import ArgumentParser
import Foundation
import Rostering
import Workforce

struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Repairs single sicknesses of a roster in memory and prints one line of JSON."
  )

  @Argument(help: "The team instance, a JSON file.")
  var instance: String
  @Option(help: "The published roster, as 'team' writes it.")
  var roster: String
  @Option(help: "How many people fall sick, one at a time.")
  var sick = 21
  @Option(help: "Price of a changed shift.")
  var changedShift = 20.0
  @Option(help: "Price of an hour by which a start moves.")
  var changedStart = 4.0
  @OptionGroup var parallel: ThreadsOption
  @Option(help: "Where the roster after the last repair is written, a JSON file.")
  var out: String?

  func run() throws {
    let source = try TeamInstance.read(instance)
    let problem = try TeamProblem(instance: source).problem()
    let tours = try JSONFile(path: roster).content(as: TeamRoster.self)
      .tours(problem)
    let options = try RosterOptions(threads: parallel.threads)
    let warm = WarmRoster(
      problem: problem,
      tours: tours,
      prices: ChangeRequest.Prices(
        changedShift: changedShift,
        changedStartPerHour: changedStart
      ),
      threads: options.threads
    )
    var measured: [(seconds: Double, repair: WarmRoster.Repair)] = []
    for employee in stride(from: 0, to: tours.count, by: max(1, tours.count / max(1, sick))) {
      let days = tours[employee].shifts.filter { $0.agenda < 0 }.map(\.day)
      guard !days.isEmpty else { continue }
      let begin = ContinuousClock.now
      let repair = warm.sickness(of: employee, on: days[measured.count % days.count])
      let seconds = (ContinuousClock.now - begin).inSeconds
      if let repair { measured.append((seconds, repair)) }
    }
    guard let last = measured.last else {
      throw ShiftwrightError("Nobody of \(roster) has a shift.\nGive a roster with shifts.")
    }
    if let out {
      try JSONFile(path: out).write(TeamRoster(source, tours: last.repair.tours).json())
    }
    print(try RepairLine(instance: source.name, measured: measured).jsonLine())
  }
}

/// What `repair` prints.
private struct RepairLine: Encodable {
  let instance: String
  let repairs: Int
  let medianMilliseconds: Double
  let worstMilliseconds: Double
  let meanGain: Double
  let meanChangedPeople: Double
  let meanMovedBreaks: Double
  let meanResponses: Double

  init(instance: String, measured: [(seconds: Double, repair: WarmRoster.Repair)]) {
    let times = measured.map { $0.seconds * 1000 }.sorted()
    let mean = { (value: (WarmRoster.Repair) -> Double) in
      measured.reduce(0) { $0 + value($1.repair) } / Double(measured.count)
    }
    self.instance = instance
    repairs = measured.count
    medianMilliseconds = times[times.count / 2]
    worstMilliseconds = times[times.count - 1]
    meanGain = mean(\.gain)
    meanChangedPeople = mean { Double($0.changedPeople) }
    meanMovedBreaks = mean { Double($0.movedBreaks) }
    meanResponses = mean { Double($0.responses) }
  }
}
