import Optimization
import Workforce

/// The part of an integer program that prices people away: rows that split them over queues, and
/// steps that each queue's loss climbs.
struct AwayModel {
  private let prices: AwayPrices
  private let pools: [[Int]]
  /// Variables of each block that is in the program.
  private(set) var blocks: [Int: Block] = [:]

  struct Block {
    /// Per pool, the flow to each of its queues; empty for a pool that is never away.
    var flows: [[Int]]
    /// Per queue, its steps.
    var steps: [[Int]]
    /// Per queue, the people whose place idle ones take.
    var idle: [Int?]
  }

  init(_ prices: AwayPrices, pools: [[Int]]) {
    self.prices = prices
    self.pools = pools
  }

  /// Adds a block.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - terms: Per pool, the variables whose sum is away.
  ///   - fixed: Per pool, the people who are away whatever is chosen.
  ///   - model: The program.
  mutating func add(
    _ block: Int,
    terms: [[LinearModel.Term]],
    fixed: [Double],
    to model: inout LinearModel
  ) {
    var into: [[LinearModel.Term]] = prices.steps.map { _ in [] }
    var flows: [[Int]] = []
    for (pool, queues) in pools.enumerated() {
      guard !terms[pool].isEmpty || fixed[pool] > 0, !queues.isEmpty else {
        flows.append([])
        continue
      }
      let own = queues.map { model.addVariable("f\(pool) \($0) \(block)") }
      for (queue, flow) in zip(queues, own) {
        into[queue].append(LinearModel.Term(index: flow, coefficient: 1))
      }
      model.addConstraint(
        "away \(pool) \(block)",
        lower: -fixed[pool],
        upper: -fixed[pool],
        terms: terms[pool] + own.map { LinearModel.Term(index: $0, coefficient: -1) }
      )
      flows.append(own)
    }
    addSteps(block, into: into, flows: flows, to: &model)
  }

  private mutating func addSteps(
    _ block: Int,
    into: [[LinearModel.Term]],
    flows: [[Int]],
    to model: inout LinearModel
  ) {
    var (steps, idle): ([[Int]], [Int?]) = ([], [])
    for (queue, terms) in into.enumerated() {
      guard !terms.isEmpty else {
        steps.append([])
        idle.append(nil)
        continue
      }
      let curve = prices.steps[queue][block]
      let own = curve.enumerated().map { place, step in
        model.addVariable(
          "s\(queue) \(block) \(place)",
          upper: place == curve.count - 1 ? .infinity : step.people,
          cost: step.cost
        )
      }
      let spare = prices.isSpare(queue, block) ? model.addVariable("i\(queue) \(block)") : nil
      let out = own + (spare.map { [$0] } ?? [])
      model.addConstraint(
        "lost \(queue) \(block)",
        lower: 0,
        upper: 0,
        terms: terms + out.map { LinearModel.Term(index: $0, coefficient: -1) }
      )
      steps.append(own)
      idle.append(spare)
    }
    let spares = idle.compactMap(\.self)
    if !spares.isEmpty {
      model.addConstraint(
        "idle \(block)",
        lower: -.infinity,
        upper: prices.idle[block],
        terms: spares.map { LinearModel.Term(index: $0, coefficient: 1) }
      )
    }
    blocks[block] = Block(flows: flows, steps: steps, idle: idle)
  }

  /// Writes a split into the values of a point.
  func write(_ pour: AwayPrices.Pour, block: Int, into values: inout [Double]) {
    guard let place = blocks[block] else { return }
    for (variables, amounts) in zip(place.flows, pour.flows) {
      for (variable, amount) in zip(variables, amounts) { values[variable] = amount }
    }
    for (variables, amounts) in zip(place.steps, pour.taken) {
      for (variable, amount) in zip(variables, amounts) { values[variable] = amount }
    }
    for (variable, amount) in zip(place.idle, pour.idle) {
      if let variable { values[variable] = amount }
    }
  }

  /// What it costs that so many people of each pool are away in each block: the cheapest split.
  static func costs(
    of away: [[Double]],
    _ prices: AwayPrices,
    pools: [[Int]],
    solver: any LinearSolver
  ) throws -> [Double] {
    var model = LinearModel("people away")
    var part = AwayModel(prices, pools: pools)
    let blocks = prices.idle.indices.filter { block in away.contains { $0[block] > 0 } }
    for block in blocks {  // order: an array, ascending
      part.add(block, terms: pools.map { _ in [] }, fixed: away.map { $0[block] }, to: &model)
    }
    var costs = prices.idle.map { _ in 0.0 }
    guard !model.variables.isEmpty else { return costs }
    let solution = try solver.solveRelaxation(model)
    guard solution.termination == .optimal else {
      throw ShiftwrightError("GLPK could not price the people away: \(solution.termination).")
    }
    for block in blocks {  // order: an array, ascending
      let steps = part.blocks[block].map { $0.steps.joined() }.map(Array.init) ?? []
      costs[block] = steps.reduce(0) { $0 + solution.values[$1] * model.variables[$1].cost }
    }
    return costs
  }
}
