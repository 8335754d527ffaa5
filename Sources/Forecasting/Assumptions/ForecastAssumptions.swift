import Foundation
import Workforce

/// Makes of a forecast what a what-if expects instead, one assumption after another.
///
/// Bands move with their means as those of planners' overrides do; a migration mixes handle times by
/// contacts. Containment of self-service channels acts earlier, where they spill over.
struct ForecastAssumptions {
  let inputs: PlanningInputs
  let week: ISOWeek

  func applied(to forecast: Forecast) -> Forecast {
    inputs.assumptions.reduce(into: forecast) { apply($1, to: &$0) }
  }

  private func apply(_ assumption: ForecastAssumption, to forecast: inout Forecast) {
    switch assumption {
    case .volume(let queue, let factor, let dates):
      let grid = forecast.grid
      multiply(queue, in: &forecast) { day in
        dates?.contains(grid.dates[day]) ?? true ? factor : 1
      }
    case .growth(let queue, let perYear, let since):
      let days = max(0, week.monday.daysSinceEpoch - since.daysSinceEpoch)
      let factor = Self.growth(perYear, days: days)
      multiply(queue, in: &forecast) { _ in factor }
    case .migration(let from, let to, let share, let factor):
      migrate(from, to, share, handleTimeFactor: factor, in: &forecast)
    case .handleTime(let queue, let scaling):
      for index in places(queue, in: forecast) { forecast.queues[index].scaleWork(scaling) }
    case .patience(let queue, let scaling):
      for index in places(queue, in: forecast) {
        let own = forecast.queues[index].patience ?? inputs.settings.queues[index].patience
        forecast.queues[index].patience = own.map { scaling.of($0, mean: $0) }
      }
    case .containment(let name, let share):
      contain(name, share, in: &forecast)
    case .openedHours(let name, _, let arrivalsPerHour):
      open(name, arrivalsPerHour, in: &forecast)
    case .quantile(let quantile):
      for index in forecast.queues.indices {
        let factor = forecast.queues[index].weekFactor(quantile)
        forecast.queues[index].multiply(forecast.grid.days) { _ in factor }
      }
    }
  }

  /// (1 + g) ^ (days ÷ 365.25).
  static func growth(_ perYear: Double, days: Int) -> Double {
    pow(1 + perYear, Double(days) / 365.25)
  }

  private func places(_ queue: String?, in forecast: Forecast) -> [Int] {
    forecast.queues.indices.filter { queue == nil || forecast.queues[$0].queue == queue }
  }

  private func multiply(_ queue: String?, in forecast: inout Forecast, by factor: (Int) -> Double) {
    for index in places(queue, in: forecast) {
      forecast.queues[index].multiply(forecast.grid.days, by: factor)
    }
  }

  private func migrate(
    _ from: String,
    _ to: String,
    _ share: Fraction,
    handleTimeFactor: Double,
    in forecast: inout Forecast
  ) {
    guard let source = places(from, in: forecast).first,
      let place = places(to, in: forecast).first
    else { return }
    let isDeferred = inputs.settings.queues[place].channel == .deferred
    let isOpen = forecast.queues[place].isOpen
    let moved = forecast.queues[source].intervals.mean.enumerated().map { index, mean in
      isDeferred || isOpen[index] ? mean * share.value : 0
    }
    // who would find the other queue closed stays
    forecast.queues[source].add(moved.map { -$0 }, handleTimeFactor: nil, forecast.grid.days)
    forecast.queues[place].add(moved, handleTimeFactor: handleTimeFactor, forecast.grid.days)
  }

  /// Of all contacts of a queue self-service resolves another share before they ask for it.
  private func contain(_ name: String, _ share: Fraction, in forecast: inout Forecast) {
    guard let place = places(name, in: forecast).first else { return }
    let before = forecast.queues[place].containment
    forecast.queues[place].multiply(forecast.grid.days) { day in
      let known = before?[day].value ?? 0
      return known < 1 ? (1 - share.value) / (1 - known) : 1
    }
    forecast.queues[place].containment = forecast.grid.days.map { _ in share }
  }

  private func open(_ name: String, _ arrivalsPerHour: Double, in forecast: inout Forecast) {
    guard let place = places(name, in: forecast).first else { return }
    let grid = forecast.grid
    let queue = inputs.settings.queues[place]
    let isOpen = inputs.openIntervals(of: queue, on: grid)
    let added = arrivalsPerHour * Double(grid.stepMinutes) / 60
    let before = forecast.queues[place]
    let means = before.intervals.mean.enumerated().map { index, mean in
      switch (before.isOpen[index], isOpen[index]) {
      case (false, true): mean + added
      case (true, false) where queue.channel != .deferred: 0.0
      default: mean
      }
    }
    forecast.queues[place].isOpen = isOpen
    forecast.queues[place].move(to: means, days: grid.days)
  }
}

extension ForecastAssumption.Scaling {
  /// A time after the change, where the mean of all such times was `mean`.
  func of(_ time: Duration, mean: Duration) -> Duration {
    switch self {
    case .factor(let factor): .seconds(time.inSeconds * factor)
    case .mean(let wanted):
      mean > .zero ? .seconds(time.inSeconds * wanted.inSeconds / mean.inSeconds) : wanted
    }
  }
}
