import Workforce

/// What a page and a terminal say of a backtest.
struct BacktestFigures {
  var result: BacktestResult

  /// The position of the granularity that stands for all: 30 minutes, else the longest below a day.
  var mainGranularity: Int {
    result.granularities.firstIndex(of: 30)
      ?? result.granularities.lastIndex { $0 < 1440 } ?? 0
  }

  /// The position of the method with the smallest error over all weeks of a lead.
  func best(lead: Int, granularity: Int) -> Int? {
    leastError(
      result.methods.indices.map {
        result.pooled(method: $0, lead: lead, granularity: granularity).score
      }
    )
  }

  /// The position of the method with the smallest error in one week.
  func best(_ week: BacktestWeek, granularity: Int) -> Int? {
    leastError(week.forecasts.map { $0.scores[granularity] })
  }

  private func leastError(_ scores: [BacktestScore]) -> Int? {
    let errors = scores.map { $0.weightedError ?? .infinity }
    guard let least = errors.min(), least.isFinite else { return nil }
    return errors.firstIndex(of: least)
  }

  /// Every finding once, in order, with the number of forecasts that it was made for.
  var findings: [(finding: Diagnostic, count: Int)] {
    var found: [(finding: Diagnostic, count: Int)] = []
    var positions: [Diagnostic: Int] = [:]
    for finding in result.weeks.flatMap(\.findings) {
      if let position = positions[finding] {
        found[position].count += 1
      } else {
        positions[finding] = found.count
        found.append((finding, 1))
      }
    }
    return found
  }

  /// Reasons for weeks without forecast, each with its weeks.
  var leftOut: [(reason: String, weeks: [BacktestWeek])] {
    var found: [(reason: String, weeks: [BacktestWeek])] = []
    for week in result.weeks {
      guard let reason = week.leftOut else { continue }
      if let position = found.firstIndex(where: { $0.reason == reason }) {
        found[position].weeks.append(week)
      } else {
        found.append((reason, [week]))
      }
    }
    return found
  }

  /// What could not be judged, or counts although nothing was forecast, in sentences.
  var remarks: [String] {
    result.weeks.compactMap { week in
      guard week.leftOut == nil else { return nil }
      var parts: [String] = []
      if !week.unrecorded.isEmpty {
        let dates = week.unrecorded.map(\.description)
        parts.append("nothing was recorded on \(listed(dates)), so that is not judged")
      }
      if week.outside > 0 {
        parts.append(
          "\(decimal(week.outside)) contacts came where the queue was taken as closed; they count"
            + " as a forecast of 0"
        )
      }
      if let dead = result.almostNothing(in: week) {
        parts.append(
          "almost nothing came, \(decimal(dead.came)) contacts where at least"
            + " \(decimal(dead.expected)) were expected; the errors count. If the export was dead,"
            + " leave the week out of --origins"
        )
      }
      return parts.isEmpty
        ? nil
        : "Week of \(week.origin), \(weeksAhead(week.lead)): \(parts.joined(separator: "; "))."
    }
  }
}

/// `30 minutes`, `1 hour`, `day`.
func granularityText(_ minutes: Int) -> String {
  minutes == 1440 ? "day" : words(.minutes(minutes))
}

/// `1 week ahead`.
func weeksAhead(_ lead: Int) -> String { counted(lead, "week", "weeks") + " ahead" }

/// A share as percent, without its sign in a column that has it in its head; a dash for none.
func percentFigure(_ share: Double?, places: Int = 1) -> String {
  share.map { decimal($0 * 100, places: places) } ?? "–"
}
