import Workforce

/// A published week under changed circumstances, as numbers: who may do what now, at what price,
/// and the roster as it would be if nobody did anything.
struct RepairProblem: Sendable {
  /// The week with the locks in it, without prices of changes.
  let problem: RosterProblem
  /// What is published, locked and lost.
  let cells: RepairCells
  /// Prices of changes.
  let prices: RepairPrices
  /// The published roster less what fell away, in the problem with the prices of changes.
  let start: RosterState
  /// People whose week is not legal as it stands, by position.
  let illegal: [Int]
  /// People without shifts for whom no week keeps all rules.
  let impossible: [ImpossibleEmployee]
  /// People who keep a week that breaks the rules named, because no legal one is left.
  let kept: [ImpossibleEmployee]

  /// Compiles the week.
  ///
  /// Throws when the published roster cannot be read on the grid.
  init(
    inputs: PlanningInputs,
    costs: CoverCosts,
    published: Roster,
    changes: ChangeRequest
  ) throws(ShiftwrightError) {
    let built = try RosterProblemBuilder(inputs: inputs, costs: costs).build()
    var compiler = try RepairCompiler(
      inputs: inputs,
      built: built,
      published: published,
      changes: changes
    )
    let people = compiler.people()
    let problem = built.problem.with(
      employees: people.map(\.numbers),
      groups: compiler.groups,
      coupling: built.problem.coupling.with(agendas: compiler.agendas)
    )
    let prices = RepairPrices(changes.prices, slotMinutes: built.problem.grid.stepMinutes)
    let cells = RepairCells(rows: people.map(\.cells))
    var start = RosterState(problem.priced(cells, prices))
    for (index, person) in people.enumerated() {
      start.replace(
        index,
        with: start.problem.tour(
          of: person.cells.compactMap(\.published),
          employee: start.problem.employees[index]
        )
      )
    }
    self.problem = problem
    self.cells = cells
    self.prices = prices
    self.start = start
    illegal = people.indices.filter { people[$0].isIllegal }
    impossible = compiler.impossible
    kept = compiler.kept
  }

  /// The dates on which something fell away, ascending.
  var lostDays: [Int] {
    (0..<problem.dayCount).filter { day in cells.rows.contains { $0[day].isLost } }
  }
}

extension RosterProblem {
  /// Whether a person's shifts form a legal week.
  func isLegal(_ shifts: [PlannedShift], for employee: RosterEmployee) -> Bool {
    var sorts = [Int?](repeating: nil, count: dayCount)
    var paid = 0
    var previous: (day: Int, option: ShiftOption)?
    for shift in shifts {
      guard let option = option(for: shift, of: employee) else { return false }
      if let previous, previous.day == shift.day - 1,
        !allows(option, on: shift.day, after: previous.option, for: employee)
      {
        return false
      }
      sorts[shift.day] = option.sort
      paid += shapes[shift.shape].paidMinutes
      previous = (shift.day, option)
    }
    let met = shifts.map { employee.met(by: $0.agenda) }
    return met.reduce(0, +) == employee.allMet && met.reduce(0, |) == employee.allMet
      && employee.totals.accepts(days: shifts.count, paid: paid)
      && employee.sequence.price(of: sorts) != nil
  }

  /// Whether the person has a legal week at all.
  func hasLegalWeek(_ employee: RosterEmployee) -> Bool {
    var pricer = TourPricer(unpriced: employee, shapes: shapes)
    return pricer.cheapest() != nil
  }
}
