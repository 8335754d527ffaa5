import Workforce

@testable import Rostering

/// Judges small weeks by trying everything: one template without breaks, days of one opening window, and
/// each rule written down anew.
struct PlainJudge {
  let week: FixedWeek
  let inputs: PlanningInputs
  let settings: ScenarioSettings
  /// Minutes of a shift.
  let length: Int

  init(_ week: FixedWeek) {
    self.week = week
    inputs = week.inputs
    settings = week.inputs.settings
    length = week.inputs.settings.shiftTemplates[0].length.wholeMinutes
  }

  /// The start of each date's shift in minutes, -1 for a date off.
  typealias Starts = [Int]

  var dates: [LocalDate] { week.week.dates }

  /// The window in which a date is open; empty for none.
  func open(_ day: Int) -> Range<Int> {
    let windows = settings.queues[0].openingHours.windows(on: dates[day].weekday)
    guard let window = windows.first else { return 0..<0 }
    return window.start.minutes..<window.endMinutes
  }

  /// Every week of a person with some members in force.
  func weeks(of person: Employee, _ active: Set<WeekMember>) -> [Starts] {
    var all: [Starts] = [[]]
    for day in dates.indices {
      let window = open(day)
      let grid = settings.shiftStartMinutes
      let starts = stride(from: 0, to: 1440, by: grid).filter {
        window.lowerBound <= $0 && $0 + length <= window.upperBound
          && allows(person, day, $0, active)
      }
      let choices = (isOff(person, day, active) ? [-1] : []) + starts
      all = all.flatMap { head in choices.map { head + [$0] } }
        .filter { follows(person, $0, active) }
    }
    let labor = PlainLabor(self, person, active)
    return all.filter { isWhole(person, $0, active) && labor.allows($0) }
  }

  func contract(_ person: Employee) -> ContractSettings {
    settings.contract(named: person.contract) ?? settings.contracts[0]
  }

  private func keeps(_ person: Employee, _ limit: ContractLimit, _ active: Set<WeekMember>) -> Bool
  {
    let name = person.contract.split(separator: " of ")[0]
    if PlainLabor.replaces(limit, of: person, in: settings.labor) { return false }
    return active.contains(.contract(String(name), limit))
  }

  /// Whether locks let a date be off.
  private func isOff(_ person: Employee, _ day: Int, _ active: Set<WeekMember>) -> Bool {
    !week.locks.indices.contains {
      let lock = week.locks[$0]
      return active.contains(.lock($0)) && lock.employee == person.id && lock.date == dates[day]
        && lock.kind != .off
    }
  }

  /// Whether a shift by itself is allowed.
  private func allows(
    _ person: Employee,
    _ day: Int,
    _ start: Int,
    _ active: Set<WeekMember>
  ) -> Bool {
    let date = dates[day]
    for (position, lock) in week.locks.enumerated()
    where active.contains(.lock(position)) && lock.employee == person.id && lock.date == date {
      if lock.kind != .shift, lock.start?.minutes != start { return false }
    }
    let (from, until) = (moment(day, start), moment(day, start + length))
    for (position, absence) in inputs.absences.enumerated()
    where active.contains(.absence(position)) && absence.employee == person.id {
      if absence.from < until && from < absence.until { return false }
    }
    if keeps(person, .shiftWindow, active), let window = contract(person).shiftWindow,
      start < window.start.minutes || start + length > window.endMinutes
    {
      return false
    }
    if active.contains(.employment(person.id)), !isEmployed(person, date) { return false }
    if active.contains(.availability(person.id)), !isAvailable(person, date, start) { return false }
    if keeps(person, .minimumRest, active), let last = lastEnd(person) {
      let minutes =
        (from.date.daysSinceEpoch - last.date.daysSinceEpoch) * 1440
        + from.minuteOfDay - last.minuteOfDay
      if minutes < contract(person).rules.minimumRest.wholeMinutes { return false }
    }
    return holds(settings.queues[0].skill, person, date, active)
  }

  func holds(
    _ skill: String,
    _ person: Employee,
    _ date: LocalDate,
    _ active: Set<WeekMember>
  ) -> Bool {
    inputs.skills.indices.contains { position in
      let grant = inputs.skills[position]
      return grant.employee == person.id && grant.skill == skill
        && (!active.contains(.skill(position)) || grant.isHeld(on: date))
    }
  }

  func moment(_ day: Int, _ minutes: Int) -> LocalDateTime {
    LocalDateTime(date: dates[day], secondOfDay: minutes * 60)
  }

  private func lastEnd(_ person: Employee) -> LocalDateTime? {
    inputs.pastDuties.filter { $0.employee == person.id }.map(\.end).max()
  }

  func isEmployed(_ person: Employee, _ date: LocalDate) -> Bool {
    (person.hired.map { $0 <= date } ?? true) && (person.leaves.map { date <= $0 } ?? true)
  }

  private func isAvailable(_ person: Employee, _ date: LocalDate, _ start: Int) -> Bool {
    let lines = inputs.availability.filter { $0.employee == person.id }
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    for level in levels {
      let own = lines.filter { $0.days == level }
      if own.isEmpty { continue }
      return own.contains { line in
        guard let window = line.window else { return false }
        return window.start.minutes <= start && start + length <= window.endMinutes
      }
    }
    return true
  }

  /// Whether the last two dates go together.
  private func follows(_ person: Employee, _ starts: Starts, _ active: Set<WeekMember>) -> Bool {
    guard let last = starts.last, last >= 0 else { return true }
    let rules = contract(person).rules
    if starts.count > 1, starts[starts.count - 2] >= 0 {
      let before = starts[starts.count - 2]
      let rest = 1440 + last - before - length
      if keeps(person, .minimumRest, active), rest < rules.minimumRest.wholeMinutes { return false }
      if keeps(person, .startChange, active), let most = rules.maximumStartChange,
        abs(last - before) > most.wholeMinutes
      {
        return false
      }
    }
    guard keeps(person, .consecutiveDays, active) else { return true }
    var run = starts.reversed().prefix { $0 >= 0 }.count
    if run == starts.count {
      let worked = Set(inputs.pastDuties.filter { $0.employee == person.id }.map(\.start.date))
      var date = dates[0].adding(days: -1)
      while worked.contains(date) {
        run += 1
        date = date.adding(days: -1)
      }
    }
    return run <= rules.maximumConsecutiveDays
  }

  /// Whether totals and classes are right.
  private func isWhole(_ person: Employee, _ starts: Starts, _ active: Set<WeekMember>) -> Bool {
    let contract = contract(person)
    let credited = min(dates.indices.count { isCredited(person, $0) }, contract.maximumDays)
    let day =
      contract.minimumDays > 0
      ? contract.minimumWeeklyHours.wholeMinutes / contract.minimumDays : 0
    let fewest = max(0, contract.minimumDays - credited)
    let least = fewest == 0 ? 0 : max(0, contract.minimumWeeklyHours.wholeMinutes - day * credited)
    let most = max(0, contract.maximumWeeklyHours.wholeMinutes - day * credited)
    let worked = starts.count { $0 >= 0 }
    if keeps(person, .fewestDays, active), worked < fewest { return false }
    if keeps(person, .mostDays, active), worked > max(0, contract.maximumDays - credited) {
      return false
    }
    if keeps(person, .leastHours, active), worked * length < least { return false }
    if keeps(person, .mostHours, active), worked * length > most { return false }
    return inputs.training.sessions.allSatisfy { session in
      guard session.attendees.contains(person.id),
        active.contains(.attendance(employee: person.id, course: session.course))
      else { return true }
      return inputs.training.sessions.contains { other in
        other.course == session.course && other.attendees.contains(person.id)
          && sits(starts, other)
      }
    }
  }

  private func isCredited(_ person: Employee, _ day: Int) -> Bool {
    guard !open(day).isEmpty else { return false }
    return !isEmployed(person, dates[day])
      || inputs.absences.contains {
        $0.employee == person.id && $0.from <= moment(day, 0) && moment(day, 1440) <= $0.until
      }
  }

  /// Whether a week's shifts hold a class.
  func sits(_ starts: Starts, _ session: ClassSession) -> Bool {
    guard let day = dates.firstIndex(of: session.start.date), starts[day] >= 0 else { return false }
    return starts[day] <= session.start.minuteOfDay
      && session.end.minuteOfDay <= starts[day] + length
  }
}

extension PlainJudge {
  /// Whether a demand can be kept: at some of its moments with `somewhere`, else at all of them.
  func isKept(_ demand: WeekDemand, _ active: Set<WeekMember>, somewhere: Bool) -> Bool {
    switch demand {
    case .week(let name):
      return people([name]).allSatisfy { !weeks(of: $0, active).isEmpty }
    case .presence(let rule, let from, let until):
      let kept = moments(from, until).map { day, minute in
        let wanted = week.asked(rule)
        guard active.contains(.presence(rule: rule, day: day)) else { return true }
        return there(wanted.skill, day, minute, active) >= wanted.least
      }
      return somewhere ? kept.contains(true) : !kept.contains(false)
    case .tooMany(let limit, let from, let until):
      let kept = moments(from, until).map { day, minute in
        !active.contains(.most(limit))
          || forced(limit, day, minute, active) <= week.most(limit) ?? .max
      }
      return somewhere ? kept.contains(true) : !kept.contains(false)
    case .agents(let queues, let from, let until):
      let kept = moments(from, until).map { day, minute in
        queues.allSatisfy { queue in
          !active.contains(.minimumAgents(queue: queue, day: day))
            || there(settings.queues[queue].skill, day, minute, active)
              >= settings.queues[queue].target.minimumAgents
        }
      }
      return somewhere ? kept.contains(true) : !kept.contains(false)
    case .presenceTogether(let rule, let days): return isPresent(rule, days, active)
    case .seats(let names, _): return seated(people(names), active)
    case .overtime(let site, _):
      let budget = settings.sites.first { $0.name == site }?.overtimeBudget?.wholeMinutes ?? .max
      let sum = inputs.employees.filter { $0.site == site }.reduce(0) { sum, person in
        let after = contract(person).overtimeAfter.wholeMinutes
        let least = weeks(of: person, active).map { max(0, paid($0) - after) }.min()
        return sum + (least ?? 0)
      }
      return !active.contains(.overtimeBudget(site)) || sum <= budget
    case .pay:
      let sum = inputs.employees.reduce(0) { sum, person in
        let wage = contract(person).wagePerHour / 60
        return sum + (weeks(of: person, active).map { wage * Double(paid($0)) }.min() ?? 0)
      }
      return !active.contains(.maximumPay) || sum <= settings.costs.maximumPay ?? .infinity
    }
  }

  private func paid(_ starts: Starts) -> Int { starts.count { $0 >= 0 } * length }

  private func people(_ names: [String]) -> [Employee] {
    inputs.employees.filter { names.contains($0.id) }
  }

  private func moments(_ from: Instant, _ until: Instant) -> [(day: Int, minute: Int)] {
    let step = settings.rosterSlotMinutes
    return stride(from: 0, to: until.minutes(since: from), by: step).compactMap { minutes in
      let local = settings.zone.local(at: from.adding(minutes: minutes))
      return dates.firstIndex(of: local.date).map { ($0, local.minuteOfDay) }
    }
  }

  /// How many of those who count have weeks, and none that is clear of a minute.
  private func forced(
    _ limit: MostHeads,
    _ day: Int,
    _ minute: Int,
    _ active: Set<WeekMember>
  ) -> Int {
    inputs.employees.count { person in
      if case .site(let name) = limit, person.site != name { return false }
      let weeks = weeks(of: person, active)
      return !weeks.isEmpty
        && weeks.allSatisfy { starts in
          starts[day] >= 0 && starts[day] <= minute && minute < starts[day] + length
        }
    }
  }

  /// How many holders of a skill have some week that is at work in a minute.
  private func there(_ skill: String?, _ day: Int, _ minute: Int, _ active: Set<WeekMember>) -> Int
  {
    inputs.employees.count { person in
      skill.map { holds($0, person, dates[day], active) } ?? true
        && weeks(of: person, active).contains {
          $0[day] >= 0 && $0[day] <= minute && minute < $0[day] + length
        }
    }
  }

  /// Whether weeks of the holders together cover every open slot of some days, by trying all.
  private func isPresent(_ rule: Int, _ days: [Int], _ active: Set<WeekMember>) -> Bool {
    let wanted = week.asked(rule)
    let asked = days.filter { active.contains(.presence(rule: rule, day: $0)) }
    let step = settings.rosterSlotMinutes
    let slots = asked.flatMap { day in
      stride(from: open(day).lowerBound, to: open(day).upperBound, by: step).map { (day, $0) }
    }
    var counts: Set<[Int]> = [slots.map { _ in 0 }]
    for person in inputs.employees {
      let covers = Set(
        weeks(of: person, active).map { starts in
          slots.map { day, minute in
            wanted.skill.map { holds($0, person, dates[day], active) } ?? true && starts[day] >= 0
              && starts[day] <= minute && minute < starts[day] + length ? 1 : 0
          }
        }
      )
      guard !covers.isEmpty else { continue }
      counts = Set(
        counts.flatMap { count in
          covers.map { cover in zip(count, cover).map { min(wanted.least, $0 + $1) } }
        }
      )
    }
    return counts.contains { $0.allSatisfy { $0 >= wanted.least } }
  }

  /// Whether everybody finds a seat, by trying all classes for all.
  private func seated(_ people: [Employee], _ active: Set<WeekMember>) -> Bool {
    let sessions = inputs.training.sessions
    let choices = people.flatMap { person -> [[Int]] in
      let courses = Set(sessions.filter { $0.attendees.contains(person.id) }.map(\.course)).sorted()
      return courses.filter { active.contains(.attendance(employee: person.id, course: $0)) }
        .map { course in
          sessions.indices.filter { place in
            sessions[place].course == course && sessions[place].attendees.contains(person.id)
              && weeks(of: person, active).contains { sits($0, sessions[place]) }
          }
        }
    }
    var taken: Set<[Int]> = [sessions.map { _ in 0 }]
    for own in choices where !own.isEmpty {
      taken = Set(
        taken.flatMap { counts in
          own.compactMap { place -> [Int]? in
            var next = counts
            next[place] += 1
            let isFull =
              active.contains(.seats(sessions[place].id)) && next[place] > sessions[place].seats
            return isFull ? nil : next
          }
        }
      )
    }
    return !taken.isEmpty
  }
}
