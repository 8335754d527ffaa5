public import Workforce

/// A roster as a table for payroll and other programs: a line for each shift.
public enum ShiftTable {
  static let columns = [
    "employee", "date", "start", "end", "paid_minutes", "breaks", "queues", "training",
    "training_title", "training_room", "training_trainer",
  ]

  /// The text; times are on the clock of the person's site, with their offset.
  ///
  /// - Parameters:
  ///   - roster: The roster.
  ///   - classes: What classes are called and where they are, by identifier.
  ///   - paidMinutes: Paid minutes of a shift of a person.
  /// - Returns: The table.
  public static func csv(
    _ roster: Roster,
    classes: [String: ClassLabel] = [:],
    paidMinutes: (Shift, String) -> Int
  ) -> String {
    var csv = CSVText(header: columns)
    for tour in roster.tours {
      let zone = roster.zone(of: tour)
      for shift in tour.shifts {
        let others = shift.segments.filter { $0.kind != .work }
        let training = others.filter { $0.kind == .training }
        let labels = training.map { $0.session.flatMap { classes[$0] } }
        let joined = { (text: (ClassLabel) -> String?) in
          labels.contains { $0.flatMap(text) != nil }
            ? labels.map { $0.flatMap(text) ?? "" }.joined(separator: "+") : ""
        }
        csv.append([
          tour.employee, shift.date.description, zone.text(of: shift.start),
          zone.text(of: shift.end), "\(paidMinutes(shift, tour.employee))",
          others.filter { $0.kind != .training }.map { text($0, zone) }.joined(separator: "+"),
          shift.queues.joined(separator: "+"),
          training.map { span($0, zone) }.joined(separator: "+"),
          joined(\.title), joined(\.room), joined(\.trainer),
        ])
      }
    }
    return csv.text
  }

  /// `lunch 12:00-12:30`.
  private static func text(_ segment: ShiftSegment, _ zone: Zone) -> String {
    "\(segment.kind.rawValue) \(span(segment, zone))"
  }

  private static func span(_ segment: ShiftSegment, _ zone: Zone) -> String {
    let times = [segment.start, segment.end].map {
      String(zone.local(at: $0).description.dropFirst(11).prefix(5))
    }
    return times.joined(separator: "-")
  }
}
