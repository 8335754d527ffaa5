import Workforce

/// What a queue's forecast rests on: its last days, the methods, and the past weeks.
struct EvidenceBlock {
  var queue: QueueForecast
  var grid: TimeGrid
  /// What came per interval of the week ahead, where it is known already.
  var actuals: [Double?]

  var markup: Markup {
    guard let evidence = queue.evidence, !evidence.days.isEmpty else { return .none }
    let days = grid.days.map { range -> Double? in
      let known = range.compactMap { actuals[$0] }
      let open = range.filter { queue.isOpen[$0] }
      return known.isEmpty || known.count < open.count ? nil : known.reduce(0, +)
    }
    let chart = PastDaysChart(queue: queue, grid: grid, actuals: days).markup
    return """
      <figure class="wide-figure">\(chart)<figcaption>Contacts per day: dots came, the line was \
      expected beforehand, boxes are the week ahead with its bands\(specialNote(evidence)).\
      </figcaption></figure><div class="pair">\(weeks(evidence))\(methods(evidence))</div>
      """
  }

  private func specialNote(_ evidence: ForecastEvidence) -> String {
    evidence.days.contains { $0.special != nil } ? "; triangles mark special days" : ""
  }

  private func weeks(_ evidence: ForecastEvidence) -> Markup {
    let columns: [TableColumn] = [
      .text("Past week"), .number("Came"), .number("Expected"), .number("Off by"),
      .number("Interval error"),
    ]
    var rows = evidence.weeks.map { week -> [Markup] in
      [
        "\(week.monday.longText)", "\(decimal(week.came))", "\(decimal(week.expected))",
        "\(share(week.expected - week.came, week.came))",
        "\(week.came > 0 ? percent(week.absoluteError / week.came) : "–")",
      ]
    }
    if let now = thisWeek { rows.append(now) }
    guard !rows.isEmpty else { return .none }
    let lead = evidence.lead == 1 ? "the week before" : "\(evidence.lead) weeks before"
    return """
      <div><h4>Accuracy by week, forecast \(lead)</h4>\
      \(table("Accuracy by week, \(queue.queue)", columns, rows))</div>
      """
  }

  /// The week ahead itself, where it has come already.
  private var thisWeek: [Markup]? {
    let known = actuals.indices.filter { actuals[$0] != nil && queue.isOpen[$0] }
    let came = known.reduce(0) { $0 + (actuals[$1] ?? 0) }
    guard came > 0 else { return nil }
    let means = queue.intervals.mean
    let expected = known.reduce(0) { $0 + means[$1] }
    let error = known.reduce(0) { $0 + abs(means[$1] - (actuals[$1] ?? 0)) }
    return [
      "<b>\(grid.dates[0].longText)</b>", "<b>\(decimal(came))</b>", "<b>\(decimal(expected))</b>",
      "<b>\(share(expected - came, came))</b>", "<b>\(percent(error / came))</b>",
    ]
  }

  private func share(_ difference: Double, _ whole: Double) -> String {
    guard whole > 0 else { return "–" }
    return signed(100 * difference / whole, places: 1) + "%"
  }

  private func methods(_ evidence: ForecastEvidence) -> Markup {
    guard evidence.methods.count > 1 else { return .none }
    let columns: [TableColumn] = [
      .text("Method"), .number("Interval error"), .number("Day error"),
      .number("Better than naive"),
    ]
    let sorted = evidence.methods.enumerated().sorted {
      ($0.element.score, $0.offset) < ($1.element.score, $1.offset)
    }
    let rows = sorted.map { _, method -> [Markup] in
      [
        method.method == queue.method ? "<b>\(method.method.name)</b>" : "\(method.method.name)",
        "\(method.intervalError.map { percent($0) } ?? "–")",
        "\(method.dayError.map { percent($0) } ?? "–")",
        "\(method.skill.map { percent($0, places: 0) } ?? "–")",
      ]
    }
    return """
      <div><h4>Methods on the same weeks</h4>\
      \(table("Methods compared, \(queue.queue)", columns, rows))</div>
      """
  }
}

extension ForecastEvidence.Method {
  /// The error by which methods are chosen; the largest where nothing was judged.
  fileprivate var score: Double {
    guard let intervalError, let dayError else { return .infinity }
    return (intervalError + dayError) / 2
  }
}

extension ForecastMethod {
  /// The method's name in sentences and tables.
  var name: String { rawValue.replacing("_", with: " ") }
}
