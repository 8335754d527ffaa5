import Workforce

/// Where people are missing, how many, and why.
struct UnderstaffingSection {
  var report: PlanReport
  var figures: PlanFigures
  var gaps: UnderstaffingAnalysis

  private static let limit = 20
  private static let byService = """
     The need is what Erlang asks for; this plan was not made for it but for the service in \
    simulation, where people who share queues stand in for each other.
    """

  var markup: Markup {
    guard !gaps.stretches.isEmpty else {
      return section(
        "understaffing",
        "Understaffing",
        lead: .none,
        [nothing("Every interval of every queue has the people that it needs.")]
      )
    }
    return section(
      "understaffing",
      "Understaffing",
      lead: """
        \(decimal(figures.missingHours, places: 1)) of \(decimal(figures.requiredHours)) \
        person-hours are missing, in \(counted(figures.understaffedIntervals, "interval", "intervals")) \
        of a queue. Hard rules are never broken to fill a gap.\
        \(report.contactPrices == nil ? "" : Self.byService)
        """,
      [causes, stretches]
    )
  }

  private var causes: Markup {
    let longest = gaps.hoursByCause.first?.hours ?? 1
    let rows = gaps.hoursByCause.map { entry -> [Markup] in
      [
        "\(entry.kind.summary)", "\(decimal(entry.hours, places: 1))",
        "\(percent(entry.hours / figures.missingHours))",
        BarMark(
          share: entry.hours / longest,
          title: "Person-hours missing: \(entry.kind.summary)"
        ).markup,
      ]
    }
    return table(
      "Causes of understaffing",
      [.sentence("Cause"), .number("Person-hours"), .number("Share"), .text("")],
      rows
    )
  }

  private var stretches: Markup {
    let grid = report.requirement.grid
    let rows = gaps.stretches.prefix(Self.limit).map { stretch -> [Markup] in
      let need = report.requirement.queues[stretch.queue].intervals[stretch.worst].rostered
      let missing = figures.shortfall[stretch.queue][stretch.worst]
      let from = grid.clockText(at: stretch.intervals.lowerBound)
      let until = grid.clockText(at: stretch.intervals.upperBound, isEnd: true)
      return [
        "\(figures.queues[stretch.queue].settings.name)",
        "<span class=\"nowrap\">\(grid.dates[stretch.day].shortText), \(from)–\(until)</span>",
        "\(decimal(stretch.missingHours, places: 1))",
        "\(decimal(missing, places: 1)) of \(grouped(need)) at \(grid.clockText(at: stretch.worst))",
        "\(stretch.cause.detail)",
      ]
    }
    let more = gaps.stretches.count - rows.count
    let note: Markup =
      more > 0
      ? "<p class=\"note\">\(counted(more, "smaller gap", "smaller gaps")) not listed.</p>" : .none
    return """
      <h3>The largest gaps</h3>\(table(
        "The largest gaps",
        [
          .text("Queue"), .text("When"), .number("Person-hours"), .number("Most missing"),
          .sentence("Why, at that moment"),
        ],
        rows
      ))\(note)
      """
  }
}
