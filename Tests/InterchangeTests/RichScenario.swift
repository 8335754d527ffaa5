import Testing
import Workforce

/// Inputs that use every part of the format.
enum RichScenario {
  static func inputs() throws -> PlanningInputs {
    let zone = try #require(Zone(identifier: "Europe/London"))
    var inputs = PlanningInputs(
      settings: try settings(zone: zone),
      history: try history(zone: zone),
      calendar: try calendar(),
      overrides: [
        ForecastOverride(
          queue: "yes",
          from: try local("2026-03-02T00:00"),
          until: try local("2026-03-04T00:00"),
          change: .factor(1.15),
          reason: "Mailing, \"spring\""
        ),
        ForecastOverride(
          queue: nil,
          from: try local("2026-03-04T09:30"),
          until: try local("2026-03-05T00:00"),
          change: .value(120.5),
          reason: "放假"
        ),
      ],
      employees: try employees(),
      skills: try skills(),
      availability: try availability(),
      absences: try absences(),
      preferences: try preferences(),
      pastDuties: [
        PastDuty(
          employee: "E,01",
          start: try local("2026-02-28T22:00"),
          end: try local("2026-03-01T06:00"),
          paid: .minutes(450)
        )
      ],
      training: try training()
    )
    try addLabor(to: &inputs)
    return inputs
  }

  static func date(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }
  static func local(_ text: String) throws -> LocalDateTime { try #require(LocalDateTime(text)) }
  static func clock(_ text: String) throws -> ClockTime { try #require(ClockTime(text)) }
  static func window(_ text: String) throws -> ClockWindow { try #require(ClockWindow(text)) }
  static func share(_ value: Double) throws -> Fraction { try #require(Fraction(value)) }

  private static func settings(zone: Zone) throws -> ScenarioSettings {
    var costs = CostSettings(overstaffingPerHour: 2.5, overtimePremium: 0.25)
    costs.maximumPay = 41_250.5
    costs.overtimeSteps = [
      OvertimeStep(after: .hours(42.5), premium: 0.5), OvertimeStep(after: .hours(45), premium: 1),
    ]
    costs.understaffing = [
      UnderstaffingTier(share: try share(0.125), costPerHour: 30.5),
      UnderstaffingTier(share: .one, costPerHour: 175),
    ]
    return ScenarioSettings(
      name: "Harbour Bank: \"north\" # 1 — 北港",
      isSynthetic: true,
      zone: zone,
      intervalMinutes: 15,
      rosterSlotMinutes: 15,
      shiftStartMinutes: 60,
      seed: UInt64.max,
      currency: "€",
      forecastMethod: .weekdayMean,
      hygiene: HygieneSettings(untreated: [.gaps, .spikes]),
      shrinkage: try share(0.085),
      queues: try queues(),
      sites: [
        Site(name: "harbour", overtimeBudget: .minutes(20), seats: 48),
        Site(name: "hill", zone: Zone(identifier: "Europe/Warsaw")),
      ],
      shiftTemplates: try templates(),
      contracts: try contracts(),
      costs: costs,
      targetPeriod: .eachDay,
      proficiency: ProficiencySettings(
        levels: [.init(name: "new", factor: 1.25), .init(name: "expert, A", factor: 0.9)],
        tenure: [.init(belowMonths: 3, factor: 1.3), .init(belowMonths: 12, factor: 1.1)]
      ),
      selfService: [
        SelfServiceSettings(
          name: "bot",
          openingHours: .always,
          containment: try share(0.62),
          spills: [
            .init(
              queue: "phone_general",
              share: try share(0.4),
              delay: .seconds(90.5),
              handleTimeFactor: 1.15
            ),
            .init(queue: "yes", share: try share(0.5)),
          ],
          isSpillRecorded: true,
          useTarget: try share(0.7),
          dailyArrivals: 1200.5
        )
      ]
    )
  }

  private static func queues() throws -> [QueueSettings] {
    let day = try window("08:00-20:00")
    let split = [try window("08:00-12:00"), try window("13:30-24:00")]
    return [
      QueueSettings(
        name: "phone_general",
        channel: .phone,
        skill: "general",
        openingHours: OpeningHours(windows: [[day], [day], [day], [day], split, [], []]),
        target: ServiceTarget(
          serviceLevel: try share(0.8),
          threshold: .seconds(20),
          definition: .offeredLessEarlyAbandons,
          averageSpeedOfAnswer: .seconds(17.5),
          maximumAbandonment: try share(0.05),
          maximumOccupancy: try share(0.88),
          intervalFloor: try share(0.6),
          minimumAgents: 2
        ),
        patience: .seconds(90.5),
        averageHandleTime: .seconds(243.7),
        handleTimeVariation: 1.2,
        weight: 2.5
      ),
      QueueSettings(
        name: "yes",
        channel: .chat,
        skill: "écrit, fin",
        openingHours: OpeningHours(
          windows: Array(repeating: [try window("22:00-06:00")], count: 7)
        ),
        target: ServiceTarget(
          serviceLevel: .zero,
          threshold: .minutes(1),
          definition: .answered,
          averageSpeedOfAnswer: .seconds(45)
        ),
        averageHandleTime: .minutes(7),
        concurrency: 3,
        records: .handled,
        abandonment: try share(0.05),
        similar: SimilarQueue(queue: "phone_general", factor: 0.4),
        slowdown: 0.25,
        priority: -5,
        segments: [
          CustomerSegment(name: "gold, old", share: try share(0.1), priority: 10),
          CustomerSegment(name: "vulnerable", share: try share(0.05), priority: 20),
        ]
      ),
      QueueSettings(
        name: "first contact",
        channel: .deferred,
        skill: "general",
        openingHours: OpeningHours(windows: Array(repeating: [day], count: 7)),
        target: ServiceTarget(serviceLevel: try share(0.95), threshold: .hours(1)),
        averageHandleTime: .minutes(10),
        similar: SimilarQueue(queue: "yes", dailyArrivals: 20),
        dueHours: .service
      ),
      QueueSettings(
        name: "supervisor",
        channel: .deferred,
        skill: "general",
        openingHours: OpeningHours(windows: Array(repeating: [day], count: 7)),
        target: ServiceTarget(serviceLevel: try share(0.9), threshold: .minutes(90)),
        averageHandleTime: .minutes(20),
        priority: 3,
        dueHours: .service,
        follows: FollowedQueue(queue: "first contact", share: try share(0.3))
      ),
    ]
  }

  private static func templates() throws -> [ShiftTemplate] {
    [
      ShiftTemplate(
        name: "full day",
        length: .minutes(510),
        breaks: [
          BreakTemplate(kind: .rest, length: .minutes(15), isPaid: true),
          BreakTemplate(
            kind: .lunch,
            length: .minutes(30),
            isPaid: false,
            earliestStart: try share(0.35),
            latestStart: try share(0.6)
          ),
          BreakTemplate(kind: .rest, length: .minutes(15), isPaid: true),
        ],
        minimumStretch: .minutes(45),
        maximumStretch: .minutes(180)
      ),
      ShiftTemplate(name: "short", length: .minutes(180), breaks: []),
    ]
  }

  private static func contracts() throws -> [ContractSettings] {
    [
      ContractSettings(
        name: "full_time",
        wagePerHour: 20.25,
        minimumWeeklyHours: .hours(40),
        maximumWeeklyHours: .hours(48),
        overtimeAfter: .hours(42.5),
        minimumDays: 5,
        maximumDays: 6,
        shiftTemplates: ["full day"],
        shiftWindow: try window("06:00-23:00"),
        rules: TourRuleSettings(minimumRest: .hours(12), maximumConsecutiveDays: 5)
      ),
      ContractSettings(
        name: "students",
        wagePerHour: 15,
        minimumWeeklyHours: .zero,
        maximumWeeklyHours: .hours(20),
        overtimeAfter: .hours(20),
        minimumDays: 0,
        maximumDays: 4,
        shiftTemplates: ["full day", "short"],
        rules: TourRuleSettings(
          minimumRest: .hours(12),
          maximumConsecutiveDays: 3,
          maximumStartChange: nil
        )
      ),
    ]
  }

  private static func history(zone: Zone) throws -> [QueueHistory] {
    // Over the clock change of 26 October 2025, whose hour from 01:00 occurs twice.
    let start = zone.startOfDay(try date("2025-10-26"))
    let phone = (0..<16).map { (index: Int) -> HistoryRecord in
      let seconds: Double = 240 + 0.1 * Double(index)
      let arrivals: Double = index == 3 ? 3.25 : Double(index)
      return HistoryRecord(
        start: start.adding(minutes: 15 * index),
        arrivals: arrivals,
        handled: index == 5 ? nil : Double(index / 2),
        abandoned: Double(index - index / 2),
        answeredInTarget: 0,
        averageHandleTime: index == 7 ? nil : .seconds(seconds),
        contained: index == 9 ? nil : 2.5
      )
    }
    // The second of the two hours only.
    let chat = (0..<4).map { (index: Int) -> HistoryRecord in
      HistoryRecord(start: start.adding(minutes: 120 + 15 * index), arrivals: Double(index))
    }
    return [
      QueueHistory(
        queue: "phone_general",
        intervalMinutes: 15,
        records: phone,
        repeatedRows: [phone[12].start, phone[12].start]
      ),
      QueueHistory(queue: "yes", intervalMinutes: 15, records: chat),
    ]
  }

  private static func calendar() throws -> [CalendarEntry] {
    [
      CalendarEntry(date: try date("2025-12-25"), kind: .closed, name: "Christmas, day one"),
      CalendarEntry(date: try date("2026-01-31"), kind: .monthEnd, name: "", factor: 1.15),
      CalendarEntry(date: try date("2026-01-31"), kind: .makeUpDay, name: "調休"),
    ]
  }

  private static func employees() throws -> [Employee] {
    [
      Employee(
        id: "E,01",
        name: "Ann \"A\" Archer\nvan Dam",
        site: "harbour",
        team: "red",
        contract: "full_time",
        hired: try date("2019-02-28"),
        leaves: try date("2026-12-31")
      ),
      Employee(
        id: "Ünal",
        name: "Ünal Çelik",
        site: "hill",
        contract: "students",
        fullTimeEquivalent: try share(0.55),
        isPlaceholder: true
      ),
    ]
  }

  private static func skills() throws -> [SkillGrant] {
    [
      SkillGrant(employee: "E,01", skill: "general", until: try date("2026-12-31")),
      SkillGrant(
        employee: "Ünal",
        skill: "écrit, fin",
        from: try date("2024-02-29"),
        level: "expert, A"
      ),
    ]
  }

  private static func availability() throws -> [Availability] {
    [
      Availability(employee: "E,01", days: .everyDay, window: try window("06:00-24:00")),
      Availability(employee: "E,01", days: .weekday(.sunday), window: nil),
      Availability(
        employee: "Ünal",
        days: .date(try date("2026-03-04")),
        window: try window("22:00-06:00")
      ),
    ]
  }

  private static func absences() throws -> [Absence] {
    [
      Absence(
        employee: "E,01",
        from: try local("2026-03-02T00:00"),
        until: try local("2026-03-04T00:00"),
        kind: "leave"
      ),
      Absence(
        employee: "Ünal",
        from: try local("2026-03-02T00:00"),
        until: try local("2026-03-02T12:30"),
        kind: "training: \"first aid\""
      ),
    ]
  }

  private static func preferences() throws -> [Preference] {
    [
      Preference(
        employee: "E,01",
        days: .everyDay,
        wish: .startBetween(try clock("08:00"), try clock("09:30")),
        weight: 0.5
      ),
      Preference(employee: "Ünal", days: .weekday(.friday), wish: .dayOff),
    ]
  }
}
