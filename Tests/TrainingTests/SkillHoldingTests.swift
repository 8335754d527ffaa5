import TestSupport
import Testing
import Training
import Workforce

@Suite struct SkillHoldingTests {
  private typealias Make = ScenarioFixtures

  private static func course(_ name: String, _ change: (inout Course) -> Void = { _ in }) -> Course
  {
    var course = Course(name: name, lengthMinutes: 60, passMark: Make.share(0.8))
    change(&course)
    return course
  }

  private static func certificate(
    _ course: String,
    from: String,
    lapses: String?,
    of employee: String = "ada"
  ) -> Certification {
    Certification(
      employee: employee,
      course: course,
      attained: Make.time(from).date,
      from: Make.time(from),
      lapses: lapses.map(Make.time),
      reference: "\(employee) \(course) \(from)"
    )
  }

  private static func inputs(zone: String = "UTC") -> PlanningInputs {
    Make.inputs(
      people: Make.people("ada"),
      queues: [Make.queue("phone"), Make.queue("cards")],
      zone: Make.zone(zone)
    )
  }

  /// The spans in words: skill, local ends, what for.
  private static func spans(_ inputs: PlanningInputs) -> [String] {
    let zone = inputs.settings.zone
    return SkillHolding(inputs).spans().map { span in
      let from = span.from.map { zone.local(at: $0).description } ?? "always"
      let until = span.until.map { zone.local(at: $0).description } ?? "ever"
      return "\(span.skill) \(from) - \(until)" + (span.level.map { " as \($0)" } ?? "")
        + (span.isSupervised ? " supervised" : "")
    }
  }

  @Test func `without courses there are no spans`() {
    #expect(Self.spans(Self.inputs()) == [])
  }

  @Test func `a granted skill is held by certificate only, whatever skills.csv says`() {
    var inputs = Self.inputs()
    inputs.training.courses = [
      Self.course("licence") { $0.grants = [Course.Grant(skill: "cards", level: "skilled")] }
    ]
    #expect(Self.spans(inputs) == ["phone always - ever"])
    inputs.training.certifications = [
      Self.certificate("licence", from: "2026-01-01T00:00", lapses: "2026-03-04T00:00")
    ]
    #expect(
      Self.spans(inputs) == [
        "phone always - ever", "cards 2026-01-01T00:00 - 2026-03-04T00:00 as skilled",
      ]
    )
    inputs.training.certifications[0].isRevoked = true
    #expect(Self.spans(inputs) == ["phone always - ever"])
  }

  @Test func `a course that guards all skills stops them with its lapse, grace supervised first`() {
    var inputs = Self.inputs(zone: "America/New_York")
    inputs.training.courses = [
      Self.course("aml") {
        $0.guards = ["all"]
        $0.grace = Course.Grace(days: 5, mode: .supervised)
      }
    ]
    inputs.training.certifications = [
      Self.certificate("aml", from: "2026-01-15T09:00", lapses: "2026-03-04T00:00")
    ]
    // The grace ends at midnight, over the night in which the clock goes forward.
    #expect(
      Self.spans(inputs) == [
        "phone 2026-01-15T09:00 - 2026-03-04T00:00",
        "phone 2026-03-04T00:00 - 2026-03-09T00:00 supervised",
        "cards 2026-01-15T09:00 - 2026-03-04T00:00",
        "cards 2026-03-04T00:00 - 2026-03-09T00:00 supervised",
      ]
    )
  }

  @Test func `midnights that the clock skips are the moment of the change`() {
    var inputs = Self.inputs(zone: "Africa/Cairo")
    inputs.training.courses = [Self.course("aml") { $0.guards = ["phone"] }]
    inputs.training.certifications = [
      Self.certificate("aml", from: "2026-01-01T00:00", lapses: "2026-04-24T00:00")
    ]
    // On 24 April 2026 the clock of Cairo goes from 23:59 to 01:00.
    #expect(Self.spans(inputs).first == "phone 2026-01-01T00:00 - 2026-04-24T01:00")
  }

  @Test func `a new version changes what guards from its day on`() {
    var inputs = Self.inputs()
    inputs.training.courses = [
      Self.course("aml"),
      Self.course("aml") {
        $0.from = Make.date("2026-03-03")
        $0.guards = ["cards"]
      },
    ]
    #expect(Self.spans(inputs) == ["phone always - ever", "cards always - 2026-03-03T00:00"])
  }

  @Test func `the grace is that of the version at the lapse`() {
    var inputs = Self.inputs()
    inputs.training.courses = [
      Self.course("aml") {
        $0.guards = ["cards"]
        $0.grace = Course.Grace(days: 2, mode: .full)
      },
      Self.course("aml") {
        $0.from = Make.date("2026-03-03")
        $0.guards = ["cards"]
      },
    ]
    inputs.training.certifications = [
      Self.certificate("aml", from: "2026-01-01T00:00", lapses: "2026-03-02T00:00"),
      Self.certificate("aml", from: "2026-03-06T00:00", lapses: "2026-03-07T00:00"),
    ]
    #expect(
      Self.spans(inputs).dropFirst() == [
        "cards 2026-01-01T00:00 - 2026-03-04T00:00", "cards 2026-03-06T00:00 - 2026-03-07T00:00",
      ]
    )
  }

  @Test func `open positions need no certificate`() {
    var inputs = Self.inputs()
    inputs.training.courses = [Self.course("aml") { $0.guards = ["all"] }]
    inputs.employees[0].isPlaceholder = true
    #expect(Self.spans(inputs) == ["phone always - ever", "cards always - ever"])
  }

  @Test func `a stage sets the level while it lasts`() {
    var inputs = Self.inputs()
    inputs.training.courses = [Self.course("aml")]
    inputs.training.curricula = [
      Curriculum(
        name: "agent",
        stages: [
          Curriculum.Stage(name: "compliance", length: .days(7)),
          Curriculum.Stage(name: "practice", length: .days(21), level: "trainee"),
        ]
      )
    ]
    inputs.training.enrolments = [
      CurriculumEnrolment(employee: "ada", curriculum: "agent", from: Make.date("2026-03-02"))
    ]
    #expect(
      Self.spans(inputs).prefix(3) == [
        "phone always - 2026-03-09T00:00", "phone 2026-03-09T00:00 - 2026-03-30T00:00 as trainee",
        "phone 2026-03-30T00:00 - ever",
      ]
    )
  }

  @Test func `spans that follow each other allow what lies across them`() {
    let cut = Instant(secondsSinceEpoch: 1000)
    let spans = [
      SkillSpan(employee: "ada", skill: "phone", level: "new", until: cut),
      SkillSpan(employee: "ada", skill: "phone", from: cut, until: cut.adding(minutes: 10)),
      SkillSpan(
        employee: "ada",
        skill: "phone",
        from: cut.adding(minutes: 10),
        isSupervised: true
      ),
    ]
    #expect(spans.allow("phone", from: cut.adding(minutes: -5), until: cut.adding(minutes: 10)))
    #expect(!spans.allow("phone", from: cut.adding(minutes: -5), until: cut.adding(minutes: 11)))
    #expect(!spans.allow("cards", from: cut, until: cut.adding(minutes: 1)))
  }

  /// A curriculum without a single course: its levels count all the same.
  @Test func `levels of stages count where there are no courses`() {
    var inputs = Make.inputs(people: Make.people("ada"))
    inputs.training.curricula = [
      Curriculum(name: "agent", stages: [Curriculum.Stage(name: "one", length: .days(7))])
    ]
    inputs.training.enrolments = [
      CurriculumEnrolment(employee: "ada", curriculum: "agent", from: Make.date("2026-03-02"))
    ]
    #expect(!inputs.hasCertificates && SkillHolding(inputs).spans().isEmpty)
    inputs.training.curricula[0].stages[0].level = "new"
    inputs.skillSpans = SkillHolding(inputs).spans()
    #expect(inputs.hasCertificates)
    let levels = SkillLevels(inputs)
    let found = ["2026-03-01", "2026-03-02", "2026-03-08", "2026-03-09"].map {
      levels.levels(of: "ada", "phone", on: Make.date($0))
    }
    #expect(found == [[nil], ["new"], ["new"], [nil]])
  }
}
