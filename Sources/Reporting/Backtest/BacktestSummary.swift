public import Workforce

/// A backtest as text for a terminal.
public struct BacktestSummary: Sendable {
  private let results: [BacktestResult]
  private let location: String

  /// Makes a summary; `location` is the folder with the report.
  public init(results: [BacktestResult], location: String) {
    self.results = results
    self.location = location
  }

  /// Per queue what was inferred, the accuracy by lead, and what was left out.
  public func text() -> String {
    let parts = results.flatMap { blocks(BacktestFigures(result: $0)) }
    let place = location.hasSuffix("/") ? String(location.dropLast()) : location
    let file = results.count == 1 ? "report.html" : "accuracy.csv"
    let end = labeled("Report", "\(place)/\(file)")
    return (parts + [end]).filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func blocks(_ figures: BacktestFigures) -> [[String]] {
    let tables = figures.result.leads.map { table(figures, lead: $0) }
    return [head(figures)] + tables + [legend(figures), gaps(figures)]
  }

  private func head(_ figures: BacktestFigures) -> [String] {
    let result = figures.result
    let origins = result.weeks(lead: result.leads[0]).map(\.origin)
    let weeks = counted(origins.count, "week", "weeks")
    let range =
      origins.count > 1 ? "\(origins[0]) to \(origins[origins.count - 1])" : "\(origins[0])"
    let last = result.weeks.last { $0.leftOut == nil }
    let inferred = last?.findings.filter { $0.file.isEmpty } ?? []
    return [clipped(printable("\(result.name): \(weeks), \(range)"), to: TextTable.columns)]
      + inferred.flatMap { labeled("inferred", $0.message) }
  }

  private func table(_ figures: BacktestFigures, lead: Int) -> [String] {
    let result = figures.result
    let main = figures.mainGranularity
    let heads = result.granularities.map { $0 == 1440 ? "day" : "\($0) min" }
    let rows = result.methods.indices.map { method -> [String] in
      let errors = result.granularities.indices.map { position in
        percentFigure(
          result.pooled(method: method, lead: lead, granularity: position).score.weightedError,
          places: 2
        )
      }
      let score = result.pooled(method: method, lead: lead, granularity: main).score
      return [result.methods[method].commandName] + errors + [
        percentFigure(score.bias), percentFigure(score.coverage80, places: 0),
        percentFigure(score.coverage95, places: 0), percentFigure(score.skill, places: 0),
        decimal(result.seconds(method: method, lead: lead), places: 1),
      ]
    }
    return TextTable(
      head: [weeksAhead(lead)] + heads + ["bias", "in 80", "in 95", "skill", "sec"],
      rows: rows
    ).lines
  }

  private func legend(_ figures: BacktestFigures) -> [String] {
    let result = figures.result
    let main = result.granularities[figures.mainGranularity]
    let best = result.leads.compactMap { lead in
      figures.best(lead: lead, granularity: figures.mainGranularity).map {
        "\(result.methods[$0].commandName) \(weeksAhead(lead))"
      }
    }
    let text =
      "wMAPE in % by length of interval; then at \(granularityText(main)) in %: bias, share inside"
      + " the 80 and 95 % bands, skill against the weekly naive; seconds in all."
    return wrapped(text, to: TextTable.columns)
      + (best.isEmpty ? [] : wrapped("Best: \(listed(best)).", to: TextTable.columns))
  }

  private func gaps(_ figures: BacktestFigures) -> [String] {
    figures.leftOut.flatMap { reason, weeks in
      let names = weeks.map { "\($0.origin) (\(weeksAhead($0.lead)))" }
      return labeled("left out", "\(listed(names)): \(reason)")
    } + figures.remarks.flatMap { labeled("note", $0) }
  }
}
