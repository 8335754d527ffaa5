import Workforce

/// No class has more people in it than seats.
enum ClassSeatsCheck: RosterCheck {
  static let name = "class seats"

  static func violations(in week: CheckedWeek) -> [Violation] {
    week.classes.compactMap { item in
      let people = week.people.filter { person in
        item.seats(person.id) && person.isAt(item)
      }
      guard people.count > item.session.seats else { return nil }
      return Violation(
        rule: name,
        employee: nil,
        date: item.session.start.date,
        detail: "class \(item.session.id) has \(counted(item.session.seats, "seat")); "
          + "\(people.count) attend: \(people.map(\.id).joined(separator: ", "))"
      )
    }
  }
}
