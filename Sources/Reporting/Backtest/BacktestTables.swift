import Workforce

/// All measures of all methods, a table per lead and granularity.
struct BacktestMethodsSection {
  var figures: BacktestFigures

  private var result: BacktestResult { figures.result }

  var markup: Markup {
    section(
      "methods",
      "Methods",
      lead: """
        All weeks together: sums are added up before ratios are taken. Of five intervals four \
        should fall inside the 80% band, of twenty 19 inside the 95% band.
        """,
      result.leads.flatMap { lead in
        result.granularities.indices.map { block(lead, $0) }
      }
    )
  }

  private static let columns: [TableColumn] = [
    .text("Method"), .number("wMAPE %"), .number("MASE"), .number("Bias %"),
    .number("Pinball %"), .number("Inside 80% band"), .number("Inside 95% band"),
    .number("Width of 80% band, %"), .number("Width of 95% band, %"), .number("Skill %"),
    .number("Weeks"), .number("Intervals"),
  ]

  private func block(_ lead: Int, _ granularity: Int) -> Markup {
    let minutes = result.granularities[granularity]
    let title = "\(granularityText(minutes).capitalizedFirst), \(weeksAhead(lead))"
    let best = figures.best(lead: lead, granularity: granularity)
    let rows = result.methods.indices.map { row(lead, granularity, $0, isBest: $0 == best) }
    return """
      <div class="together"><h3>\(title)</h3>\(table(title, Self.columns, rows))</div>\n
      """
  }

  private func row(
    _ lead: Int,
    _ granularity: Int,
    _ method: Int,
    isBest: Bool
  ) -> [Markup] {
    let pooled = result.pooled(method: method, lead: lead, granularity: granularity)
    let score = pooled.score
    return [
      "<span class=\"nowrap\">\(result.methods[method].commandName)</span>",
      figure(percentFigure(score.weightedError, places: 2), isBest: isBest),
      "\(score.scaledError.map { decimal($0, places: 2) } ?? "–")",
      "\(percentFigure(score.bias, places: 2))", "\(percentFigure(score.pinball, places: 2))",
      "\(percentFigure(score.coverage80))", "\(percentFigure(score.coverage95))",
      "\(percentFigure(score.relativeWidth80))", "\(percentFigure(score.relativeWidth95))",
      "\(percentFigure(score.skill))", "\(grouped(pooled.origins))",
      "\(grouped(score.intervals))",
    ]
  }
}

/// The accuracy of each method week by week.
struct BacktestWeeksSection {
  var figures: BacktestFigures

  private var result: BacktestResult { figures.result }

  var markup: Markup {
    let minutes = result.granularities[figures.mainGranularity]
    return section(
      "weeks",
      "Weeks",
      lead: """
        wMAPE in % at \(granularityText(minutes)), week by week; accuracy_weeks.csv has the \
        other measures.
        """,
      result.leads.map(block)
    )
  }

  private func block(_ lead: Int) -> Markup {
    let columns =
      [TableColumn.text("Week of"), .number("Contacts")]
      + result.methods.map { .number("\($0.commandName)") }
    let rows = result.weeks(lead: lead).map(row)
    let title = weeksAhead(lead).capitalizedFirst
    return """
      <h3>\(title)</h3>\(BacktestWeekLines(figures: figures, lead: lead).markup)\
      \(table("wMAPE by week, \(title)", columns, rows))
      """
  }

  private func row(_ week: BacktestWeek) -> [Markup] {
    let granularity = figures.mainGranularity
    let name: Markup = "<span class=\"nowrap\">\(week.origin.longText)</span>"
    guard week.leftOut == nil else {
      return [name, "left out"] + result.methods.map { _ in "–" }
    }
    let best = figures.best(week, granularity: granularity)
    let contacts = week.forecasts.first.map { $0.scores[granularity].actual } ?? 0
    return [name, "\(decimal(contacts))"]
      + week.forecasts.enumerated().map { index, forecast in
        figure(
          percentFigure(forecast.scores[granularity].weightedError, places: 2),
          isBest: index == best
        )
      }
  }
}

extension String {
  /// The text with a capital at its start.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
