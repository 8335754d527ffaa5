import Checking
import TestSupport
import Testing
import Workforce

/// Who counts as a supervisor, with several people on the roster.
@Suite struct SupervisedWorkTests {
  private static func violations(
    bo: String,
    change: (inout PlanningInputs) -> Void = { _ in }
  ) -> [String] {
    var inputs = Make.inputs(
      people: Make.people("ada", "bo"),
      templates: [Make.template(minutes: 240)]
    )
    inputs.settings.sites.append(Site(name: "hill"))
    inputs.training.courses = [
      Course(
        name: "aml",
        lengthMinutes: 60,
        passMark: Make.share(0.8),
        grace: Course.Grace(days: 30, mode: .supervised),
        guards: ["phone"]
      )
    ]
    inputs.training.certifications = [("ada", "2026-03-01T00:00"), ("bo", "2026-06-01T00:00")].map {
      Certification(
        employee: $0.0,
        course: "aml",
        attained: Make.date("2025-03-04"),
        from: Make.time("2025-03-04T00:00"),
        lapses: Make.time($0.1),
        reference: $0.0
      )
    }
    change(&inputs)
    let strip = RosterStrip(week: Make.week, zone: .utc, stepMinutes: 60)
    let roster = Roster(
      week: Make.week,
      zone: .utc,
      tours: [
        strip.tour("ada", "........####", queues: ["phone"]),
        strip.tour("bo", bo, queues: ["phone"]),
      ]
    )
    return RosterChecker(inputs: inputs).violations(in: roster)
      .filter { $0.rule == "supervised work" }.map(\.detail)
  }

  @Test func `a colleague of the site beside all the time is enough`() {
    #expect(Self.violations(bo: "........####") == [])
  }

  @Test func `the stretches without one are named`() {
    #expect(
      Self.violations(bo: "..........####") == [
        "queue phone from 2026-03-02 08:00 until 2026-03-02 10:00 under grace; nobody at site who "
          + "holds its skill in full works on it then"
      ]
    )
  }

  @Test func `somebody of another site, or under grace too, does not count`() {
    #expect(Self.violations(bo: "........####") { $0.employees[1].site = "hill" }.count == 1)
    let both = Self.violations(bo: "........####") {
      $0.training.certifications[1].lapses = Make.time("2026-03-01T00:00")
    }
    #expect(both.count == 2)
  }
}
