import Workforce

/// What somebody had of burdens in the last weeks.
struct Burdens {
  var weekends = 0.0
  var lates = 0.0
  var nights = 0.0
  var refused = 0.0
}

/// How much more of each burden people had than others of their site and contract.
struct FairShares {
  let settings: FairnessSettings
  /// Burdens beyond the least of the group, by identifier.
  private var beyond: [String: Burdens] = [:]
  private let monday: LocalDate

  init(
    _ settings: FairnessSettings,
    _ people: [CheckedPerson],
    _ index: InputIndex,
    _ week: ISOWeek
  ) {
    self.settings = settings
    monday = week.monday
    let ledger = index.inputs.ledger
    let weekend = week.dates.filter { date in
      date.weekday.isWeekend
        && index.inputs.settings.queues.contains { queue in
          index.inputs.operatingWeekday(on: date).map(queue.openingHours.windows(on:)) ?? [] != []
        }
    }
    let own = people.filter { person in week.dates.contains { person.facts.isEmployed(on: $0) } }
      .map { person in
        Past(person, settings, week.monday, weekend, ledger.last { $0.employee == person.id })
      }
    for past in own {
      let group = own.filter { $0.site == past.site && $0.contract == past.contract }
      beyond[past.id] = Burdens(
        weekends: excess(past, in: group, of: group.filter(\.isFreeOnWeekends)) { $0.weekends },
        lates: excess(past, in: group, of: group) { $0.lates },
        nights: excess(past, in: group, of: group) { $0.nights },
        refused: excess(past, in: group, of: group.filter(\.hasWishes)) { $0.refused }
      )
    }
  }

  /// A person's rate over the weeks that are looked back on, less the least one of some of the group.
  private func excess(
    _ own: Past,
    in group: [Past],
    of some: [Past],
    _ part: (Burdens) -> Double
  ) -> Double {
    let weeks = Double(settings.weeks)
    let present = group.map(\.weeks).reduce(0, +)
    let common = present == 0 ? 0 : group.map { part($0.burdens) }.reduce(0, +) / present
    func rate(_ past: Past) -> Double {
      let quarter = weeks / 4
      if past.weeks >= quarter { return part(past.burdens) / past.weeks * weeks }
      return (part(past.burdens) + (quarter - past.weeks) * common) / quarter * weeks
    }
    let least = (some.isEmpty ? group : some).map(rate).min() ?? 0
    return max(0, rate(own) - least)
  }

  func burdens(beyondOthersOf id: String) -> Burdens { beyond[id] ?? Burdens() }

  /// What a person's late and night shifts cost.
  func kindPrice(of person: CheckedPerson) -> Double {
    let more = burdens(beyondOthersOf: person.id)
    let lates = person.labor.shifts.count { $0.isOne(of: settings.lateKinds) }
    let nights = person.labor.shifts.count { $0.isOne(of: settings.nightKinds) }
    return settings.lates * (2 * more.lates + 1) * Double(lates)
      + settings.nights * (2 * more.nights + 1) * Double(nights)
  }

  /// By how much a person's wishes weigh more than they say.
  func wishFactor(of employee: Employee) -> Double {
    let refusals = 1 + settings.refused * burdens(beyondOthersOf: employee.id).refused
    guard settings.seniorityPerYear > 0 else { return refusals }
    guard let hired = employee.hired else { return refusals * settings.seniorityMost }
    let days = max(0, monday.daysSinceEpoch - hired.daysSinceEpoch)
    let growth = 1 + settings.seniorityPerYear * Double(days) / 365.25
    return refusals * min(growth, settings.seniorityMost)
  }
}

/// A person's part of the weeks that are looked back on.
private struct Past {
  let id: String
  let site: String
  let contract: String
  var burdens = Burdens()
  /// Weeks at full time.
  let weeks: Double
  /// True when availability lets the person work on an open Saturday or Sunday of the week.
  let isFreeOnWeekends: Bool
  let hasWishes: Bool

  init(
    _ person: CheckedPerson,
    _ settings: FairnessSettings,
    _ monday: LocalDate,
    _ weekend: [LocalDate],
    _ entry: LedgerEntry?
  ) {
    let facts = person.facts
    id = person.id
    site = facts.employee.site
    contract = facts.employee.contract
    hasWishes = !facts.preferences.isEmpty
    isFreeOnWeekends = weekend.contains { !facts.isBarred(on: $0) }
    let first = monday.daysSinceEpoch - 7 * settings.weeks
    let known = entry.map { max(first, $0.until.daysSinceEpoch + 1) } ?? first
    for shift in person.labor.past where shift.date.daysSinceEpoch >= known {
      if shift.date.weekday.isWeekend { burdens.weekends += 1 }
      if shift.isOne(of: settings.lateKinds) { burdens.lates += 1 }
      if shift.isOne(of: settings.nightKinds) { burdens.nights += 1 }
      burdens.refused += facts.refusedWishes(shift)
    }
    if let entry {
      let all = (1...7 * entry.weeks).map { entry.until.daysSinceEpoch - $0 + 1 }
      let inside = all.count { first <= $0 && $0 < monday.daysSinceEpoch }
      let share = Double(inside) / Double(all.count)
      burdens.weekends += share * Double(entry.weekends)
      burdens.lates += share * Double(entry.lates)
      burdens.nights += share * Double(entry.nights)
      burdens.refused += share * Double(entry.refused)
    }
    let there = (first..<monday.daysSinceEpoch).count { day in
      facts.isThere(on: LocalDate(daysSinceEpoch: day))
    }
    weeks = Double(there) * facts.employee.fullTimeEquivalent.value / 7
  }
}

extension PersonFacts {
  /// True when the lines of availability that count on a date have no window.
  fileprivate func isBarred(on date: LocalDate) -> Bool {
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    for level in levels {
      let lines = availability.filter { $0.days == level }
      if !lines.isEmpty { return lines.allSatisfy { $0.window == nil } }
    }
    return false
  }

  /// True when the person is employed and not away for the whole date.
  fileprivate func isThere(on date: LocalDate) -> Bool {
    guard isEmployed(on: date) else { return false }
    let (midnight, next) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    return !absences.contains { $0.from <= midnight && next <= $0.until }
  }

  /// Wishes for a past shift's date that it did not meet.
  fileprivate func refusedWishes(_ shift: DatedShift) -> Double {
    var count = 0.0
    if preferences.contains(where: { $0.wish == .dayOff && $0.days.matches(shift.date) }) {
      count += 1
    }
    let minute = zone.local(at: shift.start).minuteOfDay
    let levels: [DayPattern] = [.date(shift.date), .weekday(shift.date.weekday), .everyDay]
    for level in levels {
      for wish in preferences where wish.days == level {
        guard case .startBetween(let low, let high) = wish.wish else { continue }
        return low.minutes <= minute && minute <= high.minutes ? count : count + 1
      }
    }
    return count
  }
}
