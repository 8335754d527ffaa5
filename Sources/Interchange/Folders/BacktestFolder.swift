import Workforce

/// The names of the files that a backtest writes.
public enum BacktestFolder {
  /// Names at the top of a backtest's folder, apart from forecasts and queues.
  public static let tableNames = [
    "accuracy.csv", "accuracy_weeks.csv", "origins.csv", "report.html", "timings.csv",
  ]

  /// The table by which a backtest's folder is known.
  static let mark = "origins.csv"

  /// Whether a backtest may have written a name, with whatever methods.
  static func owns(_ name: String) -> Bool {
    let isForecast = ForecastMethod.allCases.contains { BacktestFile.forecastName($0) == name }
    return tableNames.contains(name) || isForecast
  }
}
