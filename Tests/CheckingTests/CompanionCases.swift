import TestSupport
import Workforce

extension RuleTests {
  /// One stage of Ada's from a day on, and a colleague of the site.
  private static func stage(
    _ inputs: inout PlanningInputs,
    from: String = "2026-03-02",
    isNeverAlone: Bool = true,
    share: Double = 0.5
  ) {
    inputs.employees += Make.people("bo")
    inputs.training.curricula = [
      Curriculum(
        name: "agent",
        stages: [
          Curriculum.Stage(
            name: "practice",
            length: .days(5),
            isNeverAlone: isNeverAlone,
            mentorShare: Make.share(share)
          )
        ]
      )
    ]
    inputs.training.enrolments = [
      CurriculumEnrolment(
        employee: "ada",
        curriculum: "agent",
        cohort: "",
        from: Make.date(from)
      )
    ]
  }

  private static func mentor(_ inputs: inout PlanningInputs) {
    inputs.training.mentorings = [
      Mentoring(
        employee: "ada",
        mentor: "bo",
        from: Make.date("2026-03-01"),
        until: Make.date("2026-03-03")
      )
    ]
  }

  /// Rules about companions, with one person at work; see also `CompanionCheckTests`.
  static let companionCases: [RuleCase] = [
    RuleCase(
      rule: "never alone",
      reason: "the day after the stage",
      strips: ["|||||........####"],
      change: { stage(&$0) }
    ),
    RuleCase(
      rule: "never alone",
      reason: "in the stage, through the whole shift",
      strips: ["........####|........####"],
      change: { stage(&$0, from: "2026-03-03", share: 0) },
      expected: [
        "ada 2026-03-03 never alone: stage practice: alone from 2026-03-03 08:00 until 2026-03-03 "
          + "12:00; nobody at site who is past such stages and shares a skill is at work then"
      ]
    ),
    RuleCase(
      rule: "mentor overlap",
      reason: "no mentor on record from Wednesday on",
      strips: ["||........####"],
      change: {
        stage(&$0, isNeverAlone: false)
        mentor(&$0)
      }
    ),
    RuleCase(
      rule: "mentor overlap",
      reason: "the mentor is off",
      strips: ["|........####"],
      change: {
        stage(&$0, isNeverAlone: false)
        mentor(&$0)
      },
      expected: [
        "ada 2026-03-03 mentor overlap: stage practice: shifts of bo cover 0 min of 4 h; at least "
          + "2 h required"
      ]
    ),
  ]
}
