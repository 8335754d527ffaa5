public import Storage
import Workforce

extension StoreFixtures {
  private typealias Make = ScenarioFixtures

  /// Records of every kind about the people of ``parts(people:seed:)``, by the same writer.
  public static func addTraining(to writer: TrainingWriter) throws {
    try writer.register(courses: ["aml", "lead"])
    var recorded: [Recorded] = []
    for session in sessions { recorded.append(try writer.add(session)) }
    recorded += try enrolments(writer)
    for certificate in certificates {
      recorded.append(try writer.add(certificate))
    }
    for attempt in attempts { recorded.append(try writer.add(attempt)) }
    recorded.append(
      try writer.add(Attendance(employee: "E001", session: "s1", minutes: 90, reference: "a1"))
    )
    recorded.append(try writer.add(work))
    for case .refused(let message, _) in recorded { throw ShiftwrightError(message) }
  }

  private static func enrolments(_ writer: TrainingWriter) throws -> [Recorded] {
    let from = Make.date("2026-03-02")
    return [
      try writer.add(
        CurriculumEnrolment(employee: "E001", curriculum: "agent", cohort: "spring", from: from)
      ),
      try writer.add(
        CourseEnrolment(
          employee: "E002",
          course: "aml",
          session: "s1",
          cohort: "late",
          from: from
        )
      ),
      try writer.add(
        Mentoring(
          employee: "E001",
          mentor: "E002",
          from: Make.date("2026-03-09"),
          until: Make.date("2026-09-30")
        )
      ),
    ]
  }

  private static var sessions: [ClassSession] {
    [
      ClassSession(
        id: "s1",
        course: "aml",
        start: Make.time("2026-03-03T10:00"),
        end: Make.time("2026-03-03T11:30"),
        room: "blue",
        site: "site",
        trainer: "E003",
        seats: 20,
        attendees: ["E002", "E001"]
      ),
      ClassSession(
        id: "s2",
        course: "lead",
        start: Make.time("2026-03-04T10:00"),
        end: Make.time("2026-03-04T14:00"),
        seats: 12
      ),
    ]
  }

  private static var certificates: [Certification] {
    [
      Certification(
        employee: "E001",
        course: "aml",
        attained: Make.date("2025-03-04"),
        from: Make.time("2025-03-04T00:00"),
        lapses: Make.time("2026-03-04T00:00"),
        reference: "c1"
      ),
      Certification(
        employee: "E002",
        course: "lead",
        attained: Make.date("2025-11-20"),
        from: Make.time("2025-11-20T16:30"),
        reference: "c2",
        isRevoked: true,
        revocationReason: "mistake"
      ),
    ]
  }

  /// An attempt, its correction, and one of somebody else.
  private static var attempts: [AssessmentAttempt] {
    let first = AssessmentAttempt(
      employee: "E001",
      course: "aml",
      session: "s1",
      sat: Make.time("2026-03-03T11:30"),
      attempt: 1,
      score: Make.share(0.6),
      passMark: Make.share(0.8),
      examiner: "E003",
      evidence: "sheet 12",
      source: "lms",
      reference: "17"
    )
    var correction = first
    correction.score = Make.share(0.85)
    correction.reference = "18"
    correction.corrects = "17"
    correction.reason = "misread"
    var other = first
    other.employee = "E002"
    other.reference = "20"
    other.session = nil
    return [first, correction, other]
  }

  private static var work: PerformanceRecord {
    PerformanceRecord(
      employee: "E001",
      date: Make.date("2026-03-02"),
      measure: .handleTime,
      cases: 42.25,
      mean: 301.5
    )
  }

  /// Calls `body` with a store that holds a scenario of some people and records of training.
  public static func withTraining<Result>(
    people count: Int = 6,
    _ body: (CenterStore) throws -> Result
  ) throws -> Result {
    try withStore(people: count) { store in
      _ = try store.record("training", by: "lead") { writer in try addTraining(to: writer) }
      return try body(store)
    }
  }
}
