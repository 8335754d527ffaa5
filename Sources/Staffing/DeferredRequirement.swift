import Workforce

/// How many people deferred work needs for the hours that the smoothing program gives each interval.
///
/// An interval has as many agents as bring the work done so far up to the work planned so far, and as
/// many people on the roster as do with shrinkage: what waits makes up for who is missing, so that
/// nothing is rounded up interval by interval.
struct DeferredRequirement {
  let settings: ScenarioSettings
  let forecast: Forecast

  private var grid: TimeGrid { forecast.grid }

  /// The need of a queue per interval for so many seconds of work in each.
  func intervals(of place: Int, work: [Double]) -> [IntervalRequirement] {
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
