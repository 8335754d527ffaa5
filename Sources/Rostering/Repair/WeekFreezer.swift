import Workforce

/// Turns a week that has to stay into numbers, and says which rules it breaks.
///
/// Used for people who have no legal week any more: what they have worked already, or what is
/// locked, cannot be undone.
struct WeekFreezer {
  private let employee: Employee
  private let inputs: PlanningInputs
  let frame: WeekFrame
  private let clock: WeekClock
  private let index: PeopleIndex
  let contract: ContractSettings?
  private let creditedDates: CreditedDates
  private let agendas: [Agenda]
  let compiler: EmployeeCompiler

  init(
    employee: Employee,
    inputs: PlanningInputs,
    frame: WeekFrame,
    index: PeopleIndex,
    agendas: [Agenda]
  ) {
    self.employee = employee
    self.inputs = inputs
    self.frame = frame
    clock = frame.clock(ofSite: employee.site)
    self.index = index
    self.agendas = agendas
    let compiler = EmployeeCompiler(
      employee: employee,
      inputs: inputs,
      frame: frame,
      index: index
    )
    self.compiler = compiler
    contract = compiler.contract
    creditedDates = compiler.creditedDates
  }

  private var wishes: Wishes {
    Wishes(
      index.preferences(of: employee),
      costs: inputs.settings.costs,
      factor: frame.balances.wishFactor(of: employee.id)
    )
  }

  /// The person with these shifts as the only possible week.
  func numbers(_ shifts: [PlannedShift]) -> RosterEmployee {
    let wage = (contract?.wagePerHour ?? 0) / 60
    let wishes = wishes
    var days = [EmployeeDay](
      repeating: EmployeeDay(group: 0, options: []),
      count: frame.grid.dates.count
    )
    let rulePrice = rulePrice(shifts)
    for shift in shifts {
      // the week is the only one, so that what its rules cost can stand at any shift
      let price = shift == shifts[0] ? rulePrice : 0
      let own = option(shift, wage: wage, wishes: wishes, rulePrice: price)
      days[shift.day] = EmployeeDay(group: shift.group, options: [own])
    }
    let paid = shifts.reduce(0) { $0 + frame.shapes[$1.shape].paidMinutes }
    let worked = days.map { !$0.options.isEmpty }
    let free = SequenceAutomaton(maximumRun: days.count, history: 0, dayCount: days.count)
    var numbers = RosterEmployee(
      id: employee.id,
      site: inputs.settings.sites.firstIndex { $0.name == employee.site } ?? 0,
      days: days,
      totals: TotalsAutomaton(
        paidMinutes: frame.shapes.map(\.paidMinutes),
        dayCount: days.count,
        daysAllowed: shifts.count...shifts.count,
        paidAllowed: paid...paid
      ),
      sequence: SequenceAutomaton(free, workingOn: worked),
      minimumRest: -frame.grid.count,
      maximumStartChange: .max,
      overtimeAfter: overtimeAfter,
      minimumPaid: min(paid, weekly?.paid.lowerBound ?? 0),
      wagePerMinute: wage,
      weekendHistory: index.pastDuties(of: employee).count { $0.start.date.weekday.isWeekend }
    )
    numbers.zone = clock.zone == frame.grid.zone ? nil : clock.zone
    numbers.labor.steps = overtimeSteps
    numbers.weekendHistory = frame.balances.weekends(of: employee.id) ?? numbers.weekendHistory
    numbers.hasClasses = shifts.contains { $0.agenda >= 0 }
    return numbers
  }

  private var overtimeSteps: [OvertimeTerm] {
    guard let contract, let weekly else { return [] }
    return compiler.overtimeTerms(contract, weekly)
  }

  private func option(
    _ shift: PlannedShift,
    wage: Double,
    wishes: Wishes,
    rulePrice: Double
  ) -> ShiftOption {
    let candidate = candidate(shift)
    return ShiftOption(
      start: shift.start,
      shape: shift.shape,
      agenda: shift.agenda,
      clock: candidate.start.minuteOfDay,
      pay: wage * Double(frame.shapes[shift.shape].paidMinutes),
      startWish: wishes.startCost(of: candidate),
      dayOffWish: wishes.dayOffCost(of: candidate),
      rulePrice: rulePrice,
      fairness: BurdenPrices(
        employee,
        inputs.settings,
        frame.balances,
        zone: clock.zone
      )?.price(of: candidate) ?? 0
    )
  }

  /// The shift as the rules see it.
  func candidate(_ shift: PlannedShift) -> CandidateShift {
    let known = clock.candidates[shift.day].first {
      $0.startSlot == shift.start && $0.shape == shift.shape
    }
    if let known { return known }
    let start = frame.grid.instant(at: shift.start)
    let end = frame.grid.instant(at: shift.start + frame.shapes[shift.shape].length)
    let isOpen = inputs.settings.queues.map { _ in false }
    return CandidateShift(
      day: shift.day,
      date: frame.grid.dates[shift.day],
      startSlot: shift.start,
      shape: shift.shape,
      start: clock.zone.local(at: start),
      end: clock.zone.local(at: end),
      startInstant: start,
      endInstant: end,
      openAtStart: isOpen,
      openAtEnd: isOpen,
      kinds: frame.kinds.bits(from: start, to: end, in: clock.zone)
    )
  }

  var weekly: WeeklyLimits? {
    contract.flatMap {
      WeeklyLimits(
        contract: $0,
        fullTimeEquivalent: employee.fullTimeEquivalent,
        creditedDates: creditedDates
      )
    }
  }

  /// Paid minutes after which overtime begins, also where the other limits contradict each other.
  private var overtimeAfter: Int {
    if let weekly { return weekly.overtimeAfter }
    guard let contract else { return .max }
    let scaled = { (hours: Duration) in
      Int((hours.inMinutes * employee.fullTimeEquivalent.value).rounded())
    }
    let away = min(creditedDates.away, contract.maximumDays)
    let day =
      contract.minimumDays > 0 ? scaled(contract.minimumWeeklyHours) / contract.minimumDays : 0
    return max(0, scaled(contract.overtimeAfter) - day * away)
  }
}

extension WeekFreezer {
  /// The rules that the shifts break, in words with their numbers.
  func brokenRules(_ shifts: [PlannedShift]) -> [String] {
    guard let contract, let weekly else {
      return ["weekly hours: the contract's limits contradict each other"]
    }
    let rules = compiler.rules(contract: contract, weekly: weekly)
    return rules.filter { !isKept($0, by: shifts) }.map(\.sentence)
  }

  private func isKept(_ rule: any TourRule, by shifts: [PlannedShift]) -> Bool {
    if let filter = rule as? any ShiftFilter, !(rule is MealBreakRule),
      !shifts.allSatisfy({ filter.allows(candidate($0)) })
    {
      return false
    }
    if let duty = rule as? ClassDuty { return isKept(duty, by: shifts) }
    guard laborPrice(rule, shifts) != nil else { return false }
    guard let limit = rule as? any LimitRule else { return true }
    var limits = TourLimits()
    limit.tighten(&limits)
    return isWithin(limits, shifts)
  }

  private func isKept(_ duty: ClassDuty, by shifts: [PlannedShift]) -> Bool {
    let held = shifts.filter { $0.agenda >= 0 }.flatMap { shift in
      agendas[shift.agenda].sessions.filter {
        agendas[shift.agenda].seated.contains($0) != duty.isTaught
      }
    }
    return held.count(where: duty.classes.contains) == 1
  }

  private func isWithin(_ limits: TourLimits, _ shifts: [PlannedShift]) -> Bool {
    let paid = shifts.reduce(0) { $0 + frame.shapes[$1.shape].paidMinutes }
    var worked = [Bool](repeating: false, count: frame.grid.dates.count)
    for shift in shifts { worked[shift.day] = true }
    let sequence = SequenceAutomaton(
      maximumRun: limits.maximumRun,
      history: limits.previousRun,
      dayCount: worked.count
    )
    return limits.daysAllowed.contains(shifts.count)
      && limits.paidAllowed.contains(paid) && sequence.accepts(worked)
      && zip(shifts, shifts.dropFirst()).allSatisfy { allows($1, after: $0, limits) }
  }

  private func allows(
    _ later: PlannedShift,
    after earlier: PlannedShift,
    _ limits: TourLimits
  ) -> Bool {
    guard later.day == earlier.day + 1 else { return true }
    let rest = later.start - earlier.start - frame.shapes[earlier.shape].length
    let clocks = [earlier, later].map { candidate($0).start.minuteOfDay }
    return rest * frame.grid.stepMinutes >= limits.minimumRest
      && abs(clocks[1] - clocks[0]) <= limits.maximumStartChange
  }
}
