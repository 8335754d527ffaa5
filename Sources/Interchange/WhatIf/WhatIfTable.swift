public import Workforce

/// `whatif.csv`: a row per variant and queue; pay, hours and gap are those of the variant.
public enum WhatIfTable {
  /// The columns, but for those of a grid's axes, which follow the first.
  static let columns = [
    "variant", "queue", "arrivals", "service_target", "within_seconds",
    "meets_target", "service_level", "service_low",
    "service_high", "difference", "difference_low", "difference_high", "wait_difference_seconds",
    "abandonment_difference", "pay", "pay_difference", "paid_hours", "overtime_hours",
    "required_hours", "peak_need", "objective", "bound", "rostered", "affected", "frontier",
  ]

  /// The file's bytes; shares are numbers between 0 and 1, what is empty is not known for the base.
  public static func csv(_ comparison: WhatIfComparison) -> [UInt8] {
    var csv = CSVText(header: [columns[0]] + axisColumns(comparison) + columns.dropFirst())
    let best = comparison.base.queues.indices.map { comparison.isOnFrontier(queue: $0) }
    for (run, result) in ([comparison.base] + comparison.variants).enumerated() {
      for (place, queue) in result.queues.enumerated() {
        csv.append(
          [result.name] + point(result, comparison) + service(queue)
            + rest(result, queue, comparison.base) + [best[place][run] ? "yes" : "no"]
        )
      }
    }
    return csv.bytes
  }

  /// A column per axis of the grid.
  static func axisColumns(_ comparison: WhatIfComparison) -> [String] {
    comparison.axes.map { $0.replacing(":", with: "_") }
  }

  /// What a grid sets in a variant; empty fields for the base.
  static func point(_ result: WhatIfResult, _ comparison: WhatIfComparison) -> [String] {
    comparison.axes.indices.map { axis in
      result.point.indices.contains(axis) ? result.point[axis] : ""
    }
  }

  private static func service(_ queue: WhatIfResult.Queue) -> [String] {
    [
      queue.queue, number(queue.arrivals, 3), queue.target > 0 ? number(queue.target, 4) : "",
      number(queue.threshold.inSeconds, 3), queue.meetsTarget ? "yes" : "no",
    ]
      + [queue.serviceLevel.mean, queue.serviceLevel.shareLow, queue.serviceLevel.shareHigh]
      .map { queue.arrivals > 0 ? number($0, 6) : "" }
      + [queue.difference?.mean, queue.difference?.low, queue.difference?.high]
      .map { $0.map { number($0, 6) } ?? "" }
      + [
        queue.waitDifference.map { number($0.mean, 3) } ?? "",
        queue.abandonmentDifference.map { number($0.mean, 6) } ?? "",
      ]
  }

  private static func rest(
    _ result: WhatIfResult,
    _ queue: WhatIfResult.Queue,
    _ base: WhatIfResult
  ) -> [String] {
    [
      number(result.pay, 2), number(result.pay - base.pay, 2), number(result.people.paidHours, 2),
      number(result.people.overtimeHours, 2), number(result.requiredHours, 2),
      String(queue.peakNeed), number(result.costs.total, 2), number(result.bound, 2),
      String(result.people.rostered), String(result.people.affected.count),
    ]
  }

  static func number(_ value: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = (value * scale).rounded() / scale
    return Numbers.text(rounded == 0 ? 0 : rounded)
  }
}
