public import Workforce

/// What a method would have said for past weeks, from what was known then.
///
/// Made once per method and kept as values: choice, blend, bands and reports all look at it.
public struct PastForecasts: Sendable {
  /// One past week.
  public struct Week: Sendable {
    /// Its Monday.
    public var monday: LocalDate
    /// Its ordinary days, ascending.
    public var days: [PastDay]
    /// What was expected of them.
    public var forecasts: [DayForecast]
  }

  /// How many weeks are repeated at most.
  public static let weekLimit = 8
  /// How many days before a week are looked at, so that long histories stay cheap to judge.
  public static let dayLimit = 400
  /// How many of the last weeks are repeated although little was known before them.
  public static let surelyRepeated = 4

  /// The method.
  public let method: ForecastMethod
  /// Weeks between the Monday after the known days and the end of the judged week; 1 is the next
  /// week.
  public let lead: Int
  /// The judged weeks, ascending.
  public let weeks: [Week]

  /// Makes a value from weeks that are known.
  public init(method: ForecastMethod, lead: Int, weeks: [Week]) {
    self.method = method
    self.lead = lead
    self.weeks = weeks
  }

  /// Repeats the last weeks, up to eight, each from the days that lie `lead` weeks before it.
  ///
  /// Beyond the last four, a week is repeated only where at least half of the past was known before
  /// it: errors after a much shorter past say little about the next week's.
  ///
  /// - Parameters:
  ///   - forecaster: The method.
  ///   - past: All usable days, ascending.
  ///   - calendar: On which dates the queue is open.
  ///   - lead: Weeks ahead, at least 1.
  public init(
    _ forecaster: any Forecaster,
    past: [PastDay],
    calendar: DayCalendar,
    lead: Int
  ) {
    precondition(lead >= 1, "a forecast looks at least a week ahead")
    let judged = forecaster.withoutSpread
    method = forecaster.method
    self.lead = lead
    guard let first = past.first, let last = past.last else {
      weeks = []
      return
    }
    let lastWeek = ISOWeek(containing: last.date)
    weeks = (0..<Self.weekLimit).reversed().compactMap { back in
      let week = lastWeek.adding(weeks: -back)
      let cutoff = week.adding(weeks: 1 - lead).monday
      let length = cutoff.daysSinceEpoch - first.date.daysSinceEpoch
      let present = last.date.daysSinceEpoch + 1 - first.date.daysSinceEpoch
      guard length > 0, back < Self.surelyRepeated || 2 * length >= present else { return nil }
      let known = Array(past.prefix { $0.date < cutoff }.suffix(Self.dayLimit))
      let days = past.filter { ISOWeek(containing: $0.date) == week && $0.isOrdinary }
      guard !known.isEmpty, !days.isEmpty else { return nil }
      let forecast = judged.forecast(
        days.map(TargetDay.init),
        after: known,
        calendar: calendar
      )
      return Week(monday: week.monday, days: days, forecasts: forecast.days)
    }
  }

  /// Weeks from the last past day's week to the week of a target date, at least 1.
  public static func lead(to target: LocalDate, after past: [PastDay]) -> Int {
    guard let last = past.last else { return 1 }
    let from = ISOWeek(containing: last.date).monday.daysSinceEpoch
    return max(1, (ISOWeek(containing: target).monday.daysSinceEpoch - from) / 7)
  }

  /// The lead at which past weeks can be judged: `lead`, or half of the past's weeks where it is
  /// shorter than twice the lead.
  public static func judgedLead(_ lead: Int, past: [PastDay]) -> Int {
    guard let first = past.first, let last = past.last else { return lead }
    let start = ISOWeek(containing: first.date).monday.daysSinceEpoch
    let end = ISOWeek(containing: last.date).monday.daysSinceEpoch
    return min(lead, max(1, (end - start) / 7 / 2))
  }

  /// The judged days with their forecasts, week by week.
  var days: [(day: PastDay, forecast: DayForecast)] {
    weeks.flatMap { Array(zip($0.days, $0.forecasts)) }
  }
}

extension TargetDay {
  /// A past day as if it were still to come, open where its count is known.
  public init(_ day: PastDay) {
    self.init(
      date: day.date,
      weekday: day.weekday,
      isOpen: day.arrivals.map { $0 != nil },
      special: day.special
    )
  }
}
