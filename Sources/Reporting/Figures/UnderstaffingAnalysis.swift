import Workforce

/// A stretch of one day in which a queue lacks people in every interval.
struct UnderstaffedStretch {
  var queue: Int
  /// The day's position in the grid.
  var day: Int
  var intervals: Range<Int>
  /// Person-hours missing.
  var missingHours: Double
  /// The interval with most missing people, the first of several.
  var worst: Int
  /// The cause in that interval.
  var cause: UnderstaffingCause
}

/// All gaps of a plan and their causes.
struct UnderstaffingAnalysis {
  /// Stretches, the largest gap first.
  private(set) var stretches: [UnderstaffedStretch] = []
  /// Person-hours missing by cause, the largest first, without causes that do not occur.
  private(set) var hoursByCause: [(kind: UnderstaffingCause.Kind, hours: Double)] = []

  init(_ report: PlanReport, _ figures: PlanFigures) {
    let people = PeopleIndex(report)
    let grid = report.requirement.grid
    let stepHours = Double(grid.stepMinutes) / 60
    let idleHours = report.coverage.idle.total * stepHours
    let isWeekFull = idleHours < figures.missingHours / 2
    var hours = UnderstaffingCause.Kind.allCases.map { _ in 0.0 }
    for (queue, shortfall) in figures.shortfall.enumerated() {
      let causes = Self.causes(queue, shortfall, people, report, isWeekFull)
      for (missing, cause) in zip(shortfall, causes) {
        if let cause { hours[cause.kind.rawValue] += missing * stepHours }
      }
      for (day, range) in grid.days.enumerated() {
        stretches += Self.runs(shortfall, in: range).compactMap { run in
          Self.stretch(queue, day, run, shortfall, causes, stepHours)
        }
      }
    }
    stretches.sort { ($1.missingHours, $0.queue, $0.worst) < ($0.missingHours, $1.queue, $1.worst) }
    hoursByCause = UnderstaffingCause.Kind.allCases.map { ($0, hours[$0.rawValue]) }
      .filter { $0.hours > 0 }
      .sorted { ($1.hours, $0.kind.rawValue) < ($0.hours, $1.kind.rawValue) }
  }

  private static func causes(
    _ queue: Int,
    _ shortfall: [Double],
    _ people: PeopleIndex,
    _ report: PlanReport,
    _ isWeekFull: Bool
  ) -> [UnderstaffingCause?] {
    shortfall.indices.map { index in
      guard shortfall[index] > 0 else { return nil }
      return people.census(queue: queue, interval: index).cause(
        skill: report.inputs.settings.queues[queue].skill,
        required: report.requirement.queues[queue].intervals[index].rostered,
        allocated: report.coverage.allocated[queue][index],
        isWeekFull: isWeekFull
      )
    }
  }

  private static func stretch(
    _ queue: Int,
    _ day: Int,
    _ run: Range<Int>,
    _ shortfall: [Double],
    _ causes: [UnderstaffingCause?],
    _ stepHours: Double
  ) -> UnderstaffedStretch? {
    let most = shortfall[run].max() ?? 0
    guard let worst = run.first(where: { shortfall[$0] == most }), let cause = causes[worst] else {
      return nil
    }
    return UnderstaffedStretch(
      queue: queue,
      day: day,
      intervals: run,
      missingHours: Array(shortfall[run]).total * stepHours,
      worst: worst,
      cause: cause
    )
  }

  /// Runs of neighboring intervals with too few people.
  private static func runs(_ shortfall: [Double], in day: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in day where shortfall[index] > 0 {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
