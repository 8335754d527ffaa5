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

  /// Whether work is left of a share of the budget; a clock that ends the search does so alone.
  private func hasUnits(share: Double) -> Bool {
    followsClock || meter.units < share * budget
  }

  /// Sweeps while they help; then a bound, where it counts time and weekends.
  mutating func sweepAndBound(_ best: inout RosterState) throws {
    let part = stop.part(Fraction(0.6) ?? .one)
    for round in 0..<Self.mostSweeps
    where hasSmallWindows && !part.isStopped && hasUnits(share: 0.6) {
      let before = best.objective
      try sweep(&best, round: round)
      if before - best.objective <= Self.leastGain * abs(before) { break }
    }
    noteCut(part)
    guard !stop.isStopped, problem.horizons.allSatisfy({ $0?.isExact ?? false }) else { return }
    _ = frankWolfe(best)
  }

  /// The windows of a sweep; those of every second one begin half a window later, without the first
  /// dates.
  private func windows(round: Int) -> [Range<Int>] {
    let days = problem.dayCount
    let length = min(days, Self.windowDays)
    let first = round % 2 * (length / 2)
    return stride(from: first, to: max(first + 1, days), by: length).map { start in
      let start = min(start, days - length)
      return start..<start + length
    }
  }

  /// One sweep: two windows at a time, half of the windows apart.
  mutating func sweep(_ best: inout RosterState, round: Int) throws {
    let before = best.objective
    let windows = windows(round: round)
    let half = (windows.count + 1) / 2
    var random = RandomStream(seed: options.seed, name: "sweep", keys: round)
    for index in 0..<half where !stop.isStopped && hasUnits(share: 1) {
      tell("sweep", "window \(index + 1) of \(half)")
      let pair = [index, index + half].filter { $0 < windows.count }.map { windows[$0] }
      let blocks = pair.map { HorizonBlock(people: Array(problem.employees.indices), days: $0) }
      let outcomes = solve(blocks, from: best, seeds: blocks.map { _ in random.next() })
      var spent = 0.0
      for (block, outcome) in zip(blocks, outcomes) {
        let outcome = try outcome.get()
        spent = max(spent, outcome.meter.units)
        if outcome.wasGuarded { isCutShort = true }
        if let tours = outcome.tours { take(tours, on: block.days, &best) }
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
  /// Takes over a window's dates; a window beside it may have changed other dates.
  private mutating func take(
    _ tours: [PlannedTour],
    on days: Range<Int>,
    _ best: inout RosterState
  ) {
    var state = best
    var broken: [Int] = []
    for (person, tour) in tours.enumerated() {
      let kept = best.tours[person].shifts.filter { !days.contains($0.day) }
      let shifts = (kept + tour.shifts.filter { days.contains($0.day) }).sorted { $0.day < $1.day }
      let merged = problem.tour(of: shifts, employee: problem.employees[person])
      if problem.keepsHorizon(merged, of: person) {
        state.replace(person, with: merged)
      } else {
        broken.append(person)
      }
    }
    // both windows together may take more than a person's total of time, kinds or weekends
    if !broken.isEmpty { _ = respond(&state, order: broken) }
    if state.objective <= best.objective + 1e-9 { best = state }
  }
}
