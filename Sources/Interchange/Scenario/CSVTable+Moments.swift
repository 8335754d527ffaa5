import Workforce

extension CSVTable {
  /// A date (as the end: its last moment) or a local time that exists on a person's clock.
  func moment(
    _ column: CSVColumn,
    of employee: String?,
    _ context: FolderContext,
    isEnd: Bool
  ) -> LocalDateTime? {
    if let date = LocalDate(text(column)) {
      return LocalDateTime(date: date.adding(days: isEnd ? 1 : 0), secondOfDay: 0)
    }
    let isTime = range(column).count > 10
    guard isTime else {
      let reader = TextValue<LocalDate>.date
      let either = TextValue<LocalDateTime>(
        accepted: "a date as YYYY-MM-DD or a local time as YYYY-MM-DDTHH:MM",
        read: { _ in nil },
        hint: reader.hint
      )
      return value(column, either)
    }
    guard let local = value(column, .localTime) else { return nil }
    guard let zone = context.zone(of: employee),
      let problem = LocalTimes(zone: zone).skippedProblem(local, column.name)
    else { return local }
    report("skipped time", problem)
    return nil
  }
}
