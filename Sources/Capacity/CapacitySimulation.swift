import Foundation
import Workforce

/// Plays a capacity plan again and again: people leave or stay, pass or fail, demand goes its way.
///
/// Each person's leaving and each examination is a draw of its own; the level of demand is a random
/// walk on its logarithm that all skills share. Streams are keyed by repetition and by what is
/// drawn, so that two plans see the same luck.
public struct CapacitySimulation: Sendable {
  /// How demand strays from the middle of its band.
  public struct DemandSpread: Hashable, Sendable {
    /// Relative standard deviation of a month by itself, per skill.
    public var monthly: Double
    /// Relative standard deviation of the level after twelve months.
    public var yearly: Double

    /// Makes a spread.
    public init(monthly: Double, yearly: Double) {
      self.monthly = monthly
      self.yearly = yearly
    }

    /// The standard deviation of the logarithm of demand in a month, 0 for the first.
    public func deviation(month: Int) -> Double {
      (monthly * monthly + yearly * yearly * (Double(month) + 1) / 12).squareRoot()
    }
  }

  /// One repetition.
  public struct Path: Sendable {
    /// The logarithm of demand relative to the middle of its band, per skill and month.
    public var level: [[Double]]
    /// Agents needed per skill and month.
    public var need: [[Double]]
    /// Agents there per skill and month, after they were spread as well as they can be.
    public var agents: [[Double]]
    /// Agents missing per skill and month.
    public var missing: [[Double]]
  }

  private let problem: CapacityProblem
  private let factors: CapacityFactors
  private let spread: DemandSpread
  private let seed: UInt64

  /// Takes a problem.
  public init(_ problem: CapacityProblem, spread: DemandSpread, seed: UInt64) {
    self.problem = problem
    factors = CapacityFactors(problem)
    self.spread = spread
    self.seed = seed
  }

  /// Plays a plan; results come in the order of repetitions for any number of threads.
  ///
  /// - Parameters:
  ///   - choice: What is decided.
  ///   - serving: The planned agents of each set for each skill, where the spreading begins.
  ///   - replications: How often, at least 1.
  ///   - threads: Threads.
  /// - Returns: One path per repetition.
  public func paths(
    _ choice: CapacityChoice,
    serving: [[[Double]]],
    replications: Int,
    threads: Int
  ) -> [Path] {
    parallelMap(count: replications, threads: threads) { replication in
      let level = levels(replication)
      let need = need(level)
      let agents = agents(choice, replication)
      var path = Path(level: level, need: need, agents: need, missing: need)
      for month in 0..<problem.months {
        let spread = AgentSpread(
          sets: problem.sets,
          agents: agents.map { $0[month] },
          planned: serving.map { $0.map { $0[month] } },
          need: need.map { $0[month] }
        )
        for skill in problem.skills.indices {
          path.agents[skill][month] = spread.serving[skill]
          path.missing[skill][month] = max(0, need[skill][month] - spread.serving[skill])
        }
      }
      return path
    }
  }

  /// Demand of a repetition, as the logarithm of what it is beside its middle.
  private func levels(_ replication: Int) -> [[Double]] {
    var walk = RandomStream(seed: seed, name: "capacity demand", keys: replication)
    var level = 0.0
    let step = spread.yearly / 12.0.squareRoot()
    let levels = (0..<problem.months).map { _ -> Double in
      level += step * walk.normal()
      return level
    }
    return problem.need.indices.map { skill in
      (0..<problem.months).map { month in
        var own = RandomStream(
          seed: seed,
          name: "capacity month",
          keys: replication,
          skill,
          month
        )
        return levels[month] + spread.monthly * own.normal()
      }
    }
  }

  /// The same in agents.
  private func need(_ levels: [[Double]]) -> [[Double]] {
    zip(problem.need, levels).map { bands, levels in
      zip(bands, levels).enumerated().map { month, pair in
        let deviation = spread.deviation(month: month)
        return pair.0.agents(at: deviation > 0 ? pair.1 / deviation : 0)
      }
    }
  }

  /// Agents of a repetition, per set and month.
  private func agents(_ choice: CapacityChoice, _ replication: Int) -> [[Double]] {
    var agents = problem.sets.map { _ in [Double](repeating: 0, count: problem.months) }
    addPeople(replication, to: &agents)
    addHires(choice, replication, to: &agents)
    addTrained(choice, replication, to: &agents)
    return agents.map { $0.map { max(0, $0) } }
  }

  private func stream(_ name: String, _ replication: Int, _ kind: Int, _ month: Int)
    -> RandomStream
  {
    RandomStream(seed: seed, name: name, keys: replication, kind, month)
  }

  private func addPeople(_ replication: Int, to agents: inout [[Double]]) {
    for (index, group) in problem.groups.enumerated() {
      var left = group.count
      let first = group.sets.firstIndex { $0 != nil } ?? 0
      var stream = stream("capacity people", replication, index, 0)
      for month in 0..<problem.months {
        if month > first { left -= stream.binomial(left, group.attrition) }
        guard let set = group.sets[month] else { continue }
        agents[set][month] += Double(left) * group.weight * group.counts[month]
      }
    }
  }

  private func addHires(
    _ choice: CapacityChoice,
    _ replication: Int,
    to agents: inout [[Double]]
  ) {
    let pipeline = problem.pipeline
    for (index, position) in problem.positions.enumerated() {
      for (start, count) in choice.hires[index].enumerated() where count > 0 {
        var stream = stream("capacity hires", replication, index, start)
        var (left, stage) = (count, 0)
        for month in start..<problem.months {
          let age = month - start
          if age > 0 {
            let share =
              age <= pipeline.wholeMonths ? pipeline.attrition : position.attrition
            left -= stream.binomial(left, share)
          }
          for piece in pipeline.pieces(month: age) {
            while stage < piece.stage {
              left -= stream.binomial(left, 1 - pipeline.stages[stage].passRate)
              stage += 1
            }
            agents[position.set][month] +=
              Double(left) * position.weight * piece.share * piece.counts
          }
        }
      }
    }
  }

  private func addTrained(
    _ choice: CapacityChoice,
    _ replication: Int,
    to agents: inout [[Double]]
  ) {
    for (index, route) in problem.routes.enumerated() {
      for (month, count) in choice.moves[index].enumerated() where count > 0 {
        var stream = stream("capacity routes", replication, index, month)
        let passed = count - stream.binomial(count, 1 - route.passRate)
        let share = Double(passed) / (Double(count) * max(1e-9, route.passRate))
        for term in factors.terms(route: index, sitting: month) {
          let factor = term.month > month ? share : 1
          agents[term.set][term.month] += term.agents * Double(count) * factor
        }
      }
    }
    for (index, renewal) in problem.renewals.enumerated() {
      for (month, count) in choice.renewed[index].enumerated() where count > 0 {
        var stream = stream("capacity renewals", replication, index, month)
        let passed = count - stream.binomial(count, 1 - renewal.passRate)
        let share = Double(passed) / (Double(count) * max(1e-9, renewal.passRate))
        let terms = factors.terms(renewal: index, sitting: month)
        let isAway = renewal.without[month] != nil
        for (place, term) in terms.enumerated() {
          let factor = place == 0 && isAway ? 1 : share
          agents[term.set][term.month] += term.agents * Double(count) * factor
        }
      }
    }
  }
}

extension RandomStream {
  /// How many of `count` it happens to.
  mutating func binomial(_ count: Int, _ share: Double) -> Int {
    guard share > 0 else { return 0 }
    var happened = 0
    for _ in 0..<max(0, count) where unit() < share { happened += 1 }
    return happened
  }
}
