import Workforce

/// Draws when people can and would like to work, and what they worked last week.
struct SampleWishes {
  let people: SamplePeople
  let calendar: [CalendarEntry]
  private(set) var availability: [Availability] = []
  private(set) var preferences: [Preference] = []
  private(set) var pastDuties: [PastDuty] = []

  private static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  init(people: SamplePeople, calendar: [CalendarEntry]) {
    self.people = people
    self.calendar = calendar
    for index in people.employees.indices {
      let lines = drawnAvailability(index)
      availability += lines
      drawPreferences(index)
      drawDuties(index, lines)
    }
  }

  /// Part-timers with mornings only, students without one weekday, carers who leave by six; never
  /// for people who are away, so that everyone's rules can be met.
  private func drawnAvailability(_ index: Int) -> [Availability] {
    guard people.daysAway[index] == 0 else { return [] }
    var random = RandomStream(seed: people.options.seed, name: "sample availability", keys: index)
    let draw = random.unit()
    let day = Self.weekdays[random.below(5)]
    let id = people.employees[index].id
    return switch people.contracts[index] {
    case 0 where draw < 0.10:
      [line(id, .everyDay, "07:30-18:00")]
    case 1 where draw < 0.25, 3 where draw < 0.25:
      [line(id, .weekday(day), nil)]
    case 2 where draw < 0.30:
      [line(id, .everyDay, "08:00-15:00")]
    case 2 where draw < 0.45:
      [line(id, .everyDay, "14:00-20:00"), line(id, .weekday(.saturday), "09:00-17:00")]
    default: []
    }
  }

  private func line(_ id: String, _ days: DayPattern, _ window: String?) -> Availability {
    Availability(employee: id, days: days, window: window.flatMap { ClockWindow($0) })
  }

  private mutating func drawPreferences(_ index: Int) {
    var random = RandomStream(seed: people.options.seed, name: "sample wishes", keys: index)
    let id = people.employees[index].id
    let contract = people.contracts[index]
    if contract != 3, random.unit() < 0.45 {
      let first = SampleStaff.firstStart(contract, onSaturday: false)
      let steps = ((SampleStaff.lastStart(contract, onSaturday: false) ?? first) - first) / 60
      let from = first + 60 * random.below(steps + 1)
      if let low = ClockTime(minutes: from), let high = ClockTime(minutes: from + 60) {
        preferences.append(
          Preference(employee: id, days: .everyDay, wish: .startBetween(low, high))
        )
      }
    }
    if random.unit() < 0.25 {
      let day = Weekday.allCases[random.below(6)]
      let weight = random.unit() < 0.2 ? 2.0 : 1.0
      preferences.append(
        Preference(employee: id, days: .weekday(day), wish: .dayOff, weight: weight)
      )
    }
  }

  /// Last week's shifts: the contract's days, starts close to each other.
  private mutating func drawDuties(_ index: Int, _ lines: [Availability]) {
    var random = RandomStream(seed: people.options.seed, name: "sample duties", keys: index)
    let contract = people.contracts[index]
    let monday = people.options.week.adding(weeks: -1).monday
    let onSaturday =
      SampleStaff.lastStart(contract, onSaturday: true) != nil && random.unit() < 0.35
    let count = SampleStaff.contracts[contract].minimumDays - (onSaturday ? 1 : 0)
    var days = Self.weekdays.map { monday.adding(days: $0.rawValue - 1) }
    random.shuffle(&days)
    let free = days.filter { isPossible(lines, $0) }
    let dates = free.prefix(count) + (onSaturday ? [monday.adding(days: 5)] : [])
    let base = random.unit()
    for date in dates.sorted() {
      addDuty(index, lines, date, base + (random.unit() < 0.3 ? 0.1 : 0))
    }
  }

  private mutating func addDuty(
    _ index: Int,
    _ lines: [Availability],
    _ date: LocalDate,
    _ position: Double
  ) {
    let contract = people.contracts[index]
    let onSaturday = date.weekday == .saturday
    let window = window(lines, on: date)
    guard isPossible(lines, date),
      let latest = SampleStaff.lastStart(contract, onSaturday: onSaturday)
    else { return }
    let length = SampleStaff.shift(contract, onSaturday: onSaturday).length.wholeMinutes
    let first = max(
      SampleStaff.firstStart(contract, onSaturday: onSaturday),
      window?.start.minutes ?? 0
    )
    let last = min(latest, (window?.endMinutes ?? 1440) - length)
    guard first <= last else { return }
    let start = min(last, first + Int(position * Double(last - first))) / 30 * 30
    let begin = LocalDateTime(date: date, secondOfDay: start * 60)
    pastDuties.append(
      PastDuty(
        employee: people.employees[index].id,
        start: begin,
        end: begin.adding(minutes: length)
      )
    )
  }

  private func isPossible(_ lines: [Availability], _ date: LocalDate) -> Bool {
    !calendar.contains { $0.date == date && $0.kind == .closed }
      && !lines.contains { $0.window == nil && $0.days.matches(date) }
  }

  /// A person's window on a date: the weekday's line before the every-day one.
  private func window(_ lines: [Availability], on date: LocalDate) -> ClockWindow? {
    let matching = lines.filter { $0.days.matches(date) }
    return (matching.first { $0.days != .everyDay } ?? matching.first)?.window
  }
}
