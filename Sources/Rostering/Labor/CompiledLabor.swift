/// The labor rules of one person, as numbers.
struct CompiledLabor {
  /// What the rules tell apart in shifts.
  let table: SortTable
  /// The rules on the sequence of dates.
  let machines: [MachineRule]
  let terms: LaborTerms
  private let shiftRules: [LaborShiftRule]
  private let meals: [MealBreakRule]

  fileprivate init(
    table: SortTable,
    machines: [MachineRule],
    terms: LaborTerms,
    rules: [any TourRule],
    tooManySorts: String?
  ) {
    self.tooManySorts = tooManySorts
    (self.table, self.machines, self.terms) = (table, machines, terms)
    shiftRules = rules.compactMap { $0 as? LaborShiftRule }
    meals = rules.compactMap { $0 as? MealBreakRule }
  }

  /// Why the week cannot be planned: the rules tell too many shifts or sequences apart; `nil` where it can.
  let tooManySorts: String?

  /// What the labor rules that a shift misses by itself cost.
  func price(of shift: CandidateShift) -> Double {
    shiftRules.reduce(0) { $0 + ($1.price(of: shift) ?? 0) }
      + meals.reduce(0) { $0 + $1.price(of: shift) }
  }

  /// The legal sequences of dates: an own small automaton where only the run of working days is limited, one
  /// from the shelf else.
  func sequence(_ limits: TourLimits, _ shelf: SequenceShelf, dayCount: Int) -> SequenceAutomaton {
    guard !machines.isEmpty else {
      let plain = SequenceAutomaton(
        maximumRun: limits.maximumRun,
        history: limits.previousRun,
        dayCount: dayCount
      )
      return table.count > 1 ? SequenceAutomaton(plain, sorts: table.count) : plain
    }
    let run = RunMachine(
      kinds: nil,
      least: 0,
      most: limits.maximumRun,
      price: nil,
      blanks: [Bool](repeating: false, count: dayCount)
    )
    let key = SequenceShelf.Key(
      machines: machines.map(\.machine) + [AnyDayMachine(machine: run)],
      letters: table.letters.map { day in day.map { $0.isEmpty ? [] : $0 + [2] } },
      sorts: table.count
    )
    let start = machines.map(\.start) + [run.start(run: limits.previousRun, isExempt: false)]
    return shelf.automaton(key, from: start)
  }
}

extension EmployeeCompiler {
  /// Most starts and ends of shifts on a date that a priced weekly rest tells apart.
  private static let mostSpans = 12
  /// Most sorts that are counted over all shifts of a clock.
  private static let mostShared = 32

  /// The labor rules among some rules of the person, over the shifts that all rules leave.
  func labor(_ rules: [any TourRule], _ candidates: [[CandidateShift]]) -> CompiledLabor {
    var machines = rules.compactMap { $0 as? MachineRule }
    var fault: String?
    let rest = rules.contains { $0 is WeeklyRestRule } ? weeklyRest(candidates) : nil
    if let rest, rest.tellsApart(Self.mostSpans) {
      fault =
        "\(rest.sentence): with a price it tells too many shifts apart; leave out the price, or fewer starts"
    } else if let rest {
      machines.append(rest)
    }
    let masks = Self.masks(rules)
    var table = table(machines.map(\.machine), masks, of: candidates, isOwn: rest != nil)
    let isTooMany = table.count > ShiftOption.mostSorts
    if isTooMany {
      (table, machines) = (.one, [])
      fault = "labor rules: they tell too many sorts of shift apart; give fewer kinds or starts"
    }
    let terms = LaborTerms(
      pairs: isTooMany ? [] : pairTerms(rules, table, masks: masks),
      totals: rules.compactMap { ($0 as? TotalsRule)?.term }
    )
    return CompiledLabor(
      table: table,
      machines: machines,
      terms: terms,
      rules: rules,
      tooManySorts: fault
    )
  }

  /// What machines and masks tell apart.
  ///
  /// Few sorts are counted over all shifts of the clock, so that people with other hours share them; many, or those
  /// of rules about the shifts that the person has, over the person's own.
  private func table(
    _ machines: [AnyDayMachine],
    _ masks: [UInt64],
    of candidates: [[CandidateShift]],
    isOwn: Bool
  ) -> SortTable {
    guard !machines.isEmpty || !masks.isEmpty else { return .one }
    if !isOwn {
      let shared = frame.shelf.table(of: machines, masks, clock: clock)
      if shared.count <= Self.mostShared { return shared }
    }
    return SortTable(
      machines: machines,
      masks: masks,
      shifts: candidates,
      lengths: clock.candidates.map(\.count)
    )
  }
}

extension MachineRule {
  /// Whether a priced weekly rest has more shifts on a date than can be told apart.
  fileprivate func tellsApart(_ most: Int) -> Bool {
    guard let rest = machine.machine as? WeeklyRestMachine, rest.price != nil else { return false }
    return rest.spans.contains { $0.count > most }
  }
}
