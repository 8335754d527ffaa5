import Optimization
import Workforce

/// Sweeps of horizons too long for one master: everybody's roster over one window of dates after
/// the other.
extension HorizonPipeline {
  /// Days of a window.
  private static let windowDays = 28
  /// Most rows of a window's master: dives of larger ones take longer than annealing needs for as
  /// much.
  private static let windowRows = 400
  /// Most sweeps, and the share of the objective that one must save for another to follow.
  private static let (mostSweeps, leastGain) = (8, 0.003)

  /// True where sweeps are worth while.
  var hasSmallWindows: Bool {
    let (people, days) = (problem.employees.count, problem.dayCount)
    let coverRows = Double(TourMaster.rowCount(problem) - people)
    let share = Double(min(Self.windowDays, days)) / Double(max(1, days))
    return people + Int(coverRows * share) <= Self.windowRows
  }

  /// Sweeps while they help; then a bound, where it counts time and weekends.
  mutating func sweepAndBound(_ best: inout RosterState) throws {
    for round in 0..<Self.mostSweeps
    where hasSmallWindows && !stop.isStopped && meter.units < budget {
      let before = best.objective
      try sweep(&best, round: round)
      if before - best.objective < Self.leastGain * abs(before) { break }
    }
    guard !stop.isStopped, problem.horizons.allSatisfy({ $0?.isExact ?? false }) else { return }
    var relaxed = FrankWolfe(
      problem,
      tours: best.tours,
      seed: options.seed,
      threads: options.threads
    )
    frankWolfe(&relaxed, best)
  }

  /// The windows of a sweep; those of every second one begin half a window later.
  private func windows(round: Int) -> [Range<Int>] {
    let days = problem.dayCount
    let length = min(days, Self.windowDays)
    let first = round % 2 * (length / 2)
    return stride(from: first, to: max(first + 1, days - length / 2), by: length).map { start in
      let start = min(start, days - length)
      return start..<start + length
    }
  }

  /// One sweep: two windows at a time, half a horizon apart.
  mutating func sweep(_ best: inout RosterState, round: Int) throws {
    let before = best.objective
    let windows = windows(round: round)
    let half = (windows.count + 1) / 2
    var random = RandomStream(seed: options.seed, name: "sweep", keys: round)
    for index in 0..<half where !stop.isStopped && meter.units < budget {
      tell("sweep", "window \(index + 1) of \(half)")
      let pair = [index, index + half].filter { $0 < windows.count }.map { windows[$0] }
      let blocks = pair.map { HorizonBlock(people: Array(problem.employees.indices), days: $0) }
      let outcomes = solve(blocks, from: best, seeds: blocks.map { _ in random.next() })
      var spent = 0.0
      for (block, outcome) in zip(blocks, outcomes) {
        let outcome = try outcome.get()
        spent = max(spent, outcome.meter.units)
        if outcome.wasGuarded { isCutShort = true }
        if let tours = outcome.tours { take(tours, of: block, &best) }
      }
      meter.add(units: spent)
      note(best, "sweep")
    }
    finish(
      "sweep",
      best.objective,
      "GLPK: everybody over \(windows.count) windows of \(windows.first?.count ?? 0) days, from "
        + "\(rounded(before))"
    )
  }
}
