import Forecasting
import Optimization
import Staffing
import Workforce

/// The need under a new forecast: computed anew where the forecast differs and where other agents
/// follow from it, as published elsewhere.
struct NeedRevision {
  let forecast: Forecast
  let requirement: Requirement
  /// The dates with another need, ascending.
  let dates: [LocalDate]

  init(
    inputs: PlanningInputs,
    published: (forecast: Forecast, requirement: Requirement),
    changes: ChangeRequest,
    solver: any LinearSolver
  ) throws {
    var forecast = published.forecast
    var requirement = published.requirement
    if changes.changesForecast {
      let base = (changes.forecast ?? published.forecast).revised(changes.reforecast)
      forecast = ForecastOverrides(changes.overrides).applied(to: base)
      let fresh = try DeferredNeed(inputs: inputs, forecast: forecast, solver: solver)
        .requirement
      requirement = Self.merged(
        published.requirement,
        fresh,
        inputs: inputs,
        from: published.forecast,
        to: forecast
      )
    }
    requirement = changes.requirement ?? requirement
    let grid = requirement.grid
    dates = zip(grid.dates, grid.days).filter { _, day in
      zip(requirement.queues, published.requirement.queues).contains {
        $0.intervals[day] != $1.intervals[day]
      }
    }.map(\.0)
    self.forecast = forecast
    self.requirement = requirement
  }

  /// The published need with fresh numbers where the forecast is another, or what earlier intervals
  /// leave behind asks for other agents.
  private static func merged(
    _ published: Requirement,
    _ fresh: Requirement,
    inputs: PlanningInputs,
    from old: Forecast,
    to new: Forecast
  ) -> Requirement {
    var requirement = published
    let base = RequirementCalculator(inputs: inputs).requirement(for: old)
    for queue in requirement.queues.indices {
      let isCarried = inputs.settings.queues[queue].channel != .deferred
      let (before, after) = (old.queues[queue], new.queues[queue])
      for index in requirement.queues[queue].intervals.indices
      where before.intervals.mean[index] != after.intervals.mean[index]
        || before.averageHandleTime[index] != after.averageHandleTime[index]
        || before.isOpen[index] != after.isOpen[index]
        || isCarried
          && base.queues[queue].intervals[index].agents
            != fresh.queues[queue].intervals[index].agents
      {
        requirement.queues[queue].intervals[index] = fresh.queues[queue].intervals[index]
      }
    }
    return requirement
  }
}

extension Forecast {
  /// The forecast with some intervals as they are expected now; the days' bands move with their
  /// means.
  fileprivate func revised(_ intervals: [ChangeRequest.Reforecast]) -> Forecast {
    var forecast = self
    for interval in intervals {
      let place = grid.index(of: interval.start)
      guard let queue = queues.firstIndex(where: { $0.queue == interval.queue }),
        (0..<grid.count).contains(place)
      else { continue }
      forecast.queues[queue].revise(place, day: grid.day(of: place), to: interval.arrivals)
    }
    return forecast
  }
}

extension QueueForecast {
  fileprivate mutating func revise(_ place: Int, day: Int, to arrivals: Band) {
    let change = arrivals.mean[0] - intervals.mean[place]
    intervals.mean[place] = arrivals.mean[0]
    intervals.low95[place] = arrivals.low95[0]
    intervals.low80[place] = arrivals.low80[0]
    intervals.high80[place] = arrivals.high80[0]
    intervals.high95[place] = arrivals.high95[0]
    days.mean[day] = max(0, days.mean[day] + change)
    days.low95[day] = max(0, days.low95[day] + change)
    days.low80[day] = max(0, days.low80[day] + change)
    days.high80[day] = max(0, days.high80[day] + change)
    days.high95[day] = max(0, days.high95[day] + change)
  }
}
