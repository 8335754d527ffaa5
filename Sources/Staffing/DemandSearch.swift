import Workforce

/// Finds the fewest agents that meet demands, by a queue model.
struct DemandSearch {
  let model: any QueueModel
  /// A second model by which the demands must hold too.
  var lowest: (any QueueModel)?
  /// Contacts that one agent handles at once.
  let concurrency: Int
  /// The threshold of measures that no demand brings along.
  let threshold: Duration

  /// The fewest agents that meet one demand, at least 1.
  ///
  /// Nobody is never busy: without a first agent a cap on occupancy would be met by none.
  func fewest(for demand: ServiceDemand, near guess: Int? = nil) -> Int {
    if case .minimumAgents(let fewest) = demand { return max(1, fewest) }
    let load = Int((model.offeredLoad / Double(concurrency)).rounded(.up))
    return fewestAgents(near: guess ?? load) { $0 > 0 && isMet(demand, by: $0) }
  }

  /// The fewest agents that meet all demands, at least 1, and the first demand that needs them all.
  ///
  /// The search starts at `guess`, or at the load.
  func fewest(
    for demands: [ServiceDemand],
    near guess: Int? = nil
  ) -> (agents: Int, binding: ServiceDemand?) {
    guard let first = demands.first else { return (1, nil) }
    var found = (agents: fewest(for: first, near: guess), binding: first)
    for demand in demands.dropFirst() where !isMet(demand, by: found.agents) {
      found = (fewest(for: demand, near: found.agents), demand)
    }
    return found
  }

  private func isMet(_ demand: ServiceDemand, by agents: Int) -> Bool {
    let isMet = { (model: any QueueModel) in
      let measures = model.measures(agents: agents, within: demand.threshold ?? threshold)
      return demand.isMet(by: measures, of: agents)
    }
    return lowest.map(isMet) ?? true && isMet(model)
  }
}

/// The smallest number, at least 0, that satisfies a condition which stays true once it is true.
///
/// Doubling steps from `guess`, then bisection.
func fewestAgents(near guess: Int, satisfying isEnough: (Int) -> Bool) -> Int {
  var low = -1
  var high = guess
  var step = 1
  while !isEnough(high) { (low, high, step) = (high, high + step, 2 * step) }
  if low < 0 {
    var probe = guess - 1
    while probe >= 0, isEnough(probe) { (high, probe, step) = (probe, probe - step, 2 * step) }
    low = max(-1, probe)
  }
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if isEnough(middle) { high = middle } else { low = middle }
  }
  return high
}

/// `agents ÷ (1 − shrinkage)`, rounded up.
func rosteredPeople(for agents: Int, shrinkage: Fraction) -> Int {
  Int((Double(agents) / (1 - shrinkage.value) - 1e-9).rounded(.up))
}
