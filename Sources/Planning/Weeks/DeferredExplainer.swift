import Staffing
import Workforce

/// Opens the hours of deferred work in one interval: which items they are for, and until when those
/// are due.
///
/// In the order of due times work is done as it was received. So the hours of an interval are for the
/// work received from where the program's hours before it end to where those with it end.
struct DeferredExplainer {
  let settings: ScenarioSettings
  /// With the handle times of the people there are.
  let forecast: Forecast
  let requirement: Requirement
  /// The queue's position.
  let place: Int
  /// Where inputs stand.
  let places: ExplainedPlaces

  private var grid: TimeGrid { forecast.grid }
  private var queue: QueueSettings { settings.queues[place] }
  private var needs: [IntervalRequirement] { requirement.queues[place].intervals }
  private var stepHours: Double { Double(grid.stepMinutes) / 60 }

  func explanation(at index: Int) -> DeferredExplanation {
    let expected = forecast.queues[place]
    let own = max(0, expected.intervals.mean[index])
    let all = forecast.expected(of: place, in: settings)
    let hours = needs.map { $0.offeredLoad * stepHours }
    let before = hours[..<index].reduce(0, +)
    let lots = lots(of: all, from: before, to: before + hours[index])
    let due = dueSlots
    return DeferredExplanation(
      need: needs[index],
      items: own,
      handedOn: all[index] - own,
      handed: handed(at: index),
      shrinkage: settings.shrinkage.value,
      averageHandleTime: expected.averageHandleTime[index],
      due: end(of: due[index]),
      hours: hours[index],
      received: lots.map { grid.instant(at: $0.lowerBound)..<grid.instant(at: $0.upperBound) },
      latestDue: lots.map { end(of: due[$0.upperBound - 1]) },
      hoursSoFar: before + hours[index],
      agentHoursSoFar: needs[...index].reduce(0) { $0 + Double($1.agents) } * stepHours,
      isOpen: expected.isOpen[index],
      dueSource: places.setting(queue.name, ["due", "hours"])
    )
  }

  /// The items of earlier queues of which some come here: those that have any, else the very first.
  private func handed(at index: Int) -> [DeferredExplanation.Handed] {
    var found: [DeferredExplanation.Handed] = []
    var path = [place]
    while let follows = settings.queues[path[0]].follows,
      let before = settings.queues.firstIndex(where: { $0.name == follows.queue }),
      !path.contains(before)
    {
      let items = max(0, forecast.queues[before].intervals.mean[index])
      let queues = path.map { settings.queues[$0] }
      path.insert(before, at: 0)
      guard items > 0 || (settings.queues[before].follows == nil && found.isEmpty) else { continue }
      found.append(
        DeferredExplanation.Handed(
          queue: follows.queue,
          items: items,
          shares: queues.compactMap { $0.follows?.share.value },
          source: places.handed(
            from: follows.queue,
            forecast.queues[before],
            through: queues.map(\.name)
          )
        )
      )
    }
    return found
  }

  /// The intervals in which the work between two sums was received; `nil` without any.
  private func lots(of items: [Double], from start: Double, to end: Double) -> Range<Int>? {
    guard end > start + 1e-9 else { return nil }
    let seconds = forecast.queues[place].averageHandleTime
    var sum = 0.0
    var first: Int?
    for index in items.indices where items[index] > 0 {
      sum += items[index] * seconds[index].inSeconds / 3600
      if first == nil, sum > start + 1e-9 { first = index }
      if let first, sum >= end - 1e-6 { return first..<index + 1 }
    }
    let last = items.lastIndex { $0 > 0 }
    return first.flatMap { first in last.map { first..<$0 + 1 } }
  }

  /// The slot at whose end the items of an interval are due, as the linear program counts.
  private var dueSlots: [Int] {
    DueSlots(
      after: queue.target.threshold,
      on: queue.dueHours ?? .clock,
      isOpen: forecast.queues[place].isOpen,
      slotMinutes: grid.stepMinutes
    ).slots
  }

  /// The end of a slot, which may lie after the week.
  private func end(of slot: Int) -> Instant {
    slot < grid.count
      ? grid.instant(at: slot + 1)
      : grid.end.adding(minutes: (slot + 1 - grid.count) * grid.stepMinutes)
  }
}
