import TestSupport
import Workforce

@testable import Rostering

/// A small week in which something cannot hold, by kind and seed.
struct PlantedConflict: CustomStringConvertible, Sendable {
  /// What is planted.
  enum Kind: String, CaseIterable, Sendable {
    case rest, restAfterHistory, startChange, daysInARow, availability, hoursAndAbsence, mostHours
    case mostDays, lockedAway, lockedToWork, lockedOutside, lockedUnavailable, lockedAfterLeaving
    case lockedWithoutSkill, classOnLockedDayOff, presenceAway, presenceWithoutSkill
    case presenceThroughDay, presenceOnDays, agents, overtime, pay, seats
  }

  let kind: Kind
  let seed: Int
  let week: FixedWeek
  /// The person in the middle of it.
  let person: String

  var description: String { "\(kind) \(seed)" }

  static let all = Kind.allCases.flatMap { kind in
    (0..<4).map { PlantedConflict(kind, seed: $0) }
  }

  init(_ kind: Kind, seed: Int) {
    var random = RandomStream(seed: UInt64(seed), name: "planted \(kind)")
    let names = ["E1", "E2", "E3", "E4"].prefix(2 + random.below(3))
    let person = names[random.below(names.count)]
    var week = Self.base(Array(names), &random)
    Self.plant(kind, person, &week, &random)
    (self.kind, self.seed, self.week, self.person) = (kind, seed, week, person)
  }

  /// Monday to Wednesday from 08:00 until 20:00, shifts of eight hours every two hours, and some things
  /// that stand in nobody's way.
  static func base(_ names: [String], _ random: inout RandomStream) -> FixedWeek {
    var inputs = ScenarioFixtures.inputs(
      people: names.map { Employee(id: $0, name: $0, site: "site", contract: "contract") },
      queues: [
        ScenarioFixtures.queue(open: "08:00-20:00", on: [.monday, .tuesday, .wednesday])
      ],
      contracts: [
        ScenarioFixtures.contract(
          hours: 8...24,
          overtimeAfter: 24,
          days: 1...3,
          rules: TourRuleSettings(
            minimumRest: .hours(11),
            maximumConsecutiveDays: 6,
            maximumStartChange: .hours(5)
          )
        )
      ],
      slotMinutes: 60,
      startMinutes: 120
    )
    let quiet = names[random.below(names.count)]
    if random.below(2) == 0 {
      inputs.availability.append(
        Availability(
          employee: quiet,
          days: .everyDay,
          window: ScenarioFixtures.window("07:00-21:00")
        )
      )
    }
    inputs.absences.append(
      Absence(
        employee: names[random.below(names.count)],
        from: ScenarioFixtures.time("2026-03-07T00:00"),
        until: ScenarioFixtures.time("2026-03-08T00:00"),
        kind: "leave"
      )
    )
    return FixedWeek(inputs: inputs, week: ScenarioFixtures.week)
  }

  /// A lock of the only length of shift there is; `nil` for a date off.
  static func lock(_ person: String, _ day: Int, _ time: String?) -> RosterLock {
    let date = ScenarioFixtures.date("2026-03-0\(2 + day)")
    let kind = time.map { time -> RosterLock.Kind in
      let start = LocalDateTime(date: date, time: ScenarioFixtures.clock(time))
      return .times(start: start, end: start.adding(minutes: 480))
    }
    return RosterLock(employee: person, date: date, kind: kind ?? .off)
  }

  private static func absence(_ person: String, _ from: String, _ until: String) -> Absence {
    Absence(
      employee: person,
      from: ScenarioFixtures.time(from),
      until: ScenarioFixtures.time(until),
      kind: "leave"
    )
  }

  private static func plant(
    _ kind: Kind,
    _ person: String,
    _ week: inout FixedWeek,
    _ random: inout RandomStream
  ) {
    let day = random.below(2)
    var contract = week.inputs.settings.contracts[0]
    switch kind {
    case .rest:
      contract.rules.minimumRest = .hours(13 + random.below(2))
      contract.rules.maximumStartChange = nil
      week.locks = [lock(person, day, "12:00"), lock(person, day + 1, "08:00")]
    case .restAfterHistory:
      contract.rules.minimumRest = .hours(12)
      week.inputs.pastDuties = [
        PastDuty(
          employee: person,
          start: ScenarioFixtures.time("2026-03-01T15:00"),
          end: ScenarioFixtures.time("2026-03-01T23:00")
        )
      ]
      week.locks = [lock(person, 0, random.below(2) == 0 ? "08:00" : "10:00")]
    case .startChange:
      contract.rules.maximumStartChange = .hours(1 + random.below(3))
      week.locks = [lock(person, day, "08:00"), lock(person, day + 1, "12:00")]
    case .daysInARow:
      contract.rules.maximumConsecutiveDays = 2
      week.locks = (0..<3).map { lock(person, $0, "10:00") }
    case .availability:
      contract.minimumDays = 2
      week.inputs.availability = [
        Availability(employee: person, days: .everyDay, window: nil),
        Availability(
          employee: person,
          days: .weekday([.monday, .tuesday, .wednesday][random.below(3)]),
          window: ScenarioFixtures.window("08:00-18:00")
        ),
      ]
    case .hoursAndAbsence:
      contract.minimumWeeklyHours = .hours(24)
      week.inputs.absences.append(
        absence(person, "2026-03-0\(2 + day)T00:00", "2026-03-0\(2 + day)T13:00")
      )
    case .mostHours:
      contract.maximumWeeklyHours = .hours(16 + random.below(8))
      week.locks = (0..<3).map { lock(person, $0, "10:00") }
    case .mostDays:
      contract.maximumDays = 2
      week.locks = (0..<3).map { lock(person, $0, "10:00") }
    default: plantMore(kind, person, &week, &random)
    }
    if kind.rawValue.hasPrefix("locked") || kind == .classOnLockedDayOff { return }
    guard
      [
        .rest, .restAfterHistory, .startChange, .daysInARow, .availability, .hoursAndAbsence,
        .mostHours, .mostDays,
      ].contains(kind)
    else { return }
    week.inputs.settings.contracts[0] = contract
  }

  private static func plantMore(
    _ kind: Kind,
    _ person: String,
    _ week: inout FixedWeek,
    _ random: inout RandomStream
  ) {
    let day = random.below(2)
    let date = "2026-03-0\(2 + day)"
    let place = week.inputs.employees.firstIndex { $0.id == person } ?? 0
    switch kind {
    case .lockedAway:
      week.locks = [lock(person, day, "08:00")]
      week.inputs.absences.append(absence(person, "\(date)T10:00", "\(date)T12:00"))
    case .lockedToWork:
      let date = ScenarioFixtures.date(date)
      week.locks = [RosterLock(employee: person, date: date, kind: .shift)]
      week.inputs.absences.append(absence(person, "\(date)T08:00", "\(date)T20:00"))
    case .lockedOutside:
      week.inputs.settings.contracts[0].shiftWindow = ScenarioFixtures.window("10:00-20:00")
      week.locks = [lock(person, day, "08:00")]
    case .lockedUnavailable:
      week.inputs.availability.removeAll { $0.employee == person }
      week.inputs.availability.append(
        Availability(
          employee: person,
          days: .everyDay,
          window: ScenarioFixtures.window("08:00-17:00")
        )
      )
      week.locks = [lock(person, day, "12:00")]
    case .lockedAfterLeaving:
      week.inputs.employees[place].leaves = ScenarioFixtures.date("2026-03-02")
      week.locks = [lock(person, 1 + day, "10:00")]
    case .lockedWithoutSkill:
      for index in week.inputs.skills.indices where week.inputs.skills[index].employee == person {
        week.inputs.skills[index].until = ScenarioFixtures.date("2026-03-02")
      }
      week.locks = [lock(person, 1 + day, "10:00")]
    case .classOnLockedDayOff:
      week.inputs.training.sessions = [session("C1", day: day, seats: 4, [person])]
      week.locks = [lock(person, day, nil)]
    case .presenceAway, .presenceWithoutSkill, .presenceThroughDay, .presenceOnDays:
      plantPresence(kind, person, &week, day)
    case .agents:
      week.inputs.settings.queues[0].target.minimumAgents = week.inputs.employees.count
      week.inputs.absences.append(absence(person, "\(date)T00:00", "\(date)T16:00"))
      let names = week.inputs.employees.map(\.id)
      week.inputs.settings.queues[0].openingHours = OpeningHours(
        windows: Weekday.allCases.map {
          $0 == .monday || $0 == .tuesday ? [ScenarioFixtures.window("08:00-16:00")] : []
        }
      )
      if names.count < 2 { week.inputs.settings.queues[0].target.minimumAgents = 1 }
    case .overtime:
      week.inputs.settings.contracts[0].minimumWeeklyHours = .hours(24)
      week.inputs.settings.contracts[0].overtimeAfter = .hours(16)
      week.inputs.settings.sites[0].overtimeBudget = .hours(4 + random.below(8))
    case .pay:
      week.inputs.settings.contracts[0].minimumWeeklyHours = .hours(16)
      week.inputs.settings.costs.maximumPay = Double(100 + random.below(200))
    case .seats:
      let names = week.inputs.employees.map(\.id)
      week.inputs.training.sessions = [
        session("C1", day: day, seats: names.count - 1, names)
      ]
    default: break
    }
  }

  private static func session(_ id: String, day: Int, seats: Int, _ people: [String])
    -> ClassSession
  {
    ClassSession(
      id: id,
      course: "course",
      start: ScenarioFixtures.time("2026-03-0\(2 + day)T13:00"),
      end: ScenarioFixtures.time("2026-03-0\(2 + day)T15:00"),
      seats: seats,
      attendees: people
    )
  }

  private static func plantPresence(
    _ kind: Kind,
    _ person: String,
    _ week: inout FixedWeek,
    _ day: Int
  ) {
    let names = week.inputs.employees.map(\.id)
    let holders =
      kind == .presenceThroughDay || kind == .presenceOnDays
      ? [person] : Array(names.prefix(2))
    for name in holders { week.inputs.skills.append(SkillGrant(employee: name, skill: "lead")) }
    week.inputs.training.presence = [PresenceRule(skill: "lead", least: 1)]
    let date = "2026-03-0\(2 + day)"
    switch kind {
    case .presenceAway:
      for name in holders {
        week.inputs.absences.append(absence(name, "\(date)T00:00", "\(date)T23:00"))
      }
    case .presenceWithoutSkill:
      for index in week.inputs.skills.indices where week.inputs.skills[index].skill == "lead" {
        week.inputs.skills[index].until = ScenarioFixtures.date("2026-03-03")
      }
    case .presenceOnDays:
      week.inputs.settings.contracts[0].maximumDays = 2
      week.inputs.settings.contracts[0].maximumWeeklyHours = .hours(16)
      week.inputs.settings.queues[0].openingHours = OpeningHours(
        windows: Weekday.allCases.map {
          [.monday, .tuesday, .wednesday].contains($0)
            ? [ScenarioFixtures.window("08:00-16:00")] : []
        }
      )
    default: break
    }
  }
}
