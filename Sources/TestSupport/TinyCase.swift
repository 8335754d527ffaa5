public import Workforce

/// A random scenario so small that every roster of it can be tried.
///
/// One to three people, one to three open days of three or four hours, one or two queues and
/// templates, and a bit of everything that rules and prices speak of.
public struct TinyCase: Sendable {
  /// The scenario.
  public let inputs: PlanningInputs
  /// The week.
  public let week: ISOWeek
  /// People needed.
  public let requirement: Requirement

  /// Makes the case of a seed.
  ///
  /// With `severalClocks` some people work at a second site, in a zone of its own whose date is the
  /// scenario's while queues are open.
  public init(seed: Int, severalClocks: Bool = false) {
    var maker = TinyCaseMaker(seed: seed)
    var inputs = maker.inputs()
    week = maker.week
    requirement = maker.requirement(inputs)
    if severalClocks { Self.spread(&inputs, seed: seed) }
    self.inputs = inputs
  }

  private static func spread(_ inputs: inout PlanningInputs, seed: Int) {
    var random = RandomStream(seed: UInt64(bitPattern: Int64(seed)), name: "tiny clocks")
    let zones = ["Europe/Warsaw", "Atlantic/Azores", "Asia/Kolkata", "Europe/Helsinki"]
    let zone = ScenarioFixtures.zone(zones[random.below(zones.count)])
    let budget = random.below(4) == 0 ? Duration.minutes(30 * random.below(6)) : nil
    inputs.settings.sites.append(Site(name: "abroad", overtimeBudget: budget, zone: zone))
    for index in inputs.employees.indices where random.below(3) > 0 {
      inputs.employees[index].site = "abroad"
    }
  }
}

private struct TinyCaseMaker {
  private typealias Make = ScenarioFixtures
  private var random: RandomStream
  private let ids: [String]
  private let openSlots: Int
  private let openDays: [Weekday]
  private let queueCount: Int
  let week: ISOWeek

  init(seed: Int) {
    var random = RandomStream(seed: UInt64(bitPattern: Int64(seed)), name: "tiny case")
    ids = Array(["ada", "bo", "cy"].prefix([1, 2, 2, 3, 3][random.below(5)]))
    let days = [1, 2, 2, 3, 3][random.below(5)]
    let first = random.below(8 - days)
    openDays = (first..<first + days).map { Weekday.allCases[$0] }
    openSlots = ids.count * days > 4 ? 5 + random.below(2) : 6 + random.below(3)
    queueCount = 1 + random.below(2)
    week = ScenarioFixtures.week(random.below(4) == 0 ? "2026-W13" : "2026-W10")
    self.random = random
  }

  private mutating func chance(_ one: Int) -> Bool { random.below(one) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  private var dates: [LocalDate] { openDays.map { week.dates[$0.rawValue - 1] } }

  mutating func inputs() -> PlanningInputs {
    let templates = templates()
    let contracts = [contract("contract", templates), contract("other", templates)]
    var inputs = Make.inputs(
      people: ids.map { person($0) },
      queues: (0..<queueCount).map { queue($0) },
      templates: templates,
      contracts: contracts,
      costs: costs(),
      zone: Make.zone(pick(["UTC", "Europe/London", "America/New_York"])),
      intervalMinutes: pick([15, 30, 60]),
      slotMinutes: 30,
      startMinutes: pick([30, 30, 60]),
      overtimeBudget: chance(3) ? .minutes(30 * random.below(6)) : nil
    )
    inputs.skills = ids.flatMap { skills($0) }
    inputs.availability = ids.flatMap { availability($0) }
    inputs.absences = ids.flatMap { absences($0) }
    inputs.preferences = ids.flatMap { preferences($0) }
    inputs.pastDuties = ids.flatMap { pastDuties($0) }
    return inputs
  }

  mutating func requirement(_ inputs: PlanningInputs) -> Requirement {
    var random = random
    return Make.requirement(inputs, week: week) { _, _ in random.below(4) }
  }

  private mutating func templates() -> [ShiftTemplate] {
    let lengths = [[120], [150], [120, 180], [120, 150]]
    return pick(lengths).map { minutes in
      let earliest = chance(3) ? Make.share(0.25) : nil
      let latest = chance(3) ? Make.share(0.5) : nil
      let isLunch = chance(2)
      let hasBreak = !chance(3)
      let rest = BreakTemplate(
        kind: isLunch ? .lunch : .rest,
        length: .minutes(30),
        isPaid: !isLunch,
        earliestStart: earliest,
        latestStart: latest
      )
      return Make.template(
        "t\(minutes)",
        minutes: minutes,
        breaks: hasBreak ? [rest] : [],
        stretch: 30...(hasBreak ? pick([90, 120, 180]) : 180)
      )
    }
  }

  private mutating func contract(_ name: String, _ templates: [ShiftTemplate]) -> ContractSettings {
    let most = 1 + random.below(openDays.count)
    let least = chance(2) ? 0 : random.below(most + 1)
    let shortest = templates.map(\.paidLength).min() ?? .zero
    let longest = templates.map(\.paidLength).max() ?? .zero
    let minimum = Double(least) * shortest.inHours * Double(random.below(3)) / 2
    let maximum = max(
      minimum,
      shortest.inHours,
      Double(most) * longest.inHours - Double(random.below(3)) / 2
    )
    return Make.contract(
      name,
      wage: Double(10 + random.below(15)),
      hours: minimum...maximum,
      overtimeAfter: max(minimum, maximum - Double(random.below(4))),
      days: least...most,
      templates: templates.map(\.name),
      window: chance(4) ? pick(["08:30-12:00", "07:00-11:00"]) : nil,
      rules: TourRuleSettings(
        minimumRest: .hours(pick([11, 11, 11, 21, 22])),
        maximumConsecutiveDays: pick([1, 2, 6, 6, 6, 6]),
        maximumStartChange: chance(2) ? .minutes(pick([0, 30, 60])) : nil
      )
    )
  }

  private mutating func queue(_ position: Int) -> QueueSettings {
    let end = 8 * 60 + 30 * (openSlots - (position == 1 ? random.below(2) : 0))
    let minute = end % 60 == 0 ? "00" : "30"
    let hour = end / 60 < 10 ? "0\(end / 60)" : "\(end / 60)"
    return Make.queue(
      position == 0 ? "phone" : "chat",
      open: "08:00-\(hour):\(minute)",
      on: openDays,
      weight: pick([1, 1, 0.5, 1.25])
    )
  }

  private mutating func person(_ id: String) -> Employee {
    Employee(
      id: id,
      name: "Name of \(id)",
      site: "site",
      contract: pick(["contract", "contract", "other"]),
      hired: chance(10) ? pick(dates) : nil,
      leaves: chance(12) ? pick(dates) : nil,
      fullTimeEquivalent: chance(8) ? Make.share(0.5) : .one
    )
  }

  private mutating func costs() -> CostSettings {
    CostSettings(
      overstaffingPerHour: Double(random.below(4)),
      overtimePremium: pick([0.25, 0.5]),
      startPreferencePerHour: Double(random.below(4)),
      dayOffPreference: Double(random.below(20)),
      startChangePerHour: Double(random.below(4)),
      weekendFairness: Double(random.below(8))
    )
  }

  private mutating func skills(_ id: String) -> [SkillGrant] {
    let names = queueCount == 1 ? ["phone"] : pick([["phone"], ["chat"], ["phone", "chat"]])
    return names.map {
      SkillGrant(employee: id, skill: $0, until: chance(14) ? pick(dates) : nil)
    }
  }

  private mutating func day() -> DayPattern {
    switch random.below(3) {
    case 0: .everyDay
    case 1: .weekday(pick(openDays))
    default: .date(pick(dates))
    }
  }

  private mutating func availability(_ id: String) -> [Availability] {
    (0..<(chance(4) ? 1 + random.below(2) : 0)).map { _ in
      let windows = ["08:00-10:30", "09:00-12:00", "08:30-11:00", "07:00-12:30"]
      let window = chance(4) ? nil : Make.window(pick(windows))
      return Availability(employee: id, days: day(), window: window)
    }
  }

  private mutating func absences(_ id: String) -> [Absence] {
    guard chance(4) else { return [] }
    let date = pick(dates)
    let isWhole = chance(2)
    return [
      Absence(
        employee: id,
        from: LocalDateTime(date: date, secondOfDay: isWhole ? 0 : 10 * 3600),
        until: LocalDateTime(date: date, secondOfDay: isWhole ? 86_400 : 11 * 3600),
        kind: "leave"
      )
    ]
  }

  private mutating func preferences(_ id: String) -> [Preference] {
    (0..<random.below(4)).map { _ in
      let bands = [("08:00", "08:30"), ("09:00", "09:00"), ("09:30", "12:00")]
      let band = pick(bands)
      let wish: Preference.Wish =
        chance(3) ? .dayOff : .startBetween(Make.clock(band.0), Make.clock(band.1))
      return Preference(employee: id, days: day(), wish: wish, weight: pick([1, 0.5, 2]))
    }
  }

  private mutating func pastDuties(_ id: String) -> [PastDuty] {
    (0..<random.below(4)).map { back in
      let date = week.monday.adding(days: -1 - back)
      let start = pick([8, 14, 20]) * 3600
      return PastDuty(
        employee: id,
        start: LocalDateTime(date: date, secondOfDay: start),
        end: LocalDateTime(date: date, secondOfDay: start + 5 * 3600)
      )
    }
  }
}
