import Training
import Workforce

/// Certificates as they will be: what people will pass, renew, or let lapse.
struct FutureCertificates {
  /// Somebody's certificate that lapses within the weeks.
  struct Lapse: Hashable, Sendable {
    /// Position among the employees.
    var person: Int
    var course: String
    var at: LocalDateTime
    /// First day on which a pass counts from the lapse on.
    var windowFrom: LocalDate
  }

  private let inputs: PlanningInputs
  private let first: LocalDate
  private let last: LocalDate

  /// Takes what is on record, and the dates that are looked at.
  init(_ inputs: PlanningInputs, from first: LocalDate, through last: LocalDate) {
    self.inputs = inputs
    self.first = first
    self.last = last
  }

  /// Nobody renews; joiners pass the courses of each stage by its end.
  func withoutRenewals() -> PlanningInputs { applied(renewing: nil) }

  /// Everybody renews in time, again and again.
  func withRenewals() -> PlanningInputs {
    applied(renewing: Set(lapses().map { [inputs.employees[$0.person].id, $0.course] }))
  }

  /// These people, by identifier and course, renew in time.
  func withRenewals(of renewed: Set<[String]>) -> PlanningInputs { applied(renewing: renewed) }

  /// What lapses within the dates, by time, person and course.
  func lapses() -> [Lapse] {
    var lapses: [Lapse] = []
    let base = joiners()
    let own = Dictionary(
      grouping: (inputs.training.certifications + base).filter { !$0.isRevoked },
      by: \.employee
    )
    for (person, employee) in inputs.employees.enumerated() where !employee.isPlaceholder {
      let courses = Dictionary(grouping: own[employee.id] ?? [], by: \.course)
      for course in courses.keys.sorted() {
        let certificates = courses[course] ?? []
        guard certificates.allSatisfy({ $0.lapses != nil }),
          let at = certificates.compactMap(\.lapses).max(), first < at.date, at.date <= last,
          employee.leaves.map({ at.date <= $0 }) ?? true,
          let version = inputs.training.course(course, on: at.date)
        else { continue }
        lapses.append(
          Lapse(
            person: person,
            course: course,
            at: at,
            windowFrom: version.renewalWindowDays > 0
              ? at.date.adding(days: -version.renewalWindowDays) : first
          )
        )
      }
    }
    return lapses.sorted { ($0.at, $0.person, $0.course) < ($1.at, $1.person, $1.course) }
  }

  private func applied(renewing renewed: Set<[String]>?) -> PlanningInputs {
    var changed = inputs
    changed.training.certifications += joiners()
    if let renewed {
      let own = Dictionary(
        grouping: changed.training.certifications.filter { !$0.isRevoked }
      ) { [$0.employee, $0.course] }
      for key in renewed.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        guard let lapse = own[key]?.compactMap(\.lapses).max() else { continue }
        changed.training.certifications += chain(key[0], key[1], from: lapse)
      }
    }
    changed.skillSpans = SkillHolding(changed).spans()
    return changed
  }

  /// Renewals one after the other, each passed the day before the lapse.
  private func chain(_ employee: String, _ course: String, from lapse: LocalDateTime)
    -> [Certification]
  {
    var chain: [Certification] = []
    var from: LocalDateTime? = lapse
    while let start = from, start.date <= last, chain.count < 500,
      let version = inputs.training.course(course, on: start.date)
    {
      let next = LapseRule.lapse(
        of: version.validity,
        attained: start.date.adding(days: -1),
        previous: start.date,
        renewalWindowDays: max(1, version.renewalWindowDays)
      ).map { LocalDateTime(date: $0, secondOfDay: 0) }
      chain.append(
        Certification(
          employee: employee,
          course: course,
          attained: start.date.adding(days: -1),
          from: start,
          lapses: next,
          reference: "renewal \(employee) \(course) \(chain.count + 1)"
        )
      )
      from = next
    }
    return chain
  }

  /// First certificates of people on a curriculum: passed by the end of the stage.
  private func joiners() -> [Certification] {
    let stages = StageOnDate(inputs.training)
    let held = Set(inputs.training.certifications.map { [$0.employee, $0.course] })
    return inputs.employees.flatMap { employee in
      stages.stages(of: employee.id).filter { $0.until > first }.flatMap { stage in
        stage.stage.courses.filter { !held.contains([employee.id, $0]) }.compactMap { course in
          inputs.training.course(course, on: stage.until).map { version in
            let lapse = LapseRule.lapse(of: version.validity, attained: stage.until)
            return Certification(
              employee: employee.id,
              course: course,
              attained: stage.until,
              from: LocalDateTime(date: stage.until, secondOfDay: 0),
              lapses: lapse.map { LocalDateTime(date: $0, secondOfDay: 0) },
              reference: "first \(employee.id) \(course)"
            )
          }
        }
      }
    }
  }
}
