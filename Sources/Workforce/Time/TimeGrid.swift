/// A run of equal intervals, anchored to a moment in a named zone; dates follow the wall clock, so
/// a day has 23 or 25 hours where the clock changes.
public struct TimeGrid: Hashable, Sendable {
  /// The first interval's start.
  public let start: Instant
  /// Length of an interval, 1…1440 minutes.
  public let stepMinutes: Int
  /// How many intervals there are.
  public let count: Int
  /// The zone whose clock names the dates.
  public let zone: Zone
  /// The local dates, ascending.
  public let dates: [LocalDate]
  /// The intervals of each date, same order as ``dates``.
  public let days: [Range<Int>]

  /// A grid over whole local days.
  ///
  /// `nil` when a day's length is no multiple of the step (a half-hour clock change under hourly
  /// intervals).
  public init?(from first: LocalDate, days dayCount: Int, stepMinutes: Int, zone: Zone) {
    precondition(dayCount >= 1 && (1...1440).contains(stepMinutes), "a grid needs days and a step")
    let start = zone.startOfDay(first)
    var ranges: [Range<Int>] = []
    for day in 0..<dayCount {
      let low = zone.startOfDay(first.adding(days: day)).minutes(since: start)
      let high = zone.startOfDay(first.adding(days: day + 1)).minutes(since: start)
      guard low % stepMinutes == 0, high % stepMinutes == 0 else { return nil }
      ranges.append(low / stepMinutes..<high / stepMinutes)
    }
    self.start = start
    self.stepMinutes = stepMinutes
    self.zone = zone
    dates = (0..<dayCount).map(first.adding(days:))
    days = ranges
    count = ranges[dayCount - 1].upperBound
  }

  /// A grid over an ISO week; `nil` as for ``init(from:days:stepMinutes:zone:)``.
  public init?(week: ISOWeek, stepMinutes: Int, zone: Zone) {
    self.init(from: week.monday, days: 7, stepMinutes: stepMinutes, zone: zone)
  }

  /// The same days in other steps; `nil` when the step does not divide them.
  public func withStep(minutes: Int) -> TimeGrid? {
    TimeGrid(from: dates[0], days: dates.count, stepMinutes: minutes, zone: zone)
  }

  /// The moment after the last interval.
  public var end: Instant { instant(at: count) }

  /// The start of interval `index`; `count` gives the end.
  public func instant(at index: Int) -> Instant { start.adding(minutes: index * stepMinutes) }

  /// What the wall clock shows at the start of interval `index`.
  public func local(at index: Int) -> LocalDateTime { zone.local(at: instant(at: index)) }

  /// The interval that holds a moment; may lie outside `0..<count`.
  public func index(of instant: Instant) -> Int {
    let minutes = instant.secondsSinceEpoch - start.secondsSinceEpoch
    let step = stepMinutes * 60
    return minutes >= 0 ? minutes / step : (minutes - step + 1) / step
  }

  /// The position in ``dates`` of interval `index`, `0 ≤ index < count`.
  public func day(of index: Int) -> Int {
    days.firstIndex { $0.contains(index) } ?? days.count - 1
  }
}
