public import Workforce

/// Past errors of several methods on the same weeks and intervals.
///
/// Every method forecasts up to eight past weeks again, once; choice, blend, bands and reports use
/// what is kept here. Errors count where all methods know what they expect.
public struct MethodComparison: Sendable {
  /// Errors of one method in one week.
  public struct WeekErrors: Hashable, Sendable {
    /// The week's Monday.
    public var monday: LocalDate
    /// Σ |error| over intervals.
    public var intervalError: Double
    /// Σ |error| over days.
    public var dayError: Double
    /// Σ error² over intervals.
    public var squaredError: Double
    /// What came.
    public var count: Double
  }

  /// One method's errors.
  public struct Entry: Hashable, Sendable {
    /// The method.
    public var method: ForecastMethod
    /// Its weeks, ascending; without those of which it knew too little.
    public var weeks: [WeekErrors]
    /// Relative improvement over the weekly naive; `nil` when that is not among the methods.
    public var skill: Double?

    /// Σ |error| ÷ Σ count over intervals; `nil` when nothing was judged or nothing came.
    public var intervalPercentageError: Double? { ratio(weeks.map(\.intervalError)) }
    /// Σ |error| ÷ Σ count over days.
    public var dayPercentageError: Double? { ratio(weeks.map(\.dayError)) }
    /// The mean of both, by which methods are chosen.
    public var score: Double? { ratio(weeks.map { ($0.intervalError + $0.dayError) / 2 }) }

    private func ratio(_ errors: [Double]) -> Double? {
      let count = weeks.reduce(0) { $0 + $1.count }
      return count > 0 ? errors.reduce(0, +) / count : nil
    }
  }

  /// Weeks ahead at which the methods are compared.
  public let lead: Int
  /// One entry per method, in the order in which they were given.
  public let entries: [Entry]
  /// The methods.
  let forecasters: [any Forecaster]
  /// Per method, what it would have said.
  let pasts: [PastForecasts]
  /// Which intervals count: per week, day and interval of the day.
  let counted: [[[Bool]]]

  /// Lets every method forecast the last weeks again.
  ///
  /// - Parameters:
  ///   - forecasters: The methods, the most trusted first; not empty.
  ///   - past: All usable days, ascending.
  ///   - calendar: On which dates the queue is open.
  ///   - lead: Weeks ahead, at least 1; see ``PastForecasts/judgedLead(_:past:)``.
  public init(
    _ forecasters: [any Forecaster] = ForecastMethods.all,
    past: [PastDay],
    calendar: DayCalendar,
    lead: Int
  ) {
    precondition(!forecasters.isEmpty, "a comparison needs a method")
    self.forecasters = forecasters
    self.lead = lead
    let pasts = forecasters.map {
      PastForecasts($0, past: past, calendar: calendar, lead: lead)
    }
    self.pasts = pasts
    let counted = Self.counted(pasts)
    self.counted = counted
    let entries = pasts.map { Entry(method: $0.method, weeks: Self.errors($0, counted)) }
    self.entries = Self.withSkill(entries)
  }

  /// The intervals that all methods know which know most of a week.
  private static func counted(_ pasts: [PastForecasts]) -> [[[Bool]]] {
    guard let first = pasts.first else { return [] }
    return first.weeks.indices.map { week in
      let known = pasts.map { past in
        past.weeks[week].forecasts.map { $0.means.map { $0 != nil } }
      }
      let counts = known.map { $0.joined().filter { $0 }.count }
      let most = counts.max() ?? 0
      let able = zip(known, counts).filter { $1 > 0 && 10 * $1 >= 9 * most }.map(\.0)
      return first.weeks[week].days.indices.map { day in
        first.weeks[week].days[day].arrivals.indices.map { cell in
          first.weeks[week].days[day].arrivals[cell] != nil && able.allSatisfy { $0[day][cell] }
        }
      }
    }
  }

  /// A method's errors in the weeks that it knows.
  static func errors(_ past: PastForecasts, _ counted: [[[Bool]]]) -> [WeekErrors] {
    zip(past.weeks, counted).compactMap { week, counted in
      var errors = WeekErrors(
        monday: week.monday,
        intervalError: 0,
        dayError: 0,
        squaredError: 0,
        count: 0
      )
      for (day, (forecast, isCounted)) in zip(week.days, zip(week.forecasts, counted)) {
        var sum = 0.0
        for cell in isCounted.indices where isCounted[cell] {
          guard let mean = forecast.means[cell], let value = day.arrivals[cell] else {
            return nil
          }
          errors.intervalError += abs(mean - value)
          errors.squaredError += (mean - value) * (mean - value)
          errors.count += value
          sum += mean - value
        }
        errors.dayError += abs(sum)
      }
      return errors
    }
  }

  private static func withSkill(_ entries: [Entry]) -> [Entry] {
    let naive = entries.first { $0.method == .weeklyNaive }?.intervalPercentageError
    return entries.map { entry in
      var entry = entry
      if let naive, naive > 0, let error = entry.intervalPercentageError {
        entry.skill = 1 - error / naive
      }
      return entry
    }
  }
}
