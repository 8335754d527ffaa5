import Workforce

extension PlanningInputs {
  /// Why a date is no ordinary day, unless a factor says what it does.
  ///
  /// Its first holiday, campaign or special day, else its first pay day or month end.
  func special(on date: LocalDate) -> SpecialDay? {
    let entries = calendarEntries(on: date)
    guard entries.allSatisfy({ $0.factor == nil }) else { return nil }
    let categories = entries.filter { $0.kind != .closed && $0.kind != .makeUpDay }
      .map { SpecialDay(kind: $0.kind, name: $0.name) }
    return categories.first { !$0.isOrdinary } ?? categories.first
  }
}

extension DayCalendar {
  /// The days on which a queue of a scenario is open.
  init(inputs: PlanningInputs, queue: QueueSettings) {
    let open = Weekday.allCases.filter { !queue.openingHours.windows(on: $0).isEmpty }
    let dates = inputs.calendar.map(\.date)
    let assumed = inputs.calendar.filter {
      $0.kind == .closed && $0.name == CalendarEntry.assumedClosure
    }.map(\.date)
    self.init(
      openWeekdays: open,
      closures: dates.filter { inputs.operatingWeekday(on: $0) == nil && !assumed.contains($0) },
      assumedClosures: assumed,
      extraDays: dates.filter { date in
        inputs.operatingWeekday(on: date).map { open.contains($0) && $0 != date.weekday } ?? false
      }
    )
  }
}
