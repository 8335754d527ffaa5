import Workforce

/// Every break starts in the part of the shift that the template names.
enum BreakWindowCheck: PersonCheck {
  static let name = "break window"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.flatMap { shift -> [Finding] in
      guard let template = shift.template else { return [] }
      return shift.shape.windowFaults(template).map { segment, wanted in
        Finding(date: shift.date, detail: detail(shift, segment, wanted, person))
      }
    }
  }

  private static func detail(
    _ shift: CheckedShift,
    _ segment: ShiftSegment,
    _ wanted: BreakTemplate,
    _ person: CheckedPerson
  ) -> String {
    let length = shift.shape.length
    let earliest = text(.minutes((wanted.earliestStart?.value ?? 0) * length.inMinutes))
    let latest = text(.minutes((wanted.latestStart?.value ?? 1) * length.inMinutes))
    let offset = text(segment.start.since(shift.start))
    let place = "\(segment.kind.rawValue) at \(person.text(segment.start))"
    return "\(place), \(offset) after the start; \(earliest) to \(latest) are allowed"
  }
}
