import Workforce

extension EmployeeCompiler {
  /// The rule on the week's paid time that a period's hours or a month's overtime leave; `nil` for others.
  func totalsRule(
    _ entry: RuleEntry,
    _ contract: ContractSettings,
    _ weekly: WeeklyLimits,
    _ history: PersonHistory
  ) -> TotalsRule? {
    switch entry.rule {
    case .periodHours(let least, let most, let weeks):
      period(entry, least: least, most: most, weeks, history)
    case .monthlyOvertime(let most):
      overtime(entry, most.wholeMinutes, contract, weekly, history)
    default: nil
    }
  }

  private func period(
    _ entry: RuleEntry,
    least: Duration?,
    most: Duration?,
    _ weeks: Int,
    _ history: PersonHistory
  ) -> TotalsRule {
    let (present, all) = presence(from: history.firstDate(weeks: weeks))
    let share = employee.fullTimeEquivalent.value * Double(present) / Double(all)
    let scaled = { (time: Duration) in Int((time.inMinutes * share).rounded()) }
    let past = history.duties(weeks: weeks).reduce(0) { $0 + $1.paid }
    return TotalsRule(
      entry.rule,
      demand: "\(entry.rule.words), \(LaborRule.hours(.minutes(past))) h of them past",
      least: least.map { max(0, scaled($0) - past) } ?? 0,
      most: most.map { max(0, scaled($0) - past) } ?? .max,
      price: entry.price.map { $0 / 60 }
    )
  }

  private func overtime(
    _ entry: RuleEntry,
    _ most: Int,
    _ contract: ContractSettings,
    _ weekly: WeeklyLimits,
    _ history: PersonHistory
  ) -> TotalsRule {
    let share = employee.fullTimeEquivalent.value
    let normal = Int((contract.overtimeAfter.inMinutes * share).rounded())
    let month = CalendarMonth(containing: history.monday.adding(days: 3))
    var (past, back) = (0, 1)
    while CalendarMonth(containing: history.monday.adding(days: 3 - 7 * back)) == month {
      let first = history.monday.adding(days: -7 * back)
      let paid = history.duties.filter { first <= $0.date && $0.date < first.adding(days: 7) }
        .reduce(0) { $0 + $1.paid }
      past += max(0, paid - normal)
      back += 1
    }
    return TotalsRule(
      entry.rule,
      demand: "\(entry.rule.words), \(LaborRule.hours(.minutes(past))) h of it past",
      most: weekly.overtimeAfter + max(0, most - past),
      price: entry.price.map { $0 / 60 }
    )
  }

  /// The further steps of overtime, each on top of those below it.
  func overtimeTerms(_ contract: ContractSettings, _ weekly: WeeklyLimits) -> [OvertimeTerm] {
    let costs = inputs.settings.costs
    let scaled = { (time: Duration) in
      Int((time.inMinutes * employee.fullTimeEquivalent.value).rounded())
    }
    var below = costs.overtimePremium
    return costs.overtimeSteps.map { step in
      defer { below = step.premium }
      return OvertimeTerm(
        after: max(weekly.overtimeAfter, scaled(step.after) - weekly.credit),
        perMinute: contract.wagePerHour / 60 * (step.premium - below)
      )
    }
  }

  /// Weekly rest needs the shifts that the other rules leave, so it is made when they are known.
  func weeklyRest(_ shifts: [[CandidateShift]]) -> MachineRule? {
    let monday = frame.grid.dates[0]
    let entry = bound.entries(on: monday).first { $0.rule.name == "weekly rest" }
    // nothing is asked for by a rest of no time
    guard let entry, case .weeklyRest(let rest) = entry.rule, rest > .zero else { return nil }
    let zone = clock.zone
    let week =
      zone.startOfDay(monday)..<zone.startOfDay(monday.adding(days: frame.grid.dates.count))
    let ends = index.pastDuties(of: employee).map { zone.instant(at: $0.end) }
    let first = max(0, ends.max()?.minutes(since: week.lowerBound) ?? 0)
    let machine = WeeklyRestMachine(
      rest: rest.wholeMinutes,
      price: entry.price.map { $0 / 60 },
      week: week,
      shifts: shifts,
      first: first
    )
    return MachineRule(entry.rule, machine, start: machine.start(lastEnd: first))
  }
}

extension EmployeeCompiler {
  /// Locked dates.
  var lockRules: [any TourRule] {
    let own = inputs.locks.filter { $0.employee == employee.id }
    let locks = frame.grid.dates.map { date in own.filter { $0.date == date }.map(\.kind) }
    guard locks.contains(where: { !$0.isEmpty }) else { return [] }
    let words = zip(frame.grid.dates, locks).flatMap { date, kinds in
      kinds.map { "\(date) \($0.words)" }
    }
    let demand = words.joined(separator: ", ")
    var rules: [any TourRule] = [LockedDates(demand: demand, locks: locks)]
    let places = locks.map { kinds -> PatternMachine.Place? in
      kinds.contains { $0 != .off } ? PatternMachine.Place(demand: .work, price: nil) : nil
    }
    if places.contains(where: { $0 != nil }) {
      rules.append(
        MachineRule(
          demand: demand,
          sentence: "lock: \(demand)",
          machine: AnyDayMachine(machine: PatternMachine(places: places)),
          start: 0
        )
      )
    }
    return rules
  }

  /// The person's place in rotations.
  var rotationRules: [any TourRule] {
    let own = inputs.rotationPlaces.enumerated().filter { $0.element.employee == employee.id }
    guard !own.isEmpty else { return [] }
    let rotations = inputs.settings.labor.rotations
    var names: [String] = []
    let places = frame.grid.dates.map { date -> PatternMachine.Place? in
      let place = own.first {
        ($0.element.from.map { $0 <= date } ?? true)
          && ($0.element.until.map { date <= $0 } ?? true)
      }
      guard let (number, place) = place, !lifted.places.contains(number), !isBlank(date),
        let rotation = rotations.first(where: { $0.name == place.rotation }),
        let position = rotation.position(on: date, ahead: place.ahead)
      else { return nil }
      if !names.contains(rotation.name) { names.append(rotation.name) }
      return PatternMachine.Place(demand: asked(position), price: rotation.price)
    }
    guard places.contains(where: { $0 != nil }) else { return [] }
    let demand = "place in \(names.joined(separator: " and "))"
    return [
      MachineRule(
        demand: demand,
        sentence: "rotation: \(demand)",
        machine: AnyDayMachine(machine: PatternMachine(places: places)),
        start: 0
      )
    ]
  }

  private func asked(_ position: Rotation.Position) -> PatternMachine.Demand {
    switch position {
    case .off: .off
    case .anyShift: .work
    case .kind(let name): .kind(frame.kinds.bits([name]))
    }
  }
}
