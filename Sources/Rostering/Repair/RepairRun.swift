import Optimization
import Workforce

/// The stages of one repair and what each gave.
struct RepairRun {
  let repair: RepairProblem
  let changedDays: [Int]
  let firstDay: Int
  let options: RosterOptions
  let solver: any LinearSolver
  let stop: StopSignal
  private(set) var stages: [OptimizationStage] = []
  /// True when the clock ended a program.
  private(set) var isCutShort = false
  /// People whose week had to change to stay legal, by position.
  private(set) var forced: [Int] = []
  /// People with overtime at sites whose budgets cannot be kept, by position.
  private(set) var unresolved: [Int] = []

  init(
    repair: RepairProblem,
    changedDays: [Int],
    firstDay: Int,
    options: RosterOptions,
    solver: any LinearSolver,
    stop: StopSignal
  ) {
    self.repair = repair
    self.changedDays = changedDays
    self.firstDay = firstDay
    self.options = options
    self.solver = solver
    self.stop = stop
  }

  /// Legal weeks first, then best responses, and day programs where much has changed.
  mutating func run(progress: (@Sendable (StageProgress) -> Void)?) throws -> RosterState {
    var state = repair.start
    finish(
      "published",
      state,
      "the published shifts that are left; prices of changes are in all costs"
    )
    forced = Set(legalize(&state) + attend(&state)).sorted()
    unresolved = state.problem.employees.indices.filter { employee in
      let site = state.problem.employees[employee].site
      return state.overtime[site] > state.problem.overtimeBudgets[site]
        && state.tours[employee].overtimeMinutes > 0
    }
    let days = touched(by: forced, state)
    let (tally, sweeps) = try improve(&state, days: days, progress: progress)
    finish("best responses", state, detail(tally, forced: forced.count, days: days.count))
    if !wideDays.isEmpty { finish("day programs", state, detail(sweeps)) }
    isCutShort = sweeps.guarded > 0
    return state
  }

  /// Best responses and day programs in turn, until neither gives anything or the budget is spent.
  private func improve(
    _ state: inout RosterState,
    days: [Int],
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> (RosterRepairer.Tally, DayTally) {
    let people = state.problem.employees.count
    let effort = options.effort ?? RosterReoptimizer.standardEffort(people: people)
    let budget = Double(effort) * 1e6
    var repairer = RosterRepairer(cells: repair.cells, threads: options.threads)
    repairer.limit = wideDays.isEmpty ? 60 * max(1, days.count) : 4 * people + 60
    repairer.budget = budget
    if !wideDays.isEmpty { repairer.proposals = max(20, people / 25) }
    var meter = WorkMeter()
    var tally = repairer.repair(&state, days: days, stop: stop, meter: &meter)
    var sweep = RepairSweep(cells: repair.cells, solver: solver, seed: options.seed)
    while !wideDays.isEmpty, !stop.isStopped, sweep.meter.units + meter.units < budget {
      progress?(
        StageProgress(stage: "day programs", fraction: nil, detail: "cost \(rounded(cost(state)))")
      )
      let gain = try sweep.sweep(&state, days: wideDays, budget: budget, stop: stop)
      let more = repairer.repair(&state, days: days, stop: stop, meter: &meter)
      tally += more
      if gain < 0.01, more.improved == 0 { break }
    }
    return (tally, sweep.tally)
  }

  /// Dates on which so much has changed that day programs look at everybody.
  private var wideDays: [Int] {
    (firstDay..<repair.problem.dayCount).filter { day in
      changedDays.contains(day)
        || repair.cells.rows.count { $0[day].isLost } > RosterReoptimizer.dayProgramLosses
    }
  }

  /// Gives people whose weeks are not legal any more the best legal ones, and takes overtime back
  /// where the absences of others leave too little budget.
  private func legalize(_ state: inout RosterState) -> [Int] {
    let isTouched = [Bool](repeating: false, count: repair.problem.dayCount)
    let response = RepairResponse(cells: repair.cells, isTouched: isTouched)
    var changed = repair.illegal.filter { response.improve(&state, employee: $0, must: true) }
    for (employee, person) in state.problem.employees.enumerated()
    where state.overtime[person.site] > state.problem.overtimeBudgets[person.site]
      && state.tours[employee].overtimeMinutes > 0
    {
      if response.improve(&state, employee: employee, must: true) { changed.append(employee) }
    }
    return Set(changed).sorted()
  }

  /// Has holders of a skill who are missing come, as far as their weeks allow.
  private func attend(_ state: inout RosterState) -> [Int] {
    let holders = state.problem.employees.indices.filter {
      state.problem.employees[$0].headSet > 0
    }
    let isTouched = [Bool](repeating: false, count: repair.problem.dayCount)
    let response = RepairResponse(cells: repair.cells, isTouched: isTouched)
    var changed: [Int] = []
    for employee in holders where state.use.missedHeads > 0 {
      let before = state.use.missedHeads
      let tour = state.tours[employee]
      guard response.improve(&state, employee: employee) else { continue }
      if state.use.missedHeads < before {
        changed.append(employee)
      } else {
        state.replace(employee, with: tour)
      }
    }
    return changed
  }

  /// The dates to look at: those with losses, another need or forced changes; all when there are
  /// none.
  private func touched(by forced: [Int], _ state: RosterState) -> [Int] {
    var days = Set(repair.lostDays + changedDays)
    for employee in forced {
      let (old, new) = (repair.start.tours[employee].shifts, state.tours[employee].shifts)
      for day in 0..<repair.problem.dayCount
      where old.first(where: { $0.day == day }) != new.first(where: { $0.day == day }) {
        days.insert(day)
      }
    }
    let all = firstDay..<repair.problem.dayCount
    return days.isEmpty ? Array(all) : days.filter(all.contains).sorted()
  }

  /// The objective with the prices of changes.
  private func cost(_ state: RosterState) -> Double {
    RosterDecoder(problem: repair.problem, week: ISOWeek(containing: repair.problem.grid.dates[0]))
      .costs(state).total
      + repair.cells.price(of: state.tours, repair.prices, in: repair.problem)
  }

  private func detail(_ tally: RosterRepairer.Tally, forced: Int, days: Int) -> String {
    let weeks = tally.improved == 1 ? "1 week" : "\(tally.improved) weeks"
    let illegal = forced == 0 ? "" : "; \(forced) had to change to stay legal"
    return "\(tally.responses) exact best responses of people who can help on "
      + "\(days == 1 ? "1 date" : "\(days) dates"), \(weeks) improved\(illegal)"
  }

  private func detail(_ tally: DayTally) -> String {
    "GLPK: \(tally.blocks) integer programs in \(tally.sweeps) sweeps; \(tally.improved) found "
      + "better shifts, saving \(rounded(tally.gain)); \(tally.dropped) dropped"
  }

  mutating func finish(_ name: String, _ state: RosterState, _ detail: String) {
    stages.append(
      OptimizationStage(name: name, objective: cost(state), bound: nil, detail: detail)
    )
  }
}
