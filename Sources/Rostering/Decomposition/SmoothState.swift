/// A fractional roster: a convex mix of weeks for each person, the cover that the mixes give, and
/// the smoothed marginal values there.
struct SmoothState: Sendable {
  /// A week in a person's mix.
  struct Part: Sendable {
    var tour: PlannedTour
    var weight: Double
  }

  let problem: RosterProblem
  let soft: SoftRows
  private let table: SmoothTable
  /// The mixes; weights of one person sum to one.
  var mixes: [[Part]]
  /// People per queue and slot, by `queue * slotCount + slot`.
  private(set) var supply: [Double]
  /// Use of the coupling rows.
  private(set) var use: [Double]
  /// People of groups with several queues, by `(group * queueCount + queue) * slotCount + slot`.
  private(set) var shares: [Double]
  /// Smoothed marginal values and coupling prices.
  private(set) var prices: BoundPrices
  /// Width h of the smoothing, 0…1.
  private(set) var width: Double
  /// Half the width over which each cell's marginal is averaged: H = max(½, 4 % of capacity) · h.
  private var halfWidths: [Double]

  /// Smoothed marginal value of a further person, by cell: ρ.
  var marginals: [Double] { prices.marginals }

  /// Starts from one week per person.
  init(_ problem: RosterProblem, tours: [PlannedTour], width: Double) {
    self.problem = problem
    soft = SoftRows(problem)
    table = SmoothTable(problem.cover)
    mixes = tours.map { [Part(tour: $0, weight: 1)] }
    supply = [Double](repeating: 0, count: problem.queueCount * problem.slotCount)
    use = [Double](repeating: 0, count: soft.rows.count)
    shares = [Double](
      repeating: 0,
      count: problem.groups.count * problem.queueCount * problem.slotCount
    )
    prices = BoundPrices(marginals: supply, coupling: use)
    halfWidths = supply
    self.width = width
    setWidth(width)
    var direction = Direction(problem)
    for (employee, tour) in tours.enumerated() {
      direction.clear()
      direction.add(tour, of: employee, weight: 1, state: self)
      apply(direction, step: 1)
    }
    setWidth(width)
  }

  /// The smoothed marginal of a cell with so many people.
  @inline(__always)
  func marginal(cell: Int, people: Double) -> Double {
    table.mean(cell: cell, people: people, half: halfWidths[cell])
  }

  /// Changes the smoothing and recomputes all marginals.
  mutating func setWidth(_ width: Double) {
    self.width = width
    for cell in halfWidths.indices {
      halfWidths[cell] = max(0.5, 0.04 * Double(problem.cover.capacity[cell])) * width
      prices.marginals[cell] = marginal(cell: cell, people: supply[cell])
    }
    for row in use.indices { priceRow(row) }
  }

  private mutating func priceRow(_ row: Int) {
    prices.coupling[row] = soft.price(row: row, use: use[row], width: width)
  }

  /// The value of a person of a group per slot.
  func slotValues(group: Int) -> [Double] { prices.slotValues(group: group, problem: problem) }

  /// Slope of the smoothed objective along a direction after a step.
  func slope(_ direction: Direction, at step: Double) -> Double {
    var slope =
      direction.cost - table.sum(direction, step: step, supply: supply, halves: halfWidths)
    for (row, amount) in direction.uses {
      slope += amount * soft.price(row: row, use: use[row] + step * amount, width: width)
    }
    return slope
  }

  /// Moves along a direction.
  mutating func apply(_ direction: Direction, step: Double) {
    for position in 0..<direction.changes.count {
      let place = Int(direction.changes.cells[position])
      supply[place] += step * direction.changes.amounts[position]
      prices.marginals[place] = marginal(cell: place, people: supply[place])
    }
    for (row, amount) in direction.uses {
      use[row] += step * amount
      priceRow(row)
    }
    for (index, amount) in direction.shares {
      shares[index] = max(0, shares[index] + step * amount)
    }
  }

  /// Moves people of flexible groups between their queues in the slots of a direction, toward equal
  /// marginals.
  mutating func balance(_ direction: Direction) {
    for place in direction.flexiblePlaces { balance(group: place.group, slot: place.slot) }
  }

  private mutating func balance(group: Int, slot: Int) {
    let crew = problem.crews[group]
    let slots = problem.slotCount
    let base = group * problem.queueCount
    var high = Int(problem.crewQueues[Int(crew.first)])
    var low = -1
    for index in Int(crew.first)..<Int(crew.end) {
      let queue = Int(problem.crewQueues[index])
      let value = prices.marginals[queue * slots + slot]
      if value > prices.marginals[high * slots + slot] { high = queue }
      guard shares[(base + queue) * slots + slot] > 1e-9 else { continue }
      if low < 0 || value < prices.marginals[low * slots + slot] { low = queue }
    }
    guard low >= 0, low != high else { return }
    let (from, to) = (low * slots + slot, high * slots + slot)
    let amount = balancedAmount(
      from: from,
      to: to,
      most: shares[(base + low) * slots + slot]
    )
    guard amount > 0 else { return }
    shares[(base + low) * slots + slot] -= amount
    shares[(base + high) * slots + slot] += amount
    supply[from] -= amount
    supply[to] += amount
    prices.marginals[from] = marginal(cell: from, people: supply[from])
    prices.marginals[to] = marginal(cell: to, people: supply[to])
  }

  /// How many people to move so that two cells have about the same marginal: the secant, then its
  /// refinement from the safe side.
  private func balancedAmount(from: Int, to: Int, most: Double) -> Double {
    let first = prices.marginals[to] - prices.marginals[from]
    guard first > 0.01 else { return 0 }
    var low = (step: 0.0, excess: first)
    var high = most
    var excess = surplus(from: from, to: to, step: most)
    guard excess < 0 else { return most }
    for _ in 0..<3 {
      let step = low.step + (high - low.step) * low.excess / (low.excess - excess)
      let value = surplus(from: from, to: to, step: step)
      if value > 0 { low = (step, value) } else { (high, excess) = (step, value) }
      if abs(value) < 0.02 * first { return step }
    }
    return low.step
  }

  @inline(__always)
  private func surplus(from: Int, to: Int, step: Double) -> Double {
    marginal(cell: to, people: supply[to] + step)
      - marginal(cell: from, people: supply[from] - step)
  }
}
