/// One person's horizon laid out for pricing: the shifts of each date, and how the counters of
/// minutes, weekends and kinds run.
///
/// A class, as ``PersonPlan`` is, because several threads read it in their inner loops.
final class HorizonPlan: Sendable {
  /// A shift of a date.
  struct Offer: Sendable {
    /// Kind, which is its shape.
    let kind: Int
    /// First slot.
    let start: Int
    /// Slots.
    let length: Int
    /// Price of requests.
    let cost: Double
  }

  /// Cells up to which minutes and weekends are counted in full; beyond, they are counted in a
  /// corridor around an even pace.
  private static let mostExact = 4e6
  /// Shifts by which minutes may be ahead of or behind an even pace in longer horizons.
  private static let corridorShifts = 6
  /// Weekends by which an even pace may be exceeded, or stayed below, in longer horizons.
  private static let corridorWeekends = 2

  /// Position of the group served.
  let group: Int
  /// The shifts of each date.
  let offers: [[Offer]]
  /// Whether each date must be worked.
  let mustWork: [Bool]
  /// Whether each date is the first one of a weekend, and whether it follows one.
  let beginsWeekend: [Bool]
  let continuesWeekend: [Bool]
  /// Which sequences of days are legal.
  let automaton: DayAutomaton
  /// The choices in each state of the automaton.
  let steps: HorizonSteps
  /// Most weekends with work.
  let mostWeekends: Int
  /// Least and most weekends counted before each date: fewer are counted as the least.
  let weekends: [ClosedRange<Int>]
  /// Units of time of each kind.
  let units: [Int]
  /// Least and most units at the end.
  let total: ClosedRange<Int>
  /// Units that may have been worked before each date, end included.
  let layers: [ClosedRange<Int>]
  /// Most shifts of each kind.
  let mostOfKind: [Int]
  /// Price of a horizon without any shift.
  let baseCost: Double
  /// Whether the counters are exact.
  let isExact: Bool
  /// False where no horizon can be legal because the limits of time contradict each other.
  let isPossible: Bool

  init(_ employee: RosterEmployee, rules: HorizonRules, shapes: [ShiftShape], isWeekend: [Bool]) {
    group = employee.mainGroup
    offers = employee.days.map { day in
      day.options.map {
        Offer(kind: $0.shape, start: $0.start, length: shapes[$0.shape].length, cost: $0.cost)
      }
    }
    let days = offers.count
    var must = [Bool](repeating: false, count: days)
    for day in rules.workedDates { must[day] = true }
    mustWork = must
    continuesWeekend = (0..<days).map { $0 > 0 && isWeekend[$0] && isWeekend[$0 - 1] }
    beginsWeekend = (0..<days).map { isWeekend[$0] && ($0 == 0 || !isWeekend[$0 - 1]) }
    automaton = rules.automaton
    mostOfKind = rules.mostOfKind
    baseCost = rules.baseCost
    let used = Set(offers.joined().map(\.kind)).sorted()
    let time = Self.time(rules, shapes: shapes, used: used)
    units = time.units
    steps = HorizonSteps(automaton, units: time.units, used: used)
    let ends = beginsWeekend.count { $0 }
    mostWeekends = min(rules.mostWeekends, ends)
    total = time.least...max(time.least, time.most)
    let reach = HorizonReach(offers: offers, mustWork: must, rules: rules, units: time.units)
    let full = reach.layers(total: total, slack: nil)
    let open = zip(offers, must).map { $0.count + ($1 ? 0 : 1) > 1 }
    // weekends vary only where dates are open
    let varied = min(mostWeekends, open.indices.count { open[$0] && isWeekend[$0] }) + 1
    let cells = Double(full.reduce(0) { $0 + $1.count } * varied * automaton.stateCount)
    isExact = cells <= Self.mostExact
    layers = isExact ? full : reach.layers(total: total, slack: Self.corridorShifts)
    isPossible = time.least <= time.most && layers[0].lowerBound == 0
    let (most, isCounted) = (mostWeekends, isExact)
    weekends = (0...days).map { day in
      guard !isCounted else { return 0...most }
      let even = Double(most) * Double(day) / Double(days)
      let low = max(0, Int(even) - Self.corridorWeekends)
      return min(low, most)...min(most, Int(even) + Self.corridorWeekends)
    }
  }

  /// Minutes in their greatest common unit.
  private static func time(_ rules: HorizonRules, shapes: [ShiftShape], used: [Int]) -> (
    units: [Int], least: Int, most: Int
  ) {
    var unit = 0
    for kind in used {
      var (large, small) = (
        max(unit, shapes[kind].paidMinutes), min(unit, shapes[kind].paidMinutes)
      )
      while small > 0 { (large, small) = (small, large % small) }
      unit = large
    }
    unit = max(1, unit)
    return (
      shapes.map { $0.paidMinutes / unit },
      max(0, (rules.leastMinutes + unit - 1) / unit),
      max(0, rules.mostMinutes / unit)
    )
  }

  /// Positions of weekends in a row number.
  var width: Int { mostWeekends + 1 }

  /// What a step on a date adds to the weekends with work.
  @inline(__always)
  func weekend(_ day: Int, _ step: Int) -> Int {
    guard steps.isWork(step) else { return 0 }
    let isFirst = continuesWeekend[day] && automaton.isRested[steps.from[step]]
    return beginsWeekend[day] || isFirst ? 1 : 0
  }

  /// Weekends before a date from which a step leads to so many after it.
  @inline(__always)
  func weekendsBefore(_ day: Int, _ step: Int, _ after: Int) -> Range<Int> {
    let most = after - weekend(day, step)
    let span = weekends[day]
    // fewer than the least are counted as the least
    let least = after > weekends[day + 1].lowerBound ? most : 0
    let (first, last) = (max(least, span.lowerBound), min(most, span.upperBound))
    return first..<max(first, last + 1)
  }

  /// Number of cells that pricing looks at, about; for counting work.
  var cells: Double {
    var cells = 0.0
    for (layer, span) in zip(layers, weekends) { cells += Double(layer.count * span.count) }
    return cells * Double(automaton.stateCount)
  }
}
