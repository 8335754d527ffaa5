import Workforce

/// Adds to queues what self-service does not resolve.
///
/// Of the contacts that an interval leaves over, a spill's share asks its queue after the delay; they
/// are even over the interval, so the delay may split them between two. Contacts that find a queue for
/// calls or chats closed are lost, as are those after the week's end. Bands grow with the mean, and the
/// handle time is the mean of both kinds.
struct SpillOver {
  let settings: ScenarioSettings
  let grid: TimeGrid

  /// The forecast with all spills, and the channels with what they spill.
  func added(to queues: [QueueForecast], from channels: [SelfServiceForecast])
    -> (queues: [QueueForecast], channels: [SelfServiceForecast])
  {
    var (queues, channels) = (queues, channels)
    for (place, channel) in settings.selfService.enumerated() {
      let rest = zip(channels[place].arrivals, channels[place].contained).map { $0 - $1 }
      for spill in channel.spills {
        guard let index = queues.firstIndex(where: { $0.queue == spill.queue }) else { continue }
        let isDeferred = settings.queues[index].channel == .deferred
        let moved = shifted(rest, by: spill.delay)
        let arrivals = moved.indices.map { interval in
          isDeferred || queues[index].isOpen[interval] ? moved[interval] * spill.share.value : 0
        }
        let lost = zip(moved, arrivals).reduce(0) { $0 + $1.0 * spill.share.value - $1.1 }
        channels[place].spilled.append(
          .init(queue: spill.queue, arrivals: arrivals, lost: max(0, lost))
        )
        guard !channel.isSpillRecorded else { continue }
        queues[index].add(arrivals, handleTimeFactor: spill.handleTimeFactor, days: grid.days)
      }
    }
    return (queues, channels)
  }

  /// Contacts by the interval in which they fall after a delay.
  private func shifted(_ counts: [Double], by delay: Duration) -> [Double] {
    let steps = delay.inSeconds / Double(60 * grid.stepMinutes)
    let whole = Int(steps.rounded(.down))
    let part = steps - Double(whole)
    var moved = Array(repeating: 0.0, count: counts.count)
    for (index, count) in counts.enumerated() {
      let first = index + whole
      if first < counts.count { moved[first] += count * (1 - part) }
      if part > 0, first + 1 < counts.count { moved[first + 1] += count * part }
    }
    return moved
  }
}

extension QueueForecast {
  /// Adds contacts that the history does not know.
  fileprivate mutating func add(
    _ arrivals: [Double],
    handleTimeFactor factor: Double,
    days ranges: [Range<Int>]
  ) {
    for index in arrivals.indices where arrivals[index] > 0 {
      let (own, added) = (intervals.mean[index], arrivals[index])
      let mixed = (own + added * factor) / (own + added)
      averageHandleTime[index] = .seconds(averageHandleTime[index].inSeconds * mixed)
      intervals.grow(by: added, at: index)
    }
    let totals = ranges.map { range in arrivals[range].reduce(0, +) }
    for (day, added) in totals.enumerated() where added > 0 { days.grow(by: added, at: day) }
    weekTotal?.grow(by: totals.reduce(0, +), at: 0)
    modelMean = modelMean.map { zip($0, arrivals).map { $0 + $1 } }
  }
}

extension QueueForecast.Band {
  /// Adds to a mean; its band grows in proportion, and is as wide as nothing where there was none.
  fileprivate mutating func grow(by added: Double, at index: Int) {
    let old = mean[index]
    mean[index] = old + added
    for quantile in [\Self.low95, \.low80, \.high80, \.high95] {
      let edge = old > 0 ? self[keyPath: quantile][index] / old : 1
      self[keyPath: quantile][index] = edge * (old + added)
    }
  }
}
