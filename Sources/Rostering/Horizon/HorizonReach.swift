/// How much and how little time can be worked up to a date and from it on, by the sequence of days
/// and the most shifts of each kind: bounds that keep pricing narrow.
struct HorizonReach {
  /// Units that a date parts: before it, end included, and from it on.
  private typealias Parts = (before: [Int], after: [Int])

  /// Most units, and least.
  private var most: Parts
  private let least: Parts
  /// Units of the longest shift.
  private let longest: Int

  init(offers: [[HorizonPlan.Offer]], mustWork: [Bool], rules: HorizonRules, units: [Int]) {
    let days = offers.count
    longest = offers.joined().map { units[$0.kind] }.max() ?? 0
    most = Self.reach(offers, mustWork, rules.automaton) { units[$0] }
    let negative = Self.reach(offers, mustWork, rules.automaton) { -units[$0] }
    least = (negative.before.map { -$0 }, negative.after.map { -$0 })
    // kinds that may be worked seldom count as the longest of the others, and what they are longer
    // is added once for each time that they may be worked
    let used = Set(offers.joined().map(\.kind)).sorted()
    let common = used.filter { rules.mostOfKind[$0] >= days }.map { units[$0] }.max() ?? 0
    let seldom = used.filter { rules.mostOfKind[$0] < days && units[$0] > common }
    let extra = seldom.reduce(0) { $0 + (units[$1] - common) * rules.mostOfKind[$1] }
    let even = Self.reach(offers, mustWork, rules.automaton) { min(units[$0], common) }
    for day in 0...days {
      most.before[day] = min(most.before[day], even.before[day] + extra)
      most.after[day] = min(most.after[day], even.after[day] + extra)
    }
  }

  /// Most units before and from each date, over all sequences of days; 0 where there are none.
  private static func reach(
    _ offers: [[HorizonPlan.Offer]],
    _ mustWork: [Bool],
    _ automaton: DayAutomaton,
    units: (Int) -> Int
  ) -> Parts {
    let (days, states) = (offers.count, automaton.stateCount)
    var forward = [[Int?]](repeating: [Int?](repeating: nil, count: states), count: days + 1)
    var backward = forward
    forward[0][automaton.start] = 0
    backward[days] = [Int?](repeating: 0, count: states)
    let steps: [[(symbol: Int, units: Int)]] = offers.indices.map { day in
      (mustWork[day] ? [] : [(symbol: 0, units: 0)])
        + offers[day].map { (symbol: $0.kind + 1, units: units($0.kind)) }
    }
    for day in 0..<days {
      for state in 0..<states {
        guard let known = forward[day][state] else { continue }
        for step in steps[day] {
          let next = automaton.next(state, symbol: step.symbol)
          guard next >= 0 else { continue }
          let reached = known + step.units
          forward[day + 1][next] = max(forward[day + 1][next] ?? reached, reached)
        }
      }
    }
    for day in (0..<days).reversed() {
      for state in 0..<states where forward[day][state] != nil {
        for step in steps[day] {
          let next = automaton.next(state, symbol: step.symbol)
          guard next >= 0, let known = backward[day + 1][next] else { continue }
          let reached = known + step.units
          backward[day][state] = max(backward[day][state] ?? reached, reached)
        }
      }
    }
    return (
      forward.map { $0.compactMap(\.self).max() ?? 0 },
      backward.map { $0.compactMap(\.self).max() ?? 0 }
    )
  }

  /// What may have been worked before each date so that the total can still be met; with `slack`
  /// only so many of the longest shifts around an even pace.
  func layers(total: ClosedRange<Int>, slack: Int?) -> [ClosedRange<Int>] {
    most.before.indices.map { day in
      var low = max(0, least.before[day], total.lowerBound - most.after[day])
      var high = min(most.before[day], total.upperBound - least.after[day])
      if let slack {
        let share = Double(day) / Double(max(1, most.before.count - 1))
        low = max(low, Int(share * Double(total.lowerBound)) - slack * longest)
        high = min(high, Int(share * Double(total.upperBound)) + slack * longest)
      }
      return low...max(low, high)
    }
  }
}
