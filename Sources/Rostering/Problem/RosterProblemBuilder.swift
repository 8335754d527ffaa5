import Workforce

/// Turns a scenario's week into numbers.
struct RosterProblemBuilder {
  /// A problem, and the people for whom no week keeps all rules.
  struct Built: Sendable {
    let problem: RosterProblem
    let impossible: [ImpossibleEmployee]
  }

  let inputs: PlanningInputs
  let costs: CoverCosts
  private let frame: WeekFrame

  init(inputs: PlanningInputs, costs: CoverCosts) throws(ShiftwrightError) {
    self.inputs = inputs
    self.costs = costs
    frame = try WeekFrame(inputs: inputs, grid: costs.grid)
  }

  /// Compiles everyone; people without a legal week are named and left out.
  func build() -> Built {
    var groups = GroupTable()
    var employees: [RosterEmployee] = []
    var impossible: [ImpossibleEmployee] = []
    let index = PeopleIndex(inputs: inputs, week: frame.grid)
    for employee in inputs.employees where index.isEmployed(employee, during: frame.grid.dates) {
      let compiler = EmployeeCompiler(
        employee: employee,
        inputs: inputs,
        frame: frame,
        index: index
      )
      switch compiler.compile(groups: &groups) {
      case .success(let compiled): employees.append(compiled)
      case .failure(let conflict):
        impossible.append(ImpossibleEmployee(employee: employee.id, conflict: conflict.sentences))
      }
    }
    let budgets = inputs.settings.sites.map(\.overtimeBudget)
    let crowd = OvertimeCrowd(employees: employees, budgets: budgets, shapes: frame.shapes)
    impossible += crowd.impossible(sites: inputs.settings.sites.map(\.name))
    let order = Dictionary(
      uniqueKeysWithValues: inputs.employees.enumerated().map { ($1.id, $0) }
    )
    return Built(
      problem: problem(employees: crowd.possible, groups: groups.groups),
      impossible: impossible.sorted {
        order[$0.employee, default: 0] < order[$1.employee, default: 0]
      }
    )
  }

  private func problem(employees: [RosterEmployee], groups: [RosterGroup]) -> RosterProblem {
    let settings = inputs.settings
    let slot = frame.grid.stepMinutes
    return RosterProblem(
      grid: frame.grid,
      slotCount: frame.grid.count,
      dayCount: frame.grid.dates.count,
      queueNames: settings.queues.map(\.name),
      groups: groups,
      shapes: frame.shapes,
      cover: CoverTable(
        costs,
        idleCost: settings.costs.overstaffingPerHour * Double(slot) / 60
      ),
      employees: employees,
      coupling: Coupling(
        overtimeBudgets: settings.sites.map { $0.overtimeBudget?.wholeMinutes ?? Int.max }
      ),
      prices: TourPrices(
        startChangePerMinute: settings.costs.startChangePerHour / 60,
        overtimePremium: settings.costs.overtimePremium,
        weekendFairness: settings.costs.weekendFairness,
        isWeekend: frame.grid.dates.map(\.weekday.isWeekend)
      )
    )
  }
}

/// Sets of queues in order of first use.
struct GroupTable {
  private(set) var groups: [RosterGroup] = []
  private var positions: [[Int]: Int] = [:]

  /// The position of a set of queues; adds it when it is new.
  mutating func position(of queues: [Int]) -> Int {
    if let known = positions[queues] { return known }
    positions[queues] = groups.count
    groups.append(RosterGroup(queues: queues))
    return groups.count - 1
  }
}
