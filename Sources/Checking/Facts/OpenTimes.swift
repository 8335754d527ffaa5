import Workforce

/// When queues take contacts around one week.
struct OpenTimes: Sendable {
  private let zone: Zone
  private let first: LocalDate
  /// Windows by day since ``first`` and queue.
  private let windows: [[[ClockWindow]]]

  init(_ inputs: PlanningInputs, around week: ISOWeek) {
    zone = inputs.settings.zone
    let first = week.monday.adding(days: -1)
    self.first = first
    windows = (0..<10).map { day in
      let weekday = inputs.operatingWeekday(on: first.adding(days: day))
      return inputs.settings.queues.map { queue in
        weekday.map(queue.openingHours.windows(on:)) ?? []
      }
    }
  }

  /// True when the moment lies in a window of its date, or of the date before past midnight.
  func isOpen(_ queue: Int, at instant: Instant) -> Bool {
    let local = zone.local(at: instant)
    let day = local.date.daysSinceEpoch - first.daysSinceEpoch
    let minute = local.minuteOfDay
    return holds(day, queue, minute) || holds(day - 1, queue, minute + 1440)
  }

  private func holds(_ day: Int, _ queue: Int, _ minute: Int) -> Bool {
    guard windows.indices.contains(day) else { return false }
    return windows[day][queue].contains { $0.start.minutes <= minute && minute < $0.endMinutes }
  }

  /// True when some queue is open in some roster slot from `start` to before `end`.
  func isOpen(from start: Instant, until end: Instant, slotMinutes: Int) -> Bool {
    var slot = start
    while slot < end {
      if windows[0].indices.contains(where: { isOpen($0, at: slot) }) { return true }
      slot = slot.adding(minutes: slotMinutes)
    }
    return false
  }
}
