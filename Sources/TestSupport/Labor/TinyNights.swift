public import Workforce

/// A random scenario of nights: on each of seven dates nobody has more to choose from than to be
/// off, early, late or on a night, under a random half of the labor rules.
///
/// One or two people; shifts begin at 00:00, 08:00 and 16:00 and end on their date, so that
/// ``BruteForceRoster`` takes them. A week of one person is one of at most 4⁷ = 16,384.
public struct TinyNights: Sendable {
  /// The scenario.
  public let inputs: PlanningInputs
  /// The week.
  public let week: ISOWeek
  /// People needed.
  public let requirement: Requirement

  /// Makes the case of a seed.
  ///
  /// - Parameters:
  ///   - seed: The seed.
  ///   - people: How many people; one or two where it is `nil`.
  ///   - hasPrices: Whether a third of the rules has a price; else all are hard.
  public init(seed: Int, people: Int? = nil, hasPrices: Bool = true) {
    var maker = TinyNightsMaker(seed: seed, people: people)
    var inputs = maker.inputs()
    week = maker.week
    requirement = maker.requirement(inputs)
    var rules = TinyRules(seed: seed, hasPrices: hasPrices, week: maker.week)
    rules.state(in: &inputs)
    self.inputs = inputs
  }

  /// Names of the rules of which something is stated, sorted.
  public var stated: [String] {
    var names = Set(inputs.settings.labor.rules.map(\.rule.name))
    if !inputs.locks.isEmpty { names.insert("lock") }
    if !inputs.rotationPlaces.isEmpty { names.insert("rotation") }
    return names.sorted()
  }
}

private struct TinyNightsMaker {
  private typealias Make = ScenarioFixtures
  private var random: RandomStream
  private let ids: [String]
  let week: ISOWeek

  init(seed: Int, people: Int?) {
    var random = RandomStream(seed: UInt64(bitPattern: Int64(seed)), name: "tiny nights")
    ids = Array(["ada", "bo"].prefix(people ?? 1 + random.below(2)))
    week = Make.week(["2026-W10", "2026-W11", "2026-W13", "2026-W43"][random.below(4)])
    self.random = random
  }

  private mutating func chance(_ one: Int) -> Bool { random.below(one) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  mutating func inputs() -> PlanningInputs {
    var inputs = Make.inputs(
      people: ids.map { person($0) },
      queues: [Make.queue()],
      templates: [template()],
      contracts: [contract("contract"), contract("other")],
      costs: costs(),
      zone: Make.zone(pick(["UTC", "Europe/London", "America/New_York"])),
      intervalMinutes: 60,
      slotMinutes: 30,
      startMinutes: 480
    )
    inputs.absences = ids.flatMap { absences($0) }
    inputs.pastDuties = ids.flatMap { pastDuties($0) }
    if chance(5) {
      let date = pick(week.dates)
      inputs.calendar = [CalendarEntry(date: date, kind: .closed, name: "Holiday")]
    }
    return inputs
  }

  mutating func requirement(_ inputs: PlanningInputs) -> Requirement {
    var random = random
    return Make.requirement(inputs, week: week) { _, _ in random.below(3) }
  }

  /// Eight or six hours, with a meal at one place or with none.
  private mutating func template() -> ShiftTemplate {
    let minutes = pick([480, 360])
    guard chance(3) else { return Make.template(minutes: minutes) }
    let place = Make.share(0.5)
    let meal = BreakTemplate(
      kind: .lunch,
      length: .minutes(30),
      isPaid: chance(2),
      earliestStart: place,
      latestStart: place
    )
    return Make.template(minutes: minutes, breaks: [meal])
  }

  private mutating func contract(_ name: String) -> ContractSettings {
    let least = random.below(3)
    let most = 4 + random.below(3)
    return Make.contract(
      name,
      wage: Double(10 + random.below(15)),
      hours: Double(5 * least)...Double(8 * most),
      overtimeAfter: Double(16 + random.below(16)),
      days: least...most,
      rules: TourRuleSettings(
        minimumRest: .hours(pick([0, 8, 8, 11])),
        maximumConsecutiveDays: pick([5, 6, 7]),
        maximumStartChange: chance(6) ? .hours(8) : nil
      )
    )
  }

  private mutating func person(_ id: String) -> Employee {
    let hired = chance(8) ? week.monday.adding(days: random.below(20) - 15) : nil
    let leaves = hired == nil && chance(12) ? pick(week.dates) : nil
    return Employee(
      id: id,
      name: "Name of \(id)",
      site: "site",
      team: pick(["blue", "red"]),
      contract: pick(["contract", "contract", "other"]),
      hired: hired,
      leaves: leaves,
      fullTimeEquivalent: chance(6) ? Make.share(0.5) : .one
    )
  }

  private mutating func costs() -> CostSettings {
    var costs = CostSettings(
      overstaffingPerHour: Double(random.below(4)),
      overtimePremium: pick([0.25, 0.5]),
      startChangePerHour: Double(random.below(3)),
      weekendFairness: Double(random.below(8))
    )
    if chance(3) {
      let after = 16 + 4 * random.below(5)
      costs.overtimeSteps = [
        OvertimeStep(after: .hours(after), premium: 0.75),
        OvertimeStep(after: .hours(after + 6), premium: 1.5),
      ]
    }
    return costs
  }

  private mutating func absences(_ id: String) -> [Absence] {
    guard chance(3) else { return [] }
    let first = week.monday.adding(days: random.below(12) - 5)
    return [
      Absence(
        employee: id,
        from: LocalDateTime(date: first, secondOfDay: chance(4) ? 12 * 3600 : 0),
        until: LocalDateTime(date: first.adding(days: 1 + random.below(2)), secondOfDay: 0),
        kind: "leave"
      )
    ]
  }

  /// None, or about four shifts a week for one to three weeks; some run into the next date.
  private mutating func pastDuties(_ id: String) -> [PastDuty] {
    let days = pick([0, 7, 14, 21])
    return (0..<days).compactMap { back in
      guard random.below(7) < 4 else { return nil }
      let start = LocalDateTime(
        date: week.monday.adding(days: -1 - back),
        secondOfDay: 3600 * pick([0, 8, 16, 18])
      )
      return PastDuty(
        employee: id,
        start: start,
        end: start.adding(minutes: 480),
        paid: chance(3) ? .minutes(450) : nil
      )
    }
  }
}
