import Optimization
import Workforce

/// A size of blocks, with what its blocks have gained.
private struct BlockSize {
  var people: Int
  let days: Int
  /// Blocks in a row that were proved, and that were not and gained nothing.
  private var proofs = 0
  private var failures = 0
  /// Moving averages.
  var gain = 0.0
  var units = 1.0
  var tries = 0

  init(people: Int, days: Int) {
    self.people = people
    self.days = days
  }

  var score: Double { gain / units }

  /// Blocks grow while they are proved one after the other, and shrink where programs end without
  /// a proof or a gain.
  mutating func note(gain more: Double, units spent: Double, isProved: Bool, most: Int) {
    gain = 0.93 * gain + more
    units = 0.93 * units + spent
    tries += 1
    proofs = isProved ? proofs + 1 : 0
    failures = isProved || more > 1e-9 ? 0 : failures + 1
    if proofs >= 2 { (people, proofs) = (min(most, people + max(1, people / 2)), 0) }
    if failures >= 4 { (people, failures) = (max(2, people * 4 / 5), 0) }
  }
}

extension HorizonPipeline {
  /// Temperatures as shares of what the dearest missing person costs.
  private var scale: Double { max(1e-9, problem.cover.dearest) }

  /// Anneals on each thread with a seed of its own; keeps the best roster.
  mutating func anneal(
    _ best: inout RosterState,
    temperatures: (first: Double, last: Double),
    share: Double,
    from stage: String,
    round: Int = 0
  ) {
    guard !stop.isStopped else { return }
    tell("annealing", "")
    let moves = Int(share * budget / HorizonAnnealing.unitsPerMove)
    let (start, seed, stop) = (best, options.seed, stop)
    let range = (first: temperatures.first * scale, last: temperatures.last * scale)
    let outcomes = parallelMap(count: 2, threads: options.threads) { chain in
      HorizonAnnealing.run(
        from: start,
        temperatures: range,
        moves: moves,
        seed: RandomStream.mix(seed &+ UInt64(2 * round + chain)),
        stop: stop
      )
    }
    for outcome in outcomes where outcome.roster.objective < best.objective - 1e-9 {
      best = outcome.roster
    }
    // two chains run side by side: their work is counted once, as time is
    meter.add(units: outcomes.map(\.meter.units).max() ?? 0)
    note(best, "annealing")
    finish(
      "annealing",
      best.objective,
      "\(outcomes.reduce(0) { $0 + $1.moves }) moves from \(stage) at \(rounded(start.objective))"
    )
  }

  /// Programs over blocks and annealing in turn until the budget is spent.
  mutating func improve(_ best: inout RosterState) throws {
    var random = RandomStream(seed: options.seed, name: "blocks")
    var sizes = blockSizes()
    var tally = (blocks: 0, proved: 0, improved: 0, gain: 0.0)
    var round = 0
    // annealing that gains nothing gives its time to the programs
    var share = 0.08
    // without an effort a clock that runs ends it: units are about as many as microseconds, not quite
    let most = followsClock ? Double.infinity : budget
    while !stop.isStopped, meter.units < most, !isProved(best) {
      let (before, known) = (meter.units, best.objective)
      round += 1
      let first = [0.01, 0.03, 0.06][round % 3]
      anneal(&best, temperatures: (first, 0.003), share: share, from: "the best", round: round)
      share = best.objective < known - 1e-9 ? 0.08 : max(0.01, share / 2)
      while !stop.isStopped, meter.units < min(most, before + 0.2 * budget), !isProved(best) {
        try solveRound(&best, &sizes, &random, &tally)
      }
    }
    finish(
      "blocks",
      best.objective,
      "GLPK: \(tally.blocks) integer programs over some people and dates; \(tally.proved) proved "
        + "that theirs were the best already, \(tally.improved) found better ones, saving "
        + "\(rounded(tally.gain))"
    )
  }

  private func blockSizes() -> [BlockSize] {
    let (people, days) = (problem.employees.count, problem.dayCount)
    let shapes = [(2, 56), (4, 28), (6, 28), (8, 14), (14, 7), (25, 4), (40, 2), (50, 7), (50, 14)]
    var sizes: [BlockSize] = []
    for (most, length) in shapes {
      let size = BlockSize(people: min(most, people), days: min(length, days))
      if !sizes.contains(where: { $0.people == size.people && $0.days == size.days }) {
        sizes.append(size)
      }
    }
    return sizes
  }

  /// Two blocks with different people, from the same roster, taken over one after the other.
  private mutating func solveRound(
    _ best: inout RosterState,
    _ sizes: inout [BlockSize],
    _ random: inout RandomStream,
    _ tally: inout (blocks: Int, proved: Int, improved: Int, gain: Double)
  ) throws {
    var busy = Set<Int>()
    var chosen: [(size: Int, block: HorizonBlock)] = []
    for _ in 0..<2 {
      let size = choose(sizes, &random)
      guard let block = block(sizes[size], without: busy, &random) else { continue }
      busy.formUnion(block.people)
      chosen.append((size, block))
    }
    let seeds = chosen.map { _ in random.next() }
    let outcomes = solve(chosen.map(\.block), from: best, seeds: seeds)
    var spent = 0.0
    for ((size, block), outcome) in zip(chosen, outcomes) {
      let outcome = try outcome.get()
      spent = max(spent, outcome.meter.units)
      if outcome.wasGuarded { isCutShort = true }
      let before = best.objective
      if let tours = outcome.tours { take(tours, of: block, &best) }
      let gain = before - best.objective
      sizes[size].note(
        gain: gain,
        units: outcome.meter.units,
        isProved: outcome.isProved,
        most: problem.employees.count
      )
      tally.blocks += 1
      if outcome.isProved { tally.proved += 1 }
      if gain > 1e-9 { tally.improved += 1 }
      tally.gain += gain
    }
    meter.add(units: max(1000, spent))
    note(best, "blocks")
  }

  /// Solves blocks side by side.
  func solve(
    _ blocks: [HorizonBlock],
    from start: RosterState,
    seeds: [UInt64]
  ) -> [Result<HorizonBlock.Outcome, any Error>] {
    let (grain, solver, stop) = (grain, solver, stop)
    let budget = min(HorizonBlock.standardBudget, 0.1 * budget)
    return parallelMap(count: blocks.count, threads: options.threads) { index in
      Result {
        try blocks[index].solve(
          start,
          grain: grain,
          nodes: 300,
          seed: seeds[index],
          budget: budget,
          solver: solver,
          stop: stop
        )
      }
    }
  }

  private func choose(_ sizes: [BlockSize], _ random: inout RandomStream) -> Int {
    if let fresh = sizes.firstIndex(where: { $0.tries < 4 }) { return fresh }
    var best = 0
    for index in sizes.indices where sizes[index].score > sizes[best].score { best = index }
    // where no size has gained of late, none is better than the others
    let isOpen = random.below(10) < 3 || sizes[best].score < 1e-9
    return isOpen ? random.below(sizes.count) : best
  }

  private func block(
    _ size: BlockSize,
    without busy: Set<Int>,
    _ random: inout RandomStream
  ) -> HorizonBlock? {
    var people = problem.employees.indices.filter { !busy.contains($0) }
    guard !people.isEmpty else { return nil }
    random.shuffle(&people)
    let first = random.below(problem.dayCount - size.days + 1)
    return HorizonBlock(
      people: people.prefix(size.people).sorted(),
      days: first..<first + size.days
    )
  }

  /// Takes over horizons that do not make the roster worse.
  func take(_ tours: [PlannedTour], of block: HorizonBlock, _ best: inout RosterState) {
    var state = best
    for (person, tour) in zip(block.people, tours) {
      // the block's own people know fewer shifts; the whole problem prices theirs
      state.replace(
        person,
        with: problem.tour(of: tour.shifts, employee: problem.employees[person])
      )
    }
    if state.objective <= best.objective + 1e-9 { best = state }
  }
}
