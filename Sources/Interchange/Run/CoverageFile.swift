public import Workforce

/// `coverage.csv` of a run folder.
public enum CoverageFile {
  /// The file's name.
  public static let name = "coverage.csv"

  /// One row per queue and interval, then the people who are given to no queue, as `(idle)`.
  ///
  /// - Parameters:
  ///   - coverage: People at work.
  ///   - requirement: People to roster, over the same intervals.
  ///   - settings: The queues, in the order of the two.
  /// - Returns: The file's text.
  public static func csv(
    _ coverage: Coverage,
    requirement: Requirement,
    settings: ScenarioSettings
  ) -> String {
    let columns = ["queue", "interval_start", "required", "allocated", "shortfall", "surplus"]
    let grid = coverage.grid
    var csv = CSVText(header: columns)
    for (queue, allocated) in zip(settings.queues, coverage.allocated) {
      let needs = requirement.queues.first { $0.queue == queue.name }?.intervals
      for (index, people) in allocated.enumerated() {
        let required = needs?[index].rostered ?? 0
        csv.append([
          queue.name, grid.zone.text(of: grid.instant(at: index)), String(required),
          Numbers.text(people), Numbers.text(max(0, Double(required) - people)),
          Numbers.text(max(0, people - Double(required))),
        ])
      }
    }
    for (index, people) in coverage.idle.enumerated() {
      let start = grid.zone.text(of: grid.instant(at: index))
      csv.append(["(idle)", start, "0", Numbers.text(people), "0", Numbers.text(people)])
    }
    return csv.text
  }
}
