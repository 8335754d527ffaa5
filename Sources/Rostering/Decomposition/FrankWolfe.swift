import Foundation
import Workforce

/// A block-coordinate Frank–Wolfe method on the tour master with smoothed cover costs
/// (Lacoste-Julien, Jaggi, Schmidt & Pletscher 2013; pairwise steps after Lacoste-Julien & Jaggi
/// 2015): gives a fractional roster, the weeks worth keeping and a certified bound without a
/// linear program.
struct FrankWolfe {
  private(set) var state: SmoothState
  /// Best certified bound so far.
  private(set) var bound = -Double.infinity
  /// The marginals and overtime prices that gave it.
  private(set) var boundMarginals: [Double] = []
  /// Moving average of the marginals over the passes; noise cancels in it.
  private var meanMarginals: [Double]
  /// Price of a minute of overtime per site: β.
  private(set) var overtimePrices: [Double]
  private(set) var meter = WorkMeter()
  private let problem: RosterProblem
  private let threads: Int
  private var random: RandomStream
  private var direction: Direction
  /// People whose week is settled: they are not priced again.
  private var isFixed: [Bool]

  /// Most weeks kept in one person's mix.
  private static let mixLimit = 60
  /// Weight of the latest pass in the average.
  private static let averaging = 0.1
  /// People priced at the same marginals.
  private static let batchSize = 16

  /// Starts from a roster.
  init(_ problem: RosterProblem, tours: [PlannedTour], seed: UInt64, threads: Int) {
    self.problem = problem
    self.threads = threads
    state = SmoothState(problem, tours: tours, width: 1)
    random = RandomStream(seed: seed, name: "frank-wolfe")
    direction = Direction(state)
    meanMarginals = state.marginals
    overtimePrices = problem.overtimeBudgets.map { _ in 0 }
    isFixed = tours.map { _ in false }
  }

  /// Runs passes with the smoothing shrinking from 1 to 0.2; every twentieth pass and the last
  /// certify a bound.
  ///
  /// Stops early when the bound is within 0.1 % of `incumbent`.
  mutating func run(
    passes: Int,
    incumbent: Double,
    stop: StopSignal,
    progress: (Int, Double) -> Void
  ) {
    for pass in 0..<passes where !stop.isStopped {
      let share = passes > 1 ? Double(pass) / Double(passes - 1) : 1
      state.setWidth(pow(0.2, share))
      self.pass(stop: stop)
      for cell in meanMarginals.indices {
        meanMarginals[cell] += Self.averaging * (state.marginals[cell] - meanMarginals[cell])
      }
      guard pass % 20 == 19 || pass == passes - 1 else { continue }
      certify(stop: stop)
      if bound.isFinite { progress(pass + 1, bound) }
      if incumbent - bound < 0.001 * abs(incumbent) { return }
    }
  }

  /// Prices everyone once, in random batches of people of one group, and takes three pairwise
  /// steps each.
  mutating func pass(stop: StopSignal) {
    for batch in batches() {
      if stop.isStopped { return }
      price(batch)
    }
    for _ in 0..<3 where !stop.isStopped { pairwiseSteps() }
    adjustOvertimePrices()
  }

  private mutating func batches() -> [[Int]] {
    var people = problem.employees.indices.filter { !isFixed[$0] }
    random.shuffle(&people)
    var byGroup: [[Int]] = problem.groups.map { _ in [] }
    for person in people { byGroup[problem.mainGroups[person]].append(person) }
    var batches: [[Int]] = []
    for members in byGroup {
      for start in stride(from: 0, to: members.count, by: Self.batchSize) {
        batches.append(Array(members[start..<min(start + Self.batchSize, members.count)]))
      }
    }
    random.shuffle(&batches)
    return batches
  }

  private mutating func price(_ batch: [Int]) {
    let problem = problem
    let prices = overtimePrices
    let current = state
    let tables = PricingTables(
      problem: problem,
      groups: Set(batch.flatMap(problem.groups(of:))).sorted(),
      threads: threads
    ) { current.slotValues(group: $0) }
    let priced = parallelMap(count: batch.count, threads: threads) { index in
      problem.cheapestTour(
        of: batch[index],
        tables: tables,
        overtimePrice: prices[problem.employees[batch[index]].site]
      )?.tour
    }
    for (employee, tour) in zip(batch, priced) {
      meter.addPricing(of: problem)
      if let tour { step(employee, toward: tour) }
    }
  }

  /// The tour's cost with the overtime price of its person's site.
  private func cost(_ tour: PlannedTour, of employee: Int) -> Double {
    tour.cost + overtimePrices[problem.employees[employee].site] * Double(tour.overtimeMinutes)
  }

  private mutating func step(_ employee: Int, toward tour: PlannedTour) {
    direction.clear()
    var extra = cost(tour, of: employee) - tour.cost
    for part in state.mixes[employee] {
      direction.removeVertex(part.tour, weight: part.weight, state: state)
      extra -= part.weight * (cost(part.tour, of: employee) - part.tour.cost)
    }
    direction.addVertex(tour, weight: 1, state: state)
    direction.add(cost: extra)
    let step = direction.bestStep(in: state, longest: 1)
    guard step > 0 else { return }
    move(employee, step: step)
    state.mixes[employee].scale(by: 1 - step)
    state.mixes[employee].add(tour, weight: step)
    trim(employee)
  }

  private mutating func move(_ employee: Int, step: Double) {
    state.apply(direction, step: step)
    for group in problem.groups(of: employee) where problem.groups[group].queues.count > 1 {
      state.balance(direction, group: group)
    }
  }

  /// Moves weight from each person's worst week to the best one in the mix.
  private mutating func pairwiseSteps() {
    let values = problem.groups.indices.map { state.slotValues(group: $0) }
    for employee in problem.employees.indices
    where !isFixed[employee] && state.mixes[employee].count > 1 {
      let costs = state.mixes[employee].map { part in
        cost(part.tour, of: employee) - value(of: part.tour, slotValues: values)
      }
      guard let worst = costs.indices.max(by: { costs[$0] < costs[$1] }),
        let best = costs.indices.min(by: { costs[$0] < costs[$1] }),
        costs[worst] - costs[best] > 1e-9
      else { continue }
      transfer(employee, from: worst, to: best)
    }
  }

  private mutating func transfer(_ employee: Int, from worst: Int, to best: Int) {
    let parts = state.mixes[employee]
    direction.clear()
    direction.removeVertex(parts[worst].tour, weight: 1, state: state)
    direction.addVertex(parts[best].tour, weight: 1, state: state)
    let overtime = parts[best].tour.overtimeMinutes - parts[worst].tour.overtimeMinutes
    direction.add(cost: overtimePrices[problem.employees[employee].site] * Double(overtime))
    let step = direction.bestStep(in: state, longest: parts[worst].weight)
    guard step > 0 else { return }
    move(employee, step: step)
    state.mixes[employee][worst].weight -= step
    state.mixes[employee][best].weight += step
    state.mixes[employee].removeAll { $0.weight < 1e-9 }
  }

  /// What a week's cover is worth at given values per group and slot.
  private func value(of tour: PlannedTour, slotValues: [[Double]]) -> Double {
    var value = 0.0
    for shift in tour.shifts {
      problem.forEachStretch(of: shift) { stretch in
        for slot in stretch { value += slotValues[shift.group][slot] }
      }
    }
    return value
  }

  private mutating func trim(_ employee: Int) {
    state.mixes[employee].removeAll { $0.weight < 1e-9 }
    guard state.mixes[employee].count > Self.mixLimit,
      let lightest = state.mixes[employee].indices.min(by: {
        state.mixes[employee][$0].weight < state.mixes[employee][$1].weight
      }),
      let heaviest = state.mixes[employee].indices.max(by: {
        state.mixes[employee][$0].weight < state.mixes[employee][$1].weight
      })
    else { return }
    let parts = state.mixes[employee]
    direction.clear()
    direction.removeVertex(parts[lightest].tour, weight: 1, state: state)
    direction.addVertex(parts[heaviest].tour, weight: 1, state: state)
    state.apply(direction, step: parts[lightest].weight)
    state.mixes[employee][heaviest].weight += parts[lightest].weight
    state.mixes[employee].remove(at: lightest)
  }

  /// Raises the price of overtime where the mixes use more than the budget, lowers it where less.
  private mutating func adjustOvertimePrices() {
    for site in overtimePrices.indices where problem.overtimeBudgets[site] < .max {
      var used = 0.0
      for (employee, mix) in state.mixes.enumerated()
      where problem.employees[employee].site == site {
        for part in mix { used += part.weight * Double(part.tour.overtimeMinutes) }
      }
      let budget = Double(problem.overtimeBudgets[site])
      let wage = problem.employees.first { $0.site == site }?.wagePerMinute ?? 0
      let step = 0.1 * wage * (used - budget) / max(budget, 60)
      overtimePrices[site] = max(0, overtimePrices[site] + step)
    }
  }
}

extension FrankWolfe {
  /// Settles a person on one week.
  mutating func fix(_ employee: Int, on tour: PlannedTour) {
    direction.clear()
    for part in state.mixes[employee] {
      direction.removeVertex(part.tour, weight: part.weight, state: state)
    }
    direction.addVertex(tour, weight: 1, state: state)
    move(employee, step: 1)
    state.mixes[employee] = [SmoothState.Part(tour: tour, weight: 1)]
    isFixed[employee] = true
  }

  /// Takes other mixes over.
  mutating func adopt(_ mixes: [[SmoothState.Part]]) {
    var fresh = state
    for employee in mixes.indices {
      direction.clear()
      for part in fresh.mixes[employee] {
        direction.removeVertex(part.tour, weight: part.weight, state: fresh)
      }
      for part in mixes[employee] {
        direction.addVertex(part.tour, weight: part.weight, state: fresh)
      }
      fresh.apply(direction, step: 1)
      for group in problem.groups(of: employee) { fresh.balance(direction, group: group) }
      fresh.mixes[employee] = mixes[employee]
    }
    state = fresh
  }

  /// Changes the smoothing, for the dive.
  mutating func setWidth(_ width: Double) { state.setWidth(width) }

  /// Prices everyone at the present marginals, at their average and between that and the best so
  /// far, and keeps the best bound.
  mutating func certify(stop: StopSignal) {
    var candidates = [state.marginals, meanMarginals]
    if !boundMarginals.isEmpty {
      candidates.append(zip(boundMarginals, meanMarginals).map { 0.7 * $0 + 0.3 * $1 })
    }
    for marginals in candidates {
      let result = LagrangianBound(
        problem,
        marginals: marginals,
        overtimePrices: overtimePrices,
        threads: threads,
        stop: stop
      )
      for _ in problem.employees { meter.addPricing(of: problem) }
      guard let result else { return }
      guard result.value > bound else { continue }
      bound = result.value
      boundMarginals = marginals
    }
  }
}

extension [SmoothState.Part] {
  fileprivate mutating func scale(by factor: Double) {
    for index in indices { self[index].weight *= factor }
  }

  fileprivate mutating func add(_ tour: PlannedTour, weight: Double) {
    if let known = firstIndex(where: { $0.tour.shifts == tour.shifts }) {
      self[known].weight += weight
    } else {
      append(SmoothState.Part(tour: tour, weight: weight))
    }
  }
}
