import Checking
import TestSupport
import Testing
import Workforce

/// Who counts as a companion, with several people on the roster.
@Suite struct CompanionCheckTests {
  private static let stage = Curriculum.Stage(
    name: "practice",
    length: .days(14),
    isNeverAlone: true,
    mentorShare: Make.share(0.8)
  )

  private static func inputs() -> PlanningInputs {
    var inputs = Make.inputs(
      people: Make.people("ada", "bo", "cy"),
      queues: [Make.queue("phone"), Make.queue("chat")],
      templates: [Make.template(minutes: 300)]
    )
    inputs.settings.sites.append(Site(name: "hill"))
    inputs.training.curricula = [Curriculum(name: "agent", stages: [stage])]
    inputs.training.enrolments = [enrolled("ada")]
    return inputs
  }

  private static func enrolled(_ person: String, from: String = "2026-03-01")
    -> CurriculumEnrolment
  {
    CurriculumEnrolment(
      employee: person,
      curriculum: "agent",
      cohort: "",
      from: Make.date(from)
    )
  }

  private static func mentoring(_ mentor: String, until: String = "2026-03-31") -> Mentoring {
    Mentoring(
      employee: "ada",
      mentor: mentor,
      from: Make.date("2026-03-01"),
      until: Make.date(until)
    )
  }

  /// What the two rules say of Ada.
  private static func found(
    ada: String = "........#####",
    bo: String,
    cy: String = "",
    change: (inout PlanningInputs) -> Void = { _ in }
  ) -> [String] {
    var inputs = inputs()
    change(&inputs)
    let strip = RosterStrip(week: Make.week, zone: .utc, stepMinutes: 60)
    let roster = Roster(
      week: Make.week,
      zone: .utc,
      tours: zip(["ada", "bo", "cy"], [ada, bo, cy]).map {
        strip.tour($0, $1, queues: ["phone"])
      }
    )
    return RosterChecker(inputs: inputs).violations(in: roster)
      .filter { ["never alone", "mentor overlap"].contains($0.rule) && $0.employee == "ada" }
      .map { "\($0.rule) \($0.detail)" }
  }

  private static func alone(_ from: String, _ until: String, date: String = "2026-03-02") -> String
  {
    "never alone stage practice: alone from \(date) \(from) until \(date) \(until); nobody at site "
      + "who is past such stages and shares a skill is at work then"
  }

  @Test func `colleagues one after the other are enough, breaks included`() {
    #expect(Self.found(bo: "......##b#b", cy: "..........b####") == [])
  }

  @Test func `the stretches without anybody are named`() {
    #expect(
      Self.found(bo: ".........##") == [
        Self.alone("08:00", "09:00"), Self.alone("11:00", "13:00"),
      ]
    )
  }

  @Test func `over midnight into the next date`() {
    let found = Self.found(ada: "......................##|##", bo: "......................##|#")
    #expect(found == [Self.alone("01:00", "02:00", date: "2026-03-03")])
  }

  @Test func `another site, another trainee, nobody employed, or no shared skill does not count`() {
    let all = [Self.alone("08:00", "13:00")]
    let bo = "........#####"
    #expect(Self.found(bo: bo) == [])
    #expect(Self.found(bo: bo) { $0.employees[1].site = "hill" } == all)
    #expect(Self.found(bo: bo) { $0.training.enrolments.append(Self.enrolled("bo")) } == all)
    #expect(Self.found(bo: bo) { $0.employees[1].leaves = Make.date("2026-03-01") } == all)
    #expect(
      Self.found(bo: bo) { inputs in
        inputs.skills = [
          SkillGrant(employee: "ada", skill: "phone"), SkillGrant(employee: "bo", skill: "chat"),
        ]
      } == all
    )
  }

  @Test func `a trainee of the week after counts, and without a skill anybody does`() {
    let bo = "........#####"
    #expect(
      Self.found(bo: bo) {
        $0.training.enrolments.append(Self.enrolled("bo", from: "2026-03-03"))
      } == []
    )
    #expect(
      Self.found(bo: bo) { $0.skills = [SkillGrant(employee: "bo", skill: "chat")] } == []
    )
  }

  @Test func `a skill under a lapsed certificate is not shared`() {
    let found = Self.found(bo: "........#####") { inputs in
      inputs.training.courses = [
        Course(
          name: "aml",
          lengthMinutes: 60,
          passMark: Make.share(0.8),
          guards: ["all"]
        )
      ]
      inputs.training.certifications = [("ada", "2026-06-01"), ("bo", "2026-03-02")].map {
        Certification(
          employee: $0.0,
          course: "aml",
          attained: Make.date("2025-03-04"),
          from: Make.time("2025-03-04T00:00"),
          lapses: Make.time("\($0.1)T12:00"),
          reference: $0.0
        )
      }
    }
    #expect(found == [Self.alone("08:00", "13:00")])
  }

  /// Four of five hours are just 80 %.
  @Test func `mentors cover the share together, exactly`() {
    let with = { (inputs: inout PlanningInputs) in
      inputs.training.mentorings = [Self.mentoring("bo"), Self.mentoring("cy")]
    }
    #expect(Self.found(bo: ".......###", cy: "..........#####", change: with) == [])
    #expect(
      Self.found(bo: "........##b#", cy: "...........####") { with(&$0) } == []
    )
    let short = Self.found(bo: "........#####") {
      $0.training.mentorings = [Self.mentoring("cy")]
    }
    #expect(
      short == [
        "mentor overlap stage practice: shifts of cy cover 0 min of 5 h; at least 4 h required"
      ]
    )
    let both = Self.found(bo: "........#####", cy: "........###") {
      $0.training.mentorings = [Self.mentoring("bo", until: "2026-03-01"), Self.mentoring("cy")]
    }
    #expect(
      both == [
        "mentor overlap stage practice: shifts of cy cover 3 h of 5 h; at least 4 h required"
      ]
    )
    #expect(
      Self.found(bo: "........#####", cy: "........####") {
        $0.training.mentorings = [Self.mentoring("cy")]
      } == []
    )
  }
}
