/// Lets a person work only on dates on which they hold a skill, and over midnight only when all
/// of the date's skills last through the next date.
struct HeldSkills: ShiftFilter {
  static let name = "skills"
  /// Positions of the queues served, by date; one date more than the week has.
  let queues: [[Int]]
  /// Dates on which the person may come without a skill: for a class only.
  var attends: [Bool] = []
  /// Dates on which the person may come without a skill: in a stage that counts for nothing.
  var idles: [Bool] = []

  var demand: String {
    let dates = queues.dropLast().filter { !$0.isEmpty }.count
    return "holds a skill on \(dates) of \(queues.count - 1) dates"
  }

  func allows(_ shift: CandidateShift) -> Bool {
    let held = queues[shift.day]
    guard !held.isEmpty else { return comesAnyway(shift.day) }
    return !shift.isOverMidnight || held.allSatisfy(queues[shift.day + 1].contains)
  }

  /// Whether the person may come on a date without a skill.
  func comesAnyway(_ day: Int) -> Bool {
    attends.indices.contains(day) && attends[day] || idles.indices.contains(day) && idles[day]
  }

  /// Whether a shift of a date is for a class only.
  func needsClass(_ day: Int) -> Bool {
    queues[day].isEmpty && !(idles.indices.contains(day) && idles[day])
  }
}
