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
    var people: [String] = []
    let person = employees.map { employee in { try setting.check(employee: employee) } }
    try Self.all(
      person + [
        { people = try self.people(employees, team: team, setting) },
        { try Self.check(goal, from, setting) },
      ]
    )
    try Self.checkSeats(goal, people, setting)
    let name =
      switch goal {
      case .curriculum(let name), .course(let name, _): name
      }
    let change = try record("enrol") { writer in
      for person in people {
        try accept(Self.add(person, to: goal, from: from, cohort: cohort, writer))
      }
    }
    let text = Self.count(people.count, "person is", "people are")
    return Outcome(
      text: "\(text) on \(name) from \(from): \(change.counts[.enrolment]) new.",
      mark: change.mark,
      warnings: setting.slowed(people, goal, from)
    )
  }

  private static func check(_ goal: Goal, _ from: LocalDate, _ setting: Setting) throws {
    switch goal {
    case .curriculum(let curriculum):
      let known = Set(setting.inputs.training.curricula.map(\.name)).sorted()
      try setting.check(curriculum, "curriculum", among: known)
    case .course(let course, let session):
      try all([
        { _ = try setting.course(course, on: from) },
        { if let session { _ = try setting.session(session, of: course) } },
      ])
    }
  }

  /// Refuses more people than a class has free seats.
  private static func checkSeats(_ goal: Goal, _ people: [String], _ setting: Setting) throws {
    guard case .course(let course, let id?) = goal else { return }
    let session = try setting.session(id, of: course)
    let new = people.filter { !session.attendees.contains($0) && session.trainer != $0 }
    let free = max(0, session.seats - session.attendees.count)
    guard new.count > free else { return }
    throw ShiftwrightError(
      "Class '\(id)' has \(count(session.seats, "seat", "seats")) and "
        + "\(count(session.attendees.count, "person", "people")) on its list: \(free) free, "
        + "\(new.count) wanted.\nEnrol fewer, in another class, or in the course without a class."
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
      try writer.enrol(
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
  ///   - reason: Why what is on record of them is replaced; `nil` where nothing is.
  /// - Returns: What was done.
  /// - Throws: `ShiftwrightError` when a name is not known, or other minutes are on record.
  public func attend(
    _ session: String,
    _ employees: [String],
    minutes: Int,
    replacingBecause reason: String? = nil
  ) throws -> Outcome {
    let setting = try setting()
    try Self.all(
      [{ _ = try setting.session(session) }]
        + employees.map { employee in { try setting.check(employee: employee) } }
    )
    guard reason != "" else {
      throw ShiftwrightError("The reason is empty.\nSay why the attendance is replaced.")
    }
    let prefix = "attendance-"
    let change = try record("attend") { writer in
      let first = try writer.nextReference(.attendance, after: prefix)
      var others: [String] = []
      for (offset, employee) in employees.enumerated() {
        let old = try writer.attendance(of: employee, at: session)
        if let old, old.minutes == minutes { continue }
        if old != nil, reason == nil {
          others.append(employee)
          continue
        }
        let number = "\(prefix)\(first + offset)"
        let new = Attendance(
          employee: employee,
          session: session,
          minutes: minutes,
          reference: old?.replacement(number, because: reason ?? "") ?? number
        )
        try accept(writer.add(new))
      }
      try Self.refuse(others, at: session)
    }
    let people = Self.count(employees.count, "person", "people")
    return Outcome(
      text: "\(people) with \(minutes) minutes at class \(session).",
      mark: change.mark,
      warnings: try setting.doubts(employees, minutes, at: setting.session(session))
    )
  }

  private static func refuse(_ employees: [String], at session: String) throws {
    guard !employees.isEmpty else { return }
    throw ShiftwrightError(
      "On record with other minutes at class '\(session)': \(employees.joined(separator: ", ")).\n"
        + "Leave them out; or replace what is on record with --replace and --reason."
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
    try Self.all(
      Set([employee, mentor]).sorted().map { person in { try setting.check(employee: person) } } + [
        {
          guard employee == mentor else { return }
          throw ShiftwrightError(
            "Employee '\(employee)' is their own mentor.\nGive somebody else as mentor."
          )
        },
        {
          guard until < from else { return }
          throw ShiftwrightError(
            "until is \(until) but from is \(from).\nGive the later day as until."
          )
        },
      ]
    )
    let change = try record("mentor") { writer in
      try accept(
        writer.add(Mentoring(employee: employee, mentor: mentor, from: from, until: until))
      )
    }
    return Outcome(text: "1 pair from \(from) until \(until).", mark: change.mark)
  }
}
