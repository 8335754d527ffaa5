import TestSupport
import Workforce

/// One person of a center open round the clock or nearly so, with random rules: night shifts, weeks
/// whose clock changes, and everything else that rules speak of.
struct RuleCase {
  private typealias Make = ScenarioFixtures
  let inputs: PlanningInputs
  let week: ISOWeek
  let requirement: Requirement

  init(seed: Int) {
    var maker = RuleCaseMaker(seed: seed)
    inputs = maker.inputs()
    week = maker.week
    requirement = Make.requirement(inputs, week: week) { _, _ in 1 }
  }
}

private struct RuleCaseMaker {
  private typealias Make = ScenarioFixtures
  private var random: RandomStream
  let week: ISOWeek

  init(seed: Int) {
    random = RandomStream(seed: 21, name: "rule case", keys: seed)
    let weeks = ["2026-W10", "2026-W13", "2026-W43"]
    week = ScenarioFixtures.week(weeks[random.below(3)])
  }

  private mutating func chance(_ one: Int) -> Bool { random.below(one) == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  mutating func inputs() -> PlanningInputs {
    // the lengths differ, because a shift does not say which template it follows
    var lengths = [120, 240, 360, 480, 600]
    random.shuffle(&lengths)
    let templates = lengths.prefix(1 + random.below(3)).map { template(minutes: $0) }
    var inputs = Make.inputs(
      people: [
        Employee(
          id: "ada",
          name: "Ada",
          site: "site",
          contract: "contract",
          hired: chance(8) ? pick(week.dates) : nil,
          leaves: chance(8) ? pick(week.dates) : nil,
          fullTimeEquivalent: chance(6) ? Make.share(0.5) : .one
        )
      ],
      queues: [
        Make.queue("phone", open: pick(["00:00-24:00", "00:00-24:00", "06:00-22:00"])),
        Make.queue("chat", open: pick(["08:00-20:00", "20:00-04:00"]), on: openDays()),
      ],
      templates: templates,
      contracts: [contract(templates)],
      zone: Make.zone("Europe/London"),
      slotMinutes: 30,
      startMinutes: pick([30, 60])
    )
    inputs.skills = skills()
    inputs.availability = availability()
    inputs.absences = absences()
    inputs.pastDuties = pastDuties()
    return inputs
  }

  private mutating func openDays() -> [Weekday] {
    Weekday.allCases.filter { _ in random.below(4) > 0 }
  }

  private mutating func template(minutes: Int) -> ShiftTemplate {
    let breaks = (0..<(minutes < 240 ? 0 : 1 + random.below(2))).map { index in
      BreakTemplate(
        kind: index == 0 ? .rest : .lunch,
        length: .minutes(30),
        isPaid: chance(2),
        earliestStart: chance(3) ? Make.share(0.2) : nil,
        latestStart: chance(3) ? Make.share(0.8) : nil
      )
    }
    let longest = breaks.isEmpty ? minutes : minutes * pick([50, 75, 100]) / 100
    return Make.template("t\(minutes)", minutes: minutes, breaks: breaks, stretch: 30...longest)
  }

  private mutating func contract(_ templates: [ShiftTemplate]) -> ContractSettings {
    let least = random.below(3)
    let hours = Double(random.below(2) * 4 * least)
    return Make.contract(
      hours: hours...hours + Double(8 + random.below(40)),
      overtimeAfter: hours + Double(random.below(30)),
      days: least...min(7, least + 1 + random.below(5)),
      templates: templates.map(\.name),
      window: chance(3) ? pick(["06:00-22:00", "18:00-08:00", "08:00-18:00"]) : nil,
      rules: TourRuleSettings(
        minimumRest: .hours(pick([0, 8, 11, 12])),
        maximumConsecutiveDays: pick([1, 2, 3, 6]),
        maximumStartChange: chance(3) ? .minutes(pick([0, 60, 180])) : nil
      )
    )
  }

  private mutating func skills() -> [SkillGrant] {
    pick([["phone"], ["chat"], ["phone", "chat"], ["phone", "chat"]]).map { skill in
      SkillGrant(
        employee: "ada",
        skill: skill,
        from: chance(8) ? pick(week.dates) : nil,
        until: chance(8) ? pick(week.dates) : nil
      )
    }
  }

  private mutating func day() -> DayPattern {
    switch random.below(3) {
    case 0: .everyDay
    case 1: .weekday(pick(Weekday.allCases))
    default: .date(pick(week.dates))
    }
  }

  private mutating func availability() -> [Availability] {
    (0..<(chance(2) ? 1 + random.below(4) : 0)).map { _ in
      let windows = ["06:00-18:00", "12:00-24:00", "18:00-10:00", "00:00-24:00"]
      let window = chance(5) ? nil : Make.window(pick(windows))
      return Availability(employee: "ada", days: day(), window: window)
    }
  }

  private mutating func absences() -> [Absence] {
    (0..<(chance(3) ? 1 + random.below(2) : 0)).map { _ in
      let from = LocalDateTime(date: pick(week.dates), secondOfDay: 3600 * pick([0, 0, 10, 22]))
      let minutes = 60 * pick([4, 24, 36, 48])
      return Absence(
        employee: "ada",
        from: from,
        until: from.adding(minutes: minutes),
        kind: "leave"
      )
    }
  }

  private mutating func pastDuties() -> [PastDuty] {
    (0..<random.below(4)).map { back in
      let date = week.monday.adding(days: -1 - back)
      let start = LocalDateTime(date: date, secondOfDay: 3600 * pick([8, 14, 22]))
      return PastDuty(employee: "ada", start: start, end: start.adding(minutes: 480))
    }
  }
}
