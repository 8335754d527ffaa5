import GLPKSolver
import TestSupport
import Workforce

@testable import Rostering

/// A tiny week with its optimal roster settled, and the exact worth of changes by trying every roster
/// with and without.
struct WorthOracle {
  private typealias Make = ScenarioFixtures

  let week: TinyWeek
  let settled: SettledRoster
  /// The least cost without a change.
  let best: Double

  private var inputs: PlanningInputs { week.tiny.inputs }

  /// `nil` where somebody has no legal week, or more people than all rosters can be tried for.
  init?(seed: Int, threads: Int = 1) throws {
    let week = TinyWeek(seed: seed)
    guard week.force.impossible.isEmpty, (1...2).contains(week.force.tourCounts.count),
      let best = week.force.best()
    else { return nil }
    let worth = try RosterWorth(
      inputs: week.tiny.inputs,
      costs: week.costs,
      published: try week.optimizer().build().roster,
      effort: WorthEffort(first: 1, again: 1, threads: threads),
      solver: GLPKSolver()
    )
    self.week = week
    self.best = best.costs.total
    settled = try worth.settled()
  }

  /// Some of what can be asked, the same for a seed.
  func changes(of estimates: [WorthEstimate], _ count: Int, seed: Int) -> [WorthEstimate] {
    var random = RandomStream(seed: UInt64(seed), name: "worth oracle")
    var all = estimates
    random.shuffle(&all)
    return Array(all.prefix(count))
  }

  /// Everything that can be asked.
  func estimates() -> [WorthEstimate] {
    let hours = settled.hours(every: 30).filter { estimate in
      guard case .hour(_, let slot) = estimate.change else { return false }
      let start = settled.grid.local(at: slot).minuteOfDay
      return start % inputs.settings.shiftStartMinutes == 0
    }
    return hours + settled.shifts() + settled.rules()
      + settled.certificates(inputs.settings.queues.map(\.skill))
  }

  /// What a change is worth in the best rosters there are; `nil` where it leaves somebody without a
  /// week.
  func exact(_ change: WorthCase) -> Double? {
    var changed = inputs
    var extra = 0.0
    switch change {
    case .hour(let queues, let slot): extra = addHour(queues, slot, to: &changed)
    case .shift(let employee, let date):
      changed.absences.append(
        Absence(
          employee: employee,
          from: LocalDateTime(date: date, secondOfDay: 0),
          until: LocalDateTime(date: date, secondOfDay: 86_400),
          kind: "away"
        )
      )
    case .rule(let rule):
      guard let free = rule.lifted(from: inputs) else { return nil }
      changed = free
    case .certificate(let employee, let skill):
      changed.skills.append(SkillGrant(employee: employee, skill: skill))
    }
    let force = BruteForceRoster(
      inputs: changed,
      week: week.tiny.week,
      requirement: week.tiny.requirement
    )
    guard force.impossible.isEmpty, let least = force.best()?.costs.total else { return nil }
    return change.isLoss ? least - extra - best : best - (least - extra)
  }

  /// Somebody who works the hour and is paid nothing; returns what the weekend costs all the same.
  private func addHour(_ queues: [Int], _ slot: Int, to inputs: inout PlanningInputs) -> Double {
    let start = settled.grid.local(at: slot)
    inputs.settings.shiftTemplates.append(Make.template("hour", minutes: 60, stretch: 30...60))
    inputs.settings.contracts.append(
      Make.contract(
        "hour",
        wage: 0,
        hours: 1...1,
        overtimeAfter: 1,
        days: 1...1,
        templates: ["hour"],
        rules: TourRuleSettings(
          minimumRest: .zero,
          maximumConsecutiveDays: 7,
          maximumStartChange: nil
        )
      )
    )
    inputs.employees.append(
      Employee(id: "extra", name: "extra", site: "site", contract: "hour")
    )
    inputs.skills += queues.map {
      SkillGrant(employee: "extra", skill: inputs.settings.queues[$0].skill)
    }
    let clock = { (minute: Int) in
      "\(minute < 600 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }
    let window = Make.window("\(clock(start.minuteOfDay))-\(clock(start.minuteOfDay + 60))")
    inputs.availability += [
      Availability(employee: "extra", days: .everyDay, window: nil),
      Availability(employee: "extra", days: .date(start.date), window: window),
    ]
    return start.date.weekday.isWeekend ? inputs.settings.costs.weekendFairness : 0
  }
}
