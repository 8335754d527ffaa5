import Workforce

/// The table of people and days.
struct RosterGrid {
  private let report: PlanReport
  private let bars: ShiftBars
  private let limit: Int
  private let paid: PaidTime
  private let tours: [String: Tour]
  private let absences: [String: [Absence]]
  private let impossible: Set<String>

  init(report: PlanReport, bars: ShiftBars, limit: Int) {
    self.report = report
    self.bars = bars
    self.limit = limit
    paid = PaidTime(report.inputs)
    tours = Dictionary(
      report.outcome.roster.tours.map { ($0.employee, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    absences = Dictionary(grouping: report.inputs.absences, by: \.employee)
    impossible = Set(report.outcome.impossible.map(\.employee))
  }

  var markup: Markup {
    let days = report.week.dates.map { date -> Markup in
      "<th scope=\"col\">\(date.shortText)\(bars.axis)</th>"
    }
    var room = limit
    let groups = teams.compactMap { team -> Markup? in
      guard room > 0 else { return nil }
      let shown = team.people.prefix(room)
      room -= shown.count
      return group(team.name, team.people, shown: shown)
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Roster by team and day">\
      <table class="roster"><thead><tr><th scope="col">Person</th>\(days)\
      <th scope="col" class="n">Hours</th></tr></thead>\(groups)</table></div>
      """
  }

  /// Teams in the order in which they first occur, with their site where there are several.
  private var teams: [(name: String, people: [Employee])] {
    let hasSites = Set(report.inputs.employees.map(\.site)).count > 1
    var order: [String] = []
    var people: [String: [Employee]] = [:]
    for employee in report.inputs.employees {
      let team = employee.team.isEmpty ? "No team" : employee.team
      let name = hasSites ? "\(employee.site) · \(team)" : team
      if people[name] == nil { order.append(name) }
      people[name, default: []].append(employee)
    }
    return order.map { ($0, people[$0] ?? []) }
  }

  private func group(
    _ name: String,
    _ people: [Employee],
    shown: ArraySlice<Employee>
  ) -> Markup {
    let minutes = people.reduce(0) { sum, person in
      sum + (tours[person.id].map(paid.minutes(of:)) ?? 0)
    }
    return """
      <tbody><tr class="team"><th scope="rowgroup" colspan="9"><bdi>\(name)</bdi> <small>\
      \(counted(people.count, "person", "people")) · \(decimal(Double(minutes) / 60, places: 1)) \
      paid hours</small></th></tr>\(shown.map(row))</tbody>\n
      """
  }

  private func row(_ employee: Employee) -> Markup {
    let tour = tours[employee.id]
    let cells = report.week.dates.map { date -> Markup in
      let shifts = tour?.shifts.filter { $0.date == date } ?? []
      guard let tour, !shifts.isEmpty else { return dayOff(employee, date) }
      let zone = report.outcome.roster.zone(of: tour)
      return "<td>\(shifts.map { cell($0, zone) })</td>"
    }
    let mark: Markup = employee.isPlaceholder ? "<i>placeholder</i> " : .none
    let minutes = tour.map(paid.minutes(of:)) ?? 0
    let hours: Markup = minutes > 0 ? "\(decimal(Double(minutes) / 60, places: 1))" : "–"
    return """
      <tr><th scope="row"><bdi>\(employee.name)</bdi><small>\(mark)<bdi>\(note(employee, tour))</bdi>\
      </small></th>\(cells)<td class="n">\(hours)</td></tr>\n
      """
  }

  /// The queues that the person serves this week, or why there are no shifts.
  private func note(_ employee: Employee, _ tour: Tour?) -> String {
    if impossible.contains(employee.id) { return "rules contradict each other" }
    let served = tour?.shifts.flatMap(\.queues) ?? []
    let names = report.inputs.settings.queues.map(\.name).filter(served.contains)
    return names.isEmpty ? "no shifts" : names.joined(separator: ", ")
  }

  private func dayOff(_ employee: Employee, _ date: LocalDate) -> Markup {
    if !employee.isEmployed(on: date) { return "<td class=\"off\">not employed</td>" }
    let isAbsent = absences[employee.id]?.contains { $0.covers(date) } ?? false
    return isAbsent ? "<td class=\"off\">away</td>" : "<td></td>"
  }

  private func cell(_ shift: Shift, _ zone: Zone) -> Markup {
    let times = "\(zone.clockText(at: shift.start))–\(zone.clockText(at: shift.end))"
    return "\(times)\(bars.markup(shift, zone))"
  }
}
