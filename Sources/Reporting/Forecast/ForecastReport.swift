public import Workforce

/// A week's forecast as a page: history, bands, what came, special days, overrides, accuracy.
///
/// The page is self-contained; the same values give the same bytes.
public struct ForecastReport: Sendable {
  /// The page's name in a folder.
  public static let fileName = "forecast.html"

  private let inputs: PlanningInputs
  private let week: ISOWeek
  private let forecast: Forecast
  private let findings: [Diagnostic]

  /// Makes a report; `findings` are those of reading the data.
  public init(
    inputs: PlanningInputs,
    week: ISOWeek,
    forecast: Forecast,
    findings: [Diagnostic]
  ) {
    self.inputs = inputs
    self.week = week
    self.forecast = forecast
    self.findings = findings
  }

  /// The page, valid as HTML and as XML.
  public func html() -> String {
    let sections: [Markup] = [
      headline,
      ForecastSection(inputs: inputs, forecast: forecast).markup,
      data,
    ]
    return Page(
      title: "\(inputs.settings.name), forecast of \(week)",
      contents: [("forecast", "Forecast"), ("data", "Data")],
      sections: sections
    ).html
  }

  private var headline: Markup {
    let mark: Markup =
      inputs.settings.isSynthetic
      ? " <span class=\"badge open\">synthetic data</span>" : .none
    let tiles = forecast.queues.map { queue -> Markup in
      let past = queue.pastError.map { "past error \(percent($0))" } ?? "no past error yet"
      return """
        <div><dt>\(queue.queue)</dt><dd>\(decimal(queue.intervals.mean.total))\
        <small>contacts · \(past)</small></dd></div>
        """
    }
    return """
      <header><p class="kicker">Forecast · \(week.description) · \(week.rangeText)\(mark)</p>\
      <h1>\(inputs.settings.name)</h1></header><dl class="tiles">\(tiles)</dl>\n
      """
  }

  private var data: Markup {
    let all = findings + forecast.diagnostics.filter { !findings.contains($0) }
    let rows = all.map { finding -> [Markup] in
      ["\(finding.severity.rawValue)", "\(finding.message)", "\(finding.suggestion)"]
    }
    let notes =
      rows.isEmpty
      ? nothing("Nothing was found.")
      : table(
        "Findings",
        [.text("Severity"), .sentence("Finding"), .sentence("What to do")],
        rows
      )
    return section(
      "data",
      "Data",
      lead: "What was found in the history, what was done about it, and what the calendar says.",
      [DataTable(hygiene: forecast.hygiene).markup, "<h3>Findings</h3>", notes]
    )
  }
}
