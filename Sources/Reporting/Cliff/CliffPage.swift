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
      "Unless certificates are renewed, \(skill.words) \(skill.parts.isEmpty ? "falls" : "fall") to "
      + "\(without) of \(with) heads in \(weeks[week]); the forecast asks for "
      + "\(decimal(skill.need[week], places: 1)). " + planSentences.joined(separator: " ")
  }

  private var headsSection: Markup {
    let charts = skills.map { skill -> Markup in
      let chart = WeekChart(
        title: "\(skill.skill): heads per week",
        weeks: weeks,
        range: 0...max(1, (skill.with + skill.without + skill.need).max() ?? 1),
        isShare: false,
        lines: [
          WeekChart.Line(style: "renewed", values: skill.with.map { $0 }),
          WeekChart.Line(style: "asked", values: skill.need.map { $0 }),
          WeekChart.Line(style: "lapsed", values: skill.without.map { $0 }),
          WeekChart.Line(style: "planned", values: skill.planned.map { $0 }),
        ]
      )
      return "<h3>\(skill.words.capitalizedFirst)</h3>\(chart.markup)"
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
    let figures = table(
      "Heads per week and skill",
      [
        .text("Week"), .text("Skill"), .number("Not renewed"), .number("Renewed"),
        .number("Plan"), .number("Needed"),
      ],
      rows
    )
    return "<details><summary>Figures per week</summary>\(figures)</details>"
  }

  private func key(_ style: Markup, _ words: String) -> Markup {
    """
    <span><svg class="key long" viewBox="0 0 26 10" aria-hidden="true">\
    <path class="\(style)" d="M0 5H26"/></svg>\(words)</span>
    """
  }

  /// A mark in the legend that is no line.
  private func key(shape: Markup, _ words: String) -> Markup {
    """
    <span><svg class="key" viewBox="0 0 16 10" aria-hidden="true">\(shape)</svg>\(words)</span>
    """
  }

  private var headLegend: Markup {
    """
    <p class="legend">\(key("lapsed", "nobody renews"))\(key("renewed", "everybody renews"))\
    \(key("planned", "cheapest plan"))\(key("asked", "needed"))</p>
    """
  }

  /// All panels have one axis, on which the targets lie clear of the ends.
  private var serviceRange: ClosedRange<Double> {
    let shares = queues.flatMap { queue in
      (queue.without + queue.with + queue.planned).compactMap { $0?.shareLow } + [queue.target]
    }
    return max(0, min(0.9, shares.min() ?? 0) - 0.05)...1
  }

  private var serviceSection: Markup {
    let range = serviceRange
    let charts = queues.map { queue -> Markup in
      let chart = WeekChart(
        title: "\(queue.queue): service level per week",
        weeks: weeks,
        range: range,
        isShare: true,
        bands: [
          WeekChart.Band(fill: "#f6d3bd", values: queue.without),
          WeekChart.Band(fill: "#cfe4f2", values: queue.with),
        ],
        lines: [
          WeekChart.Line(style: "renewed", values: queue.with.map { $0?.mean }),
          WeekChart.Line(style: "lapsed", values: queue.without.map { $0?.mean }),
          WeekChart.Line(style: "asked", values: weeks.map { _ in queue.target }),
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
        played; both see the same customers. The worst weeks are played under the cheapest plan too. \
        \(unplayedText ?? "")
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
    let band = { (fill: String) -> Markup in
      "<path fill=\"\(fill)\" d=\"M0 0H16V10H0Z\"/>"
    }
    return """
      <p class="legend">\(key("lapsed", "nobody renews"))\
      \(key(shape: band("#f6d3bd"), "its 95% interval"))\(key("renewed", "everybody renews"))\
      \(key(shape: band("#cfe4f2"), "its 95% interval"))\
      \(key(shape: "<path class=\"played\" d=\"M8 5h0\"/>", "cheapest plan, in the worst weeks"))\
      \(key("asked", "target"))</p>
      """
  }

  private var planSection: Markup {
    let sentences = planSentences.map { sentence -> Markup in "<p>\(sentence)</p>" }
    let items = (plan.short + plan.remedies).map { text -> Markup in "<li>\(text)</li>" }
    let list: Markup = items.isEmpty ? .none : "<ul>\(items)</ul>"
    return section(
      "plan",
      "The cheapest plan",
      lead: plan.rows.isEmpty ? .none : "Who renews in which week; renewals.csv has the costs too.",
      sentences + [list, renewalTable]
    )
  }

  private var renewalTable: Markup {
    guard !plan.rows.isEmpty else { return .none }
    let rows = plan.rows.map { row -> [Markup] in
      let name: Markup = row.title == row.course ? .none : " <small>\(row.course)</small>"
      return [
        "<span class=\"nowrap\">\(row.week.description)</span>",
        "<span class=\"nowrap\">\(row.week.monday.mediumText)</span>", "\(row.title)\(name)",
        "\(grouped(row.employees.count))", "\(row.employees.joined(separator: ", "))",
      ]
    }
    return table(
      "Renewals of the cheapest plan",
      [.text("Week"), .text("From"), .text("Course"), .number("People"), .sentence("Who")],
      rows
    )
  }
}
