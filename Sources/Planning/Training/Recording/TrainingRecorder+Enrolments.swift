import Storage
public import Workforce

extension TrainingRecorder {
  /// What people are put on.
  public enum Goal: Hashable, Sendable {
    /// A curriculum.
    case curriculum(String)
    /// A course, and a class where one is chosen.
    case course(String, session: String?)
  }

  /// Puts people on a curriculum or a course.
  ///
  /// - Parameters:
  ///   - employees: Who.
  ///   - team: All people of a team too; `nil` for none.
  ///   - goal: On what.
  ///   - from: The first day.
  ///   - cohort: The group with which they begin; may be empty.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` when a name is not known, or nobody is named.
  public func enrol(
    _ employees: [String],
    team: String?,
    on goal: Goal,
    from: LocalDate,
    cohort: String
  ) throws -> Outcome {
    let setting = try setting()
    let people = try people(employees, team: team, setting)
    let name: String
    switch goal {
    case .curriculum(let curriculum):
      let known = Set(setting.inputs.training.curricula.map(\.name)).sorted()
      try setting.check(curriculum, "curriculum", among: known)
      name = curriculum
    case .course(let course, let session):
      _ = try setting.course(course, on: from)
      if let session { _ = try setting.session(session, of: course) }
      name = course
    }
    let change = try record("enrol") { writer in
      for person in people {
        try accept(Self.add(person, to: goal, from: from, cohort: cohort, writer))
      }
    }
    let text = Self.count(people.count, "person is", "people are")
    return Outcome(
      text: "\(text) on \(name) from \(from): \(change.counts[.enrolment]) new.",
      mark: change.mark
    )
  }

  private static func add(
    _ person: String,
    to goal: Goal,
    from: LocalDate,
    cohort: String,
    _ writer: TrainingWriter
  ) throws -> Recorded {
    switch goal {
    case .curriculum(let name):
      try writer.add(
        CurriculumEnrolment(employee: person, curriculum: name, cohort: cohort, from: from)
      )
    case .course(let name, let session):
      try writer.add(
        CourseEnrolment(
          employee: person,
          course: name,
          session: session,
          cohort: cohort,
          from: from
        )
      )
    }
  }

  private func people(_ employees: [String], team: String?, _ setting: Setting) throws -> [String] {
    for employee in employees { try setting.check(employee: employee) }
    var people = employees
    if let team {
      let known = Set(setting.inputs.employees.map(\.team).filter { !$0.isEmpty }).sorted()
      try setting.check(team, "team", among: known)
      people += setting.inputs.employees.filter { $0.team == team && !$0.isPlaceholder }.map(\.id)
    }
    var seen: Set<String> = []
    people = people.filter { seen.insert($0).inserted }
    guard people.isEmpty else { return people }
    throw ShiftwrightError("Nobody is named.\nGive employees, or a team with --team.")
  }

  /// Records who was at a class.
  ///
  /// - Parameters:
  ///   - session: The class.
  ///   - employees: Who.
  ///   - minutes: How long each was there; 0 for people who did not come.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` when a name is not known.
  public func attend(_ session: String, _ employees: [String], minutes: Int) throws -> Outcome {
    let setting = try setting()
    _ = try setting.session(session)
    for employee in employees { try setting.check(employee: employee) }
    let prefix = "attendance-"
    let change = try record("attend") { writer in
      let first = try writer.nextReference(.attendance, after: prefix)
      for (offset, employee) in employees.enumerated() {
        try accept(
          writer.add(
            Attendance(
              employee: employee,
              session: session,
              minutes: minutes,
              reference: "\(prefix)\(first + offset)"
            )
          )
        )
      }
    }
    let people = Self.count(employees.count, "person", "people")
    return Outcome(
      text: "\(people) with \(minutes) minutes at class \(session).",
      mark: change.mark
    )
  }

  /// Has somebody look after somebody.
  ///
  /// - Parameters:
  ///   - employee: Who is looked after.
  ///   - mentor: By whom.
  ///   - from: The first day.
  ///   - until: The last day.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` when a name is not known, or the days make no span.
  public func mentor(
    _ employee: String,
    by mentor: String,
    from: LocalDate,
    until: LocalDate
  ) throws -> Outcome {
    let setting = try setting()
    for person in [employee, mentor] { try setting.check(employee: person) }
    guard employee != mentor else {
      throw ShiftwrightError(
        "Employee '\(employee)' is their own mentor.\nGive somebody else as mentor."
      )
    }
    guard from <= until else {
      throw ShiftwrightError("until is \(until) but from is \(from).\nGive the later day as until.")
    }
    let change = try record("mentor") { writer in
      try accept(
        writer.add(Mentoring(employee: employee, mentor: mentor, from: from, until: until))
      )
    }
    return Outcome(text: "1 pair from \(from) until \(until).", mark: change.mark)
  }
}
