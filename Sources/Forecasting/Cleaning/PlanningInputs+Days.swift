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

  /// The days of a grid for a queue, by time of day on the wall clock.
  func targetDays(of queue: QueueSettings, on grid: TimeGrid) -> [TargetDay] {
    let isOpen = openIntervals(of: queue, on: grid)
    return zip(grid.dates, grid.days).map { date, range in
      var open = [Bool](repeating: false, count: 1440 / grid.stepMinutes)
      for index in range where isOpen[index] { open[grid.cell(of: index)] = true }
      return TargetDay(
        date: date,
        weekday: operatingWeekday(on: date) ?? date.weekday,
        isOpen: open,
        special: special(on: date)
      )
    }
  }
}

extension TimeGrid {
  /// The interval of the wall clock, counted from midnight, in which an interval starts.
  func cell(of index: Int) -> Int { local(at: index).minuteOfDay / stepMinutes }
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
