package import Workforce

/// A published roster in memory, ready to be repaired at once.
package struct WarmRoster: Sendable {
  /// What the repair of one sickness gave.
  package struct Repair: Sendable {
    /// One week per person.
    package let tours: [PlannedTour]
    /// What the repair wins back at the prices of cover and changes.
    package let gain: Double
    /// Exact best responses tried.
    package let responses: Int
    /// People whose shifts start or end at other times, or come or go; the sick person not counted.
    package let changedPeople: Int
    /// People of whom only breaks moved.
    package let movedBreaks: Int
  }

  private let state: RosterState
  private let repairer: RosterRepairer

  /// Prices the changes of a roster; everything is free to change.
  ///
  /// - Parameters:
  ///   - problem: The week.
  ///   - tours: One published week per person.
  ///   - prices: What changes cost.
  ///   - threads: Threads; results do not depend on it.
  package init(
    problem: RosterProblem,
    tours: [PlannedTour],
    prices: ChangeRequest.Prices,
    threads: Int
  ) {
    var published = RosterState(problem)
    for (employee, tour) in tours.enumerated() { published.replace(employee, with: tour) }
    let cells = RepairCells(published: published)
    let prices = RepairPrices(prices, slotMinutes: problem.grid.stepMinutes)
    let priced = problem.priced(cells, prices)
    var state = RosterState(priced)
    for (employee, tour) in tours.enumerated() {
      state.replace(
        employee,
        with: priced.tour(of: tour.shifts, employee: priced.employees[employee])
      )
    }
    state.cover.refresh()
    self.state = state
    repairer = RosterRepairer(cells: cells, threads: threads)
  }

  /// Repairs the roster after a person fell sick on a date; `nil` on a date off.
  ///
  /// The roster itself stays as it is, for the next one.
  package func sickness(of employee: Int, on day: Int) -> Repair? {
    var state = state
    guard repairer.dropShift(&state, of: employee, on: day) else { return nil }
    let lost = state.objective
    var meter = WorkMeter()
    let tally = repairer.repair(&state, days: [day], without: [employee], meter: &meter)
    let others = state.tours.indices.filter {
      $0 != employee && state.tours[$0].shifts != self.state.tours[$0].shifts
    }
    let changed = others.count { isChanged(state.tours[$0], from: self.state.tours[$0]) }
    return Repair(
      tours: state.tours,
      gain: lost - state.objective,
      responses: tally.responses,
      changedPeople: changed,
      movedBreaks: others.count - changed
    )
  }

  private func isChanged(_ tour: PlannedTour, from old: PlannedTour) -> Bool {
    tour.shifts.count != old.shifts.count
      || !zip(tour.shifts, old.shifts).allSatisfy {
        $0.day == $1.day && $0.start == $1.start && $0.shape == $1.shape
      }
  }
}
