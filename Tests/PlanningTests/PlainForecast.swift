import Workforce

extension Forecast {
  /// A forecast of one queue that is sure of its contacts: they are its bands too.
  init(certainly mean: [Double], of queue: QueueSettings, isOpen: [Bool], on grid: TimeGrid) {
    let days = grid.days.map { $0.reduce(0) { $0 + mean[$1] } }
    self.init(
      grid: grid,
      queues: [
        QueueForecast(
          queue: queue.name,
          method: .weeklyNaive,
          intervals: .init(mean: mean, low95: mean, low80: mean, high80: mean, high95: mean),
          days: .init(mean: days, low95: days, low80: days, high80: days, high95: days),
          averageHandleTime: Array(repeating: queue.averageHandleTime, count: grid.count),
          dayVariation: 0,
          pastError: nil,
          isOpen: isOpen
        )
      ]
    )
  }
}
