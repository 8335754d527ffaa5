import Workforce

/// The week's moments, dates and openings.
struct WeekFrame: Sendable {
  let week: ISOWeek
  let start: Instant
  let end: Instant
  let slotMinutes: Int
  let dates: [LocalDate]
  let openTimes: OpenTimes
  /// The dates on the clock of each zone in which people live.
  private let clocks: [Zone: ZoneDates]
  /// Dates that the calendar closes though some queue is open on their weekday otherwise.
  private let holidays: [LocalDate]

  init(_ inputs: PlanningInputs, week: ISOWeek) {
    let zone = inputs.settings.zone
    let openTimes = OpenTimes(inputs, around: week)
    self.week = week
    self.openTimes = openTimes
    slotMinutes = inputs.settings.rosterSlotMinutes
    dates = week.dates
    start = zone.startOfDay(week.monday)
    end = zone.startOfDay(week.monday.adding(days: 7))
    holidays = week.dates.filter(inputs.isClosedWorkingDay)
    let zones = [zone] + inputs.settings.sites.compactMap(\.zone)
    let slot = inputs.settings.rosterSlotMinutes
    clocks = Dictionary(
      zones.map { ($0, ZoneDates($0, week: week, openTimes, slotMinutes: slot)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Roster slots of the week.
  var slotCount: Int { end.minutes(since: start) / slotMinutes }

  /// True for a public holiday and the like.
  func isClosedWorkingDay(_ date: LocalDate) -> Bool { holidays.contains(date) }

  /// Dates of the week that lessen a person's limits: closed, or away or not employed while some
  /// queue is open.
  func absentDates(_ facts: PersonFacts) -> Int {
    dates.indices.count { isAbsent(facts, day: $0) }
  }

  /// Further dates on which some queue is open, and the person is without the certificates for any
  /// work.
  func idledDates(_ facts: PersonFacts) -> Int {
    dates.indices.count { day in
      guard let clock = clocks[facts.zone], clock.isOpen[day], !isAbsent(facts, day: day) else {
        return false
      }
      return facts.isIdled(from: clock.midnights[day], until: clock.midnights[day + 1])
    }
  }

  private func isAbsent(_ facts: PersonFacts, day: Int) -> Bool {
    if isClosedWorkingDay(dates[day]) { return true }
    guard let clock = clocks[facts.zone], clock.isOpen[day] else { return false }
    return !facts.isEmployed(on: dates[day])
      || facts.absences.contains {
        $0.from <= clock.midnights[day] && $0.until >= clock.midnights[day + 1]
      }
  }

  /// True when the moment lies on the roster grid.
  func isOnGrid(_ instant: Instant) -> Bool {
    (instant.secondsSinceEpoch - start.secondsSinceEpoch) % (slotMinutes * 60) == 0
  }
}

/// The week's dates on the clock of a zone.
struct ZoneDates: Sendable {
  /// Start of each date, and of the Monday after.
  let midnights: [Instant]
  /// Whether some queue is open on each date.
  let isOpen: [Bool]

  init(_ zone: Zone, week: ISOWeek, _ openTimes: OpenTimes, slotMinutes: Int) {
    let midnights = (0...7).map { zone.startOfDay(week.monday.adding(days: $0)) }
    self.midnights = midnights
    isOpen = zip(midnights, midnights.dropFirst()).map {
      openTimes.isOpen(from: $0, until: $1, slotMinutes: slotMinutes)
    }
  }
}

/// Shifts of someone whom the inputs do not describe.
struct Stranger: Sendable {
  let id: String
  let shifts: [Shift]
  /// What is missing.
  let reason: String
}

/// A roster, laid beside everything that its rules need.
struct CheckedWeek: Sendable {
  let index: InputIndex
  let frame: WeekFrame
  let people: [CheckedPerson]
  let strangers: [Stranger]
  /// What the last weeks weigh; `nil` where nothing is asked for.
  let fair: FairShares?

  init(_ roster: Roster, index: InputIndex, impossible: [String] = []) {
    let frame = WeekFrame(index.inputs, week: roster.week)
    let exempt = Set(impossible)
    var shifts: [String: [Shift]] = [:]
    for tour in roster.tours { shifts[tour.employee, default: []] += tour.shifts }
    self.index = index
    self.frame = frame
    let people = index.people.map { facts in
      CheckedPerson(
        facts,
        shifts: shifts[facts.employee.id, default: []],
        in: frame,
        isImpossible: exempt.contains(facts.employee.id)
      )
    }
    self.people = people
    fair = index.inputs.settings.labor.fairness.map {
      FairShares($0, people, index, roster.week)
    }
    let known = Set(index.people.map(\.employee.id))
    let contracts = Dictionary(
      index.withoutContract.map { ($0.id, $0.contract) },
      uniquingKeysWith: { first, _ in first }
    )
    strangers = shifts.keys.sorted().filter { !known.contains($0) }.map { id in
      let reason = contracts[id].map { "contract \($0) is not in the scenario" }
      return Stranger(
        id: id,
        shifts: shifts[id, default: []],
        reason: reason ?? "no employee has this identifier"
      )
    }
  }

  var settings: ScenarioSettings { index.inputs.settings }

  /// True when shifts are well formed enough for a price to mean something.
  var isPriceable: Bool {
    strangers.isEmpty
      && people.allSatisfy { person in
        person.shifts.allSatisfy { isPriceable($0, of: person) }
          && zip(person.shifts, person.shifts.dropFirst()).allSatisfy { $0.end <= $1.start }
      }
  }

  private func isPriceable(_ shift: CheckedShift, of person: CheckedPerson) -> Bool {
    shift.template != nil && shift.date == shift.shift.date && frame.dates.contains(shift.date)
      && frame.isOnGrid(shift.start) && shift.shift.segments.allSatisfy { frame.isOnGrid($0.end) }
      && (!shift.shift.queues.isEmpty || person.facts.comesAnyway(on: shift.date))
      && shift.shift.queues.allSatisfy { index.queues[$0] != nil }
  }
}
