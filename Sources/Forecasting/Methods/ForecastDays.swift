/// What a method expects of several days.
public struct ForecastDays: Sendable {
  /// One entry per target day.
  public var days: [DayForecast]
  /// How the days' errors go together; `nil` when the method does not know.
  public var link: DayLink?

  /// Makes a result.
  public init(days: [DayForecast], link: DayLink? = nil) {
    self.days = days
    self.link = link
  }

  /// Means without spread, for methods that know no more.
  public init(means: [[Double?]]) {
    self.init(days: means.map { DayForecast(means: $0) })
  }

  /// The means per day and interval.
  public var means: [[Double?]] { days.map(\.means) }
}

/// What a method expects of one day.
public struct DayForecast: Sendable {
  /// Expected arrivals per interval of the day; 0 where closed, `nil` where nothing is known.
  public var means: [Double?]
  /// How far the counts stray; `nil` when the method does not know.
  public var spread: RootSpread?

  /// Makes a day.
  public init(means: [Double?], spread: RootSpread? = nil) {
    self.means = means
    self.spread = spread
  }
}

/// Correlations of the errors of several days' scores.
///
/// The error of score k on day d has the variance that the day's ``RootSpread`` says; between days
/// its correlation is `correlations[k][d][e]`.
public struct DayLink: Hashable, Sendable {
  /// Per score a symmetric matrix over the days, ones on its diagonal.
  public var correlations: [[[Double]]]

  /// Makes a link.
  public init(correlations: [[[Double]]]) { self.correlations = correlations }
}
