import Workforce

@testable import Rostering

/// Every legal week of one person of a tiny problem with every placement of breaks, and what the
/// roster costs with it: the oracle of forced weeks.
struct OwnWeeks {
  /// A week and what the roster costs with it.
  struct Entry {
    let shifts: [PlannedShift]
    let objective: Double

    /// The shift on a date.
    func shift(on day: Int) -> PlannedShift? { shifts.first { $0.day == day } }
  }

  let entries: [Entry]

  /// `nil` where there are more than `limit` combinations of shifts.
  init?(_ state: RosterState, employee: Int, limit: Int) {
    let problem = state.problem
    let person = problem.employees[employee]
    let days = person.days.indices.map { Self.choices(problem, person, day: $0) }
    guard days.reduce(1, { min(limit + 1, $0 * $1.count) }) <= limit else { return nil }
    var weeks: [[PlannedShift]] = [[]]
    for choices in days {
      weeks = weeks.flatMap { week in choices.map { $0.map { week + [$0] } ?? week } }
    }
    entries = weeks.compactMap { shifts in
      guard problem.isLegal(shifts, of: person) else { return nil }
      var changed = state
      changed.replace(employee, with: problem.tour(of: shifts, employee: person))
      return changed.isLegal ? Entry(shifts: shifts, objective: changed.objective) : nil
    }
  }

  private static func choices(
    _ problem: RosterProblem,
    _ person: RosterEmployee,
    day: Int
  ) -> [PlannedShift?] {
    let shifts = person.days[day].options.flatMap { option in
      pauses(problem.shapes[option.shape]).map { offsets -> PlannedShift in
        var packed = SIMD8<UInt16>(repeating: 0)
        for (index, offset) in offsets.enumerated() { packed[index] = UInt16(offset) }
        return PlannedShift(
          day: day,
          start: option.start,
          shape: option.shape,
          group: person.days[day].group,
          pauses: packed
        )
      }.filter(problem.hasLegalBreaks)
    }
    return [nil] + shifts.map(Optional.some)
  }

  /// All offsets of the breaks inside the shift.
  private static func pauses(_ shape: ShiftShape) -> [[Int]] {
    shape.pauses.reduce([[]]) { found, _ in
      found.flatMap { offsets in (0..<shape.length).map { offsets + [$0] } }
    }
  }

  /// The least cost of the weeks that are meant; `nil` where there is none.
  func least(_ isMeant: (Entry) -> Bool) -> Double? {
    entries.filter(isMeant).map(\.objective).min()
  }
}
