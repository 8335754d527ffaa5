/// Lets a shift begin and end only while a queue that the person serves is open.
struct OpenQueue: ShiftFilter {
  static let name = "opening hours"
  /// Positions of the queues served, by date.
  let queues: [[Int]]

  var demand: String { "a queue that the person serves is open when the shift begins and ends" }

  func allows(_ shift: CandidateShift) -> Bool {
    let held = queues[shift.day]
    if held.isEmpty { return true }  // the skills rule speaks of that
    return held.contains { shift.openAtStart[$0] } && held.contains { shift.openAtEnd[$0] }
  }
}
