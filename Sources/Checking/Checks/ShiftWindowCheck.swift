import Workforce

/// A shift lies inside the contract's window.
enum ShiftWindowCheck: PersonCheck {
  static let name = "shift window"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    guard let window = person.contract.shiftWindow else { return [] }
    return person.shifts.filter { !$0.isInside(window) }.map {
      Finding(date: $0.date, detail: "\($0.clockText); the contract allows \(window)")
    }
  }
}

extension CheckedShift {
  /// True when it starts and ends inside a window of its date, on the clock.
  func isInside(_ window: ClockWindow) -> Bool {
    startMinute >= window.start.minutes && endMinute <= window.endMinutes
  }
}
