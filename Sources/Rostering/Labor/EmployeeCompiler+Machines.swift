import Workforce

extension EmployeeCompiler {
  /// The machine of a rule that is in force by the week's Monday; `nil` for rules that are no machine, or that
  /// nothing can break any more.
  func machineRule(_ entry: RuleEntry, _ history: PersonHistory) -> MachineRule? {
    switch entry.rule {
    case .workRun(let least, let most):
      workRun(entry, least: least ?? 0, most: most ?? .max, history)
    case .freeRun(let least, let most):
      freeRun(entry, least: least ?? 0, most: most ?? .max, history)
    case .kindRun(let names, let most): kindRun(entry, frame.kinds.bits(names), most, history)
    case .restAfter(let names, let days):
      restAfter(entry, frame.kinds.bits(names), days, history)
    case .wholeWeekends:
      MachineRule(
        entry.rule,
        WholeWeekendMachine(
          counts: zip(isWeekend, blanks).map { $0 && !$1 },
          price: entry.price
        ),
        start: 0
      )
    case .weekendsInARow(let most):
      weekends(entry, past: history.weekends(weekend, weeks: most).prefix { $0 }.count, most)
    case .weekends(let most, let weeks):
      weekends(entry, past: history.weekends(weekend, weeks: weeks - 1).count { $0 }, most)
    case .kindCount(let names, let least, let most, let weeks):
      kindCount(entry, names, least: least ?? 0, most: most ?? .max, weeks, history)
    case .kindBalance(let first, let second, let most, let weeks):
      balance(entry, first, second, most, weeks, history)
    default: nil
    }
  }

  private var weekend: [Weekday] { inputs.settings.labor.weekend }

  /// Whether each date is one of the weekend's.
  private var isWeekend: [Bool] { frame.grid.dates.map { weekend.contains($0.weekday) } }

  private func workRun(
    _ entry: RuleEntry,
    least: Int,
    most: Int,
    _ history: PersonHistory
  ) -> MachineRule {
    let machine = RunMachine(
      kinds: nil,
      least: least,
      most: most,
      price: entry.price,
      blanks: blanks
    )
    let run = history.run()
    let monday = frame.grid.dates[0]
    let isExempt =
      history.last == nil || (1...run + 1).contains { isBlank(monday.adding(days: -$0)) }
    return MachineRule(entry.rule, machine, start: machine.start(run: run, isExempt: isExempt))
  }

  private func freeRun(
    _ entry: RuleEntry,
    least: Int,
    most: Int,
    _ history: PersonHistory
  ) -> MachineRule {
    let machine = FreeRunMachine(least: least, most: most, price: entry.price, blanks: blanks)
    guard let free = history.freeDates else {
      let start = machine.start(run: 0, holdsBlank: false, isExempt: true)
      return MachineRule(entry.rule, machine, start: start)
    }
    let monday = frame.grid.dates[0]
    let holdsBlank = (0..<free).contains { isBlank(monday.adding(days: -1 - $0)) }
    let start = machine.start(
      run: min(free, most),
      holdsBlank: holdsBlank,
      isExempt: holdsBlank || isBlank(monday.adding(days: -1 - free))
    )
    return MachineRule(entry.rule, machine, start: start)
  }

  private func kindRun(
    _ entry: RuleEntry,
    _ kinds: UInt64,
    _ most: Int,
    _ history: PersonHistory
  ) -> MachineRule {
    let machine = RunMachine(
      kinds: kinds,
      least: 0,
      most: most,
      price: entry.price,
      blanks: frame.grid.dates.map { _ in false }
    )
    let run = history.run { $0.kinds & kinds != 0 }
    return MachineRule(entry.rule, machine, start: machine.start(run: run, isExempt: false))
  }

  private func restAfter(
    _ entry: RuleEntry,
    _ kinds: UInt64,
    _ days: Int,
    _ history: PersonHistory
  ) -> MachineRule {
    let machine = RestAfterMachine(kinds: kinds, days: days, price: entry.price)
    let isAfter = history.last.map { $0.kinds & kinds != 0 } ?? false
    return MachineRule(
      entry.rule,
      machine,
      start: machine.start(free: isAfter ? history.freeDates : nil)
    )
  }

  /// A limit of weekends acts just when past ones have used it up.
  private func weekends(_ entry: RuleEntry, past: Int, _ most: Int) -> MachineRule? {
    guard past >= most else { return nil }
    let machine = WeekendLimitMachine(counts: isWeekend, price: entry.price)
    return MachineRule(entry.rule, machine, start: 0)
  }

  private func kindCount(
    _ entry: RuleEntry,
    _ names: [String],
    least: Int,
    most: Int,
    _ weeks: Int,
    _ history: PersonHistory
  ) -> MachineRule {
    let kinds = frame.kinds.bits(names)
    let first = history.firstDate(weeks: weeks)
    let sunday = frame.grid.dates[frame.grid.dates.count - 1]
    let isWhole =
      (employee.hired.map { $0 <= first } ?? true) && (employee.leaves.map { sunday <= $0 } ?? true)
    let machine = KindCountMachine(
      kinds: kinds,
      least: isWhole ? least : 0,
      most: most,
      price: entry.price
    )
    let count = history.duties(weeks: weeks).count { $0.kinds & kinds != 0 }
    return MachineRule(entry.rule, machine, start: machine.start(count: count))
  }

  private func balance(
    _ entry: RuleEntry,
    _ first: String,
    _ second: String,
    _ most: Int,
    _ weeks: Int,
    _ history: PersonHistory
  ) -> MachineRule {
    let bits = (frame.kinds.bits([first]), frame.kinds.bits([second]))
    let past = history.duties(weeks: weeks)
    let difference = past.count { $0.kinds & bits.0 != 0 } - past.count { $0.kinds & bits.1 != 0 }
    let machine = BalanceMachine(
      first: bits.0,
      second: bits.1,
      most: max(most, abs(difference)),
      price: entry.price
    )
    return MachineRule(entry.rule, machine, start: difference)
  }
}
