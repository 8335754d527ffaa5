/// What a choice comes to on average: expected agents, heads and money by month.
public struct CapacityForecast: Hashable, Sendable {
  /// Expected agents per set and month.
  public let agents: [[Double]]
  /// Expected heads per contract and month.
  public let heads: [[Double]]
  /// What is spent per month.
  public let spent: [CapacityCost]

  /// Works it out.
  public init(_ problem: CapacityProblem, _ choice: CapacityChoice) {
    let factors = CapacityFactors(problem)
    var agents = factors.agents
    var heads = factors.heads
    var spent = [CapacityCost](repeating: CapacityCost(), count: problem.months)
    for (index, position) in problem.positions.enumerated() {
      for (start, count) in choice.hires[index].enumerated() where count > 0 {
        spent[start].recruiting += Double(count) * position.recruiting
        for month in start..<problem.months {
          let age = month - start
          agents[position.set][month] += Double(count) * factors.hired[index][age]
          heads[position.contract][month] += Double(count) * factors.there[index][age]
          spent[month].pay += Double(count) * factors.there[index][age] * position.monthlyPay
        }
      }
    }
    for (course, counts) in zip(problem.courses, choice.classes) {
      for (month, count) in counts.enumerated() {
        spent[month].classes += Double(count) * course.cost
      }
    }
    for term in factors.trained(moves: choice.moves, renewed: choice.renewed) {
      agents[term.set][term.month] += term.agents
    }
    self.agents = agents
    self.heads = heads
    self.spent = spent
  }

  /// What is spent in all.
  public var cost: CapacityCost {
    spent.reduce(into: CapacityCost()) { sum, month in
      sum.recruiting += month.recruiting
      sum.classes += month.classes
      sum.pay += month.pay
    }
  }
}
