import Forecasting
import Staffing
import Workforce

/// The need under a new forecast: computed anew where the forecast differs, as published elsewhere.
struct NeedRevision {
  let forecast: Forecast
  let requirement: Requirement
  /// The dates with another need, ascending.
  let dates: [LocalDate]

  init(
    settings: ScenarioSettings,
    published: (forecast: Forecast, requirement: Requirement),
    changes: ChangeRequest
  ) {
    guard changes.changesForecast else {
      forecast = published.forecast
      requirement = published.requirement
      dates = []
      return
    }
    let base = changes.forecast ?? published.forecast
    let forecast = ForecastOverrides(changes.overrides).applied(to: base)
    let fresh = RequirementCalculator(settings: settings).requirement(for: forecast)
    var requirement = published.requirement
    for queue in requirement.queues.indices {
      let (old, new) = (published.forecast.queues[queue], forecast.queues[queue])
      for index in requirement.queues[queue].intervals.indices
      where old.intervals.mean[index] != new.intervals.mean[index]
        || old.averageHandleTime[index] != new.averageHandleTime[index]
        || old.isOpen[index] != new.isOpen[index]
      {
        requirement.queues[queue].intervals[index] = fresh.queues[queue].intervals[index]
      }
    }
    let grid = requirement.grid
    dates = zip(grid.dates, grid.days).filter { _, day in
      zip(requirement.queues, published.requirement.queues).contains {
        $0.intervals[day] != $1.intervals[day]
      }
    }.map(\.0)
    self.forecast = forecast
    self.requirement = requirement
  }
}
