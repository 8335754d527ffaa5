/// The legal sequences of working days and days off, as one small automaton per week, minimized
/// layer by layer (two states of a day merge when the same futures are open to them at the same prices).
///
/// Working days have sorts, where labor rules tell shifts apart.
package struct SequenceAutomaton: Hashable, Sendable {
  /// Classes per layer; layer d is before date d, there is one layer more than dates.
  let classCounts: [Int]
  /// Sorts of shift that are told apart, at least 1.
  private(set) var sorts: Int
  /// Class after working date d, by `class * sorts + sort`; -1 when forbidden.
  private(set) var onWork: [[Int]]
  /// Class after having date d off from a class of layer d; -1 when forbidden.
  let onOff: [[Int]]
  /// Class before the first date, or -1 where no week is legal.
  private(set) var start: Int
  /// Whether labor rules made it; they may forbid a week without shifts.
  private(set) var isRuled = false
  /// Price of working date d, as in ``onWork``; empty where nothing has a price.
  private(set) var workPrices: [[Double]] = []
  /// Price of having date d off, as in ``onOff``; empty where nothing has a price.
  private(set) var offPrices: [[Double]] = []
  /// Price of ending in a class of the last layer; empty where nothing has a price.
  private(set) var endPrices: [Double] = []

  /// At most `maximum` working days in a row, `history` of them before the week.
  package init(maximumRun maximum: Int, history: Int, dayCount: Int) {
    let top = min(maximum, history + dayCount) + 1  // the last state stands for a broken rule
    var classes = [[Int](repeating: 0, count: top + 1)]
    classes[0][top] = -1
    var work: [[Int]] = []
    var off: [[Int]] = []
    var counts = [1]
    for _ in 0..<dayCount {
      let after = classes[classes.count - 1]
      var keys: [[Int]] = []
      var current = [Int](repeating: -1, count: top + 1)
      for run in 0..<top {
        let forbidden = run + 1 > maximum
        let key = [forbidden ? -1 : after[min(run + 1, top)], after[0]]
        if let known = keys.firstIndex(of: key) {
          current[run] = known
        } else {
          current[run] = keys.count
          keys.append(key)
        }
      }
      classes.append(current)
      counts.append(keys.count)
      work.append(keys.map { $0[0] })
      off.append(keys.map { $0[1] })
    }
    classCounts = counts.reversed()
    onWork = work.reversed()
    onOff = off.reversed()
    sorts = 1
    start = classes[dayCount][min(history, top - 1)]
  }

  /// The layers of a shelf, from a class before the first date on.
  init(_ layers: SequenceLayers, start: Int) {
    classCounts = layers.days.map(\.count) + [layers.ends.count]
    sorts = layers.sorts
    onWork = layers.days.map { day in day.rows.flatMap { $0.work.map(\.target) } }
    onOff = layers.days.map { day in day.rows.map(\.off.target) }
    self.start = start
    isRuled = true
    guard layers.hasPrices else { return }
    workPrices = layers.days.map { day in day.rows.flatMap { $0.work.map(\.price) } }
    offPrices = layers.days.map { day in day.rows.map(\.off.price) }
    endPrices = layers.ends
  }

  /// The same sequences without those that have a forced date off.
  init(_ base: SequenceAutomaton, workingOn isForced: [Bool]) {
    classCounts = base.classCounts
    sorts = base.sorts
    onWork = base.onWork
    start = base.start
    onOff = zip(base.onOff, isForced).map { row, isForced in
      isForced ? row.map { _ in -1 } : row
    }
    isRuled = base.isRuled
    (workPrices, offPrices, endPrices) = (base.workPrices, base.offPrices, base.endPrices)
  }

  /// The same classes, begun in another one.
  init(_ base: SequenceAutomaton, start: Int) {
    self = base
    self.start = start
  }

  /// The same sequences of shifts that are told apart for other reasons.
  init(_ base: SequenceAutomaton, sorts: Int) {
    self = base
    self.sorts = sorts
    onWork = base.onWork.map { row in
      row.flatMap { [Int](repeating: $0, count: sorts) }
    }
  }

  /// Whether something has a price.
  var hasPrices: Bool { !endPrices.isEmpty }

  /// The same sequences for nothing.
  var unpriced: SequenceAutomaton {
    var free = self
    (free.workPrices, free.offPrices, free.endPrices) = ([], [], [])
    return free
  }
}

extension SequenceAutomaton {
  /// The class after a shift of a sort, or -1.
  @inline(__always)
  func afterWork(_ day: Int, _ state: Int, sort: Int) -> Int { onWork[day][state * sorts + sort] }

  /// The price of a shift of a sort.
  @inline(__always)
  func workPrice(_ day: Int, _ state: Int, sort: Int) -> Double {
    workPrices.isEmpty ? 0 : workPrices[day][state * sorts + sort]
  }

  /// The price of a date off.
  @inline(__always)
  func offPrice(_ day: Int, _ state: Int) -> Double {
    offPrices.isEmpty ? 0 : offPrices[day][state]
  }

  /// The price of ending in a class.
  @inline(__always)
  func endPrice(_ state: Int) -> Double { endPrices.isEmpty ? 0 : endPrices[state] }

  /// What a week of these sorts costs, `nil` standing for dates off; `nil` where it is not legal.
  func price(of week: [Int?]) -> Double? {
    guard start >= 0 else { return nil }
    var (state, price) = (start, 0.0)
    for (day, sort) in week.enumerated() {
      if let sort {
        price += workPrice(day, state, sort: sort)
        state = afterWork(day, state, sort: sort)
      } else {
        price += offPrice(day, state)
        state = onOff[day][state]
      }
      if state < 0 { return nil }
    }
    return price + endPrice(state)
  }

  /// Whether a week with work on these dates, of whatever sorts, may be legal.
  func accepts(_ works: [Bool]) -> Bool {
    var states: Set<Int> = start < 0 ? [] : [start]
    for (day, isWorked) in works.enumerated() {
      var next: Set<Int> = []
      for state in states {  // order: a set is gathered
        if isWorked {
          for sort in 0..<sorts { next.insert(afterWork(day, state, sort: sort)) }
        } else {
          next.insert(onOff[day][state])
        }
      }
      next.remove(-1)
      states = next
    }
    return !states.isEmpty
  }
}
