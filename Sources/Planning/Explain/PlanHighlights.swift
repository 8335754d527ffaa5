import Rostering
import Workforce

/// What a plan's report says of reasons: found when the report is written, because other uses of a
/// plan have no need of it.
struct PlanHighlights {
  let plan: WeekPlan

  /// Refused wishes in a report.
  private static let wishes = 10
  /// Short intervals in a report.
  private static let gaps = 3
  /// Less than this is not missing.
  private static let least = 0.05

  /// The highlights; `nil` where the roster breaks rules, as the checks of the report say.
  ///
  /// - Throws: `ShiftwrightError` when the roster cannot be explained.
  func highlights() throws(ShiftwrightError) -> RosterHighlights? {
    guard plan.isUsable, plan.check.violations.isEmpty else { return nil }
    return try RosterReasons(
      inputs: plan.inputs,
      costs: plan.costs,
      published: plan.outcome.roster,
      effort: WorthEffort(first: 1, again: 1, threads: plan.options.threads, seed: plan.seed),
      solver: nil
    ).highlights(wishes: Self.wishes, gaps: shortest)
  }

  /// The intervals that lack most people, one per queue and date.
  private var shortest: [RosterReasons.Gap] {
    let grid = plan.requirement.grid
    var chosen: [(queue: Int, interval: Int)] = []
    for gap in ranked where chosen.count < Self.gaps {
      let isKnown = chosen.contains {
        $0.queue == gap.queue && grid.day(of: $0.interval) == grid.day(of: gap.interval)
      }
      if !isKnown { chosen.append((queue: gap.queue, interval: gap.interval)) }
    }
    return chosen.map { gap in
      RosterReasons.Gap(
        queue: gap.queue,
        from: grid.instant(at: gap.interval),
        until: grid.instant(at: gap.interval + 1),
        need: plan.requirement.queues[gap.queue].intervals[gap.interval].rostered
      )
    }
  }

  /// Intervals that lack people, most first.
  private var ranked: [(queue: Int, interval: Int)] {
    var found: [(count: Double, queue: Int, interval: Int)] = []
    for queue in plan.requirement.queues.indices {
      for interval in 0..<plan.requirement.grid.count {
        let count = missing(queue, interval)
        if count >= Self.least { found.append((count, queue, interval)) }
      }
    }
    found.sort { left, right in
      if left.count != right.count { return left.count > right.count }
      return (left.interval, left.queue) < (right.interval, right.queue)
    }
    return found.map { (queue: $0.queue, interval: $0.interval) }
  }

  private func missing(_ queue: Int, _ interval: Int) -> Double {
    Double(plan.requirement.queues[queue].intervals[interval].rostered)
      - plan.coverage.allocated[queue][interval]
  }
}
