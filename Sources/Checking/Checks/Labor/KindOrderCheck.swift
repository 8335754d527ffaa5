import Workforce

/// No shift of certain kinds on the date after one of others.
enum KindOrderCheck: LaborCheck {
  static let name = "kind order"

  private struct Order {
    var after: [String]
    var never: [String]
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    week.frame.dates.flatMap { date -> [Miss] in
      let before = shifts(of: person, on: date.adding(days: -1))
      let now = shifts(of: person, on: date)
      guard !before.isEmpty, !now.isEmpty else { return [] }
      return person.facts.labor.inForce(on: date) { rule -> Order? in
        guard case .kindOrder(let after, let never) = rule else { return nil }
        return Order(after: after, never: never)
      }.compactMap { entry in
        guard before.contains(where: { $0.isOne(of: entry.value.after) }),
          now.contains(where: { $0.isOne(of: entry.value.never) })
        else { return nil }
        let kinds = [entry.value.never, entry.value.after].map { $0.joined(separator: " or ") }
        return Miss(
          date: date,
          units: 1,
          price: entry.price,
          detail: "\(kinds[0]) on the date after \(kinds[1]); it is not allowed"
        )
      }
    }
  }

  private static func shifts(of person: CheckedPerson, on date: LocalDate) -> [DatedShift] {
    person.labor.all.filter { $0.date == date }
  }
}
