import Capacity
public import Interchange
public import Reporting
import Training
import Workforce

extension CapacityResult {
  /// The names of the files.
  public static let fileNames = [
    "capacity.csv", "capacity-actions.csv", "capacity.json", "capacity.html",
  ]

  /// The files.
  ///
  /// - Parameter check: A week beside its roster with names, if one was built.
  /// - Returns: Two tables, everything as JSON, and the page.
  public func files(check: CapacityWeekCheck? = nil) -> [OutputFile] {
    [
      OutputFile(name: Self.fileNames[0], bytes: csv(monthTable)),
      OutputFile(name: Self.fileNames[1], bytes: csv(actionTable)),
      OutputFile(name: Self.fileNames[2], bytes: SheetFile.json(sheet)),
      OutputFile(name: Self.fileNames[3], text: report(check: check).html()),
    ]
  }

  /// The page and the terminal's text.
  public func report(check: CapacityWeekCheck? = nil) -> CapacityReport {
    let plan = played.plan
    return CapacityReport(
      title: inputs.settings.name,
      currency: inputs.settings.currency,
      months: months,
      skills: problem.skills.indices.map(skill),
      all: plan.allMet.map(Self.chance),
      allOfNothing: played.nothing.allMet.map(\.share),
      actions: actions.map(Self.action),
      money: CapacityReport.Money(
        recruiting: solution.cost.recruiting,
        classes: solution.cost.classes,
        pay: solution.cost.pay,
        missing: solution.missing.joined().reduce(0, +) * problem.prices.missing,
        gap: solution.gap,
        isCutShort: solution.stoppedByClock
      ),
      assumptions: notes.map {
        CapacityReport.Assumption(name: $0.name, text: $0.text, source: $0.source)
      },
      warnings: warnings,
      check: check.map(Self.check)
    )
  }

  private func skill(_ skill: Int) -> CapacityReport.Skill {
    CapacityReport.Skill(
      name: problem.skills[skill],
      need: played.plan.need[skill],
      agents: played.plan.agents[skill],
      nothing: played.nothing.agents[skill].map { $0[2] },
      chance: played.plan.met[skill].map(Self.chance),
      chanceOfNothing: played.nothing.met[skill].map(\.share),
      enough: played.plan.enough[skill].map(\.share)
    )
  }

  private static func action(_ action: Action) -> CapacityReport.Action {
    CapacityReport.Action(
      month: action.month,
      begin: action.begin,
      kind: action.kind.rawValue,
      what: action.what,
      count: action.count,
      cost: action.cost
    )
  }

  private static func chance(_ chance: CapacityChances.Chance) -> CapacityReport.Chance {
    let interval = chance.interval
    return CapacityReport.Chance(share: chance.share, low: interval.low, high: interval.high)
  }

  private static func check(_ check: CapacityWeekCheck) -> CapacityReport.WeekCheck {
    CapacityReport.WeekCheck(
      week: check.week,
      needed: check.needed,
      dedicated: check.dedicated,
      people: check.people,
      uncovered: check.uncovered,
      rostered: check.rostered,
      hours: check.hours
    )
  }

  /// Limits that the plan reaches, where more would help.
  private var limits: [String] {
    let full = problem.courses.indices.compactMap { index -> String? in
      let course = problem.courses[index]
      let count = solution.choice.classes[index].count { $0 > 0 && $0 == course.perMonth }
      return count > 0
        ? "\(course.name): all classes that a month allows are held in \(count) of "
          + "\(months.count) months; more of them may help." : nil
    }
    guard let most = problem.budget.total, solution.cost.spent > 0.98 * most else { return full }
    return full + ["The budget is spent; more of it may help."]
  }

  /// What the plan cannot keep or could not count.
  private var warnings: [String] {
    var warnings: [String] = []
    let outside = solution.outsideMix.enumerated().filter { $0.element > 0.05 }
    if let first = outside.first {
      warnings.append(
        "The contract mix is not kept in \(outside.count) of \(months.count) months, first in "
          + "\(months[first.offset])."
      )
    }
    warnings += limits
    let uncovered = weeks.reduce(0) { $0 + $1.uncoveredHours } / Double(max(1, weeks.count))
    if uncovered > 0.5 {
      warnings.append(
        "No shift of the contracts covers \(PlacementFiles.figure(uncovered, 1)) agent-hours of a "
          + "mean week; they are in no need here."
      )
    }
    let left = zip(problem.renewals, solution.choice.renewed).reduce(0) { sum, renewal in
      sum + renewal.0.count - renewal.1.reduce(0, +)
    }
    if left > 0 {
      warnings.append(
        "\(left) certificates lapse without being renewed: service does not need them. Compliance "
          + "training must be renewed all the same."
      )
    }
    let skilled = problem.groups.reduce(0) { $0 + ($1.sets.contains { $0 != nil } ? 0 : $1.count) }
    if skilled > 0 {
      warnings.append(
        "\(skilled) people hold no skill of a queue in any month and are not counted."
      )
    }
    return warnings
  }
}
