public import Workforce

/// Who needs which certificate by when.
public struct TrainingDueList: Sendable {
  private let inputs: PlanningInputs
  private let date: LocalDate
  private let stages: StageOnDate
  private let certificates: [String: [Certification]]
  private let chances: [String: Fraction]

  /// Takes what people must have.
  ///
  /// - Parameters:
  ///   - inputs: People, courses, curricula, certificates.
  ///   - date: The day on which is asked.
  ///   - chances: The chance of a pass by course; half where a course is not among them.
  public init(_ inputs: PlanningInputs, on date: LocalDate, chances: [String: Fraction] = [:]) {
    self.inputs = inputs
    self.date = date
    self.chances = chances
    stages = StageOnDate(inputs.training)
    certificates = Dictionary(
      grouping: inputs.training.certifications.filter { !$0.isRevoked },
      by: \.employee
    )
  }

  /// Everything due by a date, and what was due before: by time, person and course.
  ///
  /// Somebody who needs a course for several reasons is named once, with the first date.
  public func due(until last: LocalDate) -> [TrainingDue] {
    let all = inputs.employees.filter(isNamed).flatMap { employee in
      courses.compactMap { course in
        needs(of: employee, course).min { ($0.by, $0.kind.order) < ($1.by, $1.kind.order) }
      }
    }
    return all.filter { $0.by.date <= last }.sorted { first, second in
      (first.by, first.employee, first.course) < (second.by, second.employee, second.course)
    }
  }

  /// The part of ``due(until:)`` whose time has come.
  public func overdue() -> [TrainingDue] { due(until: date) }

  /// People and courses whose latest cycle has two failed attempts and no pass.
  public static func failedTwice(_ cycles: [AttemptCycle]) -> [AttemptCycle] {
    let order = cycles.sorted {
      ($0.employee, $0.course, $0.number) < ($1.employee, $1.course, $1.number)
    }
    return order.indices.filter { index in
      let isLast =
        index + 1 == order.count || order[index + 1].employee != order[index].employee
        || order[index + 1].course != order[index].course
      return isLast && !order[index].isPassed && order[index].attempts >= 2
    }.map { order[$0] }
  }

  /// How many of the people employed on the date have every compliance course in force.
  public func complianceCoverage() -> (covered: Int, employed: Int) {
    let holding = SkillHolding(inputs)
    let compliance = courses.filter(\.isCompliance).map(\.name)
    let people = inputs.employees.filter(isNamed)
    let covered = people.count { employee in
      let moment = inputs.settings.zone(ofSite: employee.site).startOfDay(date)
      return compliance.allSatisfy {
        holding.holds(employee.id, course: $0, at: moment) == .full
      }
    }
    return (covered, people.count)
  }

  /// The courses as they are on the date.
  private var courses: [Course] {
    inputs.training.courseNames.compactMap { inputs.training.course($0, on: date) }
  }

  /// True for a person who is employed on the date.
  private func isNamed(_ employee: Employee) -> Bool {
    !employee.isPlaceholder && (employee.hired.map { $0 <= date } ?? true)
      && (employee.leaves.map { date <= $0 } ?? true)
  }

  private func needs(of employee: Employee, _ course: Course) -> [TrainingDue] {
    let own = certificates[employee.id, default: []].filter { $0.course == course.name }
    var needs: [TrainingDue] = []
    let add = { (by: LocalDateTime, kind: TrainingDue.Kind) in
      needs.append(
        TrainingDue(
          employee: employee.id,
          course: course.name,
          by: by,
          kind: kind,
          passProbability: chances[course.name] ?? Fraction(0.5) ?? .one
        )
      )
    }
    if !own.isEmpty, !own.contains(where: { $0.lapses == nil }),
      let lapse = own.compactMap(\.lapses).max()
    {
      add(lapse, .renewal)
    }
    if own.isEmpty, let by = firstDate(employee, course) { add(midnight(by), .first) }
    if let by = drillDate(employee, course, own) { add(midnight(by), .drill) }
    return needs
  }

  /// The day by which somebody who never had a certificate needs one; `nil` for never.
  private func firstDate(_ employee: Employee, _ course: Course) -> LocalDate? {
    let stage = stages.stages(of: employee.id).first { $0.stage.courses.contains(course.name) }
    if let stage { return stage.until }
    guard course.isCompliance else { return nil }
    return [employee.hired, course.from].compactMap(\.self).max() ?? date
  }

  /// The day of the next drill of a person in service; `nil` for none.
  private func drillDate(_ employee: Employee, _ course: Course, _ own: [Certification])
    -> LocalDate?
  {
    let drills = stages.curriculum(of: employee.id, on: date)?.inService ?? []
    guard let drill = drills.first(where: { $0.course == course.name }) else { return nil }
    let last = own.map(\.attained).max() ?? stages.stages(of: employee.id).last?.until
    return last.map { LapseRule.date($0, plusMonths: drill.everyMonths) }
  }

  private func midnight(_ date: LocalDate) -> LocalDateTime {
    LocalDateTime(date: date, secondOfDay: 0)
  }
}

extension TrainingDue.Kind {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
