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
  /// What a limit comes from.
  package enum Source: Hashable, Sendable {
    /// A rule on the presence of a skill, in `training.yaml`.
    case presence
    /// A rule on heads, in `scenario.yaml`.
    case heads
    /// The seats of a site.
    case seats
  }

  /// The slots.
  package let slots: Range<Int>
  /// Fewest people.
  package let least: Int
  /// Most people.
  package let most: Int
  /// Price of a person missing or too many in one slot; `nil` where the limit is to be kept.
  package let price: Double?
  /// Where it comes from.
  package let source: Source

  /// A limit on heads.
  package init(
    slots: Range<Int>,
    least: Int,
    most: Int,
    price: Double? = nil,
    source: Source = .presence
  ) {
    self.slots = slots
    self.least = least
    self.most = most
    self.price = price
    self.source = source
  }

  /// The same limit in other slots, with other numbers.
  func with(slots: Range<Int>, least: Int, most: Int) -> HeadLimit {
    HeadLimit(slots: slots, least: least, most: most, price: price, source: source)
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
  /// The different prices of limits on heads, in order of first use.
  let headPrices: [Double]
  /// Per limit: the position of its price, -1 where it is to be kept.
  let headPricing: [Int]
  /// Most that a person's presence in one slot can change the price of limits that have one.
  let dearestHeads: Double
  /// Most limits that are to be kept in one slot.
  let mostKeptAtOnce: Int

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
    var prices: [Double] = []
    headPricing = heads.map { limit in
      guard let price = limit.price else { return -1 }
      if let known = prices.firstIndex(of: price) { return known }
      prices.append(price)
      return prices.count - 1
    }
    headPrices = prices
    dearestHeads = Self.dearest(heads)
    var kept = [Int](repeating: 0, count: heads.map(\.slots.upperBound).max() ?? 0)
    for limit in heads where limit.price == nil {
      for slot in limit.slots { kept[slot] += 1 }
    }
    mostKeptAtOnce = kept.max() ?? 0
  }

  private static func dearest(_ heads: [HeadLimit]) -> Double {
    var sums = [Double](repeating: 0, count: heads.map(\.slots.upperBound).max() ?? 0)
    for limit in heads {
      guard let price = limit.price else { continue }
      for slot in limit.slots { sums[slot] += price }
    }
    return sums.max() ?? 0
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
