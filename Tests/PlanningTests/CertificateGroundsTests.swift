import Testing
import Workforce

@testable import Planning

/// What a certificate says about people, and how bad input is listed.
@Suite struct CertificateGroundsTests {
  private let proficiency = ProficiencySettings(
    levels: [.init(name: "junior", factor: 1.3), .init(name: "expert", factor: 0.8)],
    tenure: [.init(belowMonths: 6, factor: 1.25)]
  )

  private func queue(_ name: String, skill: String) -> QueueSettings {
    QueueSettings(
      name: name,
      channel: .phone,
      skill: skill,
      openingHours: .always,
      target: ServiceTarget(serviceLevel: .zero, threshold: .seconds(20)),
      averageHandleTime: .seconds(200)
    )
  }

  private func mean(_ settings: ProficiencySettings) throws -> ProficiencyMean {
    let week = try #require(ISOWeek("2026-W10"))
    let people: [(id: String, hired: String, queues: [String])] = [
      ("a", "2020-01-01", ["phone"]), ("b", "2026-01-01", ["mail", "phone"]),
      ("c", "2020-01-01", ["mail"]),
    ]
    let tours = people.map { person in
      Tour(
        employee: person.id,
        shifts: [0, 1].map { day in
          let start = Zone.utc.startOfDay(week.dates[day])
          return Shift(
            date: week.dates[day],
            start: start,
            end: start.adding(minutes: 480),
            segments: [],
            queues: person.queues
          )
        }
      )
    }
    let inputs = PlanningInputs(
      settings: ScenarioSettings(
        name: "test",
        zone: .utc,
        intervalMinutes: 60,
        forecastMethod: .weeklyNaive,
        queues: [queue("phone", skill: "phone"), queue("mail", skill: "mail")],
        sites: [],
        shiftTemplates: [],
        contracts: [],
        costs: CostSettings(),
        proficiency: settings
      ),
      history: [],
      employees: people.map {
        Employee(id: $0.id, name: "", site: "", contract: "", hired: LocalDate($0.hired))
      },
      skills: [
        SkillGrant(employee: "a", skill: "phone", level: "expert"),
        SkillGrant(employee: "b", skill: "phone", level: "junior"),
        SkillGrant(employee: "b", skill: "mail", level: "junior"),
        SkillGrant(employee: "b", skill: "mail", level: "expert"),
        SkillGrant(employee: "c", skill: "mail", until: week.dates[0], level: "junior"),
      ]
    )
    return ProficiencyMean(
      inputs: inputs,
      roster: Roster(week: week, zone: .utc, tours: tours)
    )
  }

  @Test func `the factor is the mean of those whose shifts serve the queue`() throws {
    let mean = try mean(proficiency)
    let phone = try #require(mean.factor(of: queue("phone", skill: "phone")))
    #expect(abs(phone - (0.8 + 1.3 * 1.25) / 2) < 1e-12)
    let mail = try #require(mean.factor(of: queue("mail", skill: "mail")))
    #expect(abs(mail - (0.8 * 1.25 + 1.3) / 2) < 1e-12)
    #expect(mean.factor(of: queue("chat", skill: "chat")) == nil)
    #expect(
      try self.mean(ProficiencySettings()).factor(of: queue("phone", skill: "phone")) == nil
    )
  }

  @Test func `errors are listed before warnings`() {
    let found = BadInput(diagnostics: [
      Diagnostic(.warning, file: "a", line: 1, message: "strange.", suggestion: ""),
      Diagnostic(.error, file: "a", line: 2, message: "wrong.", suggestion: "Mend it."),
    ])
    #expect(found.description.hasPrefix("a:2: wrong.\nMend it.\n"))
    #expect(found.description.contains("strange."))
    #expect(found.description.hasSuffix("1 error. Nothing was written."))
  }
}
