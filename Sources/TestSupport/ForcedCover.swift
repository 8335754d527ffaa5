import Workforce

/// What one person more at work saves in each slot of a roster.
///
/// People of a slot can be given to queues in some numbers when no set of queues asks for more people
/// than serve one of them (Hall 1935); the dearest such numbers are found by trying all.
struct ForcedCover {
  private let costs: CoverCosts
  private let idle: Double
  /// People at work per slot, by the set of queues that they serve as bits.
  private var people: [[Int: Int]]
  private let queues: [String]
  private var known: [[[Int: Int]: Double]]

  init(_ roster: Roster, _ costs: CoverCosts, _ settings: ScenarioSettings) {
    self.costs = costs
    idle = settings.costs.overstaffingPerHour * Double(costs.grid.stepMinutes) / 60
    queues = settings.queues.map(\.name)
    people = Array(repeating: [:], count: costs.grid.count)
    known = Array(repeating: [:], count: costs.grid.count)
    for shift in roster.tours.flatMap(\.shifts) { count(shift, 1) }
  }

  /// A set of queues as bits.
  private func bits(_ names: [String]) -> Int {
    names.reduce(0) { bits, name in queues.firstIndex(of: name).map { bits | 1 << $0 } ?? bits }
  }

  private mutating func count(_ shift: Shift, _ sign: Int) {
    let set = bits(shift.queues)
    let first = slot(of: shift.start)
    for slot in work(in: shift).flatMap({ first + $0.lowerBound..<first + $0.upperBound }) {
      let count = (people[slot][set] ?? 0) + sign
      people[slot][set] = count == 0 ? nil : count
    }
  }

  /// The slot of a moment.
  func slot(of moment: Instant) -> Int { costs.grid.index(of: moment) }

  /// The stretches of work of a shift, in slots from its start.
  func work(in shift: Shift) -> [Range<Int>] {
    let first = slot(of: shift.start)
    return shift.segments.filter { $0.kind == .work }.map {
      slot(of: $0.start) - first..<slot(of: $0.end) - first
    }
  }

  /// What somebody who serves these queues saves in each slot, when a tour is not worked; sums up to
  /// each slot, from 0 on.
  mutating func sums(of names: [String], without tour: Tour) -> [Double] {
    for shift in tour.shifts { count(shift, -1) }
    defer { for shift in tour.shifts { count(shift, 1) } }
    let set = bits(names)
    var sums = [0.0]
    for slot in people.indices {
      var more = people[slot]
      more[set, default: 0] += 1
      sums.append(sums[slot] + saved(slot, more) - saved(slot, people[slot]))
    }
    return sums
  }

  /// The most that these people can save in a slot, less the price of those with nothing to do.
  private mutating func saved(_ slot: Int, _ people: [Int: Int]) -> Double {
    if let known = known[slot][people] { return known }
    let count = people.values.reduce(0, +)  // order: a sum
    // people who serve some queue of each set
    let able = (0..<1 << costs.queues.count).map { set in
      people.reduce(0) { $1.key & set == 0 ? $0 : $0 + $1.value }  // order: a sum
    }
    let worths = costs.queues.map { queue in
      queue[slot].steps.reduce(into: [0.0]) { sums, step in
        for _ in 0..<step.people { sums.append((sums.last ?? 0) + step.worth) }
      }
    }
    var best = -Double.infinity
    var given: [Int] = []
    func give(_ saved: Double) {
      let queue = given.count
      guard queue < worths.count else {
        best = max(best, saved - idle * Double(count - given.reduce(0, +)))
        return
      }
      for more in worths[queue].indices {
        given.append(more)
        let isPossible = Self.isPossible(given, able)
        if isPossible { give(saved + worths[queue][more]) }
        given.removeLast()
        guard isPossible else { return }
      }
    }
    give(0)
    known[slot][people] = best
    return best
  }

  /// Whether no set of queues with the last one asks for more people than there are.
  private static func isPossible(_ given: [Int], _ able: [Int]) -> Bool {
    let last = 1 << (given.count - 1)
    for set in 0..<last {
      var asked = given[given.count - 1]
      for queue in 0..<given.count - 1 where set & (1 << queue) != 0 { asked += given[queue] }
      if asked > able[set | last] { return false }
    }
    return true
  }
}
