import Foundation
public import Workforce

/// Prices the people given to each queue in every roster slot: Φ of the roster formulation.
///
/// Of the people that an interval needs, the first missing ones cost the first tier and so on; the
/// first people present therefore save the dearest tier. A person present in a slot serves every
/// interval that the slot touches, each weighted by the minutes they share.
public struct CoverCostBuilder: Sendable {
  private let settings: ScenarioSettings

  /// Makes a builder.
  public init(settings: ScenarioSettings) { self.settings = settings }

  /// The prices on the grid of roster slots over the requirement's days.
  ///
  /// The slot must divide the days (it does in zones whose clock changes by half and whole hours),
  /// and the requirement must list the queues in the order of the settings.
  public func coverCosts(for requirement: Requirement) -> CoverCosts {
    guard let grid = requirement.grid.withStep(minutes: settings.rosterSlotMinutes) else {
      preconditionFailure("roster slots must divide the days of the requirement")
    }
    precondition(
      requirement.queues.map(\.queue) == settings.queues.map(\.name),
      "the requirement must list the queues of the settings"
    )
    let queues = zip(settings.queues, requirement.queues).map { queue, needed in
      (0..<grid.count).map { slot in
        let parts = overlaps(of: slot, with: requirement.grid).map { index, minutes in
          steps(people: needed.intervals[index].rostered, weight: queue.weight, minutes: minutes)
        }
        return CoverCost(steps: Self.sum(of: parts))
      }
    }
    return CoverCosts(grid: grid, queues: queues)
  }

  /// The intervals that a slot touches, with the minutes they share.
  private func overlaps(of slot: Int, with grid: TimeGrid) -> [(index: Int, minutes: Int)] {
    let start = slot * settings.rosterSlotMinutes
    let end = start + settings.rosterSlotMinutes
    let step = grid.stepMinutes
    return (start / step...(end - 1) / step).map { index in
      (index, min(end, (index + 1) * step) - max(start, index * step))
    }
  }

  /// The steps of one interval, dearest tier first.
  private func steps(people: Int, weight: Double, minutes: Int) -> [CoverCost.Step] {
    let tiers = settings.costs.understaffing
    var left = people
    var steps: [CoverCost.Step] = []
    for (index, tier) in tiers.enumerated() {
      let share = Int((tier.share.value * Double(people) - 1e-9).rounded(.up))
      let taken = index == tiers.count - 1 ? left : min(left, share)
      left -= taken
      let worth = tier.costPerHour * weight * Double(minutes) / 60
      if taken > 0 { steps.append(CoverCost.Step(people: taken, worth: worth)) }
    }
    return steps.reversed()
  }

  /// The steps of the sum of prices: each further person saves what they save in every part.
  private static func sum(of parts: [[CoverCost.Step]]) -> [CoverCost.Step] {
    if parts.count == 1 { return parts[0] }
    let ends = parts.map { steps in
      steps.indices.map { steps[...$0].reduce(0) { $0 + $1.people } }
    }
    var sum: [CoverCost.Step] = []
    var people = 0
    for end in Set(ends.joined()).sorted() {
      let worth = zip(parts, ends).reduce(0.0) { total, part in
        let step = part.1.firstIndex { $0 > people }
        return total + (step.map { part.0[$0].worth } ?? 0)
      }
      sum.append(CoverCost.Step(people: end - people, worth: worth))
      people = end
    }
    return sum
  }
}
