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
  let clock: WeekClock
  /// What late and night shifts cost; `nil` where fairness asks nothing.
  private let burdens: BurdenPrices?
  /// Labor rules that demand nothing.
  var lifted = LiftedRules()

  init(employee: Employee, inputs: PlanningInputs, frame: WeekFrame, index: PeopleIndex) {
    self.employee = employee
    self.inputs = inputs
    self.frame = frame
    self.index = index
    clock = frame.clock(ofSite: employee.site)
    burdens = BurdenPrices(
      employee,
      inputs.settings,
      frame.balances,
      zone: frame.clock(ofSite: employee.site).zone
    )
  }

  private var wishes: Wishes {
    Wishes(
      index.preferences(of: employee),
      costs: inputs.settings.costs,
      factor: frame.balances.wishFactor(of: employee.id)
    )
  }

  /// The numbers, or the rules that contradict each other.
  func compile(
    groups: inout GroupTable,
    agendas: inout AgendaTable
  ) -> Result<RosterEmployee, Conflict> {
    guard let contract else {
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
    let shapes = frame.shapes(of: contract)
    if let conflict = conflict(among: rules, shapes, contract: contract, weekly: weekly) {
      return .failure(conflict)
    }
    let positions = zip(frame.grid.dates, heldQueues).map { date, queues in
      groups.position(of: queues, tenths: index.stage(of: employee, on: date)?.tenths)
    }
    return .success(
      numbers(
        rules: rules,
        contract: contract,
        weekly: weekly,
        shapes: shapes,
        queues: positions,
        agendas: &agendas
      )
    )
  }

  /// Why the rules leave no week that can be planned; `nil` where they do.
  private func conflict(
    among rules: [any TourRule],
    _ shapes: [Bool],
    contract: ContractSettings,
    weekly: WeeklyLimits
  ) -> Conflict? {
    if hasLaborRules, let sentence = labor(rules, candidates(rules, shapes)).tooManySorts {
      return Conflict(sentences: [sentence])
    }
    let isPossible = { (rules: [any TourRule]) in
      self.isPossible(rules, contract: contract, weekly: weekly)
    }
    guard isPossible(rules) else {
      let conflict = ConflictFinder(isPossible: isPossible).conflict(among: rules)
      return Conflict(sentences: conflict.map(\.sentence))
    }
    return ClassOffers.tooMany(offers(rules, candidates(rules, shapes)))
      .map { Conflict(sentences: [$0]) }
  }

  /// Whether some week keeps the given rules and takes the contract's shapes only.
  func isPossible(
    _ rules: [any TourRule],
    contract: ContractSettings,
    weekly: WeeklyLimits
  ) -> Bool {
    let shapes = frame.shapes(of: contract)
    var agendas = AgendaTable(frame.classes.sessions)
    let numbers = numbers(
      rules: rules,
      contract: contract,
      weekly: weekly,
      shapes: shapes,
      queues: nil,
      agendas: &agendas
    )
    return frame.hasLegalWeek(numbers)
  }

  /// Positions of the queues that the person may serve, per date and on the date after.
  var heldQueues: [[Int]] {
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

  func numbers(
    rules: [any TourRule],
    contract: ContractSettings,
    weekly: WeeklyLimits,
    shapes: [Bool],
    queues groups: [Int]?,
    agendas: inout AgendaTable
  ) -> RosterEmployee {
    let wage = contract.wagePerHour / 60
    let wishes = wishes
    let candidates = candidates(rules, shapes)
    let offers = offers(rules, candidates)
    let skills = rules.lazy.compactMap { $0 as? HeldSkills }.first
    let labor = labor(rules, candidates)
    var days: [EmployeeDay] = []
    for (day, candidates) in candidates.enumerated() {
      let mayServe = skills.map { !$0.needsClass(day) } ?? true
      var options: [ShiftOption] = []
      options.reserveCapacity(candidates.count)
      for candidate in candidates {
        guard let offers else {
          if mayServe { options.append(option(candidate, agenda: -1, wage, wishes, labor)) }
          continue
        }
        for agenda in offers.agendas(in: candidate, shapes: frame.shapes, table: &agendas)
        where mayServe || agenda >= 0 {
          options.append(option(candidate, agenda: agenda, wage, wishes, labor))
        }
      }
      days.append(EmployeeDay(group: groups?[day] ?? 0, options: options))
    }
    var numbers = person(
      days: days,
      limits: limits(rules),
      weekly: weekly,
      wagePerMinute: wage,
      shapes: shapes,
      labor: labor
    )
    numbers.labor.steps = overtimeTerms(contract, weekly)
    return offers.map { numbers.attending($0, table: agendas) } ?? numbers
  }

  private func limits(_ rules: [any TourRule]) -> TourLimits {
    var limits = TourLimits()
    for case let rule as any LimitRule in rules { rule.tighten(&limits) }
    return limits
  }

  private func option(
    _ candidate: CandidateShift,
    agenda: Int,
    _ wage: Double,
    _ wishes: Wishes,
    _ labor: CompiledLabor
  ) -> ShiftOption {
    ShiftOption(
      start: candidate.startSlot,
      shape: candidate.shape,
      agenda: agenda,
      clock: candidate.start.minuteOfDay,
      sort: labor.table.sort(of: candidate),
      pay: wage * Double(frame.shapes[candidate.shape].paidMinutes),
      startWish: wishes.startCost(of: candidate),
      dayOffWish: wishes.dayOffCost(of: candidate),
      rulePrice: labor.price(of: candidate),
      fairness: burdens?.price(of: candidate) ?? 0
    )
  }

  /// The shifts that rules and contract leave, by date.
  private func candidates(_ rules: [any TourRule], _ shapes: [Bool]) -> [[CandidateShift]] {
    let filters = rules.compactMap { $0 as? any ShiftFilter }
    return clock.candidates.map { candidates in
      candidates.filter { candidate in
        shapes[candidate.shape] && filters.allSatisfy { $0.allows(candidate) }
      }
    }
  }

  /// Which classes those shifts can hold; `nil` for a person without classes.
  private func offers(_ rules: [any TourRule], _ candidates: [[CandidateShift]]) -> ClassOffers? {
    let duties = rules.compactMap { $0 as? ClassDuty }
    guard !duties.isEmpty else { return nil }
    return ClassOffers(
      duties: duties,
      classes: frame.classes,
      candidates: candidates,
      shapes: frame.shapes
    )
  }

  private func person(
    days: [EmployeeDay],
    limits: TourLimits,
    weekly: WeeklyLimits,
    wagePerMinute: Double,
    shapes: [Bool],
    labor: CompiledLabor
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
        daysAllowed: limits.daysAllowed,
        paidAllowed: limits.paidAllowed
      ),
      sequence: labor.sequence(limits, frame.shelf, dayCount: dayCount),
      minimumRest: (limits.minimumRest + slot - 1) / slot,
      maximumStartChange: limits.maximumStartChange,
      overtimeAfter: weekly.overtimeAfter,
      minimumPaid: pricesWeeklyHours ? 0 : weekly.paid.lowerBound,
      wagePerMinute: wagePerMinute,
      weekendHistory: index.pastDuties(of: employee).filter { $0.start.date.weekday.isWeekend }
        .count
    )
    numbers.zone = clock.zone == frame.grid.zone ? nil : clock.zone
    numbers.labor = labor.terms
    numbers.weekendHistory = frame.balances.weekends(of: employee.id) ?? numbers.weekendHistory
    return numbers
  }
}

extension EmployeeCompiler {
  /// Every rule on this person's week.
  func rules(contract: ContractSettings, weekly: WeeklyLimits) -> [any TourRule] {
    let zone = clock.zone
    let held = skills(heldQueues)
    var rules: [any TourRule] = [
      held, OpenQueue(queues: open(held)),
    ]
    rules += limitRules(contract: contract, weekly: weekly)
    rules += classDuties as [any TourRule]
    if employee.hired != nil || employee.leaves != nil {
      rules.append(Employment(hired: employee.hired, leaves: employee.leaves))
    }
    if let window = contract.shiftWindow { rules.append(ShiftWindow(window: window)) }
    if let change = changeRule(contract) { rules.append(change) }
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
    return rules + laborRules(contract: contract, weekly: weekly)
  }

  private var absencesThisWeek: [Absence] {
    let first = LocalDateTime(date: frame.grid.dates[0], time: .midnight)
    let last = first.adding(minutes: (frame.grid.dates.count + 1) * 1440)
    return index.absences(of: employee).filter { $0.from < last && first < $0.until }
  }

  /// Dates worked in a row up to the one before the week.
  func previousRun(_ past: [PastDuty]) -> Int {
    let worked = Set(past.map(\.start.date))
    var run = 0
    while worked.contains(frame.grid.dates[0].adding(days: -1 - run)) { run += 1 }
    return run
  }
}
