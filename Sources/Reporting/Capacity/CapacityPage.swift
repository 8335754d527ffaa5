import Workforce

extension CapacityReport {
  /// The report as a self-contained page, valid as HTML and as XML.
  public func html() -> String {
    Page(
      title: "\(title), capacity",
      contents: [
        (id: "people", title: "People and need"), (id: "actions", title: "What to do"),
        (id: "chance", title: "Chance"), (id: "cost", title: "Cost and proof"),
        (id: "assumptions", title: "Assumptions"),
      ],
      sections: [
        headline, peopleSection, actionSection, chanceSection, costSection, assumptionSection,
      ]
    ).html
  }

  private var headline: Markup {
    let span = [months.first, months.last].compactMap { $0?.description }.joined(separator: " to ")
    return """
      <header><p class="kicker">Capacity · \(span)</p><h1>\(title)</h1>\
      <p class="verdict">\(verdict.joined(separator: " "))</p></header>\n
      """
  }

  private var peopleSection: Markup {
    let charts = skills.map { skill -> Markup in
      let chart = FanChart(
        title: "\(skill.name): full-time people at work against need",
        months: months,
        fan: skill.agents,
        band: skill.need,
        line: skill.nothing
      )
      return "<h3>\(skill.name.capitalizedFirst)</h3>\(chart.markup)"
    }
    let list = warnings.map { text -> Markup in "<li>\(text)</li>" }
    let doubts: Markup = list.isEmpty ? .none : "<ul>\(list)</ul>"
    return section(
      "people",
      "People and need",
      lead: """
        Full-time people at work in the plan, as people leave and stay, pass and fail, against what \
        demand asks for. Bands hold what comes in 8 of 10 cases, the darker one in 5 of 10.
        """,
      [legend] + charts + [doubts]
    )
  }

  private var legend: Markup {
    let line = { (style: Markup, words: String) -> Markup in
      """
      <span><svg class="key long" viewBox="0 0 26 10" aria-hidden="true">\
      <path \(style) d="M0 5H26"/></svg>\(words)</span>
      """
    }
    let band = { (fill: Markup, words: String) -> Markup in
      """
      <span><svg class="key" viewBox="0 0 16 10" aria-hidden="true">\
      <path fill="\(fill)" d="M0 0H16V10H0Z"/></svg>\(words)</span>
      """
    }
    return """
      <p class="legend">\(line("stroke=\"#0b5f94\" stroke-width=\"2.6\"", "people, median"))\
      \(band("#9ccae8", "5 of 10"))\(band("#cfe4f2", "8 of 10"))\
      \(line("class=\"asked\"", "need, median"))\(band("#e7d9c4", "8 of 10"))\
      \(line("class=\"lapsed\"", "people if nothing is done"))</p>
      """
  }

  private var actionSection: Markup {
    let rows = actions.map { action -> [Markup] in
      [
        "<span class=\"nowrap\">\(action.begin.description)</span>",
        "<span class=\"nowrap\">\(action.month.description)</span>", "\(words(action))",
        "\(grouped(action.count))",
        "\(action.cost > 0 ? Reporting.money(action.cost, currency) : "")",
      ]
    }
    let body =
      rows.isEmpty
      ? nothing("No hire, class or cross-training is worth its price.")
      : table(
        "Hires, classes, cross-training and renewals by month",
        [
          .text("Begin"), .text("Month"), .sentence("What"), .number("Number"), .number("Cost"),
        ],
        rows
      )
    return section(
      "actions",
      "What to do",
      lead: """
        People who start, learn and renew, and the classes that they sit in. Begin is when positions \
        are opened; pay is not in the cost here.
        """,
      [body]
    )
  }

  private var chanceSection: Markup {
    let rows = months.indices.map { month -> [Markup] in
      let single = skills.map { skill -> Markup in
        """
        \(percent(skill.chance[month].share, places: 0)) \
        <small>\(percent(skill.enough[month], places: 0))</small>
        """
      }
      let chance = all[month]
      return ["<span class=\"nowrap\">\(months[month].description)</span>"] + single
        + [
          "\(percent(chance.share))", "\(intervalText(chance.low, chance.high))",
          "\(percent(allOfNothing[month]))",
        ]
    }
    let columns =
      [TableColumn.text("Month")] + skills.map { .number("\($0.name)") }
      + [.number("All skills"), .number("95% interval"), .number("If nothing is done")]
    return section(
      "chance",
      "Chance",
      lead: """
        The share of simulated futures (demand in its band, people who leave or stay, pass or fail) in \
        which the people at work meet the service targets of the skill's queues over the month's week: the \
        queue model of each interval, summed by contacts, with the people spread as the week's program \
        spreads them. The small figure is the share in which they are as many as the need, which asks the \
        target of every interval. Deferred work counts as done when the need is there.
        """,
      [table("Chance of meeting the targets by month", columns, rows)]
    )
  }

  private var costSection: Markup {
    let amount = { (value: Double) -> Markup in "\(Reporting.money(value, self.currency))" }
    let facts: [(name: String, text: Markup)] = [
      ("Finding people", amount(money.recruiting)), ("Classes", amount(money.classes)),
      ("Pay of those hired, to the last month", amount(money.pay)),
      ("Price of what is missing on average", amount(money.missing)),
      ("Proved gap", "\(percent(money.gap, places: 2))"),
    ]
    let check: Markup = checkText.map { "<p>\($0)</p>" } ?? .none
    return section(
      "cost",
      "Cost and proof",
      lead:
        "The gap is the share of all these together by which a cheaper plan could exist at most.",
      [definitions(facts), check]
    )
  }

  private var assumptionSection: Markup {
    let rows = assumptions.map { item -> [Markup] in
      ["\(item.name)", "\(item.text)", "\(item.source)"]
    }
    return section(
      "assumptions",
      "Assumptions",
      lead: "What the plan rests on. Write capacity.yaml to replace what is only a default.",
      [
        table(
          "Assumptions",
          [.text("What"), .sentence("Value"), .text("From")],
          rows
        )
      ]
    )
  }
}
