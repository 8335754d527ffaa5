import TestSupport
import Testing
import Training
import Workforce

@Suite struct StageTests {
  private typealias Make = ScenarioFixtures

  private static let training = TrainingInputs(
    curricula: [
      Curriculum(
        name: "agent",
        stages: [
          Curriculum.Stage(name: "compliance", length: .days(7), tenths: 0),
          Curriculum.Stage(name: "practice", length: .days(21), tenths: 5, isNeverAlone: true),
          Curriculum.Stage(name: "mentored", length: .months(6)),
        ],
        inService: [Curriculum.Recurring(course: "drill", everyMonths: 3)]
      ),
      Curriculum(
        name: "agent",
        from: Make.date("2026-03-01"),
        stages: [Curriculum.Stage(name: "short", length: .days(1))]
      ),
    ],
    enrolments: [
      CurriculumEnrolment(employee: "ada", curriculum: "agent", from: Make.date("2026-02-02")),
      CurriculumEnrolment(employee: "bo", curriculum: "agent", from: Make.date("2026-03-02")),
    ],
    mentorings: [
      Mentoring(
        employee: "ada",
        mentor: "cy",
        from: Make.date("2026-02-09"),
        until: Make.date("2026-03-01")
      )
    ]
  )

  @Test func `one week, three weeks, six months, then in service`() {
    let stages = StageOnDate(Self.training)
    let names = [
      "2026-02-01", "2026-02-02", "2026-02-08", "2026-02-09", "2026-03-01", "2026-03-02",
      "2026-09-01", "2026-09-02",
    ].map { stages.stage(of: "ada", on: Make.date($0))?.stage.name ?? "none" }
    #expect(
      names == [
        "none", "compliance", "compliance", "practice", "practice", "mentored", "mentored", "none",
      ]
    )
    #expect(stages.mentors(of: "ada", on: Make.date("2026-03-01")) == ["cy"])
    #expect(stages.mentors(of: "ada", on: Make.date("2026-03-02")) == [])
  }

  @Test func `people follow the version with which they began`() {
    let stages = StageOnDate(Self.training)
    #expect(stages.stages(of: "bo").map(\.stage.name) == ["short"])
    #expect(stages.curriculum(of: "ada", on: Make.date("2027-01-01"))?.stages.count == 3)
    #expect(stages.curriculum(of: "ada", on: Make.date("2026-01-01")) == nil)
  }

  @Test func `a second enrolment ends the first`() {
    var training = Self.training
    training.enrolments.append(
      CurriculumEnrolment(employee: "ada", curriculum: "agent", from: Make.date("2026-02-12"))
    )
    let stages = StageOnDate(training).stages(of: "ada")
    #expect(
      stages.map(\.stage.name) == ["compliance", "practice", "compliance", "practice", "mentored"]
    )
    #expect(stages[1].until == Make.date("2026-02-12"))
  }
}
