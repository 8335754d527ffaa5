/// The sequences of days that keep a set of ``SequenceRules``, as one minimized automaton.
///
/// Its symbols are 0 for a day off and kind + 1 for a shift. Every state may be the last one. A
/// class, because people with the same rules share it.
package final class DayAutomaton: Sendable {
  /// The state before the first date.
  package let start: Int
  /// Number of states.
  package let stateCount: Int
  /// Whether a state comes after a day off; the first one does.
  package let isRested: [Bool]
  /// Number of symbols.
  let symbolCount: Int
  /// State after a symbol by `state * symbolCount + symbol`, or -1.
  let successors: [Int32]

  /// Compiles the rules and merges states with the same futures (Moore 1956).
  package init(_ rules: SequenceRules) {
    let plain = PlainAutomaton(rules)
    var classes = plain.isRested.map { $0 ? 1 : 0 }
    var count = Set(classes).count
    while true {
      var known: [[Int]: Int] = [:]
      var next: [Int] = []
      for state in classes.indices {
        let row = plain.rows[state].map { $0 < 0 ? -1 : classes[$0] }
        let key = [classes[state]] + row
        let position = known[key] ?? known.count
        known[key] = position
        next.append(position)
      }
      classes = next
      guard known.count > count else { break }
      count = known.count
    }
    symbolCount = rules.kindCount + 1
    var (order, places) = ([0], [classes[0]: 0])
    var table: [Int32] = []
    var index = 0
    while index < order.count {
      for target in plain.rows[order[index]] {
        guard target >= 0 else {
          table.append(-1)
          continue
        }
        let place = places[classes[target]] ?? order.count
        if place == order.count {
          places[classes[target]] = place
          order.append(target)
        }
        table.append(Int32(place))
      }
      index += 1
    }
    start = 0
    stateCount = order.count
    isRested = order.map { plain.isRested[$0] }
    successors = table
  }

  /// The state after a symbol, or -1.
  @inline(__always)
  package func next(_ state: Int, symbol: Int) -> Int {
    Int(successors[state * symbolCount + symbol])
  }
}

/// The automaton before states are merged: the start; days off in a row; kind of the last shift,
/// working days in a row, and whether the run began with the horizon.
private struct PlainAutomaton {
  /// State after each symbol by state, or -1.
  private(set) var rows: [[Int]] = []
  private(set) var isRested: [Bool] = []
  private let rules: SequenceRules

  init(_ rules: SequenceRules) {
    self.rules = rules
    let kinds = 0..<rules.kindCount
    rows.append([off(rules.leastOff)] + kinds.map { work($0, run: 1, isFirst: true) })
    isRested.append(true)
    for run in 1...rules.leastOff {
      let mayWork = run == rules.leastOff
      rows.append(
        [off(min(run + 1, rules.leastOff))]
          + kinds.map { mayWork ? work($0, run: 1, isFirst: false) : -1 }
      )
      isRested.append(true)
    }
    for isFirst in [false, true] {
      for run in 1...rules.mostWork {
        for kind in kinds {
          rows.append(row(after: kind, run: run, isFirst: isFirst))
          isRested.append(false)
        }
      }
    }
  }

  private func row(after kind: Int, run: Int, isFirst: Bool) -> [Int] {
    let mayRest = isFirst || run >= rules.leastWork
    return [mayRest ? off(1) : -1]
      + (0..<rules.kindCount).map { next in
        run < rules.mostWork && !rules.forbiddenNext[kind].contains(next)
          ? work(next, run: run + 1, isFirst: isFirst) : -1
      }
  }

  private func off(_ run: Int) -> Int { run }

  private func work(_ kind: Int, run: Int, isFirst: Bool) -> Int {
    let block = (isFirst ? rules.mostWork : 0) + run - 1
    return 1 + rules.leastOff + block * rules.kindCount + kind
  }
}

/// One automaton per distinct combination of rules.
package struct AutomatonShelf {
  private var known: [SequenceRules: DayAutomaton] = [:]

  /// An empty shelf.
  package init() {}

  /// The automaton of the rules, compiled when they are new.
  package mutating func automaton(for rules: SequenceRules) -> DayAutomaton {
    if let automaton = known[rules] { return automaton }
    let automaton = DayAutomaton(rules)
    known[rules] = automaton
    return automaton
  }

  /// Number of distinct combinations.
  package var count: Int { known.count }
}
