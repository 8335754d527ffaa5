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
  ///
  /// What nothing was measured of is empty.
  public static func csv(_ queues: [DeferredSimulation], grid: TimeGrid) -> String {
    let week = ISOWeek(containing: grid.dates[0])
    var csv = CSVText(header: columns)
    for queue in queues {
      let end = { (index: Int) -> [Double?] in
        let backlog = queue.backlog[index].mean
        return [backlog, backlog > 0 ? queue.oldest[index].mean : nil]
      }
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

  private static func numbers(_ measures: DeferredMeasures, _ end: [Double?]) -> [String] {
    let share = measures.isJudged ? measures.share : nil
    let values: [Double?] = [
      measures.released, measures.doneInTime, measures.late, measures.open,
      share?.mean, share?.shareLow, share?.shareHigh,
      measures.turnaround.mean > 0 ? measures.turnaround.mean : nil,
      measures.late > 0 ? measures.lateness.mean : nil,
    ]
    return (values + end).map { $0.map(Numbers.text) ?? "" }
  }
}
