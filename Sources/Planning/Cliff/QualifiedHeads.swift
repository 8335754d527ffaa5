import Training
import Workforce

/// How many people hold a skill in a week: the mean over the hours in which its queues are open.
///
/// Only who may use it alone counts; people in a stage count by its tenths.
struct QualifiedHeads: Sendable {
  let skills: [String]
  let weeks: [ISOWeek]
  private let inputs: PlanningInputs
  private let spans: [String: [SkillSpan]]
  private let stages: StageOnDate
  private let clocks: [[OpenMinutes]]

  /// Takes a scenario with its spans.
  init(_ inputs: PlanningInputs, weeks: [ISOWeek]) throws(ShiftwrightError) {
    var seen: Set<String> = []
    let skills = inputs.settings.queues.map(\.skill).filter { seen.insert($0).inserted }
    self.skills = skills
    self.weeks = weeks
    self.inputs = inputs
    spans = inputs.skillSpansByEmployee
    stages = StageOnDate(inputs.training)
    var clocks: [[OpenMinutes]] = []
    for week in weeks {
      let grid = TimeGrid(
        week: week,
        stepMinutes: inputs.settings.intervalMinutes,
        zone: inputs.settings.zone
      )
      guard let grid else {
        throw ShiftwrightError(
          "The clock changes in \(week) by less than an interval of "
            + "\(inputs.settings.intervalMinutes) minutes.\n"
            + "Plan with shorter intervals: interval_minutes in scenario.yaml."
        )
      }
      clocks.append(skills.map { OpenMinutes($0, inputs, grid) })
    }
    self.clocks = clocks
  }

  /// Heads per skill and week.
  func heads() -> [[Double]] {
    let people = inputs.employees.indices.map(heads(of:))
    return skills.indices.map { skill in
      weeks.indices.map { week in people.reduce(0) { $0 + $1[skill][week] } }
    }
  }

  /// What one person adds, per skill and week.
  func heads(of person: Int) -> [[Double]] {
    let employee = inputs.employees[person]
    let zone = inputs.settings.zone(ofSite: employee.site)
    let hired = employee.hired.map(zone.startOfDay)
    let gone = employee.leaves.map { zone.startOfDay($0.adding(days: 1)) }
    let own = stages.stages(of: employee.id)
    return skills.indices.map { skill in
      let held = (spans[employee.id] ?? []).filter {
        $0.skill == skills[skill] && !$0.isSupervised
      }
      return weeks.indices.map { week in
        let clock = clocks[week][skill]
        guard clock.total > 0 else { return 0 }
        return held.reduce(0.0) { sum, span in
          let from = max(span.from ?? clock.start, hired ?? clock.start)
          let until = min(span.until ?? clock.end, gone ?? clock.end)
          return sum + minutes(from, until, clock, own, zone) / clock.total
        }
      }
    }
  }

  /// Open minutes of a stretch, those in a stage by its tenths.
  private func minutes(
    _ from: Instant,
    _ until: Instant,
    _ clock: OpenMinutes,
    _ own: [StageOnDate.PersonStage],
    _ zone: Zone
  ) -> Double {
    let all = clock.minutes(from, until)
    return own.reduce(all) { sum, stage in
      let first = max(from, zone.startOfDay(stage.from))
      let last = min(until, zone.startOfDay(stage.until))
      let away = Double(10 - stage.stage.tenths) / 10
      return sum - away * clock.minutes(first, last)
    }
  }
}

/// The open time of a skill's queues in a week.
struct OpenMinutes: Sendable {
  let start: Instant
  let end: Instant
  /// Open minutes of the week.
  var total: Double { before[before.count - 1] }
  private let isOpen: [Bool]
  private let before: [Double]
  private let grid: TimeGrid

  init(_ skill: String, _ inputs: PlanningInputs, _ grid: TimeGrid) {
    let queues = inputs.settings.queues.filter { $0.skill == skill }
      .map { inputs.openIntervals(of: $0, on: grid) }
    let open = (0..<grid.count).map { index in queues.contains { $0[index] } }
    var before = [0.0]
    for isOpen in open {
      before.append(before[before.count - 1] + (isOpen ? Double(grid.stepMinutes) : 0))
    }
    isOpen = open
    self.before = before
    self.grid = grid
    start = grid.start
    end = grid.end
  }

  /// Open minutes between two moments.
  func minutes(_ from: Instant, _ until: Instant) -> Double {
    let (from, until) = (max(from, start), min(until, end))
    return from < until ? reached(until) - reached(from) : 0
  }

  private func reached(_ moment: Instant) -> Double {
    guard moment < end else { return total }
    let index = grid.index(of: moment)
    let into = Double(moment.secondsSinceEpoch - grid.instant(at: index).secondsSinceEpoch) / 60
    return before[index] + (isOpen[index] ? into : 0)
  }
}
