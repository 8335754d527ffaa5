public import Workforce

/// What forecasting past weeks gave, as one page.
///
/// The page holds no timings: the same values give the same bytes.
public struct BacktestReport: Sendable {
  private let result: BacktestResult

  /// Makes a report.
  public init(result: BacktestResult) { self.result = result }

  /// The report as a self-contained page, valid as HTML and as XML.
  public func html() -> String {
    let figures = BacktestFigures(result: result)
    let sections: [Markup] = [
      BacktestHeadline(figures: figures).markup,
      BacktestWeeksSection(figures: figures).markup,
      BacktestChartsSection(figures: figures).markup,
      BacktestMethodsSection(figures: figures).markup,
      BacktestFindingsSection(figures: figures).inferred,
      BacktestFindingsSection(figures: figures).gaps,
      BacktestFindingsSection.measures,
    ]
    let contents = [
      ("weeks", "Weeks"), ("charts", "Forecast and actual"), ("methods", "Methods"),
      ("inferred", "What was inferred"), ("gaps", "Left out"), ("measures", "Measures"),
    ]
    return Page(
      title: "\(result.name), backtest",
      contents: contents.map { (id: $0.0, title: $0.1) },
      sections: sections
    ).html
  }
}

/// The outcome on one screen.
struct BacktestHeadline {
  var figures: BacktestFigures

  private var result: BacktestResult { figures.result }

  var markup: Markup {
    let origins = result.weeks(lead: result.leads[0]).map(\.origin)
    let range = [origins.first, origins.last].compactMap { $0?.longText }
    return """
      <header><p class="kicker">Backtest · \(counted(origins.count, "week", "weeks")) · \
      \(range.joined(separator: " to "))</p><h1>\(result.name)</h1>\
      <p class="verdict">\(verdict)</p></header>\(matrix)\n
      """
  }

  private var verdict: String {
    let lead = result.leads[0]
    let position = figures.mainGranularity
    let place =
      "At \(granularityText(result.granularities[position])), \(weeksAhead(lead)),"
    guard let best = figures.best(lead: lead, granularity: position) else {
      return "No week could be judged; the reasons are below."
    }
    let score = result.pooled(method: best, lead: lead, granularity: position).score
    let skill = score.skill.map { ", \(percent($0)) less than the weekly naive" } ?? ""
    return "\(place) \(result.methods[best].commandName) comes closest: it errs by"
      + " \(percent(score.weightedError ?? 0, places: 2)) of the contacts\(skill). Its 80% band"
      + " held \(percent(score.coverage80 ?? 0)) of the intervals, its 95% band"
      + " \(percent(score.coverage95 ?? 0))."
  }

  /// wMAPE of each method by lead and granularity.
  private var matrix: Markup {
    let places = result.leads.flatMap { lead in
      result.granularities.indices.map { (lead: lead, granularity: $0) }
    }
    let columns = places.map { place -> TableColumn in
      let minutes = result.granularities[place.granularity]
      let ahead = counted(place.lead, "week", "weeks")
      return .number("\(granularityText(minutes)), \(ahead)")
    }
    let best = places.map { figures.best(lead: $0.lead, granularity: $0.granularity) }
    let rows = result.methods.enumerated().map { index, method -> [Markup] in
      let cells = zip(places, best).map { place, best -> Markup in
        let score = result.pooled(
          method: index,
          lead: place.lead,
          granularity: place.granularity
        ).score
        return figure(percentFigure(score.weightedError, places: 2), isBest: best == index)
      }
      return ["<b>\(method.commandName)</b><span class=\"block\">\(method.words)</span>"] + cells
    }
    return """
      \(table("wMAPE by method", [.text("wMAPE in %")] + columns, rows))\
      <p class="note">Absolute errors as a share of what came. The smallest of a column is \
      marked. Every forecast used only what was known on its day.</p>
      """
  }
}

/// A figure, marked where it is the best of its kind.
func figure(_ text: String, isBest: Bool) -> Markup {
  isBest ? "<span class=\"best\">★ \(text)</span>" : "\(text)"
}
