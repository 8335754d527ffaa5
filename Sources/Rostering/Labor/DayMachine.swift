/// Where a machine comes by a date, and what the date costs.
struct DayStep: Hashable, Sendable {
  var state: Int
  var price = 0.0
}

/// A labor rule on the sequence of a week's dates as a small machine.
///
/// Machines of the same numbers are equal whatever the weeks before were: those are the state to begin in.
protocol DayMachine: Hashable, Sendable {
  /// What the machine is told of a shift, at least 1; of a date off it is told 0.
  func letter(of shift: CandidateShift) -> Int
  /// The state after a date; `nil` where the date is forbidden.
  func step(_ state: Int, day: Int, letter: Int) -> DayStep?
  /// What ending the week in a state costs; `nil` where it is forbidden.
  func end(_ state: Int) -> Double?
}

extension DayMachine {
  func letter(of shift: CandidateShift) -> Int { 1 }

  func end(_ state: Int) -> Double? { 0 }

  func isEqual(to other: any DayMachine) -> Bool { (other as? Self) == self }

  /// The price of units missed: infinite in a hard rule.
  func cost(_ missed: Int, _ price: Double?) -> Double {
    missed <= 0 ? 0 : price.map { $0 * Double(missed) } ?? .infinity
  }

  /// A step at a price; `nil` where that is infinite.
  func step(to state: Int, _ price: Double) -> DayStep? {
    price < .infinity ? DayStep(state: state, price: price) : nil
  }
}

/// Dates in a row with work, or with shifts of some kinds, each run judged as it grows and where it ends.
struct RunMachine: DayMachine {
  /// Kinds of shift that belong to a run, as bits; `nil` for all shifts.
  let kinds: UInt64?
  let least: Int
  let most: Int
  let price: Double?
  /// Whether each date is a blank one.
  let blanks: [Bool]

  /// The run of so many dates before the week; one that is exempt has no least.
  func start(run: Int, isExempt: Bool) -> Int { min(run, top) * 2 + (isExempt ? 1 : 0) }

  /// Longer runs need not be told apart.
  private var top: Int { most == .max ? least : max(least, most) }

  func letter(of shift: CandidateShift) -> Int {
    kinds.map { shift.kinds & $0 != 0 } ?? true ? 2 : 1
  }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    let (run, isExempt) = (state / 2, state % 2 == 1)
    guard letter == 2 else {
      let missed = run > 0 && !isExempt && !blanks[day] ? least - run : 0
      return step(to: start(run: 0, isExempt: least > 1 && blanks[day]), cost(missed, price))
    }
    let next = start(run: run + 1, isExempt: isExempt || least > 1 && blanks[day])
    return step(to: next, cost(run >= most ? 1 : 0, price))
  }
}

/// Dates in a row without a shift, judged where the run ends.
struct FreeRunMachine: DayMachine {
  let least: Int
  let most: Int
  let price: Double?
  let blanks: [Bool]

  /// So many dates without a shift before the week.
  func start(run: Int, holdsBlank: Bool, isExempt: Bool) -> Int {
    let length = min(run, max(least, min(most, 1000) + blanks.count))
    return length * 4 + (holdsBlank ? 2 : 0) + (isExempt ? 1 : 0)
  }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    let (run, holdsBlank, isExempt) = (state / 4, state & 2 != 0, state & 1 != 0)
    guard letter > 0 else {
      return DayStep(
        state: start(
          run: run + 1,
          holdsBlank: holdsBlank || blanks[day],
          isExempt: isExempt || blanks[day]
        )
      )
    }
    let few = run > 0 && !isExempt && !blanks[day] ? max(0, least - run) : 0
    let many = run > 0 && !holdsBlank ? max(0, run - most) : 0
    let next = start(run: 0, holdsBlank: false, isExempt: blanks[day])
    return step(to: next, cost(few + many, price))
  }

  func end(_ state: Int) -> Double? {
    let missed = state & 2 == 0 ? state / 4 - most : 0
    let price = cost(missed, price)
    return price < .infinity ? price : nil
  }
}

/// Dates without a shift after one of some kinds, before one of none of them.
struct RestAfterMachine: DayMachine {
  let kinds: UInt64
  let days: Int
  let price: Double?

  /// So many dates after the last shift, which was of the kinds; `nil` where it was not.
  func start(free: Int?) -> Int { free.map { $0 >= days ? 0 : $0 + 1 } ?? 0 }

  func letter(of shift: CandidateShift) -> Int { shift.kinds & kinds != 0 ? 2 : 1 }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    if letter == 2 { return DayStep(state: start(free: 0)) }
    guard state > 0 else { return DayStep(state: 0) }
    if letter == 0 { return DayStep(state: start(free: state)) }
    return step(to: 0, cost(days - (state - 1), price))
  }
}

/// On the date after a shift of some kinds none of others.
struct OrderMachine: DayMachine {
  /// What holds on a date.
  struct Term: Hashable, Sendable {
    let price: Double?
  }

  let after: UInt64
  let never: UInt64
  /// By date; `nil` where the rule is not in force.
  let terms: [Term?]

  func letter(of shift: CandidateShift) -> Int {
    1 + (shift.kinds & after != 0 ? 1 : 0) + (shift.kinds & never != 0 ? 2 : 0)
  }

  func step(_ state: Int, day: Int, letter: Int) -> DayStep? {
    let next = letter > 0 && (letter - 1) & 1 != 0 ? 1 : 0
    guard state == 1, letter > 0, (letter - 1) & 2 != 0, let term = terms[day] else {
      return DayStep(state: next)
    }
    return step(to: next, cost(1, term.price))
  }
}
