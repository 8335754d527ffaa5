import Workforce

/// Dates that are settled beforehand are as settled.
enum LockCheck: LaborCheck {
  static let name = "lock"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.locks.filter { week.frame.dates.contains($0.date) }.compactMap { lock in
      let shifts = person.shifts.filter { $0.date == lock.date }
      guard !isKept(lock.kind, by: shifts, of: person) else { return nil }
      let given = shifts.isEmpty ? "no shift" : shifts.map(\.clockText).joined(separator: ", ")
      return Miss(
        date: lock.date,
        units: 1,
        price: nil,
        detail: "\(given); locked is \(words(lock.kind))"
      )
    }
  }

  private static func isKept(
    _ kind: RosterLock.Kind,
    by shifts: [CheckedShift],
    of person: CheckedPerson
  ) -> Bool {
    switch kind {
    case .off: shifts.isEmpty
    case .shift: !shifts.isEmpty
    case .times(let start, let end):
      !shifts.isEmpty
        && shifts.allSatisfy {
          person.facts.zone.local(at: $0.start) == start
            && person.facts.zone.local(at: $0.end) == end
        }
    }
  }

  private static func words(_ kind: RosterLock.Kind) -> String {
    switch kind {
    case .off: "no shift"
    case .shift: "a shift"
    case .times(let start, let end):
      [start, end].map { $0.description.replacing("T", with: " ") }.joined(separator: " until ")
    }
  }
}
