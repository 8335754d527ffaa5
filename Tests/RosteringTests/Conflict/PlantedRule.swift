import TestSupport
import Workforce

@testable import Rostering

/// A small week in which a labor rule, a rotation, an entry of heads or seats cannot be kept, by kind and seed.
struct PlantedRule: CustomStringConvertible, Sendable {
  /// What is planted.
  enum Kind: String, CaseIterable, Sendable {
    case kindRun, restBetween, minimumRest, ownEntry, startChange, startWindow, kindOrder, restAfter
    case freeRun, workRun, wholeWeekends, weekendsInARow, kindCount, periodHours, shiftHours
    case weeklyHours, weeklyDays, rotation, headsLeast, headsMost, siteSeats
  }

  let kind: Kind
  let seed: Int
  let week: FixedWeek
  /// The person in the middle of it.
  let person: String

  var description: String { "\(kind) \(seed)" }

  static let all = Kind.allCases.flatMap { kind in (0..<3).map { PlantedRule(kind, seed: $0) } }

  init(_ kind: Kind, seed: Int) {
    var random = RandomStream(seed: UInt64(seed), name: "planted rule \(kind)")
    let names = Array(["E1", "E2", "E3"].prefix(2 + random.below(2)))
    let person = names[random.below(names.count)]
    var week = PlantedConflict.base(names, &random)
    week.inputs.absences = []
    week.inputs.settings.contracts[0].rules.maximumStartChange = nil
    week.inputs.settings.labor.kinds = [
      ShiftKind(name: "early", starts: ScenarioFixtures.window("07:00-09:00")),
      ShiftKind(name: "late", starts: ScenarioFixtures.window("12:00-13:00")),
    ]
    // an entry that stands in nobody's way
    week.inputs.settings.labor.rules = [RuleEntry(.weeklyRest(.hours(24)))]
    Self.plant(kind, person, random.below(2), &week)
    (self.kind, self.seed, self.week, self.person) = (kind, seed, week, person)
  }

  /// Whether a demand is the one that was made impossible.
  func isConcerned(by conflict: WeekConflict) -> Bool {
    switch (conflict.demand, kind) {
    case (.presence, .headsLeast), (.tooMany, .headsMost), (.tooMany, .siteSeats): true
    case (.week, _): conflict.demands.contains(.week(employee: person))
    default: false
    }
  }

  /// The member that was planted.
  var member: WeekMember {
    switch kind {
    case .rotation: .rotation(0)
    case .headsLeast: .presence(rule: 0, day: 0)
    case .headsMost: .most(.heads(0))
    case .siteSeats: .most(.site("site"))
    case .ownEntry: .rule(2)
    default: .rule(1)
    }
  }

  private static func plant(_ kind: Kind, _ person: String, _ day: Int, _ week: inout FixedWeek) {
    let lock = PlantedConflict.lock
    let (late, early, plain) = ("12:00", "08:00", "10:00")
    let rule: LaborRule
    switch kind {
    case .kindRun:
      rule = .kindRun(["late"], most: 1)
      week.locks = [lock(person, day, late), lock(person, day + 1, late)]
    case .restBetween:
      rule = .restBetween(after: ["late"], before: ["early"], .hours(13))
      week.locks = [lock(person, day, late), lock(person, day + 1, early)]
    case .minimumRest:
      rule = .minimumRest(.hours(13))
      week.locks = [lock(person, day, late), lock(person, day + 1, early)]
    case .ownEntry:
      rule = .minimumRest(.hours(9))
      week.locks = [lock(person, day, late), lock(person, day + 1, early)]
    case .startChange:
      rule = .startChange(.hours(2))
      week.locks = [lock(person, day, early), lock(person, day + 1, late)]
    case .startWindow:
      rule = .startWindow(ScenarioFixtures.window("10:00-12:00"), weekdays: [])
      week.locks = [lock(person, day, early)]
    case .kindOrder:
      rule = .kindOrder(after: ["late"], never: ["early"])
      week.locks = [lock(person, day, late), lock(person, day + 1, early)]
    case .restAfter:
      rule = .restAfter(["late"], days: 1)
      week.locks = [lock(person, day, late), lock(person, day + 1, plain)]
    case .freeRun:
      rule = .freeRun(least: 2, most: nil)
      week.locks = [lock(person, 0, plain), lock(person, 1, nil), lock(person, 2, plain)]
    case .workRun:
      rule = .workRun(least: nil, most: 1 + day)
      week.locks = (0..<3).map { lock(person, $0, plain) }
    case .kindCount:
      rule = .kindCount(["late"], least: 3, most: nil, weeks: 1)
      week.inputs.absences = [away(person, day, "17:00", "20:00")]
    case .periodHours:
      rule = .periodHours(least: .hours(24), most: nil, weeks: 1)
      week.inputs.absences = [away(person, day, "08:00", "17:00")]
    case .shiftHours: rule = .shiftHours(least: .hours(9), most: nil)
    case .weeklyHours:
      rule = .weeklyHours(least: nil, most: .hours(16))
      week.locks = (0..<3).map { lock(person, $0, plain) }
    case .weeklyDays:
      rule = .weeklyDays(least: 3, most: nil)
      week.inputs.absences = [away(person, day, "08:00", "17:00")]
    default:
      plantMore(kind, person, day, &week)
      return
    }
    week.inputs.settings.labor.rules.append(RuleEntry(rule))
    if kind == .ownEntry {
      let scope = RuleScope(employees: [person])
      week.inputs.settings.labor.rules.append(RuleEntry(.minimumRest(.hours(14)), scope: scope))
    }
  }

  /// Weekends, rotations, heads and seats.
  private static func plantMore(
    _ kind: Kind,
    _ person: String,
    _ day: Int,
    _ week: inout FixedWeek
  ) {
    let names = week.inputs.employees.map(\.id)
    let lock = PlantedConflict.lock
    switch kind {
    case .wholeWeekends:
      openWeekend(&week)
      week.inputs.settings.labor.rules.append(RuleEntry(.wholeWeekends))
      week.locks = [lock(person, 5, "10:00")]
      week.inputs.absences = [away(person, 6, "08:00", "20:00")]
    case .weekendsInARow:
      openWeekend(&week)
      week.inputs.settings.labor.rules.append(RuleEntry(.weekendsInARow(most: 2)))
      week.locks = [lock(person, 5 + day, "10:00")]
      week.inputs.pastDuties = ["2026-02-22", "2026-03-01"].map { date in
        PastDuty(
          employee: person,
          start: ScenarioFixtures.time("\(date)T09:00"),
          end: ScenarioFixtures.time("\(date)T17:00")
        )
      }
    case .rotation:
      let rotation = Rotation(
        name: "turn",
        pattern: [.kind("late"), .anyShift, .off, .off, .off, .off, .off],
        anchor: week.week.dates[0]
      )
      week.inputs.settings.labor.rotations = [rotation]
      week.inputs.rotationPlaces = [RotationPlace(employee: person, rotation: "turn")]
      week.inputs.absences = [away(person, day, day == 0 ? "14:00" : "08:00", "20:00")]
    case .headsLeast:
      let hours = OpeningHours(
        windows: Weekday.allCases.map {
          $0 == .monday ? [ScenarioFixtures.window("08:00-16:00")] : []
        }
      )
      week.inputs.settings.labor.heads = [
        HeadRule(name: "all", hours: hours, least: names.count)
      ]
      week.inputs.absences = [away(person, 0, "10:00", "18:00")]
    case .headsMost:
      week.inputs.settings.labor.heads = [HeadRule(name: "few", most: names.count - 1)]
      week.locks = names.map { lock($0, day, "10:00") }
    default:
      week.inputs.settings.sites[0].seats = names.count - 1
      week.locks = names.map { lock($0, day, $0 == person ? "08:00" : "12:00") }
    }
  }

  private static func openWeekend(_ week: inout FixedWeek) {
    week.inputs.settings.queues[0].openingHours = OpeningHours(
      windows: Weekday.allCases.map {
        [.monday, .tuesday, .saturday, .sunday].contains($0)
          ? [ScenarioFixtures.window("08:00-20:00")] : []
      }
    )
  }

  private static func away(_ person: String, _ day: Int, _ from: String, _ until: String) -> Absence
  {
    let date = "2026-03-0\(2 + day)"
    return Absence(
      employee: person,
      from: ScenarioFixtures.time("\(date)T\(from)"),
      until: ScenarioFixtures.time("\(date)T\(until)"),
      kind: "leave"
    )
  }
}
