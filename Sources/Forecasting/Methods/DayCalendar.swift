public import Workforce

/// On which dates a queue is open, in the past and in the future, as far as it is known.
public struct DayCalendar: Hashable, Sendable {
  /// Whether a weekday is one of operation, Monday first.
  private let isOpenWeekday: [Bool]
  /// Dates that are closed although their weekday is open, ascending.
  public let closures: [LocalDate]
  /// Dates without records that may have been closed, ascending; part of ``closures``.
  public let assumedClosures: [LocalDate]
  /// Dates that are open although their weekday is not (make-up working days), ascending.
  public let extraDays: [LocalDate]

  /// Makes a calendar from the weekdays of operation and the dates that differ from them.
  ///
  /// `closures` are known; `assumedClosures` are dates of the past without any record.
  public init(
    openWeekdays: [Weekday],
    closures: [LocalDate] = [],
    assumedClosures: [LocalDate] = [],
    extraDays: [LocalDate] = []
  ) {
    isOpenWeekday = Weekday.allCases.map(openWeekdays.contains)
    self.assumedClosures = assumedClosures.filter { openWeekdays.contains($0.weekday) }.sorted()
    let all = Set(closures + assumedClosures)
    self.closures = all.filter { openWeekdays.contains($0.weekday) }.sorted()
    self.extraDays = extraDays.filter { !openWeekdays.contains($0.weekday) }.sorted()
  }

  /// The same calendar with other assumptions.
  init(_ other: DayCalendar, assuming dates: [LocalDate]) {
    let known = other.closures.filter { !other.assumedClosures.contains($0) }
    isOpenWeekday = other.isOpenWeekday
    assumedClosures = dates
    closures = (known + dates).sorted()
    extraDays = other.extraDays
  }

  /// Whether the queue takes contacts on a date.
  public func isOpen(on date: LocalDate) -> Bool {
    isOpenWeekday[date.weekday.rawValue - 1]
      ? !Self.contains(closures, date) : Self.contains(extraDays, date)
  }

  /// Whether a date is closed although its weekday is open.
  public func isClosure(_ date: LocalDate) -> Bool { Self.contains(closures, date) }

  private static func contains(_ dates: [LocalDate], _ date: LocalDate) -> Bool {
    var low = 0
    var high = dates.count
    while low < high {
      let middle = (low + high) / 2
      if dates[middle] < date { low = middle + 1 } else { high = middle }
    }
    return low < dates.count && dates[low] == date
  }
}
