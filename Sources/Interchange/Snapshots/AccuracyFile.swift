public import Workforce

/// `accuracy.csv`: published forecasts against what came.
public enum AccuracyFile {
  /// The file's name.
  public static let name = "accuracy.csv"

  static let columns = [
    "week", "snapshot", "queue", "granularity", "method", "data_before", "compared", "contacts",
    "forecast", "model_forecast", "wmape", "model_wmape", "naive_wmape", "bias", "model_bias",
    "coverage80", "coverage95", "overridden", "days_missing",
  ]

  /// The file's text: per score one row by interval and one by day.
  public static func csv(_ accuracy: SnapshotAccuracy) -> String {
    var csv = CSVText(header: columns)
    for score in accuracy.scores {
      csv.append(row(score, minutes: score.intervalMinutes, score.intervals))
      csv.append(row(score, minutes: 1440, score.days))
    }
    return csv.text
  }

  private static func row(
    _ score: SnapshotAccuracy.Score,
    minutes: Int,
    _ sums: SnapshotAccuracy.Sums
  ) -> [String] {
    let ratios = [
      sums.weightedError, sums.modelWeightedError, sums.naiveWeightedError, sums.bias,
      sums.modelBias, sums.coverage80, sums.coverage95,
    ]
    return [
      score.week.description, String(score.number), score.queue, String(minutes),
      score.method.rawValue, score.dataBefore.description, String(sums.count),
      Numbers.text(sums.contacts), Numbers.text(sums.published), Numbers.text(sums.model),
    ] + ratios.map { $0.map(Numbers.text) ?? "" } + [
      score.isOverridden ? "yes" : "no", String(score.openDaysMissing),
    ]
  }
}
