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
    precondition(
      requirement.queues.map(\.queue) == settings.queues.map(\.name),
      "the requirement must list the queues of the settings"
    )
    let layout = SlotLayout(grid: requirement.grid, slotMinutes: settings.rosterSlotMinutes)
    return layout.coverCosts(queues: settings.queues.count) { queue, index, minutes in
      steps(
        people: requirement.queues[queue].intervals[index].rostered,
        weight: settings.queues[queue].weight,
        minutes: minutes
      )
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
}
