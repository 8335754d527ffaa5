import Workforce

/// Gives people the weeks that are best with all others fixed: exact, because one person's change
/// of the cover cost is a sum over slots.
///
/// People are priced in batches against the same roster and change one after another. A week that
/// others of the batch have made useless meanwhile is not taken, so no step makes the roster worse.
struct BestResponse {
  /// People priced at once, against the same roster; each step is then looked at again.
  private static let batchSize = 16

  /// Improves the people of `order`; returns how many changed.
  ///
  /// Stops early when told to. The result does not depend on the number of threads.
  static func improve(
    _ state: inout RosterState,
    order: [Int],
    threads: Int = 1,
    stop: StopSignal,
    meter: inout WorkMeter
  ) -> Int {
    var changed = 0
    var first = 0
    while first < order.count, !stop.isStopped {
      let batch = Array(order[first..<min(first + batchSize, order.count)])
      first += batch.count
      state.cover.refresh(threads: threads)
      let fixed = state
      let found = parallelMap(count: batch.count, threads: threads) { index in
        Self.response(of: batch[index], in: fixed, ifBetter: true)
      }
      for (employee, tour) in zip(batch, found) {
        meter.addPricing(of: state.problem)
        if let tour, accept(tour, for: employee, &state) { changed += 1 }
      }
    }
    return changed
  }

  /// Improves one person; true when the week changed.
  ///
  /// `reservedOvertime` minutes of the site's budget are left to others.
  static func improve(
    _ state: inout RosterState,
    employee: Int,
    threads: Int = 1,
    reservedOvertime: Int = 0
  ) -> Bool {
    state.cover.refresh(threads: threads)
    guard
      let tour = response(of: employee, in: state, reservedOvertime: reservedOvertime)
    else { return false }
    return accept(tour, for: employee, &state)
  }

  /// The person's best week with all others fixed; the cover must be fresh.
  ///
  /// With `ifBetter` there is none when the present week, which must be legal, is as good.
  static func response(
    of employee: Int,
    in state: RosterState,
    reservedOvertime: Int = 0,
    ifBetter: Bool = false
  ) -> PlannedTour? {
    let problem = state.problem
    let tables = PricingTables(
      problem: problem,
      groups: problem.groups(of: employee),
      slotValues: { state.values(group: $0, without: employee) },
      only: { problem.plans[employee].entries(group: $0) },
      withAgendas: problem.employees[employee].hasClasses
    )
    var pricer = WeekPricer()
    let best = problem.cheapestTour(
      of: employee,
      tables: tables,
      extras: state.use.extras(of: employee, in: state, reservedOvertime: reservedOvertime),
      pricer: &pricer
    )
    guard let best else { return nil }
    let present = state.tours[employee]
    // where all limits are kept, the present week pays no price for them
    if ifBetter, state.isLegal, !present.shifts.isEmpty,
      best.reducedCost > problem.netCost(of: present, tables: tables) - 1e-9
    {
      return nil
    }
    return best.tour
  }

  /// Takes a week over when it makes the roster better, or when the person has none yet.
  static func accept(
    _ tour: PlannedTour,
    for employee: Int,
    _ state: inout RosterState
  ) -> Bool {
    let current = state.tours[employee]
    guard tour.shifts != current.shifts else { return false }
    let before = state.objective
    state.replace(employee, with: tour)
    let isMissing = current.shifts.isEmpty && !state.problem.employees[employee].mayBeOff
    if isMissing || before - state.objective > 1e-9 { return true }
    state.replace(employee, with: current)
    return false
  }
}
