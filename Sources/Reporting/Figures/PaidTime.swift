package import Workforce

/// Paid time of shifts, by the templates of the employee's contract.
package struct PaidTime {
  private let contracts: [String: [ShiftTemplate]]
  private let contractOf: [String: String]

  /// Takes the contracts of people.
  package init(_ inputs: PlanningInputs) {
    let settings = inputs.settings
    contracts = Dictionary(
      settings.contracts.map { contract in
        (contract.name, contract.shiftTemplates.compactMap(settings.shiftTemplate(named:)))
      },
      uniquingKeysWith: { first, _ in first }
    )
    contractOf = Dictionary(
      inputs.employees.map { ($0.id, $0.contract) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Paid minutes of a shift: the paid length of the template that it follows; without one, its
  /// length less the meals.
  package func minutes(of shift: Shift, for employee: String) -> Int {
    let templates = contractOf[employee].flatMap { contracts[$0] } ?? []
    if let template = templates.first(where: { follows(shift, $0) }) {
      return template.paidLength.wholeMinutes
    }
    let meals = shift.segments.filter { $0.kind == .lunch }
    return meals.reduce(shift.end.minutes(since: shift.start)) { rest, meal in
      rest - meal.end.minutes(since: meal.start)
    }
  }

  /// Paid minutes of a tour.
  func minutes(of tour: Tour) -> Int {
    tour.shifts.reduce(0) { $0 + minutes(of: $1, for: tour.employee) }
  }

  private func follows(_ shift: Shift, _ template: ShiftTemplate) -> Bool {
    let breaks = shift.segments.filter(\.isBreak)
    guard shift.end.minutes(since: shift.start) == template.length.wholeMinutes,
      breaks.count == template.breaks.count
    else { return false }
    return zip(breaks, template.breaks).allSatisfy { segment, planned in
      segment.kind.rawValue == planned.kind.rawValue
        && segment.end.minutes(since: segment.start) == planned.length.wholeMinutes
    }
  }
}
