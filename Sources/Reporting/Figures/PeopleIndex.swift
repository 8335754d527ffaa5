import Workforce

/// The people of a plan, ready to be asked where each of them is in an interval.
struct PeopleIndex {
  private struct Person {
    var employee: Employee
    var contract: ContractSettings?
    var skills: [SkillGrant]
    var spans: [SkillSpan]
    var availability: [Availability]
    var absences: [Absence]
    var shifts: [Shift]
    var isImpossible: Bool
    /// Whether not even the shortest shift fits into what is left of the contract's week.
    var isUsedUp: Bool
  }

  private let report: PlanReport
  private let people: [Person]
  /// The people who hold a queue's skill on some date, by queue.
  private let holders: [[Int]]

  init(_ report: PlanReport) {
    self.report = report
    let inputs = report.inputs
    let skills = Dictionary(grouping: inputs.skills, by: \.employee)
    let spans = inputs.skillSpansByEmployee
    let availability = Dictionary(grouping: inputs.availability, by: \.employee)
    let absences = Dictionary(grouping: inputs.absences, by: \.employee)
    let tours = Dictionary(grouping: report.outcome.roster.tours, by: \.employee)
    let impossible = Set(report.outcome.impossible.map(\.employee))
    let holidays = report.week.dates.filter(report.inputs.isClosedWorkingDay)
    let openDates = Self.openDates(report) + holidays
    let paid = PaidTime(inputs)
    let people = inputs.employees.map { employee in
      var person = Person(
        employee: employee,
        contract: inputs.settings.contract(named: employee.contract),
        skills: skills[employee.id] ?? [],
        spans: spans[employee.id] ?? [],
        availability: availability[employee.id] ?? [],
        absences: absences[employee.id] ?? [],
        shifts: (tours[employee.id] ?? []).flatMap(\.shifts),
        isImpossible: impossible.contains(employee.id),
        isUsedUp: false
      )
      person.isUsedUp = Self.isUsedUp(person, openDates, holidays, paid, inputs.settings)
      return person
    }
    holders = inputs.settings.queues.map { queue in
      people.indices.filter { index in
        inputs.hasCertificates
          ? people[index].spans.contains { $0.skill == queue.skill }
          : people[index].skills.contains { $0.skill == queue.skill }
      }
    }
    self.people = people
  }

  /// Where the people with a queue's skill are in one interval.
  func census(queue: Int, interval: Int) -> SkillCensus {
    let grid = report.requirement.grid
    let settings = report.inputs.settings.queues[queue]
    let date = grid.local(at: interval).date
    var census = SkillCensus()
    for person in holders[queue].lazy.map({ people[$0] })
    where person.employee.isEmployed(on: date) {
      let moment = grid.instant(at: interval)
      let holds =
        report.inputs.hasCertificates
        ? person.spans.contains { $0.skill == settings.skill && $0.contains(moment) }
        : person.skills.contains { $0.skill == settings.skill && $0.isHeld(on: date) }
      guard holds else { continue }
      census.holders += 1
      let place = place(of: person, queue: settings.name, interval: interval)
      census[keyPath: place] += 1
    }
    return census
  }

  private func place(
    of person: Person,
    queue: String,
    interval: Int
  ) -> WritableKeyPath<SkillCensus, Int> {
    let grid = report.requirement.grid
    let (start, end) = (grid.instant(at: interval), grid.instant(at: interval + 1))
    if let shift = person.shifts.first(where: { $0.start < end && start < $0.end }) {
      guard shift.queues.contains(queue) else { return \.elsewhere }
      let isWorking = shift.segments.contains {
        $0.kind == .work && $0.start < end && start < $0.end
      }
      if isWorking { return \.atWork }
      let isTraining = shift.segments.contains {
        $0.kind == .training && $0.start < end && start < $0.end
      }
      return isTraining ? \.inClass : \.onBreak
    }
    let local = grid.local(at: interval)
    let minutes = local.minuteOfDay..<local.minuteOfDay + grid.stepMinutes
    if person.isImpossible { return \.impossible }
    if person.absences.contains(where: {
      $0.overlaps(local, local.adding(minutes: grid.stepMinutes))
    }) {
      return \.absent
    }
    guard person.availability.isPresent(on: local.date, minutes) else { return \.unavailable }
    guard person.contract?.shiftWindow?.holds(minutes) ?? true else { return \.outsideContract }
    if person.isUsedUp { return \.usedUp }
    return person.shifts.contains { $0.date == local.date } ? \.otherShift : \.free
  }

  /// Dates of the week on which some queue takes contacts.
  private static func openDates(_ report: PlanReport) -> [LocalDate] {
    let grid = report.forecast.grid
    return grid.dates.indices.filter { day in
      report.forecast.queues.contains { queue in grid.days[day].contains { queue.isOpen[$0] } }
    }
    .map { grid.dates[$0] }
  }

  private static func isUsedUp(
    _ person: Person,
    _ openDates: [LocalDate],
    _ holidays: [LocalDate],
    _ paid: PaidTime,
    _ settings: ScenarioSettings
  ) -> Bool {
    guard let contract = person.contract else { return false }
    let credited = openDates.count { date in
      holidays.contains(date) || !person.employee.isEmployed(on: date)
        || person.absences.contains { $0.covers(date) }
    }
    let allowance = WeeklyAllowance(person.employee, contract, creditedDays: credited)
    let shortest = contract.shiftTemplates.compactMap(settings.shiftTemplate(named:))
      .map(\.paidLength.wholeMinutes).min()
    let worked = person.shifts.reduce(0) { $0 + paid.minutes(of: $1, for: person.employee.id) }
    return person.shifts.count >= allowance.maximumDays
      || worked + (shortest ?? 0) > allowance.maximumMinutes
  }
}

extension [Availability] {
  /// Whether a person may work in minutes of a date, by the lines of that date or, past midnight,
  /// of the one before.
  fileprivate func isPresent(on date: LocalDate, _ minutes: Range<Int>) -> Bool {
    let late = minutes.lowerBound + 1440..<minutes.upperBound + 1440
    return allow(date, minutes: minutes)
      || contains { $0.window?.crossesMidnight ?? false }
        && allow(date.adding(days: -1), minutes: late)
  }
}

extension ClockWindow {
  /// Whether the window of a day, or of the day before, holds minutes of the day.
  fileprivate func holds(_ minutes: Range<Int>) -> Bool {
    [0, 1440].contains { shift in
      start.minutes <= minutes.lowerBound + shift && minutes.upperBound + shift <= endMinutes
    }
  }
}
