import Workforce

/// What has come in the intervals of a week, as far as the history knows them.
struct ActualCounts {
  var inputs: PlanningInputs
  var grid: TimeGrid

  /// Counts per interval of a queue; `nil` where unknown, or where the history's intervals are
  /// longer than the grid's.
  func counts(of queue: String) -> [Double?] {
    var counts = [Double?](repeating: nil, count: grid.count)
    guard let history = inputs.history.first(where: { $0.queue == queue }),
      history.intervalMinutes <= grid.stepMinutes
    else { return counts }
    for record in history.records where record.start >= grid.start && record.start < grid.end {
      let index = grid.index(of: record.start)
      counts[index] = (counts[index] ?? 0) + record.arrivals
    }
    return counts
  }

  /// The largest count of a queue; 0 where nothing is known.
  func top(of queue: String) -> Double { counts(of: queue).compactMap { $0 }.max() ?? 0 }
}
