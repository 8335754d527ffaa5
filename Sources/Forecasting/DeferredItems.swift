import Workforce

/// What is special about the forecast of deferred work.
struct DeferredItems {
  let inputs: PlanningInputs
  let queue: QueueSettings

  /// The queue with the hours in which items come, for its own are those in which people work.
  ///
  /// Where the history has items outside the opening hours, they come at any time.
  var asReceived: QueueSettings {
    guard queue.channel == .deferred, comesAnyTime else { return queue }
    var received = queue
    received.openingHours = .always
    return received
  }

  private var comesAnyTime: Bool {
    guard let history = inputs.history.first(where: { $0.queue == queue.name }) else {
      return false
    }
    let zone = inputs.settings.zone
    return history.records.contains { record in
      guard record.arrivals > 0 else { return false }
      let local = zone.local(at: record.start)
      let minute = local.minuteOfDay
      let today = queue.openingHours.windows(on: local.date.weekday)
      let before = queue.openingHours.windows(on: local.date.adding(days: -1).weekday)
      return !today.contains { $0.start.minutes <= minute && minute < $0.endMinutes }
        && !before.contains { minute + 1440 < $0.endMinutes }
    }
  }

  /// True when all items come from another queue.
  var comesFromOthers: Bool {
    queue.follows != nil
      && !inputs.history.contains { $0.queue == queue.name && !$0.records.isEmpty }
  }

  /// Nothing that customers write; the items of the followed queue are not in its forecast.
  func nothing(on grid: TimeGrid) -> QueueForecast {
    let none = Array(repeating: 0.0, count: grid.count)
    let days = Array(repeating: 0.0, count: grid.days.count)
    return QueueForecast(
      queue: queue.name,
      method: inputs.settings.forecastMethod == .automatic
        ? .weekdayMean : inputs.settings.forecastMethod,
      intervals: .init(mean: none, low95: none, low80: none, high80: none, high95: none),
      days: .init(mean: days, low95: days, low80: days, high80: days, high95: days),
      averageHandleTime: Array(repeating: queue.averageHandleTime, count: grid.count),
      dayVariation: 0,
      pastError: nil,
      isOpen: inputs.openIntervals(of: queue, on: grid)
    )
  }

  /// Says where the items come from.
  var note: Diagnostic {
    let share = queue.follows?.share ?? .one
    return Diagnostic(
      .note,
      file: "scenario.yaml",
      message:
        "queue '\(queue.name)': no customer writes to it; \(Int((share.value * 100).rounded()))%"
        + " of what '\(queue.follows?.queue ?? "")' has done comes here.",
      suggestion: ""
    )
  }
}
