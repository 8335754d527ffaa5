public import Workforce

/// `deferred.csv`: what a simulation measured of deferred work.
public enum DeferredFile {
  /// The file's name.
  public static let name = "deferred.csv"

  static let columns = [
    "queue", "scope", "start", "released", "done_in_time", "late", "open", "share_in_time",
    "share_low", "share_high", "turnaround_seconds", "lateness_seconds", "backlog",
    "oldest_seconds",
  ]

  /// Per queue: a row for the week, one per day, one per interval; backlog and the oldest item are
  /// those at the end of the row's stretch.
  public static func csv(_ queues: [DeferredSimulation], grid: TimeGrid) -> String {
    let week = ISOWeek(containing: grid.dates[0])
    var csv = CSVText(header: columns)
    for queue in queues {
      let end = { (index: Int) in [queue.backlog[index].mean, queue.oldest[index].mean] }
      csv.append(
        [queue.queue, "week", week.description] + numbers(queue.total, end(grid.count - 1))
      )
      for (day, measures) in queue.days.enumerated() {
        csv.append(
          [queue.queue, "day", grid.dates[day].description]
            + numbers(measures, end(grid.days[day].upperBound - 1))
        )
      }
      for (index, measures) in queue.intervals.enumerated() {
        let start = grid.zone.text(of: grid.instant(at: index))
        csv.append([queue.queue, "interval", start] + numbers(measures, end(index)))
      }
    }
    return csv.text
  }

  private static func numbers(_ measures: DeferredMeasures, _ end: [Double]) -> [String] {
    let values = [
      measures.released, measures.doneInTime, measures.late, measures.open,
      measures.share.mean, max(0, measures.share.low), min(1, measures.share.high),
      measures.turnaround.mean, measures.lateness.mean,
    ]
    return (values + end).map(Numbers.text)
  }
}
