import Training
import Workforce

extension SampleTraining {
  /// Everybody's certificates: what their skills need, drills of those in service, and the course that
  /// half of them took.
  func certifications(_ courses: [Course]) -> [Certification] {
    let versions = Dictionary(courses.map { ($0.name, $0) }) { first, _ in first }
    let (lapsing, grants) = (Self.lapsing(people), Dictionary(grouping: skills, by: \.employee))
    var all = people.employees.indices.flatMap { index in
      needed(of: index, lapsing, grants[people.employees[index].id] ?? [], versions)
    }
    all += people.employees.flatMap { drills(of: $0, versions) }
    let passes = Dictionary(grouping: all, by: \.employee).mapValues { $0.map(\.attained) }
    all += people.employees.indices.compactMap { calming(of: $0, passes, versions) }
    return all.enumerated().map { index, certificate in
      var numbered = certificate
      numbered.reference = "c-\(index + 1)"
      return numbered
    }
  }

  /// Nobody passes before being hired; newcomers pass within their stages.
  private func needed(
    of index: Int,
    _ lapsing: Set<String>,
    _ grants: [SkillGrant],
    _ courses: [String: Course]
  ) -> [Certification] {
    let employee = people.employees[index]
    let isSpread = options.lapse == nil
    let hired = employee.hired ?? monday.adding(days: -4000)
    var random = RandomStream(seed: options.seed, name: "sample certificates", keys: index)
    var attained = monday.adding(days: -(5 + random.below(isSpread ? 340 : 270)))
    if let lapse = options.lapse, lapsing.contains(employee.id) {
      attained = LapseRule.date(lapse.date, plusMonths: -12)
    } else {
      attained = isTrainee(employee) ? hired.adding(days: 5) : max(attained, hired.adding(days: 5))
    }
    var all = [certificate(employee.id, courses[Self.compliance], attained)]
    for (rank, grant) in grants.enumerated() {
      let drawn = monday.adding(days: -(5 + random.below(isSpread ? 690 : 630)))
      let taught = min(hired.adding(days: 20), monday.adding(days: -2))
      let day = isTrainee(employee) && rank == 0 ? taught : max(drawn, taught)
      all.append(
        certificate(employee.id, courses[Self.course(for: grant.skill)], grant.from ?? day)
      )
    }
    return all.compactMap(\.self)
  }

  /// The last drill, and the one before it, of those whose stages are over.
  private func drills(of employee: Employee, _ courses: [String: Course]) -> [Certification] {
    guard options.lapse == nil, isEnrolled(employee), !isTrainee(employee),
      let hired = employee.hired
    else { return [] }
    var random = RandomStream(seed: options.seed, name: "sample drills " + employee.id)
    let last = monday.adding(days: -(3 + random.below(110)))
    return [last.adding(days: -91), last].filter { $0 > hired.adding(days: 215) }.compactMap {
      certificate(employee.id, courses[Self.drill], $0)
    }
  }

  /// Six weeks ago, when no other course was near, by every second person.
  private func calming(
    of index: Int,
    _ passes: [String: [LocalDate]],
    _ courses: [String: Course]
  ) -> Certification? {
    let employee = people.employees[index]
    var random = RandomStream(seed: options.seed, name: "sample calming", keys: index)
    let isChosen = random.unit() < 0.5
    let date = monday.adding(days: -(42 + random.below(7)))
    let near = date.adding(days: -29)...date.adding(days: 36)
    guard isChosen, !isTrainee(employee),
      !passes[employee.id, default: []].contains(where: near.contains)
    else { return nil }
    return certificate(employee.id, courses[Self.calming], date)
  }

  private func certificate(_ employee: String, _ course: Course?, _ attained: LocalDate)
    -> Certification?
  {
    guard let course else { return nil }
    let lapse = LapseRule.lapse(of: course.validity, attained: attained)
    return Certification(
      employee: employee,
      course: course.name,
      attained: attained,
      from: LocalDateTime(date: attained, secondOfDay: 0),
      lapses: lapse.map { LocalDateTime(date: $0, secondOfDay: 0) },
      reference: ""
    )
  }

  /// Those who lose the compliance certificate in one night: nobody who is away in the two weeks
  /// before, as far as that can be.
  private static func lapsing(_ people: SamplePeople) -> Set<String> {
    let options = people.options
    guard let lapse = options.lapse else { return [] }
    let wanted = Int((lapse.share.value * Double(people.employees.count)).rounded())
    let first = lapse.date.adding(days: -14)
    let away = Set(
      people.absences.filter { $0.from.date < lapse.date && first <= $0.until.date }
        .map(\.employee)
    )
    var order = people.employees.map(\.id)
    var random = RandomStream(seed: options.seed, name: "sample lapses")
    random.shuffle(&order)
    let sorted = order.filter { !away.contains($0) } + order.filter(away.contains)
    return Set(sorted.prefix(wanted))
  }
}
