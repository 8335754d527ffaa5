/// Rules on how the kinds of a person's days may follow each other over a horizon.
///
/// Runs that touch an end of the horizon may go on outside it: the fewest days asked for are not
/// asked of them, the most allowed are counted inside the horizon only.
package struct SequenceRules: Hashable, Sendable {
  /// Per kind of shift: the kinds that may not be worked on the next date, ascending.
  package let forbiddenNext: [[Int]]
  /// Fewest working days in a row.
  package let leastWork: Int
  /// Most working days in a row.
  package let mostWork: Int
  /// Fewest days off in a row.
  package let leastOff: Int

  /// Rules as given; limits below 1 count as 1.
  package init(forbiddenNext: [[Int]], leastWork: Int, mostWork: Int, leastOff: Int) {
    self.forbiddenNext = forbiddenNext.map { $0.sorted() }
    self.leastWork = max(1, leastWork)
    self.mostWork = max(1, mostWork)
    self.leastOff = max(1, leastOff)
  }

  /// Number of kinds of shift.
  package var kindCount: Int { forbiddenNext.count }
}
