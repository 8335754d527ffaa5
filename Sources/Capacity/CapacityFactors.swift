/// The numbers that decisions are multiplied with: what one person of a kind comes to, month by month.
struct CapacityFactors: Sendable {
  /// Agents that a decision adds to a set in a month; fewer when negative.
  struct Term: Hashable, Sendable {
    var set: Int
    var month: Int
    var agents: Double
  }

  private let problem: CapacityProblem
  /// Expected agents of the people there are, per set and month.
  let agents: [[Double]]
  /// Expected heads of the people there are, per contract and month.
  let heads: [[Double]]
  /// Agents that one hire is, per position and months since the start.
  let hired: [[Double]]
  /// Heads that one hire is, per position and months since the start.
  let there: [[Double]]

  init(_ problem: CapacityProblem) {
    self.problem = problem
    let months = 0..<problem.months
    var agents = problem.sets.map { _ in months.map { _ in 0.0 } }
    var heads = problem.contracts.map { _ in months.map { _ in 0.0 } }
    for group in problem.groups {
      let first = group.sets.firstIndex { $0 != nil } ?? 0
      for month in months {
        guard let set = group.sets[month] else { continue }
        let left = Double(group.count) * power(1 - group.attrition, month - first)
        agents[set][month] += left * group.weight * group.counts[month]
        heads[group.contract][month] += left
      }
    }
    self.agents = agents
    self.heads = heads
    hired = problem.positions.map { position in
      months.map {
        position.weight * problem.pipeline.counts(month: $0, attrition: position.attrition)
      }
    }
    there = problem.positions.map { position in
      months.map { problem.pipeline.heads(month: $0, attrition: position.attrition) }
    }
  }

  /// What one person on a route who sits in a month changes.
  func terms(route: Int, sitting: Int) -> [Term] {
    let route = problem.routes[route]
    let away = Term(set: route.from, month: sitting, agents: -route.weight * route.away)
    guard sitting + 1 < problem.months else { return [away] }
    let later = (sitting + 1..<problem.months).flatMap { month -> [Term] in
      let left = route.weight * route.passRate * power(1 - route.attrition, month - sitting)
      return [
        Term(set: route.from, month: month, agents: -left),
        Term(set: route.to, month: month, agents: left),
      ]
    }
    return [away] + later
  }

  /// What one person who renews in a month changes.
  func terms(renewal: Int, sitting: Int) -> [Term] {
    let renewal = problem.renewals[renewal]
    let left = { (month: Int) in renewal.weight * power(1 - renewal.attrition, month) }
    let away = renewal.without[sitting].map {
      Term(set: $0, month: sitting, agents: -left(sitting) * renewal.away)
    }
    let later = (sitting..<problem.months).flatMap { month -> [Term] in
      guard renewal.without[month] != renewal.with[month] else { return [] }
      let passed = left(month) * renewal.passRate
      return [
        renewal.without[month].map { Term(set: $0, month: month, agents: -passed) },
        renewal.with[month].map { Term(set: $0, month: month, agents: passed) },
      ].compactMap(\.self)
    }
    return [away].compactMap(\.self) + later
  }

  /// What people who sit come to.
  func trained(moves: [[Int]], renewed: [[Int]]) -> [Term] {
    let routes = moves.enumerated().flatMap { index, counts in
      counts.enumerated().filter { $0.element > 0 }.flatMap { month, count in
        terms(route: index, sitting: month).map { $0.times(count) }
      }
    }
    let renewals = renewed.enumerated().flatMap { index, counts in
      counts.enumerated().filter { $0.element > 0 }.flatMap { month, count in
        terms(renewal: index, sitting: month).map { $0.times(count) }
      }
    }
    return routes + renewals
  }
}

extension CapacityFactors.Term {
  func times(_ count: Int) -> Self {
    Self(set: set, month: month, agents: agents * Double(count))
  }
}
