import Checking
public import Workforce

/// The least cost of one person's week when a date is forced, everybody else's week as it is: the
/// oracle of explanations, for scenarios of any size without training.
///
/// Shifts and breaks are tried one by one and judged by the roster checker, cover is priced by trying
/// all allocations, weeks are searched by date, shift, days and hours. Nothing is shared with the
/// optimizer.
public struct ForcedWeeks {
  /// One way to spend a date.
  public struct Option: Hashable, Sendable {
    /// Name of the template.
    public let template: String
    /// First moment.
    public let start: Instant
    let end: Instant
    let clock: Int
    let paidMinutes: Int
    /// Pay and wishes less what the best breaks save.
    let cost: Double
  }

  private let inputs: PlanningInputs
  private let roster: Roster
  private var cover: ForcedCover
  /// Starts and ends of work in each legal shift of a template, in slots.
  private let stretches: [String: [[Range<Int>]]]

  /// Prepares the roster of a week.
  public init(inputs: PlanningInputs, roster: Roster, costs: CoverCosts) {
    precondition(inputs.training.courses.isEmpty, "forced weeks take no training")
    self.inputs = inputs
    self.roster = roster
    cover = ForcedCover(roster, costs, inputs.settings)
    stretches = Dictionary(
      inputs.settings.shiftTemplates.map { ($0.name, Self.stretches($0, inputs, roster.week)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// A person with all that may be done on each date; `nil` for somebody unknown.
  public mutating func person(_ id: String) -> ForcedPerson? {
    guard let person = known(id) else { return nil }
    var own = inputs
    own.employees = [person.employee]
    let checker = RosterChecker(inputs: own)
    return forced(person) { weeks, date, queues, sums in
      weeks.shifts(person, date, queues).filter { weeks.isLegal($0.shift, id, checker) }.map {
        let breaks = weeks.stretches[$0.template.name] ?? []
        return weeks.option($0.template, $0.shift, breaks: breaks, sums, person)
      }
    }
  }

  /// What a person's week in the roster costs, less what it saves of cover; `nil` when it is not legal.
  public mutating func cost(of id: String) -> Double? {
    guard let person = known(id) else { return nil }
    let tour = tour(of: id)
    let present = forced(person) { weeks, date, _, sums in
      tour.shifts.filter { $0.date == date }.compactMap { shift in
        weeks.template(of: shift, person.contract).map {
          weeks.option($0, shift, breaks: [weeks.cover.work(in: shift)], sums, person)
        }
      }
    }
    return present?.least { date, option in
      (option != nil) == tour.shifts.contains { $0.date == date }
    }
  }

  private func known(_ id: String) -> (employee: Employee, contract: ContractSettings)? {
    guard let employee = inputs.employees.first(where: { $0.id == id }),
      let contract = inputs.settings.contract(named: employee.contract)
    else { return nil }
    return (employee, contract)
  }

  private func tour(of id: String) -> Tour {
    roster.tours.first { $0.employee == id } ?? Tour(employee: id, shifts: [])
  }

  /// A person with these options of each date.
  private mutating func forced(
    _ person: (employee: Employee, contract: ContractSettings),
    _ options: (ForcedWeeks, LocalDate, [String], [Double]) -> [Option]
  ) -> ForcedPerson? {
    var found: [[Option]] = []
    for date in roster.week.dates {
      let served = inputs.queues(servedBy: person.employee.id, on: date, overMidnight: false)
      let names = served.map { inputs.settings.queues[$0].name }
      let sums = cover.sums(of: names, without: tour(of: person.employee.id))
      found.append(names.isEmpty ? [] : options(self, date, names, sums))
    }
    return ForcedPerson(
      employee: person.employee,
      inputs: inputs,
      week: roster.week,
      options: found,
      room: room(besides: person.employee)
    )
  }

  /// Every template at every start of a date, with some legal breaks.
  private func shifts(
    _ person: (employee: Employee, contract: ContractSettings),
    _ date: LocalDate,
    _ queues: [String]
  ) -> [(template: ShiftTemplate, shift: Shift)] {
    let zone = inputs.settings.zone(ofSite: person.employee.site)
    let (midnight, next) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    let starts = stride(
      from: 0,
      to: next.minutes(since: midnight),
      by: inputs.settings.rosterSlotMinutes
    )
    let templates = person.contract.shiftTemplates.compactMap(inputs.settings.shiftTemplate)
    return templates.flatMap { template in
      starts.compactMap { minute in
        guard let breaks = stretches[template.name]?.first else { return nil }
        let start = midnight.adding(minutes: minute)
        return (template, Self.shift(template, start, breaks, date, queues, inputs))
      }
    }
  }

  private func isLegal(_ shift: Shift, _ id: String, _ checker: RosterChecker) -> Bool {
    let ofWeeks = ["weekly hours", "working days", "overtime budget"]
    let alone = Roster(
      week: roster.week,
      zone: roster.zone,
      tours: [Tour(employee: id, shifts: [shift])]
    )
    return checker.violations(in: alone).allSatisfy { ofWeeks.contains($0.rule) }
  }

  /// A shift with the best of some ways to place its breaks.
  private func option(
    _ template: ShiftTemplate,
    _ shift: Shift,
    breaks: [[Range<Int>]],
    _ sums: [Double],
    _ person: (employee: Employee, contract: ContractSettings)
  ) -> Option {
    let first = cover.slot(of: shift.start)
    let saved = breaks.map { work in
      work.reduce(0) { $0 + sums[first + $1.upperBound] - sums[first + $1.lowerBound] }
    }
    let zone = inputs.settings.zone(ofSite: person.employee.site)
    let clock = zone.local(at: shift.start).minuteOfDay
    let wishes = BruteForceWishes(
      inputs.preferences.filter { $0.employee == person.employee.id },
      inputs.settings.costs
    )
    let paid = template.paidLength.wholeMinutes
    return Option(
      template: template.name,
      start: shift.start,
      end: shift.end,
      clock: clock,
      paidMinutes: paid,
      cost: person.contract.wagePerHour * Double(paid) / 60
        + wishes.startPrice(clock, on: shift.date) + wishes.dayOffPrice(on: shift.date)
        - (saved.max() ?? 0)
    )
  }

  /// Minutes of overtime that the site's budget leaves to a person.
  private func room(besides employee: Employee) -> Int {
    let site = inputs.settings.sites.first { $0.name == employee.site }
    guard let budget = site?.overtimeBudget?.wholeMinutes else { return .max }
    return roster.tours.reduce(budget) { left, tour in
      guard tour.employee != employee.id,
        let other = inputs.employees.first(where: { $0.id == tour.employee }),
        other.site == employee.site,
        let contract = inputs.settings.contract(named: other.contract)
      else { return left }
      let limits = BruteForceLimits(other, contract, inputs, roster.week)
      let paid = tour.shifts.reduce(0) { sum, shift in
        sum + (template(of: shift, contract)?.paidLength.wholeMinutes ?? 0)
      }
      return left - max(0, paid - limits.overtimeAfter)
    }
  }

  /// The contract's template with a shift's length and number of breaks.
  private func template(of shift: Shift, _ contract: ContractSettings) -> ShiftTemplate? {
    contract.shiftTemplates.compactMap(inputs.settings.shiftTemplate).first { template in
      template.length.wholeMinutes == shift.end.minutes(since: shift.start)
        && template.breaks.count == shift.segments.count { $0.isBreak }
    }
  }
}

extension ForcedWeeks {
  private static func shift(
    _ template: ShiftTemplate,
    _ start: Instant,
    _ stretches: [Range<Int>],
    _ date: LocalDate,
    _ queues: [String],
    _ inputs: PlanningInputs
  ) -> Shift {
    let moment = { (slot: Int) in start.adding(minutes: slot * inputs.settings.rosterSlotMinutes) }
    var segments: [ShiftSegment] = []
    for (index, stretch) in stretches.enumerated() {  // order: an array, ascending
      if index > 0, let last = segments.last?.end {
        let kind = template.breaks[index - 1].kind == .lunch ? ShiftSegment.Kind.lunch : .rest
        segments.append(ShiftSegment(kind: kind, start: last, end: moment(stretch.lowerBound)))
      }
      segments.append(
        ShiftSegment(
          kind: .work,
          start: moment(stretch.lowerBound),
          end: moment(stretch.upperBound)
        )
      )
    }
    let end = start.adding(minutes: template.length.wholeMinutes)
    return Shift(date: date, start: start, end: end, segments: segments, queues: queues)
  }

  /// Every way to place a template's breaks that the checker lets pass.
  private static func stretches(
    _ template: ShiftTemplate,
    _ inputs: PlanningInputs,
    _ week: ISOWeek
  ) -> [[Range<Int>]] {
    let slot = inputs.settings.rosterSlotMinutes
    let length = template.length.wholeMinutes / slot
    var found: [[Range<Int>]] = [[]]
    for pause in template.breaks {
      found = found.flatMap { done -> [[Range<Int>]] in
        let from = done.last.map { $0.upperBound + pauseBefore(done.count, template, slot) } ?? 0
        return (from + 1..<max(from + 2, length)).map { done + [from..<$0] }
      }.filter { ($0.last?.upperBound ?? 0) + pause.length.wholeMinutes / slot < length }
    }
    found = found.map { done in
      let from = done.last.map { $0.upperBound + pauseBefore(done.count, template, slot) } ?? 0
      return done + [from..<length]
    }
    guard
      let employee = inputs.employees.first(where: { person in
        inputs.settings.contract(named: person.contract)?.shiftTemplates.contains(template.name)
          ?? false
      })
    else { return [] }
    var own = inputs
    own.employees = [employee]
    let checker = RosterChecker(inputs: own)
    let date = week.dates[0]
    let noon = inputs.settings.zone.startOfDay(date).adding(minutes: 600)
    return found.filter { stretches in
      let shift = shift(template, noon, stretches, date, [], inputs)
      let tours = [Tour(employee: employee.id, shifts: [shift])]
      let roster = Roster(week: week, zone: inputs.settings.zone, tours: tours)
      let ofBreaks = ["break window", "shift length", "work stretch"]
      return !checker.violations(in: roster).contains { ofBreaks.contains($0.rule) }
    }
  }

  /// Slots of the break before a stretch of work.
  private static func pauseBefore(_ stretch: Int, _ template: ShiftTemplate, _ slot: Int) -> Int {
    stretch == 0 ? 0 : template.breaks[stretch - 1].length.wholeMinutes / slot
  }
}
