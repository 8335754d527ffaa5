public import Workforce

/// One day of a queue's past, cleaned, by time of day on the wall clock.
public struct PastDay: Hashable, Sendable {
  /// The date.
  public var date: LocalDate
  /// The weekday whose pattern the date followed: Friday for a make-up working day.
  public var weekday: Weekday
  /// Arrivals per interval of the day from midnight on, the effect of known factors removed;
  /// `nil` where the queue was closed or nothing usable was recorded.
  public var arrivals: [Double?]

  /// Makes a day.
  public init(date: LocalDate, weekday: Weekday, arrivals: [Double?]) {
    self.date = date
    self.weekday = weekday
    self.arrivals = arrivals
  }

  /// The sum of what is known.
  public var total: Double { arrivals.reduce(0) { $0 + ($1 ?? 0) } }
}

/// A day to forecast.
public struct TargetDay: Hashable, Sendable {
  /// The date.
  public var date: LocalDate
  /// The weekday whose pattern the date follows.
  public var weekday: Weekday
  /// Whether the queue is open, per interval of the day from midnight on.
  public var isOpen: [Bool]

  /// Makes a day to forecast.
  public init(date: LocalDate, weekday: Weekday, isOpen: [Bool]) {
    self.date = date
    self.weekday = weekday
    self.isOpen = isOpen
  }
}

/// A way to expect a queue's arrivals from its past days.
///
/// Intervals are cells of the wall clock, so that days of 23 and 25 hours look like any other.
/// Calendar factors are applied afterwards by ``ForecastBuilder``.
public protocol Forecaster: Sendable {
  /// The method's name in settings and reports.
  var method: ForecastMethod { get }

  /// Expected arrivals per target and interval of the day; 0 where closed, `nil` where the past
  /// holds nothing comparable.
  ///
  /// The targets are later than the past, which holds usable days, ascending by date.
  func arrivals(on targets: [TargetDay], after past: [PastDay]) -> [[Double?]]
}
