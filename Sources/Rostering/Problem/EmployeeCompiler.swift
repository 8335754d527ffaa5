import Workforce

/// Turns one person's contract, skills, availability and wishes into numbers.
struct EmployeeCompiler {
  /// The rules that leave no week, in words.
  struct Conflict: Error, Hashable {
    let sentences: [String]
  }

  let employee: Employee
  let inputs: PlanningInputs
  let frame: WeekFrame
  let index: PeopleIndex
  /// The week on the clock of the person's site.
  private let clock: WeekClock

  init(employee: Employee, inputs: PlanningInputs, frame: WeekFrame, index: PeopleIndex) {
    self.employee = employee
    self.inputs = inputs
    self.frame = frame
    self.index = index
    clock = frame.clock(ofSite: employee.site)
  }

  /// The numbers, or the rules that contradict each other.
  func compile(groups: inout GroupTable) -> Result<RosterEmployee, Conflict> {
    let settings = inputs.settings
    guard let contract = settings.contract(named: employee.contract) else {
      return .failure(Conflict(sentences: ["contract: \(employee.contract) is unknown"]))
    }
    let credited = creditedDates
    guard
      let weekly = WeeklyLimits(
        contract: contract,
        fullTimeEquivalent: employee.fullTimeEquivalent,
        creditedDates: credited
      )
    else {
      return .failure(Conflict(sentences: ["weekly hours: the contract's limits contradict"]))
    }
    let rules = rules(contract: contract, weekly: weekly)
    let shapes = settings.shiftTemplates.map { contract.shiftTemplates.contains($0.name) }
    let isPossible = { (rules: [any TourRule]) in
      self.isPossible(rules, contract: contract, weekly: weekly)
    }
    guard isPossible(rules) else {
      let conflict = ConflictFinder(isPossible: isPossible).conflict(among: rules)
      return .failure(Conflict(sentences: conflict.map(\.sentence)))
    }
    let positions = heldQueues.dropLast().map { groups.position(of: $0) }
    return .success(
      numbers(
        rules: rules,
        contract: contract,
        weekly: weekly,
        shapes: shapes,
        queues: positions
      )
    )
  }

  /// Whether some week keeps the given rules and takes the contract's shapes only.
  func isPossible(
    _ rules: [any TourRule],
    contract: ContractSettings,
    weekly: WeeklyLimits
  ) -> Bool {
    let shapes = inputs.settings.shiftTemplates.map { contract.shiftTemplates.contains($0.name) }
    return frame.hasLegalWeek(
      numbers(rules: rules, contract: contract, weekly: weekly, shapes: shapes, queues: nil)
    )
  }

  /// Open dates on which the person is away all day or not employed.
  var creditedDates: Int {
    let zone = clock.zone
    let absences = index.absences(of: employee).map {
      (from: zone.instant(at: $0.from), until: zone.instant(at: $0.until))
    }
    return zip(frame.grid.dates, clock.isOpenDate).filter { date, isOpen in
      if inputs.isClosedWorkingDay(date) { return true }
      guard isOpen else { return false }
      let start = zone.startOfDay(date)
      let end = zone.startOfDay(date.adding(days: 1))
      return !index.isEmployed(employee, during: [date])
        || absences.contains { $0.from <= start && end <= $0.until }
    }.count
  }

  /// Positions of the queues that the person may serve, per date and on the date after.
  private var heldQueues: [[Int]] {
    let grants = index.skills(of: employee)
    let spans = index.spans(of: employee)
    let first = frame.grid.dates[0]
    return (0...frame.grid.dates.count).map { offset in
      let date = first.adding(days: offset)
      if inputs.hasCertificates {
        return inputs.queues(allowedBy: spans, from: date, days: 1, zone: clock.zone)
      }
      return inputs.settings.queues.indices.filter { queue in
        let skill = inputs.settings.queues[queue].skill
        return grants.contains { $0.skill == skill && $0.isHeld(on: date) }
      }
    }
  }

  private func numbers(
    rules: [any TourRule],
    contract: ContractSettings,
    weekly: WeeklyLimits,
    shapes: [Bool],
    queues groups: [Int]?
  ) -> RosterEmployee {
    var limits = TourLimits()
    for case let rule as any LimitRule in rules { rule.tighten(&limits) }
    let filters = rules.compactMap { $0 as? any ShiftFilter }
    let wage = contract.wagePerHour / 60
    let wishes = Wishes(index.preferences(of: employee), costs: inputs.settings.costs)
    let days = clock.candidates.enumerated().map { day, candidates in
      let options = candidates.filter { candidate in
        shapes[candidate.shape] && filters.allSatisfy { $0.allows(candidate) }
      }.map { candidate in
        let pay = wage * Double(frame.shapes[candidate.shape].paidMinutes)
        return ShiftOption(
          start: candidate.startSlot,
          shape: candidate.shape,
          clock: candidate.start.minuteOfDay,
          pay: pay,
          startWish: wishes.startCost(of: candidate),
          dayOffWish: wishes.dayOffCost(of: candidate)
        )
      }
      return EmployeeDay(group: groups?[day] ?? 0, options: options)
    }
    return employee(
      days: days,
      limits: limits,
      weekly: weekly,
      wagePerMinute: wage,
      shapes: shapes
    )
  }

  private func employee(
    days: [EmployeeDay],
    limits: TourLimits,
    weekly: WeeklyLimits,
    wagePerMinute: Double,
    shapes: [Bool]
  ) -> RosterEmployee {
    let dayCount = frame.grid.dates.count
    let slot = frame.grid.stepMinutes
    var numbers = RosterEmployee(
      id: employee.id,
      site: inputs.settings.sites.firstIndex { $0.name == employee.site } ?? 0,
      days: days,
      totals: TotalsAutomaton(
        paidMinutes: zip(frame.shapes, shapes).map { $1 ? $0.paidMinutes : nil },
        dayCount: dayCount,
        daysAllowed: limits.minimumDays...limits.maximumDays,
        paidAllowed: limits.minimumPaid...limits.maximumPaid
      ),
      sequence: SequenceAutomaton(
        maximumRun: limits.maximumRun,
        history: limits.previousRun,
        dayCount: dayCount
      ),
      minimumRest: (limits.minimumRest + slot - 1) / slot,
      maximumStartChange: limits.maximumStartChange,
      overtimeAfter: weekly.overtimeAfter,
      minimumPaid: weekly.paid.lowerBound,
      wagePerMinute: wagePerMinute,
      weekendHistory: index.pastDuties(of: employee).filter { $0.start.date.weekday.isWeekend }
        .count
    )
    numbers.zone = clock.zone == frame.grid.zone ? nil : clock.zone
    return numbers
  }
}

extension EmployeeCompiler {
  /// Every rule on this person's week.
  func rules(contract: ContractSettings, weekly: WeeklyLimits) -> [any TourRule] {
    let zone = clock.zone
    let queues = heldQueues
    let past = index.pastDuties(of: employee)
    var rules: [any TourRule] = [
      HeldSkills(queues: queues), OpenQueue(queues: queues),
      MinimumRest(
        rest: contract.rules.minimumRest,
        lastEnd: past.map { zone.instant(at: $0.end) }.max()
      ),
      ConsecutiveDays(
        maximum: contract.rules.maximumConsecutiveDays,
        history: previousRun(past)
      ),
      WeeklyHours(minutes: weekly.paid), WorkingDays(days: weekly.days),
    ]
    if employee.hired != nil || employee.leaves != nil {
      rules.append(Employment(hired: employee.hired, leaves: employee.leaves))
    }
    if let window = contract.shiftWindow { rules.append(ShiftWindow(window: window)) }
    if let change = contract.rules.maximumStartChange { rules.append(StartChange(maximum: change)) }
    let lines = index.availability(of: employee)
    if !lines.isEmpty {
      rules.append(
        AvailableHours(
          windows: frame.grid.dates.map { AvailableHours.windows(on: $0, lines: lines) }
        )
      )
    }
    let absences = absencesThisWeek
    if !absences.isEmpty {
      rules.append(
        KnownAbsence(
          spans: absences.map { (zone.instant(at: $0.from), zone.instant(at: $0.until)) },
          demand: "away "
            + absences.map { "from \($0.from) until \($0.until)" }.joined(separator: " and ")
        )
      )
    }
    return rules
  }

  private var absencesThisWeek: [Absence] {
    let first = LocalDateTime(date: frame.grid.dates[0], time: .midnight)
    let last = first.adding(minutes: (frame.grid.dates.count + 1) * 1440)
    return index.absences(of: employee).filter { $0.from < last && first < $0.until }
  }

  /// Dates worked in a row up to the one before the week.
  private func previousRun(_ past: [PastDuty]) -> Int {
    let worked = Set(past.map(\.start.date))
    var run = 0
    while worked.contains(frame.grid.dates[0].adding(days: -1 - run)) { run += 1 }
    return run
  }
}
