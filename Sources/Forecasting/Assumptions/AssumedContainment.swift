import Workforce

/// Lets self-service channels spill over, with the shares that a what-if expects them to resolve.
struct AssumedContainment {
  let inputs: PlanningInputs
  let grid: TimeGrid

  /// The forecasts of queues with all spills, and the channels with what they spill.
  ///
  /// Where the queues' histories hold what spilled over, they change by the difference.
  func spilled(over queues: [QueueForecast], from channels: [SelfServiceForecast])
    -> (queues: [QueueForecast], channels: [SelfServiceForecast])
  {
    let spillOver = SpillOver(settings: inputs.settings, grid: grid)
    let changed = channels.map(assumed)
    guard changed != channels else { return spillOver.added(to: queues, from: channels) }
    let before = spillOver.added(to: queues, from: channels).channels
    var after = spillOver.added(to: queues, from: changed)
    for (old, new) in zip(before, after.channels) where new.isSpillRecorded {
      for (first, second) in zip(old.spilled, new.spilled) {
        guard let place = after.queues.firstIndex(where: { $0.queue == second.queue }) else {
          continue
        }
        let difference = zip(first.arrivals, second.arrivals).map { $1 - $0 }
        after.queues[place].add(difference, handleTimeFactor: nil, grid.days)
      }
    }
    return after
  }

  private func assumed(_ channel: SelfServiceForecast) -> SelfServiceForecast {
    inputs.assumptions.reduce(into: channel) { channel, assumption in
      if case .containment(channel.name, let share) = assumption {
        channel.contained = channel.arrivals.map { $0 * share.value }
      }
    }
  }
}
