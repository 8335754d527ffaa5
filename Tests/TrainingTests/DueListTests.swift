import TestSupport
import Testing
import Training
import Workforce

@Suite struct DueListTests {
  private typealias Make = ScenarioFixtures

  private static var inputs: PlanningInputs {
    var inputs = Make.inputs(people: Make.people("ada", "bo", "cy"))
    let mark = Make.share(0.8)
    inputs.employees[1].hired = Make.date("2026-02-02")
    inputs.employees[2].isPlaceholder = true
    inputs.training.courses = [
      Course(name: "aml", lengthMinutes: 60, passMark: mark, isCompliance: true),
      Course(name: "cards", lengthMinutes: 60, passMark: mark),
      Course(name: "drill", lengthMinutes: 60, passMark: mark),
    ]
    inputs.training.curricula = [
      Curriculum(
        name: "agent",
        stages: [
          Curriculum.Stage(name: "one", length: .days(7), courses: ["aml"]),
          Curriculum.Stage(name: "two", length: .days(21), courses: ["cards"]),
        ],
        inService: [Curriculum.Recurring(course: "drill", everyMonths: 3)]
      )
    ]
    inputs.training.enrolments = [
      CurriculumEnrolment(employee: "bo", curriculum: "agent", from: Make.date("2026-02-02"))
    ]
    inputs.training.certifications = [
      certificate("ada", "aml", "2025-03-05", lapses: "2026-03-05", "1"),
      certificate("ada", "cards", "2024-03-05", lapses: "2025-03-05", "2"),
      certificate("ada", "cards", "2025-03-01", lapses: "2026-09-05", "3"),
    ]
    return inputs
  }

  private static func certificate(
    _ employee: String,
    _ course: String,
    _ attained: String,
    lapses: String,
    _ reference: String
  ) -> Certification {
    Certification(
      employee: employee,
      course: course,
      attained: Make.date(attained),
      from: Make.time(attained + "T00:00"),
      lapses: Make.time(lapses + "T00:00"),
      reference: reference
    )
  }

  private static func words(_ due: [TrainingDue]) -> [String] {
    due.map { "\($0.by.date) \($0.employee) \($0.course) \($0.kind.rawValue)" }
  }

  @Test func `renewals, first certificates and drills, each once`() {
    let list = TrainingDueList(
      Self.book(Self.inputs),
      on: Make.date("2026-03-02"),
      chances: ["aml": Make.share(0.9)]
    )
    let due = list.due(until: Make.date("2026-06-30"))
    #expect(
      Self.words(due) == [
        "2026-02-09 bo aml first", "2026-03-02 bo cards first", "2026-03-05 ada aml renewal",
        "2026-06-02 bo drill drill",
      ]
    )
    #expect(due.map(\.passProbability.value) == [0.9, 0.5, 0.9, 0.5])
    #expect(
      Self.words(list.due(until: Make.date("2026-03-02"))) == [
        "2026-02-09 bo aml first", "2026-03-02 bo cards first",
      ]
    )
    #expect(
      Self.words(list.due(until: Make.date("2027-01-01"))).last == "2026-09-05 ada cards renewal"
    )
  }

  private static func book(_ inputs: PlanningInputs) -> TrainingBook {
    TrainingBook(inputs: inputs, records: .none)
  }

  @Test func `coverage counts people with every compliance course in force`() {
    let covered = { (inputs: PlanningInputs, date: String) in
      let coverage = TrainingDueList(Self.book(inputs), on: Make.date(date)).compliance()
      return [coverage.covered, coverage.employed]
    }
    #expect(covered(Self.inputs, "2026-03-04") == [1, 2])
    #expect(covered(Self.inputs, "2026-03-05") == [0, 2])
    #expect(covered(Self.inputs, "2026-01-01") == [1, 1])
    var gracious = Self.inputs
    gracious.training.courses[0].grace = Course.Grace(days: 30, mode: .full)
    #expect(covered(gracious, "2026-03-05") == [0, 2])
  }

  /// The skills that `SkillHolding` says are usable alone with the certificates of that moment and are
  /// not without, of those that the course has to do with.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `lost skills are those that the certificate would give`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "lost")
    var inputs = Make.inputs(
      people: Make.people("ada", "bo"),
      queues: [Make.queue("phone"), Make.queue("cards"), Make.queue("loans")]
    )
    let skills = ["phone", "cards", "loans"]
    inputs.skills.removeAll { _ in stream.below(3) == 0 }
    inputs.training.courses = (0..<4).map { number in
      Course(
        name: "k\(number)",
        lengthMinutes: 60,
        passMark: Make.share(0.8),
        grace: Course.Grace(
          days: stream.below(3) * 5,
          mode: Course.Grace.Mode.allCases[stream.below(3)]
        ),
        grants: stream.below(2) == 0 ? [] : [Course.Grant(skill: skills[stream.below(3)])],
        guards: [[], ["all"], [skills[stream.below(3)]]][stream.below(3)],
        isCompliance: stream.below(2) == 0
      )
    }
    inputs.training.certifications = (0..<8).map { number in
      let attained = Make.date("2026-01-01").adding(days: stream.below(60))
      return Certification(
        employee: ["ada", "bo"][stream.below(2)],
        course: "k\(stream.below(4))",
        attained: attained,
        from: LocalDateTime(date: attained, secondOfDay: 0),
        lapses: LocalDateTime(date: attained.adding(days: 30 + stream.below(90)), secondOfDay: 0),
        reference: "c\(number)",
        isRevoked: stream.below(6) == 0
      )
    }
    let date = Make.date("2026-03-05")
    let needs = TrainingDueList(Self.book(inputs), on: date).needs(until: date.adding(days: 120))
    for need in needs {
      var end = need.due.by
      let course = try #require(inputs.training.course(need.due.course, on: end.date))
      if need.due.kind == .renewal, course.grace.mode == .full {
        end = LocalDateTime(date: end.date.adding(days: course.grace.days), secondOfDay: 0)
      }
      let moment = Zone.utc.instant(at: end)
      var renewed = inputs
      for other in needs
      where other.due.employee == need.due.employee && other.due.by == need.due.by {
        renewed.training.certifications.append(
          Certification(
            employee: need.due.employee,
            course: other.due.course,
            attained: end.date,
            from: end,
            reference: "new \(other.due.course)"
          )
        )
      }
      let concerned = skills.filter { skill in
        course.grants.contains { $0.skill == skill } || course.guards.contains(skill)
          || course.guards == ["all"]
      }
      let lost = concerned.sorted().filter { skill in
        SkillHolding(renewed).holds(need.due.employee, skill, at: moment) == .full
          && SkillHolding(inputs).holds(need.due.employee, skill, at: moment) != .full
      }
      #expect(need.skillsLost == lost, "\(need)")
    }
  }

  @Test func `two certificates that lapse in one night: the skill is lost for want of both`() {
    var inputs = Make.inputs(people: Make.people("ada"), queues: [Make.queue("phone")])
    inputs.training.courses = ["aml", "general"].map {
      Course(name: $0, lengthMinutes: 60, passMark: Make.share(0.8), guards: ["phone"])
    }
    inputs.training.certifications = ["aml", "general"].map {
      Self.certificate("ada", $0, "2025-04-20", lapses: "2026-04-20", $0)
    }
    let list = TrainingDueList(Self.book(inputs), on: Make.date("2026-03-02"))
    let needs = list.needs(until: Make.date("2026-05-01"))
    #expect(needs.map(\.skillsLost) == [["phone"], ["phone"]])
  }

  @Test func `who has a seat is told with the first class to come`() {
    var inputs = Self.inputs
    inputs.training.sessions = [
      ("late", "2026-03-04"), ("past", "2026-03-01"), ("soon", "2026-03-03"),
    ]
    .map { id, day in
      ClassSession(
        id: id,
        course: "aml",
        start: Make.time(day + "T09:00"),
        end: Make.time(day + "T10:00"),
        seats: 5,
        attendees: ["ada"]
      )
    }
    let list = TrainingDueList(Self.book(inputs), on: Make.date("2026-03-02"))
    let needs = list.needs(until: Make.date("2026-03-10"))
    let booked = needs.map { "\($0.due.employee) \($0.due.course) \($0.booked ?? "-")" }
    #expect(booked == ["bo aml -", "bo cards -", "ada aml soon"])
  }

  /// When the person was hired, the curriculum came into force, the last drill was, and the next is due.
  struct DrillCase: Sendable {
    var hired: String?
    var from: String?
    var last: String?
    var due: String?
  }

  @Test(arguments: [
    DrillCase(hired: "2021-05-01", from: "2026-01-01", last: nil, due: "2026-04-01"),
    DrillCase(hired: "2026-02-10", from: "2026-01-01", last: nil, due: "2026-05-10"),
    DrillCase(hired: "2021-05-01", from: "2026-01-01", last: "2024-02-01", due: "2026-04-01"),
    DrillCase(hired: "2021-05-01", from: "2026-01-01", last: "2026-02-01", due: "2026-05-01"),
    DrillCase(hired: nil, from: nil, last: nil, due: "2026-03-02"),
    DrillCase(hired: "2021-05-01", from: "2026-03-03", last: nil, due: nil),
  ])
  func `people of a team in service take its drills from the day on which they are asked for`(
    c: DrillCase
  ) {
    var inputs = Make.inputs(people: Make.people("ada", "bo"))
    inputs.employees[0].team = "red"
    inputs.employees[0].hired = c.hired.map(Make.date)
    inputs.training.courses = [
      Course(name: "drill", lengthMinutes: 60, passMark: Make.share(0.8))
    ]
    inputs.training.curricula = [
      Curriculum(
        name: "service",
        from: c.from.map(Make.date),
        teams: ["red"],
        stages: [],
        inService: [Curriculum.Recurring(course: "drill", everyMonths: 3)]
      )
    ]
    if let last = c.last {
      var certificate = Self.certificate("ada", "drill", last, lapses: "2099-01-01", "1")
      certificate.lapses = nil
      inputs.training.certifications = [certificate]
    }
    let list = TrainingDueList(Self.book(inputs), on: Make.date("2026-03-02"))
    let due = list.due(until: Make.date("2026-12-31"))
    #expect(Self.words(due) == (c.due.map { ["\($0) ada drill drill"] } ?? []))
  }

  @Test func `reminders come 90, 60, 30 and 7 days before, missed ones once`() {
    let due = [
      TrainingDue(
        employee: "ada",
        course: "aml",
        by: Make.time("2026-03-05T00:00"),
        kind: .renewal,
        passProbability: .one
      )
    ]
    var people = Make.people("ada")
    people[0].team = "red"
    let left = { (on: String, since: String?) in
      ReminderList.reminders(
        due,
        employees: people,
        on: Make.date(on),
        since: since.map(Make.date)
      ).map { "\($0.on) \($0.daysLeft) \($0.team)" }
    }
    #expect(left("2025-12-05", nil) == ["2025-12-05 90 red"])
    #expect(left("2026-01-04", nil) == ["2026-01-04 60 red"])
    #expect(left("2026-02-03", nil) == ["2026-02-03 30 red"])
    #expect(left("2026-02-26", nil) == ["2026-02-26 7 red"])
    #expect(left("2026-02-27", nil) == [])
    #expect(left("2026-02-27", "2026-01-03") == ["2026-02-26 7 red"])
    #expect(left("2026-02-25", "2026-01-03") == ["2026-02-03 30 red"])
    #expect(left("2026-02-27", "2026-02-26") == [])
  }
}
