import Workforce

/// Repairs a roster after something happened on some dates, with few changes.
///
/// Works on a compiled problem that has the prices of changes in it (`RosterProblem.priced`), so
/// that a roster in memory can be repaired at once.
struct RosterRepairer: Sendable {
  /// What a repair did.
  struct Tally: Hashable, Sendable {
    /// Exact best responses tried.
    var responses = 0
    /// Of those, how many changed a week.
    var improved = 0

    /// Adds another repair's counts.
    static func += (left: inout Tally, right: Tally) {
      left.responses += right.responses
      left.improved += right.improved
    }
  }

  /// Units of work to rank one person on one date.
  private static let rankingWork = 15.0

  /// What is published and locked.
  let cells: RepairCells
  /// Threads; results do not depend on it.
  var threads = 1
  /// How many people one ranking proposes.
  var proposals = 20
  /// Most exact responses of one repair.
  var limit = 60
  /// Units of work on the meter at which no further ranking begins.
  var budget = Double.infinity

  init(cells: RepairCells, threads: Int = 1) {
    self.cells = cells
    self.threads = threads
  }

  /// Takes a person's shift of one date out, as a sickness does; true when there was one.
  func dropShift(_ state: inout RosterState, of employee: Int, on day: Int) -> Bool {
    let shifts = state.tours[employee].shifts
    guard shifts.contains(where: { $0.day == day }) else { return false }
    let problem = state.problem
    state.replace(
      employee,
      with: problem.tour(
        of: shifts.filter { $0.day != day },
        employee: problem.employees[employee]
      )
    )
    return true
  }

  /// Gives people other weeks as long as that makes the roster better at the prices of changes.
  ///
  /// People who can help on the dates are ranked by one table of shifts per group; those with most
  /// to gain get their exact best response. No step makes the roster worse.
  ///
  /// - Parameters:
  ///   - state: The roster.
  ///   - days: The dates on which something happened, by position.
  ///   - absent: People who are not to be asked, by position.
  ///   - stop: Ends the repair with the best roster so far.
  ///   - meter: Counts the work.
  /// - Returns: What was done.
  func repair(
    _ state: inout RosterState,
    days: [Int],
    without absent: Set<Int> = [],
    stop: StopSignal = StopSignal(),
    meter: inout WorkMeter
  ) -> Tally {
    var tally = Tally()
    guard !days.isEmpty else { return tally }
    var isTouched = [Bool](repeating: false, count: state.problem.dayCount)
    for day in days { isTouched[day] = true }
    let response = RepairResponse(cells: cells, isTouched: isTouched)
    var failed = absent
    state.cover.refresh()
    var ranking = RepairRanking(state, cells: cells, days: days, threads: threads)
    while tally.responses < limit, meter.units < budget, !stop.isStopped {
      meter.add(units: Self.rankingWork * Double(state.tours.count * days.count))
      let people = ranking.best(proposals) { !failed.contains($0) }
      let before = tally.improved
      for employee in people where tally.responses < limit && !stop.isStopped {
        // somebody before may have filled the gap
        let isSmall = state.problem.employees.count <= proposals
        guard isSmall || ranking.gain(of: employee) > RepairResponse.least else { continue }
        tally.responses += 1
        meter.addPricing(of: state.problem)
        if response.improve(&state, employee: employee) {
          tally.improved += 1
          state.cover.refresh()
          ranking.state = state
        } else {
          failed.insert(employee)
        }
      }
      if tally.improved == before { break }
    }
    return tally
  }
}
