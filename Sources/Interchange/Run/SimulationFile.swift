public import Workforce

/// `simulation.csv` of a run folder.
public enum SimulationFile {
  /// The file's name.
  public static let name = "simulation.csv"

  static let columns = [
    "queue", "scope", "start", "arrivals", "answered_in_target", "abandoned", "service_level",
    "service_level_low", "service_level_high", "speed_of_answer_seconds", "speed_of_answer_low",
    "speed_of_answer_high", "abandoned_in_target", "abandonment", "abandonment_low",
    "abandonment_high", "speed_of_answer_median", "speed_of_answer_90th",
  ]

  /// Per queue: a row for the week, one per day, one per interval.
  public static func csv(_ result: SimulationResult) -> String {
    let grid = result.grid
    let week = ISOWeek(containing: grid.dates[0])
    var csv = CSVText(header: columns)
    for queue in result.queues {
      csv.append([queue.queue, "week", week.description] + numbers(queue.total))
      for (date, measures) in zip(grid.dates, queue.days) {
        csv.append([queue.queue, "day", date.description] + numbers(measures))
      }
      for (index, measures) in queue.intervals.enumerated() {
        let start = grid.zone.text(of: grid.instant(at: index))
        csv.append([queue.queue, "interval", start] + numbers(measures))
      }
    }
    return csv.text
  }

  private static func numbers(_ measures: ServiceMeasures) -> [String] {
    service(measures)
      + [measures.medianSpeedOfAnswer, measures.slowestTenth].map { $0.map(Numbers.text) ?? "" }
  }

  /// The columns from the arrivals on of which sums tell.
  static func service(_ measures: ServiceMeasures) -> [String] {
    [
      measures.arrivals, measures.answeredInTarget, measures.abandoned,
      measures.serviceLevel.mean, max(0, measures.serviceLevel.low),
      min(1, measures.serviceLevel.high),
      measures.averageSpeedOfAnswer.mean, max(0, measures.averageSpeedOfAnswer.low),
      measures.averageSpeedOfAnswer.high, measures.abandonedInTarget,
      measures.abandonmentShare.mean, max(0, measures.abandonmentShare.low),
      min(1, measures.abandonmentShare.high),
    ].map(Numbers.text)
  }
}
