import Workforce

/// Why wishes were refused and intervals are short.
struct ReasonsSection {
  var report: PlanReport

  private var words: ExplainWords {
    ExplainWords(
      context: ExplainContext(
        center: report.inputs.settings.name,
        week: report.week,
        currency: report.inputs.settings.currency,
        queues: report.inputs.settings.queues.map(\.name),
        clocks: PersonalClocks(report.inputs),
        zone: report.inputs.settings.zone
      )
    )
  }

  var markup: Markup {
    if let problem = report.highlightsProblem {
      return section(
        "reasons",
        "Reasons",
        lead: "The roster could not be explained.",
        ["<p>\(problem)</p>"]
      )
    }
    guard let found = report.highlights, !found.wishes.isEmpty || !found.gaps.isEmpty else {
      return ""
    }
    return section(
      "reasons",
      "Reasons",
      lead: """
        What another week of one person would cost, everybody else's as it is. 'shiftwright explain' \
        says the same of every shift, interval, person and rule.
        """,
      [wishes(found), gaps(found)]
    )
  }

  private func wishes(_ found: RosterHighlights) -> Markup {
    guard !found.wishes.isEmpty else { return .none }
    let rows = found.wishes.map(row)
    let count = counted(found.asked, "wish", "wishes")
    let verb = found.refused == 1 ? "is" : "are"
    let rest = found.refused > rows.count ? " These were paid for most." : ""
    return """
      <h3>Refused wishes</h3><p>Of \(count) for dates of the week \
      \(grouped(found.refused)) \(verb) refused.\(rest)</p>\(table(
        "Refused wishes",
        [
          .text("Person"), .text("Wish"), .number("Paid for refusing"),
          .number("Granting costs more"), .sentence("With this shift, and for that"),
        ],
        rows
      ))
      """
  }

  private func row(_ entry: RosterHighlights.Wish) -> [Markup] {
    let wish = entry.wish
    let cost = wish.way.map { words.amount($0.cost) } ?? "–"
    let why = wish.way.map { way in words.shift(way) + ": " + words.parts(way) }
    return [
      "\(entry.employee)", "<span class=\"nowrap\">\(wish.text)</span>",
      "\(words.amount(wish.price))", "\(cost)", "\(why ?? "no legal week grants it")",
    ]
  }

  private func gaps(_ found: RosterHighlights) -> Markup {
    guard !found.gaps.isEmpty else { return .none }
    let rows = found.gaps.map { gap -> [Markup] in
      let sheet = IntervalSheet(explanation: gap, words: words)
      let queue = gap.queues.first
      let way = gap.ways.first.map { way in
        "\(way.employee), \(words.shift(way)), \(words.difference(way.cost)): " + words.parts(way)
      }
      let name = queue?.name ?? ""
      return [
        "\(name)", "<span class=\"nowrap\">\(sheet.title)</span>",
        "\(decimal(queue?.missing ?? 0, places: 1)) of \(grouped(queue?.need ?? 0))",
        "\(sheet.reasonText)", "\(way ?? "nobody else has a legal week with it")",
      ]
    }
    return """
      <h3>The shortest intervals</h3>\(table(
        "The shortest intervals",
        [
          .text("Queue"), .text("When"), .number("Missing"), .sentence("Who could be there"),
          .sentence("Cheapest way to have one more"),
        ],
        rows
      ))
      """
  }
}
