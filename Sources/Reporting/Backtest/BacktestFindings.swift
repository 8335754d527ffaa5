import Workforce

/// What was inferred, what was left out, and what the measures mean.
struct BacktestFindingsSection {
  var figures: BacktestFigures

  private var result: BacktestResult { figures.result }

  /// Findings with the number of forecasts that they were made for.
  var inferred: Markup {
    let all = figures.findings
    let total = result.weeks.count
    let rows = all.map { entry -> [Markup] in
      ["\(entry.finding.message)", "\(grouped(entry.count)) of \(grouped(total))"]
    }
    let body =
      rows.isEmpty
      ? nothing("Nothing was inferred or found.")
      : table("Findings", [.sentence("Finding"), .number("Forecasts")], rows)
    return section(
      "inferred",
      "What was inferred and found",
      lead: "Each forecast looks at its own past; what it finds may differ from week to week.",
      [body]
    )
  }

  /// Weeks without forecast and days without judgment.
  var gaps: Markup {
    let rows = figures.leftOut.map { reason, weeks -> [Markup] in
      ["\(reason)", "\(listed(weeks.map { "\($0.origin) (\(weeksAhead($0.lead)))" }))"]
    }
    let table =
      rows.isEmpty
      ? nothing("Every week has a forecast.")
      : table("Weeks left out", [.sentence("Reason"), .sentence("Weeks")], rows)
    let remarks = figures.remarks.map { remark -> Markup in "<p>\(remark)</p>" }
    return section("gaps", "Left out and not judged", lead: .none, [table] + remarks)
  }

  /// The measures in words.
  static var measures: Markup {
    section(
      "measures",
      "Measures",
      lead: .none,
      [
        definitions([
          ("wMAPE", "sum of absolute errors ÷ sum of what came"),
          (
            "MASE",
            """
            mean absolute error ÷ that of the weekly naive (the same weekday of the last \
            comparable week before the forecast) over the same intervals; below 1 beats it
            """
          ),
          ("Bias", "sum of forecast − actual ÷ sum of what came; above 0 too much was expected"),
          (
            "Pinball",
            """
            mean loss over the quantiles 2.5, 10, 50, 90 and 97.5% ÷ mean of what came; the mean \
            stands for the median; smaller is better, and rewards narrow bands that hold
            """
          ),
          ("Inside", "share of intervals between the ends of the band, in %"),
          ("Width", "mean width of the band ÷ mean of what came"),
          ("Skill", "1 − wMAPE ÷ wMAPE of the weekly naive; above 0 beats it"),
        ])
      ]
    )
  }
}
