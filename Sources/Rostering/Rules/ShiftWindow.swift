import Workforce

/// Keeps shifts inside the contract's window on the wall clock.
struct ShiftWindow: ShiftFilter {
  static let name = "shift window"
  let window: ClockWindow

  var demand: String { "shifts lie within \(window)" }

  func allows(_ shift: CandidateShift) -> Bool {
    shift.start.minuteOfDay >= window.start.minutes && shift.endMinutes <= window.endMinutes
  }
}
