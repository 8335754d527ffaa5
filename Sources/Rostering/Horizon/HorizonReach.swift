/// How much time can be worked up to a date and from it on, by the sequence of days and the most
/// shifts of each kind: bounds that keep pricing narrow.
struct HorizonReach {
  /// Most units before each date, end included.
  private var before: [Int]
  /// Most units from each date on.
  private var after: [Int]
  /// Units of the longest shift.
  private let longest: Int

  init(offers: [[HorizonPlan.Offer]], mustWork: [Bool], rules: HorizonRules, units: [Int]) {
    let days = offers.count
    longest = offers.joined().map { units[$0.kind] }.max() ?? 0
    let plain = Self.reach(offers, mustWork, rules.automaton) { units[$0] }
    (before, after) = plain
    // kinds that may be worked seldom count as the longest of the others, and what they are longer
    // is added once for each time that they may be worked
    let used = Set(offers.joined().map(\.kind)).sorted()
    let common = used.filter { rules.mostOfKind[$0] >= days }.map { units[$0] }.max() ?? 0
    let seldom = used.filter { rules.mostOfKind[$0] < days && units[$0] > common }
    let extra = seldom.reduce(0) { $0 + (units[$1] - common) * rules.mostOfKind[$1] }
    let even = Self.reach(offers, mustWork, rules.automaton) { min(units[$0], common) }
    for day in 0...days {
      before[day] = min(before[day], even.before[day] + extra)
      after[day] = min(after[day], even.after[day] + extra)
    }
  }

  /// Most units before and from each date, over all sequences of days.
  private static func reach(
    _ offers: [[HorizonPlan.Offer]],
    _ mustWork: [Bool],
    _ automaton: DayAutomaton,
    units: (Int) -> Int
  ) -> (before: [Int], after: [Int]) {
    let (days, states) = (offers.count, automaton.stateCount)
    var forward = [[Int]](repeating: [Int](repeating: -1, count: states), count: days + 1)
    var backward = forward
    forward[0][automaton.start] = 0
    backward[days] = [Int](repeating: 0, count: states)
    let steps: [[(symbol: Int, units: Int)]] = offers.indices.map { day in
      (mustWork[day] ? [] : [(symbol: 0, units: 0)])
        + offers[day].map { (symbol: $0.kind + 1, units: units($0.kind)) }
    }
    for day in 0..<days {
      for state in 0..<states where forward[day][state] >= 0 {
        for step in steps[day] {
          let next = automaton.next(state, symbol: step.symbol)
          guard next >= 0 else { continue }
          forward[day + 1][next] = max(forward[day + 1][next], forward[day][state] + step.units)
        }
      }
    }
    for day in (0..<days).reversed() {
      for state in 0..<states where forward[day][state] >= 0 {
        for step in steps[day] {
          let next = automaton.next(state, symbol: step.symbol)
          guard next >= 0, backward[day + 1][next] >= 0 else { continue }
          backward[day][state] = max(backward[day][state], backward[day + 1][next] + step.units)
        }
      }
    }
    return (forward.map { $0.max() ?? 0 }, backward.map { $0.max() ?? 0 })
  }

  /// What may have been worked before each date so that the total can still be met; with `slack`
  /// only so many of the longest shifts around an even pace.
  func layers(total: ClosedRange<Int>, slack: Int?) -> [ClosedRange<Int>] {
    before.indices.map { day in
      var low = max(0, total.lowerBound - max(0, after[day]))
      var high = min(total.upperBound, max(0, before[day]))
      if let slack {
        let share = Double(day) / Double(max(1, before.count - 1))
        low = max(low, Int(share * Double(total.lowerBound)) - slack * longest)
        high = min(high, Int(share * Double(total.upperBound)) + slack * longest)
      }
      return low...max(low, high)
    }
  }
}
