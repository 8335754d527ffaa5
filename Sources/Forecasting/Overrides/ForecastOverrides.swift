public import Workforce

/// Applies planners' changes to a forecast, one after another in their order.
///
/// A factor multiplies the contacts of its span. A value becomes the contacts of its span, spread
/// in proportion to what was expected; where nothing was, evenly over the open time. Intervals that
/// lie partly in a span change by that part. The method's own means stay in
/// `QueueForecast.modelMean`.
public struct ForecastOverrides: Sendable {
  private let overrides: [ForecastOverride]

  /// Takes the changes in the order in which they act.
  public init(_ overrides: [ForecastOverride]) { self.overrides = overrides }

  /// The forecast with all changes that touch its days; the bands move with the means.
  public func applied(to forecast: Forecast) -> Forecast {
    var work = OverrideWork(forecast: forecast)
    for override in overrides { work.apply(override) }
    return work.result
  }
}

/// A forecast that is being changed.
private struct OverrideWork {
  let forecast: Forecast
  private var means: [[Double]]
  private var applied: [AppliedOverride] = []
  private var findings: [Diagnostic] = []

  init(forecast: Forecast) {
    self.forecast = forecast
    means = forecast.queues.map(\.intervals.mean)
  }

  mutating func apply(_ override: ForecastOverride) {
    let shares = shares(of: override)
    guard shares.contains(where: { $0 > 0 }) else { return }
    let queues = forecast.queues.indices.filter { index in
      override.queue == nil || override.queue == forecast.queues[index].queue
    }
    let before = queues.map { contacts($0, shares) }
    let total = before.reduce(0, +)
    var after = before
    switch override.change {
    case .factor(let factor): after = multiply(queues, before, shares, by: factor)
    case .value(let value) where total > 0:
      after = multiply(queues, before, shares, by: value / total)
    case .value(let value):
      guard let spread = spread(value, over: queues, shares) else { return reject(override) }
      after = spread
    }
    for (index, queue) in queues.enumerated() {
      applied.append(
        AppliedOverride(
          override: override,
          queue: forecast.queues[queue].queue,
          contactsBefore: before[index],
          contactsAfter: after[index]
        )
      )
    }
  }

  /// Which part of each interval lies in the span.
  private func shares(of override: ForecastOverride) -> [Double] {
    let grid = forecast.grid
    let start = grid.zone.instant(at: override.from).secondsSinceEpoch
    let end = grid.zone.instant(at: override.until).secondsSinceEpoch
    let step = grid.stepMinutes * 60
    return (0..<grid.count).map { index in
      let first = grid.instant(at: index).secondsSinceEpoch
      return Double(max(0, min(end, first + step) - max(start, first))) / Double(step)
    }
  }

  private func contacts(_ queue: Int, _ shares: [Double]) -> Double {
    zip(means[queue], shares).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The contacts of the span per queue afterwards.
  private mutating func multiply(
    _ queues: [Int],
    _ before: [Double],
    _ shares: [Double],
    by factor: Double
  ) -> [Double] {
    for queue in queues {
      for (index, share) in shares.enumerated() where share > 0 {
        means[queue][index] *= 1 - share + share * factor
      }
    }
    return before.map { $0 * factor }
  }

  /// Spreads contacts evenly over the open time; `nil` when there is none.
  private mutating func spread(_ value: Double, over queues: [Int], _ shares: [Double])
    -> [Double]?
  {
    let open = queues.map { queue in
      shares.indices.map { forecast.queues[queue].isOpen[$0] ? shares[$0] : 0 }
    }
    let total = open.joined().reduce(0, +)
    guard total > 0 else { return value == 0 ? open.map { _ in 0 } : nil }
    for (queue, weights) in zip(queues, open) {
      for index in weights.indices { means[queue][index] += value * weights[index] / total }
    }
    return open.map { value * $0.reduce(0, +) / total }
  }

  private mutating func reject(_ override: ForecastOverride) {
    findings.append(
      Diagnostic(
        .warning,
        file: "overrides.csv",
        message: "the value from \(override.from) to \(override.until) (\(override.reason)) lies in"
          + " closed time and changes nothing.",
        suggestion: "Open the day in calendar.csv or scenario.yaml, or take the row out."
      )
    )
  }

  /// The forecast with the new means, its bands moved along.
  var result: Forecast {
    var result = forecast
    result.diagnostics += findings
    result.overrides += applied
    for queue in result.queues.indices where result.queues[queue].intervals.mean != means[queue] {
      result.queues[queue].move(to: means[queue], days: forecast.grid.days)
    }
    return result
  }
}
