/// The (working days, paid minutes) pairs that a week can pass through on its way to a legal
/// total.
package struct TotalsAutomaton: Hashable, Sendable {
  /// Working days so far, per state; state 0 is the start of the week.
  let days: [Int]
  /// Paid minutes so far, per state.
  let paid: [Int]
  /// The state after a shift, by `state * shapeCount + shape`; -1 when no legal total is left.
  private let successors: [Int]
  private let shapeCount: Int
  /// Fewest further shifts to a legal total; `Int.max` when there is none.
  let shiftsNeeded: [Int]

  /// Enumerates the pairs that at most `dayCount` shifts reach; `paidMinutes` is by shape, `nil`
  /// for shapes the person cannot work.
  package init(
    paidMinutes: [Int?],
    dayCount: Int,
    daysAllowed: ClosedRange<Int>,
    paidAllowed: ClosedRange<Int>
  ) {
    var days = [0]
    var paid = [0]
    var edges: [[Int]] = []
    var index = 0
    while index < days.count {
      let next = paidMinutes.map { minutes -> Int in
        guard let minutes, days[index] < min(dayCount, daysAllowed.upperBound),
          paid[index] + minutes <= paidAllowed.upperBound
        else { return -1 }
        let pair = (days[index] + 1, paid[index] + minutes)
        if let known = days.indices.first(where: { (days[$0], paid[$0]) == pair }) {
          return known
        }
        days.append(pair.0)
        paid.append(pair.1)
        return days.count - 1
      }
      edges.append(next)
      index += 1
    }
    var needed = days.indices.map { state in
      daysAllowed.contains(days[state]) && paidAllowed.contains(paid[state]) ? 0 : Int.max
    }
    for state in days.indices.reversed() {
      for next in edges[state] where next >= 0 && needed[next] < Int.max {
        needed[state] = min(needed[state], needed[next] + 1)
      }
    }
    self.days = days
    self.paid = paid
    shapeCount = paidMinutes.count
    successors = edges.flatMap { $0.map { $0 >= 0 && needed[$0] < Int.max ? $0 : -1 } }
    shiftsNeeded = needed
  }

  /// Whether a week of so many shifts and paid minutes is legal.
  func accepts(days count: Int, paid minutes: Int) -> Bool {
    days.indices.contains {
      shiftsNeeded[$0] == 0 && days[$0] == count && paid[$0] == minutes
    }
  }

  /// Number of states.
  var count: Int { days.count }

  /// The state after a shift of a shape, or -1.
  @inline(__always)
  func next(_ state: Int, shape: Int) -> Int { successors[state * shapeCount + shape] }
}
