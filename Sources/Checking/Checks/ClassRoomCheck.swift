import Workforce

/// No room holds two classes at once.
enum ClassRoomCheck: RosterCheck {
  static let name = "class room"

  static func violations(in week: CheckedWeek) -> [Violation] {
    let classes = week.index.classes
    return week.classes.flatMap { item in
      classes.filter { other in
        other.session.room == item.session.room && item.session.room != nil
          && item.session.id != other.session.id
          && item.start < other.end && other.start < item.end
          && (other.start, other.session.id) < (item.start, item.session.id)
      }.map { other in
        Violation(
          rule: name,
          employee: nil,
          date: item.session.start.date,
          detail: "room \(item.session.room ?? "") holds class \(other.session.id) until "
            + "\(other.session.end.description.replacing("T", with: " ")) and class "
            + "\(item.session.id) from "
            + item.session.start.description.replacing("T", with: " ")
        )
      }
    }
  }
}
