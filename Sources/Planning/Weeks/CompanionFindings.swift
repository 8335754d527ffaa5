import Workforce

/// What the week lacks of companions: trainees without a mentor on record, and those for whom no
/// week beside their companions was found.
struct CompanionFindings {
  private let inputs: PlanningInputs
  private let dates: [LocalDate]

  /// Looks at a week.
  init(_ inputs: PlanningInputs, _ week: ISOWeek) {
    self.inputs = inputs
    dates = week.dates
  }

  /// Employed people in a stage that asks for a mentor on dates of the week on which none is on
  /// record, in file order.
  var withoutMentor: [Diagnostic] {
    let spans = Dictionary(
      grouping: inputs.traineeSpans.filter { $0.stage.mentorShare > .zero },
      by: \.employee
    )
    guard !spans.isEmpty else { return [] }
    let records = Dictionary(grouping: inputs.training.mentorings, by: \.employee)
    return inputs.employees.compactMap { employee in
      let lacking = dates.filter { date in
        (employee.hired.map { $0 <= date } ?? true) && (employee.leaves.map { date <= $0 } ?? true)
          && spans[employee.id, default: []].contains { $0.contains(date) }
          && !records[employee.id, default: []].contains { $0.from <= date && date <= $0.until }
      }
      guard let first = lacking.first, let last = lacking.last,
        let stage = spans[employee.id, default: []].first(where: { $0.contains(first) })?.stage
      else { return nil }
      return Diagnostic(
        .warning,
        file: "mentoring.csv",
        message: "\(employee.id) has no mentor on record "
          + (first == last ? "on \(first)" : "from \(first) until \(last)")
          + "; stage '\(stage.name)' asks for one. Nothing is asked of the shifts of these dates.",
        suggestion: "Enter a mentor for these dates, or take mentor_share out of the stage."
      )
    }
  }

  /// A warning for each trainee who works without companions.
  static func unaccompanied(_ outcome: RosterOutcome) -> [Diagnostic] {
    outcome.unaccompanied.map { person in
      Diagnostic(
        .warning,
        file: "enrolments.csv",
        message: "\(person.employee): no week was found that keeps "
          + person.conflict.joined(separator: "; ") + ".",
        suggestion: "Name another mentor, or free the hours of one who can be there: availability, "
          + "absences, classes and contracts of both decide."
      )
    }
  }
}
