import Training
import Workforce

/// Makes the courses and certificates of the synthetic bank, so that everybody holds what their
/// skills need.
struct SampleTraining {
  private let people: SamplePeople
  private let skills: [SkillGrant]
  private let sites: [Site]
  private var options: SampleOptions { people.options }
  private var monday: LocalDate { options.week.monday }

  init(people: SamplePeople, skills: [SkillGrant], sites: [Site]) {
    self.people = people
    self.skills = skills
    self.sites = sites
  }

  /// The compliance course that guards every skill.
  static let compliance = "aml"
  /// The course that grants a skill.
  static func course(for skill: String) -> String { "\(skill)_course" }

  var training: TrainingInputs {
    let courses = courses
    return TrainingInputs(
      courses: courses,
      curricula: [curriculum],
      rooms: rooms,
      placement: ClockWindow("09:00-17:00").map {
        TrainingInputs.Placement(hours: $0, sessionsPerWeek: max(4, options.people / 25))
      },
      certifications: certifications(courses),
      enrolments: enrolments,
      mentorings: mentorings,
      sessions: sessions
    )
  }

  private var courses: [Course] {
    var seen: Set<String> = []
    let names = skills.map(\.skill).filter { seen.insert($0).inserted }.sorted()
    let compliance = Course(
      name: Self.compliance,
      title: "Anti-money laundering",
      lengthMinutes: 90,
      seats: 12,
      passMark: Fraction(0.8) ?? .one,
      validity: .months(12),
      renewalWindowDays: 60,
      guards: ["all"],
      trainers: trainers,
      isCompliance: true
    )
    let drill = Course(
      name: "service_drill",
      title: "Scenario drill",
      lengthMinutes: 60,
      seats: 12,
      passMark: Fraction(0.7) ?? .one,
      trainers: trainers
    )
    return [compliance]
      + names.map { skill in
        Course(
          name: Self.course(for: skill),
          title: "Serving \(skill)",
          lengthMinutes: 240,
          seats: 10,
          passMark: Fraction(0.75) ?? .one,
          validity: .months(24),
          renewalWindowDays: 60,
          grants: [Course.Grant(skill: skill)],
          trainers: trainers
        )
      } + [drill]
  }

  private var rooms: [Room] {
    let perSite = max(1, options.people / 300)
    return sites.flatMap { site in
      (1...perSite).map { Room(name: "\(site.name) \($0)", site: site.name, seats: 12) }
    }
  }

  /// One in twenty of those who work full time, long there, and are not away: at least one per site.
  private var trainers: [String] {
    let away = Set(people.absences.map(\.employee))
    let able = people.employees.indices.filter { index in
      people.contracts[index] == 0 && !away.contains(people.employees[index].id)
        && !isTrainee(people.employees[index])
    }.map { people.employees[$0] }
    return sites.flatMap { site in
      let own = able.filter { $0.site == site.name }
      return own.prefix(max(2, options.people / sites.count / 40)).map(\.id)
    }.sorted()
  }

  private var curriculum: Curriculum {
    Curriculum(
      name: "agent",
      stages: [
        Curriculum.Stage(
          name: "compliance",
          length: .days(7),
          courses: [Self.compliance],
          tenths: 0
        ),
        Curriculum.Stage(name: "practice", length: .days(21), tenths: 5),
        Curriculum.Stage(name: "mentored", length: .months(6)),
      ],
      inService: [Curriculum.Recurring(course: "service_drill", everyMonths: 3)]
    )
  }

  /// Hired less than seven months ago.
  private func isTrainee(_ employee: Employee) -> Bool {
    employee.hired.map { $0.adding(days: 210) > monday } ?? false
  }

  private var enrolments: [CurriculumEnrolment] {
    people.employees.filter(isTrainee).compactMap { employee in
      employee.hired.map {
        CurriculumEnrolment(
          employee: employee.id,
          curriculum: "agent",
          cohort: $0.quarter,
          from: $0
        )
      }
    }
  }

  private var mentorings: [Mentoring] {
    people.employees.filter(isTrainee).compactMap { trainee in
      let others = people.employees.filter { $0.team == trainee.team && !isTrainee($0) }
      guard let hired = trainee.hired, let mentor = others.first else { return nil }
      return Mentoring(
        employee: trainee.id,
        mentor: mentor.id,
        from: hired,
        until: hired.adding(days: 210)
      )
    }
  }

  /// A class of the week before, at which results were sat.
  private var sessions: [ClassSession] {
    let day = monday.adding(days: -5)
    guard let room = rooms.first else { return [] }
    return [
      ClassSession(
        id: "past-1",
        course: Self.compliance,
        start: LocalDateTime(date: day, secondOfDay: 10 * 3600),
        end: LocalDateTime(date: day, secondOfDay: 41_400),
        room: room.name,
        site: room.site,
        trainer: trainers.first,
        seats: 12
      )
    ]
  }
}

extension SampleTraining {
  private func certifications(_ courses: [Course]) -> [Certification] {
    let chosen = lapsing
    var all: [Certification] = []
    for (index, employee) in people.employees.enumerated() {
      var random = RandomStream(seed: options.seed, name: "sample certificates", keys: index)
      var attained = monday.adding(days: -(5 + random.below(270)))
      if let lapse = options.lapse, chosen.contains(employee.id) {
        attained = LapseRule.date(lapse.date, plusMonths: -12)
      }
      all.append(certificate(employee.id, courses[0], attained))
      for grant in skills where grant.employee == employee.id {
        let name = Self.course(for: grant.skill)
        guard let course = courses.first(where: { $0.name == name }) else { continue }
        let day = grant.from ?? monday.adding(days: -(5 + random.below(630)))
        all.append(certificate(employee.id, course, day))
      }
    }
    return all.enumerated().map { index, certificate in
      var numbered = certificate
      numbered.reference = "c-\(index + 1)"
      return numbered
    }
  }

  private func certificate(_ employee: String, _ course: Course, _ attained: LocalDate)
    -> Certification
  {
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
  private var lapsing: Set<String> {
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
