/// What the cover of many weeks is worth at the same prices: sums over the slots, made once for each
/// group that is asked for.
///
/// Keeps its memory between prices.
struct WeekWorths: Sendable {
  /// By group: what a person of it is worth from the first slot up to each slot.
  private var sums: [[Double]]
  /// The prices, counted, at which each group's sums were made.
  private var versions: [Int]
  private var version = 1
  private let problem: RosterProblem

  init(_ problem: RosterProblem) {
    self.problem = problem
    sums = problem.groups.map { _ in [] }
    versions = problem.groups.map { _ in 0 }
  }

  /// Forgets the sums, because the prices are others.
  mutating func reset() { version += 1 }

  /// A week's cost less what its cover is worth, coupling rows left out; all weeks since the last
  /// reset must be asked for at the same marginals.
  mutating func netCost(of tour: PlannedTour, _ marginals: [Double]) -> Double {
    var cost = tour.cost
    for shift in tour.shifts {
      let group = shift.group
      if versions[group] != version { fill(group, marginals) }
      unsafe sums[group].withUnsafeBufferPointer { sums in
        problem.forEachStretch(of: shift) {
          cost -= unsafe sums[$0.upperBound] - sums[$0.lowerBound]
        }
      }
    }
    return cost
  }

  private mutating func fill(_ group: Int, _ marginals: [Double]) {
    let slots = problem.slotCount
    versions[group] = version
    if sums[group].isEmpty { sums[group] = [Double](repeating: 0, count: slots + 1) }
    let (problem, parts) = (problem, problem.groups[group].parts)
    precondition(parts.first.map { $0.slot == 0 } ?? true, "parts must begin with the week")
    unsafe sums[group].withUnsafeMutableBufferPointer { sums in
      unsafe marginals.withUnsafeBufferPointer { marginals in
        guard !parts.isEmpty else {
          unsafe Self.fill(sums, 0..<slots, crew: problem.crews[group], marginals, problem)
          return
        }
        for (index, part) in parts.enumerated() {
          let end = index + 1 < parts.count ? parts[index + 1].slot : slots
          unsafe Self.fill(
            sums,
            part.slot..<end,
            crew: problem.crews[part.group],
            marginals,
            problem
          )
        }
      }
    }
  }

  /// Sums of the values of one crew's people: of the highest marginal of their queues, or what an
  /// idle person costs where they have none.
  ///
  /// No marginal is below −o, so that the highest one is π.
  private static func fill(
    _ sums: UnsafeMutableBufferPointer<Double>,
    _ range: Range<Int>,
    crew: Crew,
    _ marginals: UnsafeBufferPointer<Double>,
    _ problem: RosterProblem
  ) {
    let slots = problem.slotCount
    for slot in range {
      unsafe sums[slot + 1] = crew.first < crew.end ? -.infinity : -problem.cover.idleCost
    }
    for index in Int(crew.first)..<Int(crew.end) {
      let base = Int(problem.crewQueues[index]) * slots
      for slot in range {
        unsafe sums[slot + 1] = max(sums[slot + 1], marginals[base + slot])
      }
    }
    for slot in range {
      unsafe sums[slot + 1] = sums[slot] + sums[slot + 1] * crew.weight
    }
  }
}
