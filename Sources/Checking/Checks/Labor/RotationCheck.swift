import Workforce

/// Dates are as the pattern of the person's rotation asks.
enum RotationCheck: LaborCheck {
  static let name = "rotation"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.rotations.flatMap { place -> [Miss] in
      guard let rotation = week.settings.labor.rotations.first(where: { $0.name == place.rotation })
      else { return [] }
      return week.frame.dates.compactMap { date in
        guard isWithin(date, place.from, place.until), !person.facts.isBlank(date),
          let asked = rotation.position(on: date, ahead: place.ahead)
        else { return nil }
        let shifts = person.labor.shifts.filter { $0.date == date }
        guard !isKept(asked, by: shifts) else { return nil }
        let kinds = shifts.flatMap { $0.kinds.sorted() }
        let given = shifts.isEmpty ? "no shift" : "a shift of \(named(kinds))"
        return Miss(
          date: date,
          units: 1,
          price: rotation.price,
          detail: "\(given); rotation \(rotation.name) asks for \(words(asked))"
        )
      }
    }
  }

  private static func isKept(_ asked: Rotation.Position, by shifts: [DatedShift]) -> Bool {
    switch asked {
    case .off: shifts.isEmpty
    case .anyShift: !shifts.isEmpty
    case .kind(let name): shifts.contains { $0.kinds.contains(name) }
    }
  }

  private static func named(_ kinds: [String]) -> String {
    kinds.isEmpty ? "no kind" : kinds.joined(separator: " and ")
  }

  private static func words(_ asked: Rotation.Position) -> String {
    switch asked {
    case .off: "no shift"
    case .anyShift: "a shift"
    case .kind(let name): name
    }
  }
}
