import Workforce

/// Keeps shifts inside the time of employment.
struct Employment: ShiftFilter {
  static let name = "employment"
  let hired: LocalDate?
  let leaves: LocalDate?

  var demand: String {
    let from = hired.map { "from \($0)" }
    let until = leaves.map { "until \($0)" }
    return "employed " + [from, until].compactMap(\.self).joined(separator: " ")
  }

  func allows(_ shift: CandidateShift) -> Bool {
    (hired.map { $0 <= shift.date } ?? true) && (leaves.map { shift.date <= $0 } ?? true)
  }
}
