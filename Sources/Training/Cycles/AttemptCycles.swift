public import Workforce

/// Puts attempts together to cycles.
public struct AttemptCycles: Sendable {
  private struct Timed {
    var attempt: AssessmentAttempt
    var at: Instant
  }

  private let inputs: PlanningInputs
  private let people: [String: Employee]
  private let sessions: [String: ClassSession]
  private let lapses: [String: [String: [Instant]]]
  private let cohorts: [String: [(from: LocalDate, cohort: String)]]

  /// Takes what people and certificates are known.
  public init(_ inputs: PlanningInputs) {
    let people = Dictionary(inputs.employees.map { ($0.id, $0) }) { first, _ in first }
    let training = inputs.training
    let zone = { (employee: String) in
      people[employee].map { inputs.settings.zone(ofSite: $0.site) } ?? inputs.settings.zone
    }
    self.inputs = inputs
    self.people = people
    sessions = Dictionary(training.sessions.map { ($0.id, $0) }) { first, _ in first }
    lapses = Dictionary(
      grouping: training.certifications.filter { !$0.isRevoked },
      by: \.employee
    ).mapValues { own in
      Dictionary(grouping: own, by: \.course).mapValues { same in
        same.compactMap { certificate in
          certificate.lapses.map { zone(certificate.employee).instant(at: $0) }
        }.sorted()
      }
    }
    let all =
      training.enrolments.map { ($0.employee, $0.from, $0.cohort) }
      + training.courseEnrolments.map { ($0.employee, $0.from, $0.cohort) }
    cohorts = Dictionary(grouping: all.filter { !$0.2.isEmpty }, by: \.0).mapValues { own in
      own.map { (from: $0.1, cohort: $0.2) }
    }
  }

  /// The attempts that no later entry replaces, in order.
  public static func effective(_ attempts: [AssessmentAttempt]) -> [AssessmentAttempt] {
    let replaced = Set(
      attempts.compactMap { attempt in
        attempt.corrects.map { [attempt.source, $0] }
      }
    )
    return attempts.filter { !replaced.contains([$0.source, $0.reference]) }
  }

  /// The cycles, by person, course and time; corrected entries count for nothing.
  ///
  /// A new cycle begins after a pass, or when a certificate of the course lapsed since the attempt
  /// before.
  public func cycles(of attempts: [AssessmentAttempt]) -> [AttemptCycle] {
    let timed = Self.effective(attempts).map { attempt in
      Timed(attempt: attempt, at: zone(of: attempt.employee).instant(at: attempt.sat))
    }
    let order = timed.sorted { first, second in
      let (a, b) = (first.attempt, second.attempt)
      if a.employee != b.employee { return a.employee < b.employee }
      if a.course != b.course { return a.course < b.course }
      if first.at != second.at { return first.at < second.at }
      if a.attempt != b.attempt { return a.attempt < b.attempt }
      return (a.reference, a.source) < (b.reference, b.source)
    }
    var cycles: [AttemptCycle] = []
    for attempt in order {
      if let last = cycles.last, continues(last, attempt) {
        add(attempt, to: &cycles[cycles.count - 1])
      } else {
        cycles.append(cycle(from: attempt, after: cycles.last))
      }
    }
    return cycles
  }

  private func continues(_ cycle: AttemptCycle, _ next: Timed) -> Bool {
    guard cycle.employee == next.attempt.employee, cycle.course == next.attempt.course,
      !cycle.isPassed
    else { return false }
    let lapses = lapses[cycle.employee]?[cycle.course] ?? []
    return lapses.beginning(by: cycle.last) == lapses.beginning(by: next.at)
  }

  private func add(_ next: Timed, to cycle: inout AttemptCycle) {
    cycle.attempts += 1
    cycle.last = next.at
    cycle.isPassed = next.attempt.isPassed
  }

  private func cycle(from first: Timed, after last: AttemptCycle?) -> AttemptCycle {
    let attempt = first.attempt
    let isNext = last?.employee == attempt.employee && last?.course == attempt.course
    let person = people[attempt.employee]
    return AttemptCycle(
      employee: attempt.employee,
      course: attempt.course,
      number: isNext ? (last?.number ?? 0) + 1 : 1,
      began: attempt.sat.date,
      first: first.at,
      last: first.at,
      attempts: 1,
      isPassedFirst: attempt.isPassed,
      isPassed: attempt.isPassed,
      site: person?.site ?? "",
      team: person?.team ?? "",
      trainer: attempt.session.flatMap { sessions[$0]?.trainer },
      cohort: cohort(of: attempt.employee, on: attempt.sat.date)
    )
  }

  /// The cohort of the latest enrolment up to a date, else the quarter of hiring.
  private func cohort(of employee: String, on date: LocalDate) -> String {
    let begun = cohorts[employee, default: []].filter { $0.from <= date }
    if let latest = begun.enumerated().max(by: {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }) {
      return latest.element.cohort
    }
    return people[employee]?.hired.map(AttemptCycle.quarter(of:)) ?? ""
  }

  private func zone(of employee: String) -> Zone {
    people[employee].map { inputs.settings.zone(ofSite: $0.site) } ?? inputs.settings.zone
  }
}
