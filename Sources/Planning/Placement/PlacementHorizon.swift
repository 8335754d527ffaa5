import Workforce

/// The weeks in which classes are placed.
struct PlacementHorizon: Sendable {
  let weeks: [ISOWeek]
  let zone: Zone
  /// The planning intervals.
  let grid: TimeGrid

  init(_ week: ISOWeek, weeks count: Int, _ settings: ScenarioSettings) throws(ShiftwrightError) {
    let grid = TimeGrid(
      from: week.monday,
      days: 7 * count,
      stepMinutes: settings.intervalMinutes,
      zone: settings.zone
    )
    guard let grid else {
      throw ShiftwrightError(
        "The clock changes in \(week) by less than an interval of \(settings.intervalMinutes) "
          + "minutes.\nPlan with shorter intervals: interval_minutes in scenario.yaml."
      )
    }
    self.grid = grid
    weeks = (0..<count).map { week.adding(weeks: $0) }
    zone = settings.zone
  }

  var dates: [LocalDate] { grid.dates }
  var start: Instant { grid.start }
  var end: Instant { grid.end }

  /// Minutes since the first moment.
  func minute(_ moment: Instant) -> Int { moment.minutes(since: start) }

  /// The position of the week that holds a date.
  func week(of date: LocalDate) -> Int {
    (date.daysSinceEpoch - weeks[0].monday.daysSinceEpoch) / 7
  }
}
