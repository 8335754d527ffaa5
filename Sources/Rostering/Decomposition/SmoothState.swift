/// A fractional roster: a convex mix of weeks for each person, the cover that the mixes give, and
/// the smoothed marginal values there.
struct SmoothState: Sendable {
  /// A week in a person's mix.
  struct Part: Sendable {
    var tour: PlannedTour
    var weight: Double
  }

  let problem: RosterProblem
  /// The mixes; weights of one person sum to one.
  var mixes: [[Part]]
  /// People per queue and slot, by `queue * slotCount + slot`.
  var supply: [Double]
  /// People of groups with several queues, by `(group * queueCount + queue) * slotCount + slot`.
  var shares: [Double]
  /// Smoothed marginal value of a further person, by cell: ρ.
  private(set) var marginals: [Double]
  /// Width h of the smoothing, 0…1.
  private(set) var width: Double

  /// Starts from one week per person.
  init(_ problem: RosterProblem, tours: [PlannedTour], width: Double) {
    self.problem = problem
    mixes = tours.map { [Part(tour: $0, weight: 1)] }
    supply = [Double](repeating: 0, count: problem.queueCount * problem.slotCount)
    shares = [Double](
      repeating: 0,
      count: problem.groups.count * problem.queueCount * problem.slotCount
    )
    marginals = supply
    self.width = width
    for tour in tours {
      var direction = Direction(self)
      direction.addVertex(tour, weight: 1, state: self)
      apply(direction, step: 1)
    }
    setWidth(width)
  }

  /// Half the width over which a cell's marginal is averaged: H = max(½, 4 % of capacity) · h.
  @inline(__always)
  func halfWidth(cell: Int) -> Double {
    max(0.5, 0.04 * Double(problem.cover.capacity[cell])) * width
  }

  /// The smoothed marginal of a cell with so many people.
  @inline(__always)
  func marginal(cell: Int, people: Double) -> Double {
    let half = halfWidth(cell: cell)
    return problem.cover.meanWorth(from: people - half, to: people + half, cell: cell)
  }

  /// Changes the smoothing and recomputes all marginals.
  mutating func setWidth(_ width: Double) {
    self.width = width
    for cell in marginals.indices { marginals[cell] = marginal(cell: cell, people: supply[cell]) }
  }

  /// The value of a person of a group per slot: π = max(−o, max ρ).
  func slotValues(group: Int) -> [Double] {
    let queues = problem.groups[group].queues
    let slots = problem.slotCount
    return (0..<slots).map { slot in
      queues.reduce(-problem.cover.idleCost) { max($0, marginals[$1 * slots + slot]) }
    }
  }

  /// Moves along a direction.
  mutating func apply(_ direction: Direction, step: Double) {
    for cell in direction.touched {
      supply[cell] += step * direction.amounts[cell]
      marginals[cell] = marginal(cell: cell, people: supply[cell])
    }
    for (index, amount) in direction.shares {
      shares[index] = max(0, shares[index] + step * amount)
    }
  }

  /// Moves people of one group between its queues in the slots of a direction, toward equal
  /// marginals.
  mutating func balance(_ direction: Direction, group: Int) {
    let queues = problem.groups[group].queues
    guard queues.count > 1 else { return }
    let slots = problem.slotCount
    for slot in direction.slots(group: group) {
      let base = group * problem.queueCount
      var high = queues[0]
      var low = -1
      for queue in queues {
        let value = marginals[queue * slots + slot]
        if value > marginals[high * slots + slot] { high = queue }
        guard shares[(base + queue) * slots + slot] > 1e-9 else { continue }
        if low < 0 || value < marginals[low * slots + slot] { low = queue }
      }
      guard low >= 0, low != high else { continue }
      let amount = balancedAmount(
        from: low * slots + slot,
        to: high * slots + slot,
        most: shares[(base + low) * slots + slot]
      )
      guard amount > 0 else { continue }
      shares[(base + low) * slots + slot] -= amount
      shares[(base + high) * slots + slot] += amount
      for (cell, change) in [(low * slots + slot, -amount), (high * slots + slot, amount)] {
        supply[cell] += change
        marginals[cell] = marginal(cell: cell, people: supply[cell])
      }
    }
  }

  /// How many people to move so that two cells have the same marginal, by bisection.
  private func balancedAmount(from: Int, to: Int, most: Double) -> Double {
    guard marginals[to] > marginals[from] + 1e-6 else { return 0 }
    var low = 0.0
    var high = most
    for _ in 0..<7 {
      let middle = (low + high) / 2
      let gains =
        marginal(cell: to, people: supply[to] + middle)
        > marginal(cell: from, people: supply[from] - middle)
      if gains { low = middle } else { high = middle }
    }
    return low
  }
}
