public import Workforce

/// Why a day differs from its weekday, where no factor says by how much.
public struct SpecialDay: Hashable, Sendable {
  /// The kind of its calendar entry.
  public var kind: CalendarEntry.Kind
  /// The name of its calendar entry.
  public var name: String

  /// Makes a category.
  public init(kind: CalendarEntry.Kind, name: String) {
    self.kind = kind
    self.name = name
  }

  /// True of pay days and month ends, which methods that know no special days may learn from.
  var isOrdinary: Bool {
    switch kind {
    case .holiday, .campaign, .special: false
    default: true
    }
  }
}

/// One day of a queue's past, cleaned, by time of day on the wall clock.
public struct PastDay: Hashable, Sendable {
  /// The date.
  public var date: LocalDate
  /// The weekday whose pattern the date followed: Friday for a make-up working day.
  public var weekday: Weekday
  /// Arrivals per interval of the day from midnight on, the effect of known factors removed;
  /// `nil` where the queue was closed or nothing usable was recorded.
  public var arrivals: [Double?]
  /// Why the day is no ordinary one; `nil` for ordinary days and those whose factor was removed.
  public var special: SpecialDay?

  /// Makes a day.
  public init(
    date: LocalDate,
    weekday: Weekday,
    arrivals: [Double?],
    special: SpecialDay? = nil
  ) {
    self.date = date
    self.weekday = weekday
    self.arrivals = arrivals
    self.special = special
  }

  /// The sum of what is known.
  public var total: Double { arrivals.reduce(0) { $0 + ($1 ?? 0) } }

  /// True unless a holiday, a campaign or something else special without a factor.
  ///
  /// Methods that do not model special days learn from ordinary ones only. Pay days and month ends
  /// are ordinary.
  public var isOrdinary: Bool { special?.isOrdinary ?? true }
}

/// A day to forecast.
public struct TargetDay: Hashable, Sendable {
  /// The date.
  public var date: LocalDate
  /// The weekday whose pattern the date follows.
  public var weekday: Weekday
  /// Whether the queue is open, per interval of the day from midnight on.
  public var isOpen: [Bool]
  /// Why the day is no ordinary one, where no factor says by how much.
  public var special: SpecialDay?

  /// Makes a day to forecast.
  public init(date: LocalDate, weekday: Weekday, isOpen: [Bool], special: SpecialDay? = nil) {
    self.date = date
    self.weekday = weekday
    self.isOpen = isOpen
    self.special = special
  }
}

/// A way to expect a queue's arrivals from its past days.
///
/// Intervals are cells of the wall clock, so that days of 23 and 25 hours look like any other.
/// Calendar factors are applied afterwards by ``ForecastBuilder``.
public protocol Forecaster: Sendable {
  /// The method's name in settings and reports.
  var method: ForecastMethod { get }

  /// The same means with less work, where the spread does not matter: for judging past weeks.
  ///
  /// A method that looks at its own past errors leaves that out here. By default the method itself.
  var withoutSpread: any Forecaster { get }

  /// What is expected on the target days: means per interval, 0 where closed, `nil` where the past
  /// holds nothing comparable; and, where the method knows it, how far they stray.
  ///
  /// The targets are later than the past, which holds usable days, ascending by date, all with the
  /// same number of intervals.
  func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays
}

extension Forecaster {
  /// The method itself.
  public var withoutSpread: any Forecaster { self }
}
