extension ForecastMethod {
  /// The method in plain words.
  public var words: String {
    switch self {
    case .automatic: "chosen by past error"
    case .weeklyNaive: "same weekday of the last comparable week"
    case .weekdayMean: "robust mean of the last eight same weekdays"
    case .weekdayMedian: "median of the last eight same weekdays"
    case .poissonLevel: "multiplicative Poisson model with a level"
    case .factorModel: "factor model of the day's shape"
    case .exponentialSmoothing: "exponential smoothing with a weekly season"
    case .calendarProcess: "calendar Gaussian process"
    case .blend: "blend of methods by past error"
    }
  }
}
