import Workforce

/// Gives one person after another the week that is best with all others fixed.
///
/// No step makes the roster worse, because one person's change of the cover cost is a sum over
/// slots.
struct BestResponse {
  /// Improves the people of `order`; returns how many changed.
  ///
  /// Stops early when told to.
  static func improve(
    _ state: inout RosterState,
    order: [Int],
    stop: StopSignal,
    meter: inout WorkMeter
  ) -> Int {
    var changed = 0
    for employee in order {
      if stop.isStopped { break }
      if improve(&state, employee: employee) { changed += 1 }
      meter.addPricing(of: state.problem)
    }
    return changed
  }

  /// Improves one person; true when the week changed.
  ///
  /// `reservedOvertime` minutes of the site's budget are left to others.
  static func improve(
    _ state: inout RosterState,
    employee: Int,
    reservedOvertime: Int = 0
  ) -> Bool {
    let problem = state.problem
    let current = state.tours[employee]
    let before = state.objective
    let limit = state.overtimeLimit(of: employee) - reservedOvertime
    var trial = state
    trial.replace(employee, with: .empty)
    let cover = trial.cover
    let tables = PricingTables(problem: problem, groups: problem.groups(of: employee)) {
      cover.gains(group: $0)
    }
    guard
      let best = problem.cheapestTour(of: employee, tables: tables, overtimeLimit: limit)?.tour,
      best.shifts != current.shifts
    else { return false }
    trial.replace(employee, with: best)
    let gain = before - trial.objective
    let isLegal = !current.shifts.isEmpty || problem.employees[employee].mayBeOff
    guard !isLegal || gain > 1e-9 else { return false }
    state = trial
    return true
  }
}
