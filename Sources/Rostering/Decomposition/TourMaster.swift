import Optimization
import Workforce

/// The tour master as a linear model (`roster-formulation.md`, (1)–(4)): one column per week of a
/// person, cover by tiers, people of several queues allocated exactly.
struct TourMaster: Sendable {
  let problem: RosterProblem
  /// Row of each cell's cover equation (3), or -1 where nobody is needed.
  private let coverRows: [Int]
  /// Row of each group's balance (2) by `group * slotCount + slot`, or -1.
  private let groupRows: [Int]
  /// Row of each coupling row (4), or -1.
  let couplingRows: [Int]
  private let rows: CouplingRows
  /// The rows and the cover variables, without any week.
  let frame: LinearModel
  /// Variables before the first week.
  var fixedVariables: Int { frame.variables.count }

  /// Rows that the master of a problem has.
  static func rowCount(_ problem: RosterProblem) -> Int {
    let cells = problem.cover.capacity.filter { $0 > 0 }.count
    let balances = problem.groups.filter { $0.queues.count > 1 }.map { group in
      (0..<problem.slotCount).filter { slot in
        group.queues.contains { problem.cover.capacity[$0 * problem.slotCount + slot] > 0 }
      }.count
    }
    let budgets = problem.overtimeBudgets.filter { $0 == .max }.count
    return problem.employees.count + cells + balances.reduce(0, +)
      + CouplingRows(problem.coupling).count - budgets
  }

  init(_ problem: RosterProblem) {
    self.problem = problem
    var model = LinearModel("roster")
    for employee in problem.employees {
      _ = model.addConstraint("one week for \(employee.id)", lower: 1, upper: 1, terms: [])
    }
    rows = CouplingRows(problem.coupling)
    couplingRows = model.addCoupling(problem.coupling, penalties: problem.penalties)
    var builder = CoverRows(problem: problem, model: model)
    builder.addCells()
    builder.addGroups()
    coverRows = builder.cells
    groupRows = builder.groups
    frame = builder.model
  }

  /// A week of a person as a column.
  func column(_ tour: PlannedTour, of employee: Int, name: String, isInteger: Bool = false)
    -> LinearModel.Column
  {
    var cost = tour.cost
    var terms = [LinearModel.Term(index: employee, coefficient: 1)]
    for shift in tour.shifts {
      problem.forEachStretchInGroup(of: shift) { group, stretch in
        let weight = problem.groups[group].weight
        for slot in stretch {
          let row = row(group: group, slot: slot)
          if row < 0 {
            cost += weight * problem.cover.idleCost
          } else {
            terms.append(LinearModel.Term(index: row, coefficient: weight))
          }
        }
      }
    }
    problem.forEachUse(of: tour, by: employee, rows: rows) { row, amount in
      guard couplingRows[row] >= 0 else { return }
      terms.append(LinearModel.Term(index: couplingRows[row], coefficient: amount))
    }
    return LinearModel.Column(
      LinearModel.Variable(
        name: name,
        lower: 0,
        upper: isInteger ? 1 : .infinity,
        cost: cost,
        isInteger: isInteger
      ),
      terms: terms
    )
  }

  private func row(group: Int, slot: Int) -> Int {
    let queues = problem.groups[group].queues
    return queues.count == 1
      ? coverRows[queues[0] * problem.slotCount + slot]
      : groupRows[group * problem.slotCount + slot]
  }

  /// The prices that the rows' duals stand for.
  func prices(duals: [Double]) -> BoundPrices {
    BoundPrices(
      marginals: coverRows.map { $0 < 0 ? -problem.cover.idleCost : duals[$0] },
      coupling: couplingRows.map { $0 < 0 ? 0 : -duals[$0] }
    )
  }
}

extension LinearModel {
  /// Adds the rows of overtime budgets, seats and heads; -1 where a site has no budget.
  ///
  /// Each row can be broken at a price, so that the model always has a solution.
  fileprivate mutating func addCoupling(
    _ coupling: Coupling,
    penalties: CouplingPenalties
  ) -> [Int] {
    var rows: [Int] = []
    for (site, budget) in coupling.overtimeBudgets.enumerated() {
      let name = "overtime of site \(site)"
      rows.append(
        budget == .max ? -1 : addLimit(name, most: budget, price: penalties.overtimeMinute)
      )
    }
    for (position, session) in coupling.sessions.enumerated() {
      let name = "seats of session \(position)"
      rows.append(addLimit(name, most: session.seats, price: penalties.seat))
    }
    for (position, limit) in coupling.heads.enumerated() {
      for slot in limit.slots {
        let name = "heads \(position) slot \(slot)"
        rows.append(
          addLimit(
            name,
            least: limit.least,
            most: limit.most,
            price: limit.price ?? penalties.head
          )
        )
      }
    }
    return rows
  }

  /// Adds a row that may be missed at a price.
  private mutating func addLimit(
    _ name: String,
    least: Int = 0,
    most: Int,
    price: Double
  ) -> Int {
    var terms = [Term(index: addVariable("\(name) above", cost: price), coefficient: -1)]
    if least > 0 {
      terms.append(Term(index: addVariable("\(name) below", cost: price), coefficient: 1))
    }
    return addConstraint(
      name,
      lower: least > 0 ? Double(least) : -.infinity,
      upper: most < .max ? Double(most) : .infinity,
      terms: terms
    )
  }
}

/// Adds the cover rows and variables of a master.
private struct CoverRows {
  let problem: RosterProblem
  var model: LinearModel
  var cells: [Int] = []
  var groups: [Int] = []

  init(problem: RosterProblem, model: LinearModel) {
    self.problem = problem
    self.model = model
  }

  private func name(_ slot: Int) -> String { problem.grid.local(at: slot).description }

  /// (3): people given to a queue, plus missing ones by tier, less those too many, are those it
  /// can use.
  mutating func addCells() {
    for cell in problem.cover.capacity.indices {
      guard problem.cover.capacity[cell] > 0 else {
        cells.append(-1)
        continue
      }
      let queue = problem.queueNames[cell / problem.slotCount]
      let place = "\(queue) \(name(cell % problem.slotCount))"
      var terms: [LinearModel.Term] = []
      for (tier, step) in problem.cover.steps(of: cell).enumerated() {
        let missing = model.addVariable(
          "missing \(place) tier \(tier)",
          upper: Double(step.people),
          cost: step.worth
        )
        terms.append(LinearModel.Term(index: missing, coefficient: 1))
      }
      let idle = model.addVariable("surplus \(place)", cost: problem.cover.idleCost)
      terms.append(LinearModel.Term(index: idle, coefficient: -1))
      let need = Double(problem.cover.capacity[cell])
      cells.append(
        model.addConstraint("cover \(place)", lower: need, upper: need, terms: terms)
      )
    }
  }

  /// (2): people of a group at work are given to its queues.
  ///
  /// A queue's cover row gets the term of the allocation, so those rows are rebuilt at the end.
  mutating func addGroups() {
    groups = [Int](repeating: -1, count: problem.groups.count * problem.slotCount)
    var given: [[LinearModel.Term]] = model.constraints.map { _ in [] }
    for (group, members) in problem.groups.enumerated() where members.queues.count > 1 {
      for slot in 0..<problem.slotCount {
        let open = members.queues.filter { cells[$0 * problem.slotCount + slot] >= 0 }
        guard !open.isEmpty else { continue }
        var terms: [LinearModel.Term] = []
        for queue in open {
          let share = model.addVariable(
            "given group \(group) \(problem.queueNames[queue]) \(name(slot))"
          )
          terms.append(LinearModel.Term(index: share, coefficient: -1))
          given[cells[queue * problem.slotCount + slot]].append(
            LinearModel.Term(index: share, coefficient: 1)
          )
        }
        groups[group * problem.slotCount + slot] = model.addConstraint(
          "balance group \(group) \(name(slot))",
          lower: 0,
          upper: 0,
          terms: terms
        )
      }
    }
    model = model.adding(given)
  }
}

extension LinearModel {
  /// The model with further columns, in the order given.
  func adding(_ columns: [Column]) -> LinearModel {
    var terms: [[Term]] = constraints.map { _ in [] }
    for (index, column) in columns.enumerated() {
      for term in column.terms {
        terms[term.index].append(
          Term(index: variables.count + index, coefficient: term.coefficient)
        )
      }
    }
    return adding(terms, variables: columns.map(\.variable))
  }

  /// The model with further variables and further terms in its first rows.
  fileprivate func adding(_ terms: [[Term]], variables more: [Variable] = []) -> LinearModel {
    var copy = LinearModel(name)
    copy.objectiveConstant = objectiveConstant
    for variable in variables + more {
      _ = copy.addVariable(
        variable.name,
        lower: variable.lower,
        upper: variable.upper,
        cost: variable.cost,
        isInteger: variable.isInteger
      )
    }
    for (index, row) in constraints.enumerated() {
      let more = index < terms.count ? terms[index] : []
      _ = copy.addConstraint(
        row.name,
        lower: row.lower,
        upper: row.upper,
        terms: row.terms + more
      )
    }
    return copy
  }
}
