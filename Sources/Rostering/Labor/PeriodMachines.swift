import Workforce

/// All dates of a weekend are worked, or none.
struct WholeWeekendMachine: DayMachine {
  /// Whether each date counts: one of the weekend's that is no blank one.
  let counts: [Bool]
  let price: Double?

  /// 0: nothing seen, 1: all worked, 2: none worked, 3: judged.
  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    guard counts[day], state < 3 else { return DayStep(state: state) }
    let seen = letter > 0 ? 1 : 2
    if state == 0 || state == seen { return DayStep(state: seen) }
    return step(to: 3, cost(1, price))
  }
}

/// The weekend may not be worked, because past ones were.
struct WeekendLimitMachine: DayMachine {
  /// Whether each date is one of the weekend's.
  let counts: [Bool]
  let price: Double?

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    guard counts[day], letter > 0, state == 0 else { return DayStep(state: state) }
    return step(to: 1, cost(1, price))
  }
}

/// Shifts of some kinds in a period.
struct KindCountMachine: DayMachine {
  let kinds: UInt64
  let least: Int
  let most: Int
  let price: Double?

  /// So many such shifts in the period before the week.
  func start(count: Int) -> Int { min(count, most == .max ? least : max(least, most)) }

  func letter(of shift: CandidateShift) -> Int { shift.kinds & kinds != 0 ? 2 : 1 }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    guard letter == 2 else { return DayStep(state: state) }
    return step(to: start(count: state + 1), cost(state >= most ? 1 : 0, price))
  }

  func end(_ state: Int) -> Double? {
    let price = cost(least - state, price)
    return price < .infinity ? price : nil
  }
}

/// Shifts of two kinds in a period, whose numbers differ little; a state is their difference.
struct BalanceMachine: DayMachine {
  let first: UInt64
  let second: UInt64
  let most: Int
  let price: Double?

  func letter(of shift: CandidateShift) -> Int {
    let difference = (shift.kinds & first != 0 ? 1 : 0) - (shift.kinds & second != 0 ? 1 : 0)
    return [2, 1, 3][difference + 1]
  }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    DayStep(state: state + [0, 0, -1, 1][letter])
  }

  func end(_ state: Int) -> Double? {
    let price = cost(abs(state) - most, price)
    return price < .infinity ? price : nil
  }
}

/// What single dates ask for: a lock, or a place in a rotation.
struct PatternMachine: DayMachine {
  /// What a date asks for.
  enum Demand: Hashable, Sendable {
    case off
    case work
    /// A shift of the kinds.
    case kind(UInt64)
  }

  /// What one date asks for, at a price or strictly.
  struct Place: Hashable, Sendable {
    let demand: Demand
    let price: Double?
  }

  /// By date; `nil` where nothing is asked.
  let places: [Place?]

  func letter(of shift: CandidateShift) -> Int {
    guard case .kind(let kinds) = places[shift.day]?.demand else { return 1 }
    return shift.kinds & kinds != 0 ? 2 : 1
  }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    guard let place = places[day] else { return DayStep(state: 0) }
    let isKept =
      switch place.demand {
      case .off: letter == 0
      case .work: letter > 0
      case .kind: letter == 2
      }
    return step(to: 0, cost(isKept ? 0 : 1, place.price))
  }
}

/// A rest between the last past shift and the first one of the week.
///
/// A shift is told by the minutes that it
/// begins too early, plus 1; where the rest is hard, only by whether it does.
struct FirstRestMachine: DayMachine {
  /// What holds on a date.
  struct Term: Hashable, Sendable {
    /// Rest in minutes.
    let rest: Int
    /// Price of a minute missed; `nil` where it is hard.
    let price: Double?
    /// Kinds of shift before which it holds, as bits; `nil` for all.
    let before: UInt64?
  }

  /// By date; `nil` where the rule is not in force.
  let terms: [Term?]
  /// The end of the last past shift, in seconds since 1970.
  let lastEnd: Int

  func letter(of shift: CandidateShift) -> Int {
    guard let term = terms[shift.day], term.before.map({ shift.kinds & $0 != 0 }) ?? true else {
      return 1
    }
    let rest = (shift.startInstant.secondsSinceEpoch - lastEnd) / 60
    return 1 + min(max(0, term.rest - rest), term.price == nil ? 1 : .max)
  }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    guard state == 0, letter > 0 else { return DayStep(state: state) }
    return step(to: 1, cost(letter - 1, terms[day]?.price))
  }
}
