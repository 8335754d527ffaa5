import Workforce

/// How many people a week's requirement takes, found by covering it with shifts.
///
/// Shifts are placed one after the other where they cover the most that is still missing per hour
/// of work, then those that are not needed are taken away again. Breaks count as an even loss over
/// the shift. Each contract needs as many people as its busiest day has shifts, and enough for all
/// shifts of the week. The result is a proposal: a greedy cover is a few percent above the least.
struct HeadCount {
  /// People to roster, per half hour of the week.
  let need: [Double]
  /// Half hours in which a shift may start and end.
  let isOpen: [Bool]

  /// A kind of shift.
  struct Kind {
    /// Length in half hours, rounded up.
    var length: Int
    /// Share of the shift at work.
    var workShare: Double
    /// Working days of a person in a week.
    var usualDays: Double
    /// Handicap against the others, 1 for none.
    var preference: Double
  }

  /// People per kind.
  func people(_ kinds: [Kind]) -> [Int] {
    let placed = cover(kinds)
    let days = max(1, need.count / 48)
    return kinds.indices.map { kind in
      var perDay = [Int](repeating: 0, count: days)
      for shift in placed where shift.kind == kind {
        perDay[min(shift.start / 48, days - 1)] += shift.count
      }
      let total = Double(perDay.reduce(0, +))
      let spread = kinds[kind].usualDays > 0 ? total / kinds[kind].usualDays : 0
      return max(perDay.max() ?? 0, Int((spread - 1e-9).rounded(.up)))
    }
  }

  private typealias Placed = (kind: Int, start: Int, count: Int)

  private func cover(_ kinds: [Kind]) -> [Placed] {
    var missing = need
    var placed: [Placed] = []
    let starts = kinds.map { kind in
      need.indices.filter { isOpen[$0] && isOpen[($0 + kind.length - 1) % need.count] }
    }
    let enough = 0.003 * need.reduce(0, +)
    while missing.reduce(0, { $0 + max(0, $1) }) > enough {
      var best: (value: Double, kind: Int, start: Int) = (0, 0, 0)
      for kind in kinds.indices {
        for start in starts[kind] {
          let value = value(of: kinds[kind], at: start, missing)
          if value > best.value + 1e-12 { best = (value, kind, start) }
        }
      }
      guard best.value > 0 else { break }
      let count = block(kinds[best.kind], at: best.start, missing)
      add(-Double(count) * kinds[best.kind].workShare, kinds[best.kind], best.start, &missing)
      placed.append((best.kind, best.start, count))
    }
    return pruned(placed, kinds, missing)
  }

  private func value(of kind: Kind, at start: Int, _ missing: [Double]) -> Double {
    var covered = 0.0
    for offset in 0..<kind.length {
      covered += min(kind.workShare, max(0, missing[(start + offset) % missing.count]))
    }
    return covered * kind.preference / (Double(kind.length) * kind.workShare)
  }

  /// How many shifts to place at once: a sixth of what is missing on average, at least one.
  private func block(_ kind: Kind, at start: Int, _ missing: [Double]) -> Int {
    let sum = (0..<kind.length).reduce(0) { $0 + max(0, missing[(start + $1) % missing.count]) }
    return max(1, Int(sum / Double(kind.length) / 6))
  }

  private func add(_ amount: Double, _ kind: Kind, _ start: Int, _ values: inout [Double]) {
    for offset in 0..<kind.length { values[(start + offset) % values.count] += amount }
  }

  /// Takes away shifts, last placed first, whose work is all surplus.
  private func pruned(_ placed: [Placed], _ kinds: [Kind], _ left: [Double]) -> [Placed] {
    var missing = left
    var kept = placed
    for index in kept.indices.reversed() {
      let kind = kinds[kept[index].kind]
      let start = kept[index].start
      while kept[index].count > 0,
        (0..<kind.length).allSatisfy({
          missing[(start + $0) % missing.count] <= -kind.workShare
        })
      {
        add(kind.workShare, kind, start, &missing)
        kept[index].count -= 1
      }
    }
    return kept
  }
}
