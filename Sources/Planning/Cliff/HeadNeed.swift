import Workforce

/// How many heads a week's requirement takes.
struct HeadNeed {
  private let settings: ScenarioSettings
  /// Hours at work that a head of each skill gives in a week.
  private let hours: [String: Double]
  private let mean: Double

  /// Takes the people; a head gives what the holders of the skill give on average: the hours between
  /// the least and where overtime begins, without breaks.
  init(_ inputs: PlanningInputs) {
    settings = inputs.settings
    let given = Dictionary(
      inputs.employees.map { ($0.id, Self.hours($0, inputs.settings)) },
      uniquingKeysWith: { first, _ in first }
    )
    mean = Self.mean(inputs.employees.compactMap { given[$0.id] ?? nil })
    let holders = Dictionary(grouping: inputs.skills, by: \.skill)
    hours = holders.mapValues { grants in Self.mean(grants.compactMap { given[$0.employee] ?? nil })
    }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func hours(_ employee: Employee, _ settings: ScenarioSettings) -> Double? {
    guard let contract = settings.contract(named: employee.contract) else { return nil }
    let paid =
      (contract.minimumWeeklyHours.inHours
        + min(contract.overtimeAfter.inHours, contract.maximumWeeklyHours.inHours)) / 2
    let shifts = contract.shiftTemplates.compactMap(settings.shiftTemplate(named:))
    let shares = shifts.map { shift -> Double in
      let breaks = shift.breaks.reduce(0) { $0 + $1.length.inHours }
      return (shift.length.inHours - breaks) / max(0.1, shift.paidLength.inHours)
    }
    return paid * employee.fullTimeEquivalent.value * (shares.isEmpty ? 1 : mean(shares))
  }

  /// Heads per skill, in their order.
  func heads(_ requirement: Requirement, skills: [String]) -> [Double] {
    let step = Double(requirement.grid.stepMinutes) / 60
    return skills.map { skill in
      let needed = zip(settings.queues, requirement.queues).filter { $0.0.skill == skill }
        .reduce(0.0) { sum, pair in
          pair.1.intervals.reduce(sum) { $0 + Double($1.rostered) * step }
        }
      let each = hours[skill] ?? mean
      return each > 0 ? needed / each : 0
    }
  }
}
