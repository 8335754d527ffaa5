import Workforce

extension CliffReport {
  /// The report as a self-contained page, valid as HTML and as XML.
  public func html() -> String {
    Page(
      title: "\(title), certificates",
      contents: [
        (id: "heads", title: "Heads"), (id: "service", title: "Service"),
        (id: "plan", title: "Plan"),
      ],
      sections: [headline, headsSection, serviceSection, planSection]
    ).html
  }

  private var headline: Markup {
    let span = [weeks.first, weeks.last].compactMap { $0?.description }.joined(separator: " to ")
    return """
      <header><p class="kicker">Certificates · \(span)</p><h1>\(title)</h1>\
      <p class="verdict">\(verdict)</p></header>\n
      """
  }

  private var verdict: String {
    guard let deepest else { return "No lapse changes who may serve what in these weeks." }
    let (skill, week) = (skills[deepest.skill], deepest.week)
    let with = decimal(skill.with[week], places: 1)
    let without = decimal(skill.without[week], places: 1)
    return
      "Unless certificates are renewed, \(skill.skill) falls to \(without) of \(with) heads in "
      + "\(weeks[week]); the forecast asks for \(decimal(skill.need[week], places: 1)). "
      + planSentences.joined(separator: " ")
  }

  private var headsSection: Markup {
    let charts = skills.map { skill -> Markup in
      let chart = WeekChart(
        title: "\(skill.skill): heads per week",
        weeks: weeks,
        top: (skill.with + skill.without + skill.need).max() ?? 1,
        isShare: false,
        lines: [
          WeekChart.Line(style: "actual", values: skill.without.map { $0 }),
          WeekChart.Line(style: "mean-line", values: skill.with.map { $0 }),
          WeekChart.Line(style: "aim", values: skill.planned.map { $0 }),
          WeekChart.Line(style: "need", values: skill.need.map { $0 }),
        ]
      )
      return "<h3>\(skill.skill)</h3>\(chart.markup)"
    }
    return section(
      "heads",
      "Heads",
      lead: """
        People who may use a skill alone, the mean over the hours in which its queues are open, \
        against what the forecast of the week asks for.
        """,
      [headLegend] + charts + [headDetails]
    )
  }

  private var headDetails: Markup {
    let rows = weeks.indices.flatMap { week in
      skills.map { skill -> [Markup] in
        [
          "\(weeks[week].description)", "\(skill.skill)",
          "\(decimal(skill.without[week], places: 1))", "\(decimal(skill.with[week], places: 1))",
          "\(decimal(skill.planned[week], places: 1))", "\(decimal(skill.need[week], places: 1))",
        ]
      }
    }
    return table(
      "Heads per week and skill",
      [
        .text("Week"), .text("Skill"), .number("Not renewed"), .number("Renewed"),
        .number("Plan"), .number("Needed"),
      ],
      rows
    )
  }

  private func key(_ style: Markup, _ words: String) -> Markup {
    """
    <span><svg class="key" viewBox="0 0 16 10" aria-hidden="true">\
    <path class="\(style)" d="M0 5H16"/></svg>\(words)</span>
    """
  }

  private var headLegend: Markup {
    """
    <p class="legend">\(key("actual", "nobody renews"))\(key("mean-line", "everybody renews"))\
    \(key("aim", "cheapest plan"))\(key("need", "needed"))</p>
    """
  }

  private var serviceSection: Markup {
    let charts = queues.map { queue -> Markup in
      let chart = WeekChart(
        title: "\(queue.queue): service level per week",
        weeks: weeks,
        top: 1,
        isShare: true,
        bands: [
          WeekChart.Band(fill: "#f6d3bd", values: queue.without),
          WeekChart.Band(fill: "#cfe4f2", values: queue.with),
        ],
        lines: [
          WeekChart.Line(style: "actual", values: queue.without.map { $0?.mean }),
          WeekChart.Line(style: "mean-line", values: queue.with.map { $0?.mean }),
          WeekChart.Line(style: "aim", values: weeks.map { _ in queue.target }),
        ],
        dots: queue.planned.map { $0?.mean }
      )
      return "<h3>\(queue.queue)</h3>\(chart.markup)"
    }
    return section(
      "service",
      "Service",
      lead: """
        Simulated service level with 95% intervals. Each week is forecast, rostered quickly and \
        played; both see the same customers. Dots: the worst weeks under the cheapest plan.
        """,
      [serviceLegend] + charts + [serviceTable]
    )
  }

  private var serviceTable: Markup {
    let rows = weeks.indices.flatMap { week in
      queues.filter { $0.without[week] != $0.with[week] }.map { queue -> [Markup] in
        [
          "\(weeks[week].description)", "\(queue.queue)", "\(share(queue.without[week]))",
          "\(share(queue.with[week]))", "\(share(queue.planned[week]))",
        ]
      }
    }
    guard !rows.isEmpty else { return .none }
    return table(
      "Service level of weeks that lapses change",
      [
        .text("Week"), .text("Queue"), .number("Nobody renews"), .number("Everybody renews"),
        .number("Cheapest plan"),
      ],
      rows
    )
  }

  private func share(_ estimate: Estimate?) -> String { estimate.map { percent($0) } ?? "–" }

  private var serviceLegend: Markup {
    """
    <p class="legend">\(key("actual", "nobody renews"))\(key("mean-line", "everybody renews"))\
    \(key("aim", "target"))</p>
    """
  }

  private var planSection: Markup {
    let sentences = planSentences.map { sentence -> Markup in "<p>\(sentence)</p>" }
    let items = (plan.short + plan.remedies).map { text -> Markup in "<li>\(text)</li>" }
    let list: Markup = items.isEmpty ? .none : "<ul>\(items)</ul>"
    return section(
      "plan",
      "The cheapest plan",
      lead: "Who renews in which week is in renewals.csv.",
      sentences + [list]
    )
  }
}
