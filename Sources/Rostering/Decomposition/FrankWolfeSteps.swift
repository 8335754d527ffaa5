/// The steps of the Frank–Wolfe method on one fractional roster.
struct FrankWolfeSteps: Sendable {
  private(set) var state: SmoothState
  private var direction: Direction
  private var costs: [Double] = []
  private var worths: WeekWorths
  private let problem: RosterProblem

  /// Most weeks kept in one person's mix.
  private static let mixLimit = 60
  /// A week left with less weight than that is given up altogether.
  private static let littleWeight = 0.002
  /// Least weight that is kept.
  private static let leastWeight = 1e-9

  init(_ state: SmoothState) {
    self.state = state
    problem = state.problem
    direction = Direction(state.problem)
    worths = WeekWorths(state.problem)
  }

  /// Changes the smoothing.
  mutating func setWidth(_ width: Double) { state.setWidth(width) }

  /// Visits the people of a batch, after those whose second step is due.
  mutating func visit(_ priced: BatchPricing.Weeks) {
    for (employee, weeks) in priced.again { visit(employee, weeks, most: 1) }
    let most = priced.isLarge ? 1 : 2
    for (employee, weeks) in priced.first { visit(employee, weeks, most: most) }
  }

  /// Takes a priced week into the person's mix, then moves weight from the worst week of the mix to
  /// the best one, at most `most` times and only as long as that gains.
  ///
  /// In large teams the weeks are chosen by the net costs at the prices of the pricing; how much
  /// weight moves is always judged by the state now.
  private mutating func visit(_ employee: Int, _ priced: PricedWeeks, most: Int) {
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: priced.mixCosts)
    if let tour = priced.cheapest,
      !state.mixes[employee].contains(where: { $0.tour.shifts == tour.shifts })
    {
      state.mixes[employee].append(SmoothState.Part(tour: tour, weight: 0))
      costs.append(priced.cheapestCost)
    }
    for step in 0..<most {
      if step > 0 || priced.mixCosts.isEmpty { readCosts(employee) }
      guard pairwiseStep(employee) else { break }
    }
    state.mixes[employee].removeAll { $0.weight < Self.leastWeight }
    if state.mixes[employee].count > Self.mixLimit { dropLightest(employee) }
  }

  /// Gives a person another mix.
  mutating func settle(_ employee: Int, on mix: [SmoothState.Part]) {
    direction.clear()
    for part in state.mixes[employee] {
      direction.remove(part.tour, of: employee, weight: part.weight, state: state)
    }
    for part in mix { direction.add(part.tour, of: employee, weight: part.weight, state: state) }
    state.apply(direction, step: 1)
    state.balance(direction)
    state.mixes[employee] = mix
  }

  /// Moves weight from the person's worst week to the best one in the mix; false when there is
  /// nothing to gain.
  private mutating func pairwiseStep(_ employee: Int) -> Bool {
    guard state.mixes[employee].count > 1 else { return false }
    var (best, worst) = (0, -1)
    for index in costs.indices {
      if costs[index] < costs[best] { best = index }
      guard state.mixes[employee][index].weight > 0 else { continue }
      if worst < 0 || costs[index] > costs[worst] { worst = index }
    }
    guard worst >= 0, costs[worst] - costs[best] > 1e-9 else { return false }
    direction.clear()
    direction.remove(state.mixes[employee][worst].tour, of: employee, weight: 1, state: state)
    direction.add(state.mixes[employee][best].tour, of: employee, weight: 1, state: state)
    let longest = state.mixes[employee][worst].weight
    var step = direction.bestStep(in: state, longest: longest)
    guard step > 0 else { return false }
    if longest - step < Self.littleWeight { step = longest }
    state.apply(direction, step: step)
    state.balance(direction)
    state.mixes[employee][worst].weight = step == longest ? 0 : longest - step
    state.mixes[employee][best].weight += step
    return true
  }

  /// Net costs of the weeks of a mix at the prices now.
  private mutating func readCosts(_ employee: Int) {
    costs.removeAll(keepingCapacity: true)
    worths.reset()
    for part in state.mixes[employee] {
      var cost = worths.netCost(of: part.tour, state.prices.marginals)
      problem.forEachUse(of: part.tour, by: employee, rows: state.soft.rows) { row, amount in
        cost += amount * state.prices.coupling[row]
      }
      costs.append(cost)
    }
  }

  private mutating func dropLightest(_ employee: Int) {
    let parts = state.mixes[employee]
    var (lightest, heaviest) = (0, 0)
    for index in parts.indices {
      if parts[index].weight < parts[lightest].weight { lightest = index }
      if parts[index].weight > parts[heaviest].weight { heaviest = index }
    }
    guard lightest != heaviest else { return }
    direction.clear()
    direction.remove(parts[lightest].tour, of: employee, weight: 1, state: state)
    direction.add(parts[heaviest].tour, of: employee, weight: 1, state: state)
    state.apply(direction, step: parts[lightest].weight)
    state.mixes[employee][heaviest].weight += parts[lightest].weight
    state.mixes[employee].remove(at: lightest)
  }
}
