import Workforce

/// In the first and the last slot of a shift, one of its queues is open.
enum OpeningHoursCheck: PersonCheck {
  static let name = "opening hours"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    // A shift without queues breaks the rule on skills, or is for training while any is open.
    person.shifts.filter {
      !$0.shift.queues.isEmpty || person.facts.comesAnyway(on: $0.date)
    }.compactMap { shift in
      let slot = week.frame.slotMinutes
      let last = shift.end.adding(minutes: -slot)
      let closed = [shift.start, last].filter { !isOpen(shift, at: $0, week) }
      guard !closed.isEmpty else { return nil }
      let times = closed.map { person.text($0) }.joined(separator: " and ")
      let queues = named(shift, week).joined(separator: ", ")
      return Finding(
        date: shift.date,
        detail: "none of \(queues) is open in the \(slot) min from \(times); 1 must be"
      )
    }
  }

  private static func named(_ shift: CheckedShift, _ week: CheckedWeek) -> [String] {
    shift.shift.queues.isEmpty ? week.settings.queues.map(\.name) : shift.shift.queues
  }

  private static func isOpen(
    _ shift: CheckedShift,
    at instant: Instant,
    _ week: CheckedWeek
  ) -> Bool {
    named(shift, week).contains { name in
      week.index.queues[name].map { week.frame.openTimes.isOpen($0, at: instant) } ?? false
    }
  }
}
