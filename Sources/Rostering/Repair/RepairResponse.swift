import Workforce

/// Gives one person the week that is best with all others fixed, at the prices of changes.
struct RepairResponse {
  /// Gains below this are not worth a change.
  static let least = 1e-6

  let cells: RepairCells
  /// Whether breaks may move on each date.
  let isTouched: [Bool]

  /// Improves one person; true when the week changed.
  ///
  /// A person who must change takes the best legal week whatever it costs.
  func improve(_ state: inout RosterState, employee: Int, must: Bool = false) -> Bool {
    let current = state.tours[employee]
    let before = state.objective
    state.cover.refresh()
    guard let best = BestResponse.response(of: employee, in: state) else { return false }
    state.replace(employee, with: keeping(best, of: employee, where: { !isTouched[$0] }))
    keepBreaks(&state, employee: employee)
    guard state.tours[employee].shifts != current.shifts,
      must || before - state.objective > Self.least
    else {
      if state.tours[employee].shifts != current.shifts { state.replace(employee, with: current) }
      return false
    }
    return true
  }

  /// Puts breaks back on touched dates too when nothing is lost by that.
  private func keepBreaks(_ state: inout RosterState, employee: Int) {
    let moved = state.tours[employee]
    let kept = keeping(moved, of: employee) { _ in true }
    guard kept.shifts != moved.shifts else { return }
    let objective = state.objective
    state.replace(employee, with: kept)
    if state.objective > objective + Self.least { state.replace(employee, with: moved) }
  }

  /// The week with the published breaks of unchanged shifts, on locked dates and on those asked
  /// for.
  private func keeping(
    _ tour: PlannedTour,
    of employee: Int,
    where isKept: (Int) -> Bool
  ) -> PlannedTour {
    var tour = tour
    for (index, shift) in tour.shifts.enumerated() {
      let cell = cells.rows[employee][shift.day]
      guard let published = cell.published, published.start == shift.start,
        published.shape == shift.shape, cell.isLocked || isKept(shift.day)
      else { continue }
      tour.shifts[index] = shift.pausing(at: published.pauses)
    }
    return tour
  }
}
