public import Workforce

/// The tables of a backtest.
public enum BacktestFile {
  static let forecastColumns = [
    "origin", "timestamp", "granularity", "mean", "p2_5", "p10", "p90", "p97_5",
  ]
  static let measureColumns = [
    "wmape", "mase", "bias", "pinball", "coverage80", "coverage95", "width80", "width95",
    "skill_naive",
  ]

  /// `forecasts-METHOD.csv` with the method's name in commands.
  public static func forecastName(_ method: ForecastMethod) -> String {
    "forecasts-\(method.commandName).csv"
  }

  /// Every interval that a method forecast, by origin, week, granularity and time.
  ///
  /// The origin is the date before which rows were known: the week's Monday at lead 1.
  public static func forecasts(_ result: BacktestResult, method: Int) -> String {
    var csv = CSVText(header: forecastColumns)
    let weeks = (result.weeks + result.ahead).sorted {
      ($0.cutoff, $0.origin) < ($1.cutoff, $1.origin)
    }
    for week in weeks where week.forecasts.indices.contains(method) {
      for (minutes, rows) in zip(result.granularities, week.forecasts[method].intervals) {
        for row in rows {
          let time = timestamp(row.start, result.zone)
          csv.append([week.cutoff.description, time, String(minutes)] + band(row))
        }
      }
    }
    return csv.text
  }

  /// The wall clock's time, with its offset where the clock shows it twice.
  private static func timestamp(_ start: Instant, _ zone: Zone) -> String {
    let local = zone.local(at: start)
    let second = local.secondOfDay
    let clock = [second / 3600, second / 60 % 60, second % 60].map { part in
      part < 10 ? "0\(part)" : String(part)
    }
    let text = "\(local.date) \(clock.joined(separator: ":"))"
    guard case .ambiguous = zone.resolve(local) else { return text }
    return text + zone.text(of: start).suffix(6)
  }

  private static func band(_ row: BacktestInterval) -> [String] {
    [row.mean, row.low95, row.low80, row.high80, row.high95].map { number($0, 10_000) }
  }

  /// A number to so many parts of one, so that a table is read with ease.
  private static func number(_ value: Double, _ parts: Double) -> String {
    Numbers.text((value * parts).rounded() / parts)
  }

  /// The measures of each method over all weeks; the queue comes first where there are several.
  public static func accuracy(_ results: [BacktestResult], withQueue: Bool) -> String {
    let columns = ["method", "lead", "granularity"] + measureColumns + ["origins", "intervals"]
    var csv = CSVText(header: (withQueue ? ["queue"] : []) + columns)
    for result in results {
      for lead in result.leads {
        for (index, method) in result.methods.enumerated() {
          for (position, minutes) in result.granularities.enumerated() {
            let pooled = result.pooled(method: index, lead: lead, granularity: position)
            csv.append(
              (withQueue ? [result.name] : [])
                + [method.commandName, String(lead), String(minutes)] + measures(pooled.score)
                + [String(pooled.origins), String(pooled.score.intervals)]
            )
          }
        }
      }
    }
    return csv.text
  }

  /// The measures of each method week by week.
  public static func weeks(_ result: BacktestResult) -> String {
    var csv = CSVText(
      header: ["week", "lead", "method", "granularity"] + measureColumns + ["intervals"]
    )
    for week in result.weeks {
      for forecast in week.forecasts {
        for (minutes, score) in zip(result.granularities, forecast.scores) {
          csv.append(
            [week.origin.description, String(week.lead), forecast.method.commandName]
              + [String(minutes)] + measures(score) + [String(score.intervals)]
          )
        }
      }
    }
    return csv.text
  }

  private static func measures(_ score: BacktestScore) -> [String] {
    [
      score.weightedError, score.scaledError, score.bias, score.pinball, score.coverage80,
      score.coverage95, score.relativeWidth80, score.relativeWidth95, score.skill,
    ].map { value in value.map { number($0, 1_000_000) } ?? "" }
  }

  /// Each week with its cutoff, what was known then, and why it has no forecast.
  public static func origins(_ results: [BacktestResult], withQueue: Bool) -> String {
    let columns = [
      "week", "lead", "origin", "interval_minutes", "opening_hours", "closures",
      "not_recorded", "outside_opening", "left_out",
    ]
    var csv = CSVText(header: (withQueue ? ["queue"] : []) + columns)
    for result in results {
      for week in result.weeks {
        csv.append((withQueue ? [result.name] : []) + origin(week))
      }
    }
    return csv.text
  }

  private static func origin(_ week: BacktestWeek) -> [String] {
    [
      week.origin.description, String(week.lead), week.cutoff.description,
      week.intervalMinutes.map(String.init) ?? "",
      week.openingHours?.shortText.replacing(",", with: ";") ?? "",
      week.closures.map(\.description).joined(separator: " "),
      week.unrecorded.map(\.description).joined(separator: " "),
      Numbers.text(week.outside), week.leftOut ?? "",
    ]
  }

  /// Seconds per method; they differ from run to run.
  public static func timings(_ results: [BacktestResult], withQueue: Bool) -> String {
    let columns = ["method", "lead", "origins", "seconds", "seconds_per_origin"]
    var csv = CSVText(header: (withQueue ? ["queue"] : []) + columns)
    for result in results {
      for lead in result.leads {
        let origins = result.weeks(lead: lead).filter { $0.leftOut == nil }.count
        for (index, method) in result.methods.enumerated() {
          let seconds = result.seconds(method: index, lead: lead)
          csv.append(
            (withQueue ? [result.name] : []) + [
              method.commandName, String(lead), String(origins), number(seconds, 10_000),
              origins > 0 ? number(seconds / Double(origins), 10_000) : "",
            ]
          )
        }
      }
    }
    return csv.text
  }
}
