import Workforce

extension EmployeeCompiler {
  /// The labor rules that bind the person.
  var bound: BoundRules {
    BoundRules(of: employee, in: inputs.settings.labor, lifted: lifted.entries)
  }

  /// The person's contract, with the weekly numbers of labor rules in the place of its own; `nil` where it
  /// is unknown.
  var contract: ContractSettings? {
    guard var contract = inputs.settings.contract(named: employee.contract) else { return nil }
    for entry in bound.entries(on: frame.grid.dates[0]) {
      switch entry.rule {
      case .weeklyHours(let least, let most):
        contract.minimumWeeklyHours = least ?? contract.minimumWeeklyHours
        contract.maximumWeeklyHours = most ?? contract.maximumWeeklyHours
      case .weeklyDays(let least, let most):
        contract.minimumDays = least ?? contract.minimumDays
        contract.maximumDays = most ?? contract.maximumDays
      default: break
      }
    }
    return contract
  }

  /// The rules of rest, change and weekly totals: those of the contract, or of labor rules in their place.
  func limitRules(contract: ContractSettings, weekly: WeeklyLimits) -> [any TourRule] {
    let bound = bound
    let topics = bound.isEmpty ? [] : bound.topics(on: frame.grid.dates)
    let has = { (name: String) in topics.contains { $0.contains { $0?.rule.name == name } } }
    let past = index.pastDuties(of: employee)
    var rules: [any TourRule] = []
    if !has("minimum rest") {
      rules.append(
        MinimumRest(
          rest: contract.rules.minimumRest,
          lastEnd: past.map { clock.zone.instant(at: $0.end) }.max()
        )
      )
    }
    rules.append(
      ConsecutiveDays(maximum: contract.rules.maximumConsecutiveDays, history: previousRun(past))
    )
    let prices = bound.entries(on: frame.grid.dates[0]).filter { $0.price != nil }
    let hours = prices.first { $0.rule.name == "weekly hours" }
    let days = prices.first { $0.rule.name == "working days" }
    if hours == nil { rules.append(WeeklyHours(minutes: weekly.paid)) }
    if days == nil { rules.append(WorkingDays(days: weekly.days)) }
    if let hours {
      rules.append(totals(weekly.paid, isDays: false, price: (hours.price ?? 0) / 60, hours.rule))
    }
    if let days {
      rules.append(totals(weekly.days, isDays: true, price: days.price ?? 0, days.rule))
    }
    return rules
  }

  /// The contract's limit of changed starts, unless a labor rule stands in its place.
  func changeRule(_ contract: ContractSettings) -> StartChange? {
    let isReplaced = frame.grid.dates.contains { date in
      bound.entries(on: date).contains { $0.rule.name == "start change" }
    }
    return isReplaced ? nil : contract.rules.maximumStartChange.map { StartChange(maximum: $0) }
  }

  private func totals(
    _ range: ClosedRange<Int>,
    isDays: Bool,
    price: Double,
    _ rule: LaborRule
  ) -> TotalsRule {
    TotalsRule(
      rule,
      demand: "\(range.lowerBound) to \(range.upperBound) \(isDays ? "shifts" : "paid minutes")",
      isDays: isDays,
      least: range.lowerBound,
      most: range.upperBound,
      price: price
    )
  }

  /// Whether an entry of weekly hours puts a price on them: then no pay is certain.
  var pricesWeeklyHours: Bool {
    bound.entries(on: frame.grid.dates[0]).contains {
      $0.rule.name == "weekly hours" && $0.price != nil
    }
  }

  /// The labor rules that bind the person beside rest, change and weekly totals that the contract has too.
  func laborRules(contract: ContractSettings, weekly: WeeklyLimits) -> [any TourRule] {
    guard hasLaborRules else { return [] }
    let dates = frame.grid.dates
    let history = PersonHistory(
      index.pastDuties(of: employee),
      monday: dates[0],
      kinds: frame.kinds,
      zone: clock.zone
    )
    var rules: [any TourRule] = []
    for terms in bound.topics(on: dates) {
      guard let entry = terms.compactMap(\.self).first else { continue }
      rules += shiftRules(entry.rule, terms) + pairRules(entry.rule, terms, contract, history)
      guard let monday = terms[0] else { continue }
      if let machine = machineRule(monday, history) { rules.append(machine) }
      if case .weeklyRest = monday.rule { rules.append(WeeklyRestRule(demand: monday.rule.words)) }
      if let totals = totalsRule(monday, contract, weekly, history) { rules.append(totals) }
    }
    rules += mealRule.map { [$0] } ?? []
    return rules + lockRules + rotationRules
  }

  /// Whether there are labor rules at all.
  var hasLaborRules: Bool {
    !inputs.settings.labor.rules.isEmpty || !inputs.locks.isEmpty || !inputs.rotationPlaces.isEmpty
  }

  private func shiftRules(_ rule: LaborRule, _ terms: [RuleEntry?]) -> [any TourRule] {
    switch rule {
    case .shiftHours, .startWindow:
      [
        LaborShiftRule(
          demand: rule.words,
          sentence: rule.sentence,
          terms: terms,
          paid: frame.shapes.map(\.paidMinutes)
        )
      ]
    case .kindOrder(let after, let never):
      [
        order(
          rule,
          after: frame.kinds.bits(after),
          never: frame.kinds.bits(never),
          terms
        )
      ]
    default: []
    }
  }

  private func order(
    _ rule: LaborRule,
    after: UInt64,
    never: UInt64,
    _ terms: [RuleEntry?]
  ) -> MachineRule {
    let sunday = frame.grid.dates[0].adding(days: -1)
    let wasAfter = index.pastDuties(of: employee).contains {
      $0.start.date == sunday
        && frame.kinds.bits(
          from: clock.zone.instant(at: $0.start),
          to: clock.zone.instant(at: $0.end),
          in: clock.zone
        ) & after != 0
    }
    let machine = OrderMachine(
      after: after,
      never: never,
      terms: terms.map { $0.map { OrderMachine.Term(price: $0.price) } }
    )
    return MachineRule(rule, machine, start: wasAfter ? 1 : 0)
  }

  /// The shapes of the person's meal rules; `nil` where nobody has any.
  private var mealRule: MealBreakRule? {
    let hasRules = inputs.settings.labor.rules.contains { $0.rule.name == "meal break" }
    guard hasRules || frame.shapes.count > frame.meals.templates else { return nil }
    let rules = bound
    let byDate = frame.grid.dates.map { date in
      rules.entries(on: date).filter { $0.rule.name == "meal break" }
    }
    let demands = Set(byDate.joined().map(\.rule.words)).sorted()
    return MealBreakRule(
      demand: demands.isEmpty ? "none asked for" : demands.joined(separator: " and "),
      prices: byDate.map(frame.meals.prices)
    )
  }
}

extension TotalsRule {
  /// A rule of an entry.
  init(
    _ rule: LaborRule,
    demand: String,
    isDays: Bool = false,
    least: Int = 0,
    most: Int = .max,
    price: Double?
  ) {
    self.init(
      demand: demand,
      sentence: "\(rule.name): \(demand)",
      isDays: isDays,
      least: least,
      most: most,
      price: price
    )
  }
}

extension MachineRule {
  /// A rule of an entry.
  init(_ rule: LaborRule, _ machine: any DayMachine, start: Int) {
    self.init(
      demand: rule.words,
      sentence: rule.sentence,
      machine: AnyDayMachine(machine: machine),
      start: start
    )
  }
}
