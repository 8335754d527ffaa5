public import Workforce

/// `whatif-days.csv`: a row per variant, queue and day, with the difference from the base.
public enum WhatIfDaysTable {
  /// The columns, but for those of a grid's axes, which follow the first.
  static let columns = [
    "variant", "queue", "date", "service_level", "service_low", "service_high", "difference",
    "difference_low", "difference_high",
  ]

  /// The file's bytes; shares are numbers between 0 and 1, empty on days without contacts, as are the
  /// differences of the base.
  public static func csv(_ comparison: WhatIfComparison) -> [UInt8] {
    let header = [columns[0]] + WhatIfTable.axisColumns(comparison) + columns.dropFirst()
    var csv = CSVText(header: header)
    for result in [comparison.base] + comparison.variants {
      let start = [result.name] + WhatIfTable.point(result, comparison)
      for queue in result.queues {
        for (day, date) in comparison.week.dates.enumerated() where day < queue.days.count {
          csv.append(start + [queue.queue, date.description] + figures(queue, day))
        }
      }
    }
    return csv.bytes
  }

  private static func figures(_ queue: WhatIfResult.Queue, _ day: Int) -> [String] {
    let own = queue.days[day]
    let difference = queue.dayDifferences.indices.contains(day) ? queue.dayDifferences[day] : nil
    return [
      own?.mean, own?.shareLow, own?.shareHigh, difference?.mean, difference?.low, difference?.high,
    ].map { $0.map { WhatIfTable.number($0, 6) } ?? "" }
  }
}
