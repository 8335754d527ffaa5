/// A training session that people attend inside a shift.
package struct TrainingSession: Hashable, Sendable {
  /// Slots of the week that it takes.
  package let slots: Range<Int>
  /// Most people who attend.
  package let seats: Int

  /// A session with its seats.
  package init(slots: Range<Int>, seats: Int) {
    self.slots = slots
    self.seats = seats
  }
}

/// How many people of a set must and may be present in each slot of a span, breaks included.
package struct HeadLimit: Hashable, Sendable {
  /// The slots.
  package let slots: Range<Int>
  /// Fewest people.
  package let least: Int
  /// Most people.
  package let most: Int

  /// A limit on heads.
  package init(slots: Range<Int>, least: Int, most: Int) {
    self.slots = slots
    self.least = least
    self.most = most
  }
}

/// The rows that couple people beside cover: overtime budgets, seats and heads.
package struct Coupling: Sendable {
  /// Overtime budgets per site in minutes; `Int.max` when unlimited.
  package let overtimeBudgets: [Int]
  /// The training sessions.
  package let sessions: [TrainingSession]
  /// The limits on heads.
  package let heads: [HeadLimit]
  /// Positions of the limits in which people of each set count; the first set is empty.
  package let headSets: [[Int]]

  /// Rows as given.
  package init(
    overtimeBudgets: [Int],
    sessions: [TrainingSession] = [],
    heads: [HeadLimit] = [],
    headSets: [[Int]] = [[]]
  ) {
    self.overtimeBudgets = overtimeBudgets
    self.sessions = sessions
    self.heads = heads
    self.headSets = headSets
  }
}
