/// A training session that people attend inside a shift.
package struct TrainingSession: Hashable, Sendable {
  /// Slots of the week that it takes.
  package let slots: Range<Int>
  /// Most people who attend.
  package let seats: Int
  /// Its name; may be empty.
  package let name: String

  /// A session with its seats.
  package init(slots: Range<Int>, seats: Int, name: String = "") {
    self.slots = slots
    self.seats = seats
    self.name = name
  }
}

/// What training a shift holds: sessions attended, and those taught.
package struct Agenda: Hashable, Sendable {
  /// Positions of the sessions, by time.
  package let sessions: [Int]
  /// Those of them in which a seat is taken.
  package let seated: [Int]
  /// The slots that they take, ascending, without touching.
  package let holes: [Range<Int>]

  /// The sessions at these positions of `all`.
  package init(sessions: [Int], seated: [Int], of all: [TrainingSession]) {
    self.sessions = sessions
    self.seated = seated
    var holes: [Range<Int>] = []
    for slots in sessions.map({ all[$0].slots }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = holes.last, slots.lowerBound <= last.upperBound {
        holes[holes.count - 1] = last.lowerBound..<max(last.upperBound, slots.upperBound)
      } else {
        holes.append(slots)
      }
    }
    self.holes = holes
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
  /// What training a shift can hold.
  package let agendas: [Agenda]
  /// The limits on heads.
  package let heads: [HeadLimit]
  /// Positions of the limits in which people of each set count; the first set is empty.
  package let headSets: [[Int]]

  /// Rows as given; without agendas, each session has one.
  package init(
    overtimeBudgets: [Int],
    sessions: [TrainingSession] = [],
    agendas: [Agenda]? = nil,
    heads: [HeadLimit] = [],
    headSets: [[Int]] = [[]]
  ) {
    self.overtimeBudgets = overtimeBudgets
    self.sessions = sessions
    self.agendas =
      agendas
      ?? sessions.indices.map { Agenda(sessions: [$0], seated: [$0], of: sessions) }
    self.heads = heads
    self.headSets = headSets
  }

  /// The same rows with other training in shifts.
  func with(agendas: [Agenda]) -> Coupling {
    Coupling(
      overtimeBudgets: overtimeBudgets,
      sessions: sessions,
      agendas: agendas,
      heads: heads,
      headSets: headSets
    )
  }

  /// The same rows with other budgets of overtime, or other limits on heads.
  func with(
    overtimeBudgets: [Int]? = nil,
    heads: [HeadLimit]? = nil,
    headSets: [[Int]]? = nil
  ) -> Coupling {
    Coupling(
      overtimeBudgets: overtimeBudgets ?? self.overtimeBudgets,
      sessions: sessions,
      agendas: agendas,
      heads: heads ?? self.heads,
      headSets: headSets ?? self.headSets
    )
  }
}
