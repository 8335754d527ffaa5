/// The choices in each state of a person's sequence of days: the day off, and shifts.
///
/// Kinds that lead to the same state and take the same time are one step. Flat lists, because pricing
/// reads them in its inner loops.
struct HorizonSteps: Sendable {
  /// State before and after each step; steps from the same state are neighbors.
  private(set) var from: [Int] = []
  private(set) var next: [Int] = []
  /// Units of time of each step.
  private(set) var units: [Int] = []
  /// Where each state's steps begin, and where the last one's end.
  private(set) var first: [Int] = [0]
  /// Distinct lists of the kinds of a step; the first one is that of a day off, without any.
  private(set) var choices: [[Int]] = [[]]
  /// The list of each step.
  private(set) var choice: [Int] = []
  /// The steps that lead to each state, ascending.
  private(set) var incoming: [[Int]]

  var count: Int { from.count }

  /// Collects the steps of the kinds that are offered on some date.
  init(_ automaton: DayAutomaton, units kindUnits: [Int], used: [Int]) {
    incoming = [[Int]](repeating: [], count: automaton.stateCount)
    for state in 0..<automaton.stateCount {
      var groups: [(next: Int, units: Int, kinds: [Int])] = []
      let off = automaton.next(state, symbol: 0)
      if off >= 0 { groups.append((off, 0, [])) }
      for kind in used {
        let next = automaton.next(state, symbol: kind + 1)
        guard next >= 0 else { continue }
        let known = groups.firstIndex {
          $0.next == next && $0.units == kindUnits[kind] && !$0.kinds.isEmpty
        }
        if let known {
          groups[known].kinds.append(kind)
        } else {
          groups.append((next, kindUnits[kind], [kind]))
        }
      }
      for group in groups {
        incoming[group.next].append(from.count)
        from.append(state)
        next.append(group.next)
        units.append(group.units)
        let known = choices.firstIndex(of: group.kinds)
        choice.append(known ?? choices.count)
        if known == nil { choices.append(group.kinds) }
      }
      first.append(from.count)
    }
  }

  /// The kinds of a step; empty for a day off.
  @inline(__always)
  func kinds(_ step: Int) -> [Int] { choices[choice[step]] }

  /// Whether a step is a shift.
  @inline(__always)
  func isWork(_ step: Int) -> Bool { choice[step] > 0 }
}
