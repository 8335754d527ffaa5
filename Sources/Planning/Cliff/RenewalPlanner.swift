import Optimization
import Workforce

/// Finds the cheapest renewals that keep enough heads.
struct RenewalPlanner {
  let inputs: PlanningInputs
  let weeks: [ISOWeek]
  let lapses: [FutureCertificates.Lapse]
  /// Per person with a lapse: heads with and without renewals, per skill and week.
  let gains: [Int: [RenewalProblem.Heads]]
  /// What a queue's person-hour is worth, per week and queue.
  let worth: [[Double]]

  /// A renewal of the plan.
  struct Renewal: Sendable {
    var person: Int
    var course: String
    var lapses: LocalDateTime
    var week: Int
    var cost: Double
  }

  private var courses: [String] { Set(lapses.map(\.course)).sorted() }

  /// The problem of filling up these heads.
  func problem(needed: [RenewalProblem.Heads]) -> RenewalProblem {
    let courses = courses
    var groups: [RenewalProblem.Group] = []
    var known: [Key: Int] = [:]
    let people = Dictionary(grouping: lapses, by: \.person)
    for person in people.keys.sorted() {
      let own = (people[person] ?? []).sorted { $0.course < $1.course }
      let items = own.map { item($0, courses) }  // order: sorted above
      let key = Key(items: items, gains: gains[person] ?? [])
      guard !key.gains.isEmpty else { continue }
      if let place = known[key] {
        groups[place].people.append(person)
      } else {
        known[key] = groups.count
        groups.append(RenewalProblem.Group(people: [person], items: items, gains: key.gains))
      }
    }
    return RenewalProblem(
      groups: groups,
      courses: courses.map(limits),
      needed: needed,
      shortPrice: 40 * (inputs.settings.costs.understaffing.last?.costPerHour ?? 100)
    )
  }

  private struct Key: Hashable {
    var items: [RenewalProblem.Item]
    var gains: [RenewalProblem.Heads]
  }

  /// The renewals that a choice is, by week, person and course.
  func renewals(_ choice: RenewalChoice, _ problem: RenewalProblem) -> [Renewal] {
    let courses = courses
    let own = Dictionary(grouping: lapses) { [$0.person, courses.firstIndex(of: $0.course) ?? 0] }
    var renewals: [Renewal] = []
    for (group, sitting) in zip(problem.groups, choice.sitting) {
      for (item, counts) in zip(group.items, sitting) {
        var rest = group.people[...]
        for (place, count) in zip(item.weeks, counts) {
          for _ in 0..<count {
            guard let person = rest.popFirst(), let lapse = own[[person, item.course]]?.first else {
              continue
            }
            renewals.append(
              Renewal(
                person: person,
                course: lapse.course,
                lapses: lapse.at,
                week: place.week,
                cost: place.cost
              )
            )
          }
        }
      }
    }
    return renewals.sorted { ($0.week, $0.person, $0.course) < ($1.week, $1.person, $1.course) }
  }

  /// The weeks in which somebody can sit a renewal, with the hours' worth and pay.
  private func item(_ lapse: FutureCertificates.Lapse, _ courses: [String]) -> RenewalProblem.Item {
    let employee = inputs.employees[lapse.person]
    let wage = inputs.settings.contract(named: employee.contract)?.wagePerHour ?? 0
    let queues = inputs.settings.queues.indices.filter { queue in
      inputs.skillSpans.contains {
        $0.employee == employee.id && $0.skill == inputs.settings.queues[queue].skill
      }
    }
    let choices = weeks.indices.compactMap { week -> RenewalProblem.Choice? in
      guard isPossible(lapse, employee, weeks[week]) else { return nil }
      let minutes = inputs.training.course(lapse.course, on: weeks[week].monday)?.lengthMinutes ?? 0
      let missed = queues.map { worth[week][$0] }.min() ?? 0
      return RenewalProblem.Choice(
        week: week,
        cost: ((wage + missed) * Double(minutes) / 60 * 100).rounded() / 100
      )
    }
    return RenewalProblem.Item(course: courses.firstIndex(of: lapse.course) ?? 0, weeks: choices)
  }

  /// Whether a working day of a week lies within the window and before the lapse, and the person is
  /// employed and not away then.
  private func isPossible(
    _ lapse: FutureCertificates.Lapse,
    _ employee: Employee,
    _ week: ISOWeek
  ) -> Bool {
    week.dates.contains { date in
      guard lapse.windowFrom <= date, date < lapse.at.date,
        employee.hired.map({ $0 <= date }) ?? true, employee.leaves.map({ date <= $0 }) ?? true,
        let weekday = inputs.operatingWeekday(on: date),
        inputs.settings.queues.contains(where: { !$0.openingHours.windows(on: weekday).isEmpty })
      else { return false }
      return !inputs.absences.contains {
        $0.employee == employee.id && $0.from.date <= date && date < $0.until.date
      }
    }
  }

  private func limits(_ name: String) -> RenewalProblem.CourseLimits {
    let first = weeks[0].monday
    let course = inputs.training.course(name, on: first)
    let rooms = inputs.training.rooms.filter { room in
      course?.rooms.isEmpty ?? true || course?.rooms.contains(room.name) ?? false
    }
    let needsRoom = course?.mode != .online && !inputs.training.rooms.isEmpty
    // classes of several sites need not be full: the smallest room counts
    let roomSeats = needsRoom ? rooms.map(\.seats).min() ?? 0 : 10_000
    let trainers = Set(course?.trainers ?? [])
    let wages = inputs.employees.filter { trainers.isEmpty || trainers.contains($0.id) }
      .compactMap { inputs.settings.contract(named: $0.contract)?.wagePerHour }
    let mean = wages.isEmpty ? 0 : wages.reduce(0, +) / Double(wages.count)
    let hours = Double(course?.lengthMinutes ?? 0) / 60
    return RenewalProblem.CourseLimits(
      seats: max(1, min(course?.seats ?? 10_000, roomSeats)),
      classCost: (mean * hours * 100).rounded() / 100,
      classesLeft: weeks.map { classesLeft(name, $0, rooms: needsRoom ? rooms.count : nil) },
      freeSeats: weeks.map { week in
        sessions(of: name, in: week).reduce(0) { $0 + max(0, $1.seats - $1.attendees.count) }
      }
    )
  }

  private func sessions(of course: String, in week: ISOWeek) -> [ClassSession] {
    inputs.training.sessions.filter {
      $0.course == course && ISOWeek(containing: $0.start.date) == week
    }
  }

  /// Classes by the limit of a week, the hours of trainers, and those of rooms.
  private func classesLeft(_ name: String, _ week: ISOWeek, rooms: Int?) -> Int {
    guard let placement = inputs.training.placement,
      let course = inputs.training.course(name, on: week.monday)
    else { return 0 }
    let open = week.dates.filter { date in
      inputs.operatingWeekday(on: date).map { weekday in
        inputs.settings.queues.contains { !$0.openingHours.windows(on: weekday).isEmpty }
      } ?? false
    }
    let minutes = placement.hours.endMinutes - placement.hours.start.minutes
    let perDay = minutes / max(1, course.lengthMinutes)
    let teaching = course.trainers.filter { isThere($0, in: week) }.count
    let byTrainers = course.trainers.isEmpty ? Int.max : teaching * perDay * min(5, open.count)
    let byRooms = rooms.map { $0 * perDay * open.count } ?? Int.max
    let left = placement.sessionsPerWeek - sessions(of: name, in: week).count
    return max(0, min(left, byTrainers, byRooms))
  }

  /// Employed through a week, and not away for all of it.
  private func isThere(_ trainer: String, in week: ISOWeek) -> Bool {
    guard let employee = inputs.employees.first(where: { $0.id == trainer }) else { return false }
    return week.dates.contains { date in
      (employee.hired.map { $0 <= date } ?? true) && (employee.leaves.map { date <= $0 } ?? true)
        && !inputs.absences.contains {
          $0.employee == trainer && $0.from.date <= date && date < $0.until.date
        }
    }
  }
}
