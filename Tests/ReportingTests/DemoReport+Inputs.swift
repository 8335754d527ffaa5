import Testing
import Workforce

@testable import Reporting

extension DemoReport {
  static let names = [
    "Amara Okafor", "Björn Åkesson", "Chloé Dubois", "李小龙", "Дарья Иванова", "Fatima Al-Sayed",
    "نور الهدى", "George <\"Geo\"> O'Neil & Sons", "Hiroshi Tanaka", "Ines García", "Jan Kowalski",
    "Kavya Subramaniam-Venkataraghavan of Thiruvananthapuram", "Liam Murphy", "Ελένη Παπαδοπούλου",
    "Noah Williams", "Olga Petrova", "Priya Nair", "Quentin Blake", "Rosa Lind", "שרה כהן",
  ]

  func inputs() throws -> PlanningInputs {
    let settings = try settings()
    let employees = (0..<people).map { employee(settings, $0) }
    return PlanningInputs(
      settings: settings,
      employees: employees,
      skills: skills(employees),
      absences: absences(employees),
      preferences: try preferences(employees)
    )
  }

  private func settings() throws -> ScenarioSettings {
    let template = ShiftTemplate(
      name: "full_day",
      length: .minutes(510),
      breaks: [
        BreakTemplate(kind: .rest, length: .minutes(15), isPaid: true),
        BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: false),
        BreakTemplate(kind: .rest, length: .minutes(15), isPaid: true),
      ]
    )
    let contract = ContractSettings(
      name: "full_time",
      wagePerHour: 20,
      minimumWeeklyHours: .hours(40),
      maximumWeeklyHours: .hours(40),
      overtimeAfter: .hours(40),
      minimumDays: 5,
      maximumDays: 5,
      shiftTemplates: ["full_day"],
      rules: TourRuleSettings()
    )
    return ScenarioSettings(
      name: "Harbour Bank",
      isSynthetic: true,
      zone: try #require(Zone(identifier: zone)),
      intervalMinutes: stepMinutes,
      seed: 42,
      currency: "GBP",
      shrinkage: Fraction(0.08) ?? .zero,
      queues: Array(try queueSettings().prefix(queues)),
      sites: [Site(name: "harbour")],
      shiftTemplates: [template],
      contracts: [contract],
      costs: CostSettings(),
      targetPeriod: period
    )
  }

  private func queueSettings() throws -> [QueueSettings] {
    let weekday = try #require(ClockWindow(opening))
    let saturday = try #require(ClockWindow("09:00-17:00"))
    let sunday = opening == "00:00-24:00" ? [weekday] : []
    let hours = OpeningHours(
      windows: Array(repeating: [weekday], count: 5)
        + [opening == "00:00-24:00" ? [weekday] : [saturday], sunday]
    )
    var target = ServiceTarget(
      serviceLevel: try #require(Fraction(0.8)),
      threshold: .seconds(30),
      maximumOccupancy: Fraction(0.88)
    )
    self.target(&target)
    let make = { (name: String, channel: Channel, skill: String, seconds: Int, slots: Int) in
      QueueSettings(
        name: name,
        channel: channel,
        skill: skill,
        openingHours: hours,
        target: target,
        patience: .seconds(120),
        averageHandleTime: .seconds(seconds),
        concurrency: slots
      )
    }
    return [
      make("phone_general", .phone, "general", 240, 1),
      make("phone_cards", .phone, "cards", 320, 1),
      make("chat", .chat, "chat", 420, 2),
    ]
  }

  private func employee(_ settings: ScenarioSettings, _ index: Int) -> Employee {
    let base = Self.names[index % Self.names.count]
    return Employee(
      id: "E\(1001 + index)",
      name: index < Self.names.count ? base : "\(base) \(index / Self.names.count + 1)",
      site: "harbour",
      team: ["Quay", "Pier", "Lighthouse", ""][index * 4 / max(1, people)],
      contract: "full_time",
      isPlaceholder: index % 17 == 16
    )
  }

  private func skills(_ employees: [Employee]) -> [SkillGrant] {
    employees.indices.flatMap { index -> [SkillGrant] in
      let held =
        switch index % 6 {
        case 0, 1, 2: ["general"]
        case 3: ["general", "cards"]
        case 4: ["cards"]
        default: ["general", "chat"]
        }
      return held.map { SkillGrant(employee: employees[index].id, skill: $0) }
    }
  }

  private func absences(_ employees: [Employee]) -> [Absence] {
    guard let monday = ISOWeek(week)?.monday else { return [] }
    return stride(from: 7, to: employees.count, by: 11).map { index in
      Absence(
        employee: employees[index].id,
        from: LocalDateTime(date: monday.adding(days: index % 5), secondOfDay: 0),
        until: LocalDateTime(date: monday.adding(days: index % 5 + 2), secondOfDay: 0),
        kind: "leave"
      )
    }
  }

  private func preferences(_ employees: [Employee]) throws -> [Preference] {
    let from = try #require(ClockTime("08:00"))
    let until = try #require(ClockTime("09:00"))
    return employees.enumerated().flatMap { index, employee -> [Preference] in
      index % 3 == 0
        ? [Preference(employee: employee.id, days: .everyDay, wish: .startBetween(from, until))]
        : index % 5 == 1
          ? [Preference(employee: employee.id, days: .weekday(.friday), wish: .dayOff)] : []
    }
  }
}
