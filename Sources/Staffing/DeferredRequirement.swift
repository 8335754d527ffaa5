import Workforce

/// How many people deferred work needs: a simple rule until the smoothing program decides.
///
/// The work of the items received in an interval is spread evenly over the open time from then until
/// they are due; items due before the queue opens again fall to its next open interval. What a queue
/// has done comes to those that follow it as it was received, so that due times count from then. An
/// interval has as many agents as bring the work done so far up to the work spread so far, and as many
/// people on the roster as do with shrinkage: what waits makes up for who is missing, so that nothing is
/// rounded up interval by interval.
struct DeferredRequirement {
  let settings: ScenarioSettings
  let forecast: Forecast

  private var grid: TimeGrid { forecast.grid }

  /// The need of a queue per interval.
  func intervals(of place: Int) -> [IntervalRequirement] {
    let work = work(of: place)
    let capacity = Double(60 * grid.stepMinutes)
    let isOpen = forecast.queues[place].isOpen
    var agents = WholeSum()
    var people = WholeSum()
    return work.indices.map { index in
      let load = work[index] / capacity
      let agents = agents.add(load, isOpen: isOpen[index])
      let rostered = people.add(load / (1 - settings.shrinkage.value), isOpen: isOpen[index])
      return IntervalRequirement(
        agents: agents,
        rostered: rostered,
        offeredLoad: load,
        serviceLevel: 1,
        occupancy: agents > 0 ? min(1, load / Double(agents)) : 0,
        bindingTarget: agents > 0 ? .serviceLevel : .none
      )
    }
  }

  /// Seconds of work per interval, spread until the items are due.
  private func work(of place: Int) -> [Double] {
    let queue = settings.queues[place]
    let items = items(of: place, visited: [])
    let handling = forecast.queues[place].averageHandleTime
    let isOpen = forecast.queues[place].isOpen
    var work = Array(repeating: 0.0, count: grid.count)
    for index in items.indices where items[index] > 0 {
      let open = window(from: index, queue, isOpen)
      for other in open {
        work[other] += items[index] * handling[index].inSeconds / Double(open.count)
      }
    }
    return work
  }

  /// Items received per interval, those of followed queues included.
  private func items(of place: Int, visited: Set<Int>) -> [Double] {
    let own = forecast.queues[place].intervals.mean.map { max(0, $0) }
    guard let follows = settings.queues[place].follows,
      let before = settings.queues.firstIndex(where: { $0.name == follows.queue }),
      !visited.contains(before)
    else { return own }
    let others = items(of: before, visited: visited.union([place]))
    return zip(own, others).map { $0 + follows.share.value * $1 }
  }

  /// The open intervals in which items of an interval may be done in time, at least the next one;
  /// none after the last.
  private func window(from index: Int, _ queue: QueueSettings, _ isOpen: [Bool]) -> [Int] {
    let steps = queue.target.threshold.inSeconds / Double(60 * grid.stepMinutes)
    let count = max(1, Int(steps.rounded(.down)))
    let later = (index..<grid.count).filter { isOpen[$0] }
    if queue.dueHours == .service { return Array(later.prefix(count)) }
    let inTime = later.prefix { $0 < index + count }
    return inTime.isEmpty ? Array(later.prefix(1)) : Array(inTime)
  }
}

/// Whole numbers whose sum keeps up with that of fractions, and is never a whole one ahead.
private struct WholeSum {
  private var asked = 0.0
  private var given = 0

  mutating func add(_ part: Double, isOpen: Bool) -> Int {
    asked += part
    guard isOpen else { return 0 }
    let next = max(0, Int((asked - Double(given) - 1e-9).rounded(.up)))
    given += next
    return next
  }
}
