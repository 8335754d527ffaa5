/// Lets a person work only on dates on which they hold a skill, and over midnight only when all
/// of the date's skills last through the next date.
struct HeldSkills: ShiftFilter {
  static let name = "skills"
  /// Positions of the queues served, by date; one date more than the week has.
  let queues: [[Int]]

  var demand: String {
    let dates = queues.dropLast().filter { !$0.isEmpty }.count
    return "holds a skill on \(dates) of \(queues.count - 1) dates"
  }

  func allows(_ shift: CandidateShift) -> Bool {
    let held = queues[shift.day]
    guard !held.isEmpty else { return false }
    return !shift.isOverMidnight || held.allSatisfy(queues[shift.day + 1].contains)
  }
}
