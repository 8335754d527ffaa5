import Workforce

extension RosterChange {
  /// A change between two shifts of a date; `nil` is a date off.
  init(
    employee: String,
    date: LocalDate,
    was: Shift?,
    becomes: Shift?,
    kind: Kind,
    reason: String
  ) {
    let span = { (shift: Shift?) in shift.map { Span(start: $0.start, end: $0.end) } }
    self.init(
      employee: employee,
      date: date,
      was: span(was),
      becomes: span(becomes),
      kind: kind,
      reason: reason
    )
  }
}

extension RosterChange.Kind {
  /// What is different between two shifts of a date, whatever the reason.
  init(was: Shift?, becomes: Shift?) {
    switch (was, becomes) {
    case (nil, _): self = .added
    case (.some, nil): self = .removed
    case (let was?, let becomes?):
      if was.start != becomes.start {
        self = .moved
      } else {
        self = was.end == becomes.end ? .breaksMoved : .resized
      }
    }
  }
}
