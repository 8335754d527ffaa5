import Workforce

/// A week and its roster as numbers, with a group for each queue alone, and what compiles changes of
/// it.
struct CompiledRoster: Sendable {
  let problem: RosterProblem
  /// One week per person.
  let tours: [PlannedTour]
  let compiler: VariantCompiler
  /// People for whom no week keeps all rules; they are not in the problem.
  let impossible: [String]

  /// Most people named in a message.
  private static let listed = 20

  /// Compiles the week and reads its roster.
  ///
  /// Throws when the roster cannot be read on the roster grid, or breaks rules.
  init(
    inputs: PlanningInputs,
    costs: CoverCosts,
    published: Roster
  ) throws(ShiftwrightError) {
    let wide = VariantCompiler.widened(inputs)
    let built = try RosterProblemBuilder(inputs: wide, costs: costs).build()
    let weeks = try PublishedWeeks(published, inputs: wide, problem: built.problem)
    let read = Self.read(weeks, built.problem)
    var state = RosterState(read.problem)
    for (employee, tour) in read.tours.enumerated() { state.replace(employee, with: tour) }
    let problem = read.problem.relaxingHeads(missedBy: state) ?? read.problem
    var broken = read.broken
    if broken.isEmpty, !problem.isLegal(read.tours) { broken = ["the week's overtime or seats"] }
    guard broken.isEmpty else { throw Self.error(broken) }
    guard !problem.employees.isEmpty else {
      throw ShiftwrightError(
        "Nobody has a legal week, so nothing in the roster is worth anything.\n"
          + "Run 'shiftwright check' to see the rules in conflict."
      )
    }
    self.problem = problem
    tours = read.tours
    compiler = try VariantCompiler(inputs: wide, grid: costs.grid, problem: problem)
    impossible = built.impossible.map(\.employee)
  }

  /// The roster, with its cover looked up.
  var state: RosterState {
    var state = RosterState(problem)
    for (employee, tour) in tours.enumerated() { state.replace(employee, with: tour) }
    state.cover.refresh()
    return state
  }

  /// The weeks of a roster in a problem that also has a group for each queue alone, and the people
  /// whose weeks are not legal.
  private static func read(
    _ weeks: PublishedWeeks,
    _ built: RosterProblem
  ) -> (problem: RosterProblem, tours: [PlannedTour], broken: [String]) {
    var table = GroupTable(built.groups)
    for queue in built.queueNames.indices { _ = table.position(of: [queue]) }
    let problem = built.with(
      employees: built.employees,
      groups: table.groups,
      coupling: built.coupling.with(agendas: weeks.agendas)
    )
    var broken: [String] = []
    let tours = zip(weeks.tours(in: problem), problem.employees).map { tour, employee in
      if tour == nil { broken.append(employee.id) }
      return tour ?? .empty
    }
    return (problem, tours, broken)
  }

  private static func error(_ people: [String]) -> ShiftwrightError {
    let more = people.count > listed ? ", and \(people.count - listed) more" : ""
    return ShiftwrightError(
      "The roster breaks rules: \(people.prefix(listed).joined(separator: ", "))\(more).\n"
        + "What things are worth is said of rosters that keep them; 'shiftwright check' names every "
        + "fault."
    )
  }
}

extension RosterProblem {
  /// Whether these weeks keep the budgets of overtime, seats and heads together.
  func isLegal(_ tours: [PlannedTour]) -> Bool {
    var state = RosterState(self)
    for (employee, tour) in tours.enumerated() { state.replace(employee, with: tour) }
    return state.isLegal
  }
}
