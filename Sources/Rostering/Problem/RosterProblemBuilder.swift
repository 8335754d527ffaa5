import Workforce

/// Turns a scenario's week into numbers.
struct RosterProblemBuilder {
  /// A problem, and the people for whom no week keeps all rules.
  struct Built: Sendable {
    var problem: RosterProblem
    let impossible: [ImpossibleEmployee]
    /// Everybody's set of head limits, by identifier, those without a legal week included.
    let headSets: [String: Int]
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
    var agendas = AgendaTable(frame.classes.sessions)
    var employees: [RosterEmployee] = []
    var impossible: [ImpossibleEmployee] = []
    let index = PeopleIndex(inputs: inputs, week: frame.grid)
    var presence = PresenceLimits(inputs: inputs, index: index, grid: frame.grid)
    var headSets: [String: Int] = [:]
    for employee in inputs.employees where index.isEmployed(employee, during: frame.grid.dates) {
      let compiler = EmployeeCompiler(
        employee: employee,
        inputs: inputs,
        frame: frame,
        index: index
      )
      let headSet = presence.set(of: employee)
      headSets[employee.id] = headSet
      switch compiler.compile(groups: &groups, agendas: &agendas) {
      case .success(var compiled):
        compiled.headSet = headSet
        employees.append(compiled)
      case .failure(let conflict):
        impossible.append(ImpossibleEmployee(employee: employee.id, conflict: conflict.sentences))
      }
    }
    return built(employees, impossible, groups.groups, coupling(agendas, presence), headSets)
  }

  /// Leaves out those for whom overtime and seats are not enough.
  private func built(
    _ employees: [RosterEmployee],
    _ impossible: [ImpossibleEmployee],
    _ groups: [RosterGroup],
    _ coupling: Coupling,
    _ headSets: [String: Int]
  ) -> Built {
    let budgets = inputs.settings.sites.map(\.overtimeBudget)
    let crowd = OvertimeCrowd(employees: employees, budgets: budgets, shapes: frame.shapes)
    let seats = SeatCrowd(
      employees: crowd.possible,
      coupling: coupling,
      hasLegalWeek: frame.hasLegalWeek
    )
    let all =
      impossible + crowd.impossible(sites: inputs.settings.sites.map(\.name)) + seats.impossible
    let order = Dictionary(
      uniqueKeysWithValues: inputs.employees.enumerated().map { ($1.id, $0) }
    )
    return Built(
      problem: problem(employees: seats.possible, groups: groups, coupling: coupling),
      impossible: all.sorted {
        order[$0.employee, default: 0] < order[$1.employee, default: 0]
      },
      headSets: headSets
    )
  }

  /// The rows that couple people beside cover.
  private func coupling(_ agendas: AgendaTable, _ presence: PresenceLimits) -> Coupling {
    Coupling(
      overtimeBudgets: inputs.settings.sites.map { $0.overtimeBudget?.wholeMinutes ?? Int.max },
      sessions: frame.classes.sessions,
      agendas: agendas.agendas,
      heads: presence.heads,
      headSets: presence.sets
    )
  }

  private func problem(
    employees: [RosterEmployee],
    groups: [RosterGroup],
    coupling: Coupling
  ) -> RosterProblem {
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
      coupling: coupling,
      prices: TourPrices(settings, dates: frame.grid.dates)
    )
  }
}

/// Sets of queues in order of first use.
struct GroupTable {
  private(set) var groups: [RosterGroup] = []
  private var positions: [RosterGroup: Int] = [:]

  /// Starts with groups that are known.
  init(_ known: [RosterGroup] = []) {
    groups = known
    positions = Dictionary(
      known.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The position of a set of queues whose people are worth so many tenths, full persons without;
  /// adds it when it is new.
  mutating func position(of queues: [Int], tenths: Int? = nil) -> Int {
    let group = RosterGroup(queues: queues, tenths: tenths ?? RosterGroup.fullPerson)
    if let known = positions[group] { return known }
    positions[group] = groups.count
    groups.append(group)
    return groups.count - 1
  }
}
