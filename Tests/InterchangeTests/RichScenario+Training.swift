import Workforce

extension RichScenario {
  /// Training that uses every part of the format.
  static func training() throws -> TrainingInputs {
    TrainingInputs(
      courses: try courses(),
      curricula: try curricula(),
      rooms: [Room(name: "blue, big", site: "harbour", seats: 12)],
      presence: [
        PresenceRule(skill: "lead", site: "hill", least: 1), PresenceRule(skill: "lead", least: 2),
      ],
      placement: TrainingInputs.Placement(hours: try window("06:00-22:00"), sessionsPerWeek: 6),
      certifications: try certifications(),
      enrolments: [
        CurriculumEnrolment(
          employee: "Ünal",
          curriculum: "agent: new",
          cohort: "spring, 2026",
          from: try date("2026-03-02")
        )
      ],
      courseEnrolments: [
        CourseEnrolment(
          employee: "E,01",
          course: "no",
          session: "s 1",
          from: try date("2026-03-02")
        ),
        CourseEnrolment(employee: "Ünal", course: "licence", from: try date("2024-02-29")),
      ],
      mentorings: [
        Mentoring(
          employee: "Ünal",
          mentor: "E,01",
          from: try date("2026-03-02"),
          until: try date("2026-03-02")
        )
      ],
      sessions: [
        ClassSession(
          id: "s 1",
          course: "no",
          start: try local("2026-03-03T22:00"),
          end: try local("2026-03-04T00:30"),
          room: "blue, big",
          site: "hill",
          trainer: "Ünal",
          seats: 12,
          attendees: ["Ünal", "E,01"]
        ),
        ClassSession(
          id: "s2",
          course: "licence",
          start: try local("2026-03-05T09:00:30"),
          end: try local("2026-03-05T10:00"),
          seats: 1
        ),
      ]
    )
  }

  private static func courses() throws -> [Course] {
    [
      Course(
        name: "no",
        title: "Say \"no\"",
        mode: .blended,
        lengthMinutes: 90,
        seats: 20,
        passMark: try share(0.825),
        validity: .until(month: 2, day: 29),
        renewalWindowDays: 60,
        grace: Course.Grace(days: 14, mode: .none),
        guards: ["all"],
        isCompliance: true
      ),
      Course(
        name: "licence",
        from: try date("2020-01-01"),
        lengthMinutes: 120,
        passMark: .one,
        validity: .months(18),
        grace: Course.Grace(days: 0, mode: .supervised),
        grants: [
          Course.Grant(skill: "écrit, fin", level: "expert, A"), Course.Grant(skill: "lead"),
        ],
        guards: ["general"],
        prerequisites: ["no"],
        trainers: ["E,01", "Ünal"],
        rooms: ["blue, big"]
      ),
      Course(
        name: "licence",
        from: try date("2026-03-04"),
        mode: .online,
        lengthMinutes: 1,
        passMark: .zero
      ),
    ]
  }

  private static func curricula() throws -> [Curriculum] {
    [
      Curriculum(
        name: "agent: new",
        teams: ["red"],
        stages: [
          Curriculum.Stage(name: "compliance", length: .days(7), courses: ["no"], tenths: 0),
          Curriculum.Stage(
            name: "practice",
            length: .months(3),
            courses: ["licence", "no"],
            tenths: 3,
            level: "new",
            isNeverAlone: true,
            mentorShare: try share(0.8)
          ),
        ],
        inService: [Curriculum.Recurring(course: "no", everyMonths: 3)]
      ),
      Curriculum(
        name: "agent: new",
        from: try date("2026-01-01"),
        stages: [Curriculum.Stage(name: "all", length: .days(1))]
      ),
    ]
  }

  private static func certifications() throws -> [Certification] {
    [
      Certification(
        employee: "E,01",
        course: "no",
        attained: try date("2025-02-28"),
        from: try local("2025-02-28T10:30"),
        lapses: try local("2026-03-01T00:00"),
        reference: "c,1"
      ),
      Certification(
        employee: "Ünal",
        course: "licence",
        attained: try date("2024-02-29"),
        from: try local("2024-03-01T00:00"),
        lapses: nil,
        reference: "c2",
        isRevoked: true
      ),
    ]
  }
}
