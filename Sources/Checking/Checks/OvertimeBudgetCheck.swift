import Workforce

/// All overtime of a site together stays within its budget.
enum OvertimeBudgetCheck: RosterCheck {
  static let name = "overtime budget"

  static func violations(in week: CheckedWeek) -> [Violation] {
    var overtime: [String: Int] = [:]
    for person in week.people {
      overtime[person.facts.employee.site, default: 0] += person.overtimeMinutes
    }
    return week.settings.sites.compactMap { site in
      let minutes = overtime[site.name, default: 0]
      guard let budget = site.overtimeBudget, .minutes(minutes) > budget else { return nil }
      let given = "\(text(minutes: minutes)) of overtime at site \(site.name)"
      return Violation(
        rule: name,
        employee: nil,
        date: nil,
        detail: "\(given); \(text(budget)) are allowed"
      )
    }
  }
}
