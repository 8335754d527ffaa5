public import Optimization
public import Workforce

/// Gives the week's duties outside shifts to people, after the roster.
///
/// A duty is taken by one of those meant who hold its skill through it, are employed and not away in it, have no
/// shift in it and none within its rest after it. Nobody has two at once, or more of one kind than is
/// allowed in its weeks. Of all ways that leave as few duties as possible without a person, the one is taken
/// with the least sum of squares of people's numbers of duties, those of the last ``weeks`` weeks included.
public struct OnCallPlanner: Sendable {
  /// The weeks of which past duties count for fairness where the scenario does not say it.
  public static let weeks = 26

  private let inputs: PlanningInputs
  private let roster: Roster
  private let solver: any LinearSolver

  /// Takes a roster of a scenario.
  public init(inputs: PlanningInputs, roster: Roster, solver: any LinearSolver) {
    self.inputs = inputs
    self.roster = roster
    self.solver = solver
  }

  /// The duties of the week, by start; those that nobody can take have no person.
  ///
  /// - Throws: An error when the solver fails.
  public func turns() throws -> [OnCallTurn] {
    let slots = OnCallSlot.all(inputs, roster.week)
    guard !slots.isEmpty else { return [] }
    let people = OnCallPeople(inputs, roster)
    let eligible = slots.map { slot in people.eligible(for: slot) }
    var program = OnCallProgram(slots, eligible, past: past())
    let chosen = try program.solve(solver)
    return zip(slots, chosen).map { slot, person in
      OnCallTurn(
        duty: slot.duty.name,
        start: slot.start,
        end: slot.end,
        employee: person.map { inputs.employees[$0].id }
      )
    }
  }

  /// Past duties: of each person by position, all of the last weeks, and of each duty's own weeks.
  private func past() -> OnCallProgram.Past {
    let monday = roster.week.monday
    let position = Dictionary(
      inputs.employees.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var past = OnCallProgram.Past(people: inputs.employees.count)
    let weeks = inputs.settings.labor.fairness?.weeks ?? Self.weeks
    for turn in inputs.pastOnCall where turn.start.date < monday {
      guard let person = turn.employee.flatMap({ position[$0] }) else { continue }
      if turn.start.date >= monday.adding(days: -7 * weeks) { past.all[person] += 1 }
      guard let duty = inputs.settings.labor.onCall.first(where: { $0.name == turn.duty }),
        turn.start.date >= monday.adding(days: -7 * (duty.weeks - 1))
      else { continue }
      past.ofDuty[turn.duty, default: [:]][person, default: 0] += 1
    }
    return past
  }
}

/// A duty on a date.
struct OnCallSlot {
  let duty: OnCallDuty
  let start: LocalDateTime
  let end: LocalDateTime
  let from: Instant
  let until: Instant

  /// The week's duties, by start, those of one start in the order of the settings.
  static func all(_ inputs: PlanningInputs, _ week: ISOWeek) -> [OnCallSlot] {
    let zone = inputs.settings.zone
    let slots = week.dates.flatMap { date in
      inputs.settings.labor.onCall.flatMap { duty in
        duty.hours.windows(on: date.weekday).map { window in
          let midnight = LocalDateTime(date: date, time: .midnight)
          let (start, end) = (
            midnight.adding(minutes: window.start.minutes),
            midnight.adding(minutes: window.endMinutes)
          )
          return OnCallSlot(
            duty: duty,
            start: start,
            end: end,
            from: zone.instant(at: start),
            until: zone.instant(at: end)
          )
        }
      }
    }
    return slots.enumerated().sorted { ($0.1.from, $0.0) < ($1.1.from, $1.0) }.map(\.1)
  }
}

/// Who may take a duty beside a roster.
private struct OnCallPeople {
  private let inputs: PlanningInputs
  private let skills: [String: [SkillGrant]]
  private let spans: [String: [SkillSpan]]
  private let absences: [String: [Absence]]
  private let shifts: [String: [Shift]]

  init(_ inputs: PlanningInputs, _ roster: Roster) {
    self.inputs = inputs
    skills = Dictionary(grouping: inputs.skills, by: \.employee)
    spans = inputs.skillSpansByEmployee
    absences = Dictionary(grouping: inputs.absences, by: \.employee)
    shifts = Dictionary(
      roster.tours.map { ($0.employee, $0.shifts) },
      uniquingKeysWith: +
    )
  }

  /// Positions of the people who may take a duty.
  func eligible(for slot: OnCallSlot) -> [Int] {
    let latest = slot.until.adding(minutes: slot.duty.rest.wholeMinutes)
    return inputs.employees.indices.filter { position in
      let person = inputs.employees[position]
      guard slot.duty.scope.speaks(of: person), isThere(person, slot), holds(person, slot) else {
        return false
      }
      return (shifts[person.id] ?? []).allSatisfy { shift in
        shift.end <= slot.from || shift.start >= latest
      }
    }
  }

  private func isThere(_ person: Employee, _ slot: OnCallSlot) -> Bool {
    let zone = inputs.settings.zone(ofSite: person.site)
    let last = Instant(secondsSinceEpoch: slot.until.secondsSinceEpoch - 1)
    let dates = [zone.local(at: slot.from).date, zone.local(at: last).date]
    let (hired, leaves) = (person.hired ?? dates[0], person.leaves ?? dates[1])
    guard hired <= dates[0], dates[1] <= leaves else { return false }
    return (absences[person.id] ?? []).allSatisfy { absence in
      zone.instant(at: absence.until) <= slot.from || slot.until <= zone.instant(at: absence.from)
    }
  }

  /// Whether the skill is held in full through the whole duty.
  private func holds(_ person: Employee, _ slot: OnCallSlot) -> Bool {
    if inputs.hasCertificates {
      return (spans[person.id] ?? [])
        .allow(slot.duty.skill, from: slot.from, until: slot.until)
    }
    let zone = inputs.settings.zone(ofSite: person.site)
    let last = Instant(secondsSinceEpoch: slot.until.secondsSinceEpoch - 1)
    return [slot.from, last].allSatisfy { moment in
      let date = zone.local(at: moment).date
      return (skills[person.id] ?? []).contains {
        $0.skill == slot.duty.skill && $0.isHeld(on: date)
      }
    }
  }
}
