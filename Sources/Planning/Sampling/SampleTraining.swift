import Training
import Workforce

/// Makes the courses and certificates of the synthetic bank, so that everybody holds what their
/// skills need.
struct SampleTraining {
  let people: SamplePeople
  let skills: [SkillGrant]
  private let sites: [Site]
  var options: SampleOptions { people.options }
  var monday: LocalDate { options.week.monday }

  init(people: SamplePeople, skills: [SkillGrant], sites: [Site]) {
    self.people = people
    self.skills = skills
    self.sites = sites
  }

  /// The compliance course that guards every skill.
  static let compliance = "aml"
  /// The course that is repeated in service.
  static let drill = "service_drill"
  /// A course that half of the people took, and that shortens their calls.
  static let calming = "calming"
  /// The course that grants a skill.
  static func course(for skill: String) -> String { "\(skill)_course" }

  var training: TrainingInputs {
    let courses = courses
    let certifications = certifications(courses)
    return TrainingInputs(
      courses: courses,
      curricula: curricula,
      rooms: rooms,
      placement: ClockWindow("09:00-17:00").map {
        TrainingInputs.Placement(hours: $0, sessionsPerWeek: max(4, options.people / 25))
      },
      certifications: certifications,
      enrolments: enrolments,
      mentorings: mentorings,
      sessions: sessions
        + SampleClasses(certifications, people.employees, courses).sessions
    )
  }

  private var skillNames: [String] { Set(skills.map(\.skill)).sorted() }

  private var courses: [Course] {
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
    return [compliance]
      + skillNames.map { skill in
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
      } + extras
  }

  /// A drill for those in service, and a course that nobody must have.
  private var extras: [Course] {
    [
      Course(
        name: Self.drill,
        title: "Scenario drill",
        lengthMinutes: 60,
        seats: 12,
        passMark: Fraction(0.7) ?? .one,
        trainers: trainers
      ),
      Course(
        name: Self.calming,
        title: "Calming upset customers",
        lengthMinutes: 120,
        seats: 12,
        passMark: Fraction(0.7) ?? .one,
        trainers: trainers
      ),
    ]
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

  /// One for each skill: compliance, then the skill in practice, then half a year beside a mentor.
  private var curricula: [Curriculum] {
    skillNames.map { skill in
      Curriculum(
        name: Self.curriculum(for: skill),
        stages: [
          Curriculum.Stage(
            name: "compliance",
            length: .days(7),
            courses: [Self.compliance],
            tenths: 0
          ),
          Curriculum.Stage(
            name: "practice",
            length: .days(21),
            courses: [Self.course(for: skill)],
            tenths: 5
          ),
          Curriculum.Stage(name: "mentored", length: .months(6)),
        ],
        inService: [Curriculum.Recurring(course: Self.drill, everyMonths: 3)]
      )
    }
  }

  /// The curriculum that teaches a skill.
  static func curriculum(for skill: String) -> String { "\(skill)_agent" }

  /// Hired less than seven months ago.
  func isTrainee(_ employee: Employee) -> Bool {
    employee.hired.map { $0.adding(days: 210) > monday } ?? false
  }

  /// The newest people; without a night of lapses those of the last three years, who are in service.
  var isEnrolled: (Employee) -> Bool {
    guard options.lapse == nil else { return isTrainee }
    let first = monday.adding(days: -1100)
    return { employee in employee.hired.map { $0 > first } ?? false }
  }

  private var enrolments: [CurriculumEnrolment] {
    let primary = Dictionary(skills.map { ($0.employee, $0.skill) }) { first, _ in first }
    return people.employees.filter(isEnrolled).compactMap { employee in
      guard let hired = employee.hired, let skill = primary[employee.id] else { return nil }
      return CurriculumEnrolment(
        employee: employee.id,
        curriculum: Self.curriculum(for: skill),
        cohort: hired.quarter,
        from: hired
      )
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
