import Checking
import Foundation
import Interchange
import Reporting
import Simulation
public import Workforce

/// Reads the runs of a study and puts them side by side.
///
/// Costs and hours come from the independent checker, and all rosters are simulated against the same
/// customers; nothing is taken from a run's own report but its bound.
public struct WhatIfCollector: Sendable {
  private struct Side {
    var task: WhatIfStudy.Task
    var run: PublishedRun
    var record: RunRecord
    var check: CheckReport
  }

  private let folder: String
  private let study: WhatIfStudy
  private let threads: Int

  /// Opens a study.
  ///
  /// - Throws: `ShiftwrightError` when the folder holds none.
  public init(folder: String, threads: Int) throws(ShiftwrightError) {
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    study = try WhatIfStudy(folder: self.folder)
    self.threads = threads
  }

  /// Whether the scenario as it is has been run, so that something can be compared with it.
  public var isReady: Bool {
    FileManager.default.fileExists(
      atPath: "\(folder)/runs/\(WhatIfStudy.base)/\(RunRecord.fileName)"
    )
  }

  /// Compares all runs that are there.
  ///
  /// - Parameters:
  ///   - stop: Ends it.
  ///   - progress: Hears how far the simulation is.
  /// - Returns: The scenario as it is and its variants; the names of runs that are not there.
  /// - Throws: An error when the scenario as it is was not run, or a run cannot be read.
  public func comparison(
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> WhatIfComparison {
    var sides: [Side] = []
    var missing: [String] = []
    for task in study.tasks where task.name != WhatIfStudy.start {
      if let side = try side(task) { sides.append(side) } else { missing.append(task.name) }
    }
    guard let base = sides.first, base.task.name == WhatIfStudy.base,
      let week = study.isoWeek
    else {
      throw ShiftwrightError(
        "\(folder) has no run of the scenario as it is.\n"
          + "Run it first: shiftwright whatif run \(folder) --task \(study.isWarm ? 2 : 1)"
      )
    }
    let outcomes = try played(sides, stop, progress)
    let results = zip(sides, outcomes).map { result($0, $1, base: base, outcomes[0]) }
    return WhatIfComparison(
      center: base.run.loaded.inputs.settings.name,
      week: week,
      currency: base.run.loaded.inputs.settings.currency,
      seed: study.seed,
      effort: study.effort,
      replications: study.replications,
      isWarm: study.isWarm,
      axes: study.axes,
      base: results[0],
      variants: Array(results.dropFirst()),
      missing: missing
    )
  }

  /// All sides against the same customers.
  private func played(
    _ sides: [Side],
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> [CenterComparison.Outcome] {
    let options = try SimulationOptions(
      seed: study.seed,
      replications: study.replications,
      threads: threads
    )
    let outcomes = CenterComparison(options: options).outcomes(
      of: sides.map {
        .init(roster: $0.run.roster, forecast: $0.run.forecast, inputs: $0.run.loaded.inputs)
      },
      stop: stop,
      progress: progress
    )
    if stop.reason == .cancelled { throw WhatIfRunner.cancelled(folder) }
    return outcomes
  }

  /// A run; `nil` where it is not there.
  private func side(_ task: WhatIfStudy.Task) throws -> Side? {
    let place = "\(folder)/runs/\(task.name)"
    guard let bytes = FileManager.default.contents(atPath: "\(place)/\(RunRecord.fileName)") else {
      return nil
    }
    let record = try RunRecord.read(String(decoding: bytes, as: UTF8.self))
    if let changed = record.changedFile(in: place) {
      throw ShiftwrightError(
        "\(place)/\(changed) is not the file that the run wrote.\n"
          + "Plan the run again: shiftwright whatif run \(folder) --task \(task.task)"
      )
    }
    let run = try PublishedRun(place)
    let judge = RosterJudge(
      inputs: run.loaded.inputs,
      requirement: run.requirement,
      cover: run.coverPricing(threads: threads).given
    )
    let check = judge.check(run.roster, impossible: record.result.unrostered)
    return Side(task: task, run: run, record: record, check: check)
  }

  private func result(
    _ side: Side,
    _ outcome: CenterComparison.Outcome,
    base: Side,
    _ baseOutcome: CenterComparison.Outcome
  ) -> WhatIfResult {
    let asked = side.run.loaded.whatIf
    let words = side.run.loaded.findings.filter { $0.file == WhatIfFile.name }
      .map { $0.message.replacing("What if: ", with: "") }
    let isBase = side.task.name == WhatIfStudy.base
    let stepHours = Double(side.run.requirement.grid.stepMinutes) / 60
    let needed = side.run.requirement.queues.reduce(0) { sum, queue in
      sum + queue.intervals.reduce(0) { $0 + $1.rostered }
    }
    return WhatIfResult(
      name: side.task.name,
      question: asked?.question ?? "",
      words: words,
      point: side.task.point,
      costs: side.check.costs ?? RosterCosts(),
      bound: side.record.result.bound ?? side.record.result.objective,
      requiredHours: Double(needed) * stepHours,
      people: people(side, base: isBase ? nil : base),
      queues: side.run.requirement.queues.indices.map { queue in
        queueResult(queue, side, outcome, base: isBase ? nil : baseOutcome)
      },
      payCap: asked?.changes.reduce(nil) { cap, change in
        if case .budget(let budget) = change { budget.pay ?? cap } else { cap }
      },
      isCutShort: !side.record.repeatable,
      hasOwnPrices: side.run.contactPrices != nil
    )
  }

  private func queueResult(
    _ place: Int,
    _ side: Side,
    _ outcome: CenterComparison.Outcome,
    base: CenterComparison.Outcome?
  ) -> WhatIfResult.Queue {
    let own = outcome.simulation.queues[place]
    let difference = outcome.difference.queues[place]
    let isBase = base == nil
    return WhatIfResult.Queue(
      queue: own.queue,
      target: own.targetServiceLevel,
      threshold: own.target.threshold,
      meetsTarget: own.meetsTarget,
      serviceLevel: own.total.serviceLevel,
      difference: isBase ? nil : difference.total.serviceLevel.estimate,
      waitDifference: isBase ? nil : difference.total.averageSpeedOfAnswer.estimate,
      abandonmentDifference: isBase ? nil : difference.total.abandonmentShare.estimate,
      days: own.days.map { $0.arrivals > 0 ? $0.serviceLevel : nil },
      dayDifferences: base.map { base in
        difference.days.indices.map { day -> Estimate? in
          let before = base.simulation.queues[place].days[day]
          let isKnown = own.days[day].arrivals > 0 && before.arrivals > 0
          return isKnown ? difference.days[day].serviceLevel.estimate : nil
        }
      } ?? [],
      arrivals: side.run.forecast.queues[place].intervals.mean.reduce(0, +),
      peakNeed: side.run.requirement.queues[place].intervals.map(\.rostered).max() ?? 0
    )
  }

  private func people(_ side: Side, base: Side?) -> WhatIfResult.People {
    let wishes = WishFigures(side.run.loaded.inputs, side.run.roster)
    let working = side.run.roster.tours.filter { !$0.shifts.isEmpty }
    return WhatIfResult.People(
      rostered: working.count,
      paidHours: Double(side.check.paidMinutes) / 60,
      overtimeHours: Double(side.check.overtimeMinutes) / 60,
      daysOffGranted: wishes.daysOffGranted,
      daysOffWished: wishes.daysOffGranted + wishes.daysOffRefused,
      startsGranted: wishes.startsGranted,
      startsWished: wishes.startsGranted + wishes.startsRefused,
      weekendSpread: Self.weekendSpread(working),
      violations: side.check.violations.count,
      unrostered: side.record.result.unrostered,
      affected: base.map { Self.affected(side.run.roster, $0.run.roster) } ?? []
    )
  }

  /// Standard deviation over people of their weekend days.
  private static func weekendSpread(_ tours: [Tour]) -> Double {
    guard !tours.isEmpty else { return 0 }
    let days = tours.map { Double($0.shifts.count { $0.date.weekday.isWeekend }) }
    let mean = days.reduce(0, +) / Double(days.count)
    let square = days.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (square / Double(days.count)).squareRoot()
  }

  /// Who begins or ends a shift otherwise, in the order of both rosters.
  private static func affected(_ roster: Roster, _ other: Roster) -> [String] {
    let times = { (roster: Roster) -> [String: [[Int]]] in
      Dictionary(
        roster.tours.map { tour in
          (
            tour.employee,
            tour.shifts.map { [$0.start.secondsSinceEpoch, $0.end.secondsSinceEpoch] }
          )
        },
        uniquingKeysWith: { first, _ in first }
      )
    }
    let (now, before) = (times(roster), times(other))
    var seen: Set<String> = []
    let all = (other.tours + roster.tours).map(\.employee).filter { seen.insert($0).inserted }
    return all.filter { now[$0, default: []] != before[$0, default: []] }
  }
}
