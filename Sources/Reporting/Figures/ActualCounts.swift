import Workforce

/// What has come in the intervals of a week, as far as the history knows them.
struct ActualCounts {
  var inputs: PlanningInputs
  var grid: TimeGrid

  /// Counts per interval of a queue; `nil` where unknown, or where the history's intervals are
  /// longer than the grid's.
  func counts(of queue: String) -> [Double?] {
    guard let history = inputs.history.first(where: { $0.queue == queue }),
      history.intervalMinutes <= grid.stepMinutes
    else { return Array(repeating: nil, count: grid.count) }
    return grid.arrivals(of: history.records)
  }

  /// The largest count of a queue; 0 where nothing is known.
  func top(of queue: String) -> Double { counts(of: queue).compactMap { $0 }.max() ?? 0 }
}
