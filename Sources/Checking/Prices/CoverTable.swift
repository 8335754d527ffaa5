import Workforce

/// People at work in each roster slot of the week, by the queues that they serve.
///
/// They are counted in units: one person, or a tenth where somebody counts for some tenths only.
struct CoverTable {
  /// The sets of queues that occur, as ascending positions.
  let groups: [[Int]]
  /// Units per slot and group.
  private(set) var people: [[Int]]
  /// Units of a person.
  let scale: Int
  private let week: CheckedWeek

  init(_ week: CheckedWeek) {
    self.week = week
    let pairs = week.people.flatMap { person in
      person.shifts.map { (shift: $0, tenths: person.facts.stages.tenths(on: $0.date)) }
    }
    let shifts = pairs.map(\.shift)
    let scale = pairs.allSatisfy { $0.tenths % 10 == 0 } ? 1 : 10
    self.scale = scale
    let sets = shifts.map { Set($0.shift.queues.compactMap { week.index.queues[$0] }).sorted() }
    groups = Set(sets).sorted { $0.lexicographicallyPrecedes($1) }
    let position = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    let nobody = Array(repeating: 0, count: groups.count)
    people = Array(repeating: nobody, count: week.frame.slotCount)
    for (pair, set) in zip(pairs, sets) {
      guard let group = position[set] else { continue }
      for slot in slots(of: pair.shift) { people[slot][group] += pair.tenths * scale / 10 }
    }
  }

  /// The slots of the week that the shift's work segments cover from end to end.
  private func slots(of shift: CheckedShift) -> [Int] {
    let step = week.frame.slotMinutes * 60
    let origin = week.frame.start.secondsSinceEpoch
    return shift.shift.segments.filter { $0.kind == .work }.flatMap { segment in
      let first = max(0, segment.start.secondsSinceEpoch - origin + step - 1) / step
      let last = max(0, segment.end.secondsSinceEpoch - origin) / step
      return Array(first..<max(first, min(last, people.count)))
    }
  }

  /// The cheapest allocation of a slot, with the price of what is missing.
  func allocation(slot: Int, prices: PriceTable) -> (Allocation, missing: Double) {
    let queues = week.settings.queues.indices.map {
      prices.price(queue: $0, slot: slot).split(into: scale)
    }
    let allocation = Allocation(people: people[slot], groups: groups, prices: queues)
    let loss = queues.reduce(0) { $0 + $1.lossOfNobody }
    return (allocation, max(0, loss - allocation.saved))
  }

  /// Means over the planning intervals of the requirement.
  func coverage(against requirement: Requirement, cover: CoverCosts?) -> Coverage {
    let grid = requirement.grid
    let prices = PriceTable(requirement, week.settings, week.frame, cover: cover)
    let nobody = Array(repeating: 0.0, count: grid.count)
    var coverage = Coverage(
      grid: grid,
      allocated: Array(repeating: nobody, count: week.settings.queues.count),
      idle: nobody
    )
    for slot in people.indices {
      let allocation = allocation(slot: slot, prices: prices).0
      let start = week.frame.start.adding(minutes: slot * week.frame.slotMinutes)
      let end = start.adding(minutes: week.frame.slotMinutes)
      for shared in grid.shares(from: start, to: end) {
        let share = shared.minutes / Double(grid.stepMinutes)
        coverage.idle[shared.interval] += share * Double(allocation.idle) / Double(scale)
        for (queue, given) in allocation.given.enumerated() {
          coverage.allocated[queue][shared.interval] += share * Double(given) / Double(scale)
        }
      }
    }
    return coverage
  }
}
