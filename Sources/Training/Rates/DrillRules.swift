import Workforce

/// Who repeats which courses on a date, and from which day on that counts.
struct DrillRules {
  /// A course to be repeated.
  struct Rule {
    let course: String
    let everyMonths: Int
    /// The day from which on it is asked for; `nil` for always.
    let start: LocalDate?
  }

  private let training: TrainingInputs
  private let date: LocalDate
  /// What people in service of a team repeat.
  private let teams: [String: [Rule]]

  init(_ training: TrainingInputs, on date: LocalDate) {
    self.training = training
    self.date = date
    var teams: [String: [Rule]] = [:]
    for name in NameTable(training.curricula.map(\.name)).names {
      let begun = training.curricula.filter { version in
        version.name == name && version.from.map { $0 <= date } ?? true
      }
      guard let now = begun.last else { continue }
      for team in now.teams where !team.isEmpty {
        teams[team, default: []] += now.inService.map { drill in
          let asking = begun.filter { version in
            version.teams.contains(team) && version.inService.contains { $0.course == drill.course }
          }
          return Rule(
            course: drill.course,
            everyMonths: drill.everyMonths,
            start: asking.contains { $0.from == nil } ? nil : asking.compactMap(\.from).min()
          )
        }
      }
    }
    self.teams = teams
  }

  /// What a person repeats: first what the curriculum of the enrolment asks for, then what those of
  /// the team do; nothing before the person was hired or enrolled.
  func rules(of employee: Employee, _ stages: StageOnDate) -> [Rule] {
    let latest = { (dates: [LocalDate?]) in dates.compactMap(\.self).max() }
    let enrolment = stages.enrolment(of: employee.id, on: date)
    let version = stages.curriculum(of: employee.id, on: date)
    let own = (version?.inService ?? []).map { drill in
      Rule(
        course: drill.course,
        everyMonths: drill.everyMonths,
        start: latest([version?.from, employee.hired, enrolment?.from])
      )
    }
    return own
      + teams[employee.team, default: []].map { rule in
        Rule(
          course: rule.course,
          everyMonths: rule.everyMonths,
          start: latest([rule.start, employee.hired])
        )
      }
  }
}
