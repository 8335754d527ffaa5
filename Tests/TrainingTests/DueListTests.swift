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
      Self.inputs,
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
    #expect(Self.words(list.overdue()) == ["2026-02-09 bo aml first", "2026-03-02 bo cards first"])
    #expect(
      Self.words(list.due(until: Make.date("2027-01-01"))).last == "2026-09-05 ada cards renewal"
    )
  }

  @Test func `coverage counts people with every compliance course in force`() {
    let list = { TrainingDueList(Self.inputs, on: Make.date($0)).complianceCoverage() }
    #expect(list("2026-03-04") == (1, 2))
    #expect(list("2026-03-05") == (0, 2))
    #expect(list("2026-01-01") == (1, 1))
  }

  @Test func `failed twice is said of the latest cycle`() {
    let cycle = { (employee: String, number: Int, attempts: Int, isPassed: Bool) in
      AttemptCycle(
        employee: employee,
        course: "aml",
        number: number,
        began: Make.date("2026-01-01"),
        first: Instant(secondsSinceEpoch: 0),
        last: Instant(secondsSinceEpoch: 0),
        attempts: attempts,
        isPassedFirst: false,
        isPassed: isPassed,
        site: "",
        team: "",
        cohort: ""
      )
    }
    let failed = TrainingDueList.failedTwice([
      cycle("bo", 1, 2, false), cycle("ada", 2, 3, false), cycle("ada", 1, 2, true),
      cycle("cy", 1, 2, false), cycle("cy", 2, 1, true), cycle("di", 1, 1, false),
    ])
    #expect(failed.map(\.employee) == ["ada", "bo"])
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
