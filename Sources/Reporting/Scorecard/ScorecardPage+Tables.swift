import Workforce

extension ScorecardReport {
  var ticketSection: Markup {
    let rows = (result.open + result.tickets.filter { $0.closed != nil }).map {
      ticket -> [Markup] in
      let last = ticket.evidence.last
      let isLate = ticket.closed == nil && ticket.due < result.date
      let state: Markup =
        ticket.closed.map { "<span class=\"badge good\">✓ closed \($0.description)</span>" }
        ?? (isLate
          ? "<span class=\"badge bad\">✗ overdue</span>"
          : "<span class=\"badge open\">? open</span>")
      return [
        state, "<b>\(ticket.group)</b> <small>\(ticket.kind.rawValue)</small>",
        "\(ticket.measure.title)", "<span class=\"nowrap\">\(ticket.opened.description)</span>",
        "\(last.map { Self.figure($0.value, ticket.measure) } ?? "–")",
        "\(last.map { Self.figure($0.peers, ticket.measure) } ?? "–")",
        "\(ticket.evidence.map { decimal($0.score, places: 1) }.joined(separator: ", "))",
        "\(Self.criterion(of: ticket))", "\(ticket.owner)",
        "<span class=\"nowrap\">\(ticket.due.mediumText)</span>",
      ]
    }
    let columns: [TableColumn] = [
      .text("State"), .text("Group"), .text("Measure"), .text("Since"), .number("Value"),
      .number("Peers"), .number("Scores"), .sentence("Closed when"), .text("Owner"), .text("Due"),
    ]
    return section(
      "tickets",
      "Tickets",
      lead: """
        A ticket is raised when a group is worse than its peers and worse than expected of it two weeks in \
        a row, each by a test that noise seldom passes; the figures alone close it. Scores are standard \
        deviations of the two weeks.
        """,
      [rows.isEmpty ? nothing("No ticket was raised.") : table("Tickets", columns, rows)]
    )
  }

  var groupSection: Markup {
    let rows = result.standings.map { standing -> [Markup] in
      let score: Markup = standing.score.map { "\(decimal($0, places: 1))" } ?? "–"
      let limit: Markup = standing.limit.map { "\(decimal($0, places: 1))" } ?? "–"
      return [
        "\(standing.measure.title)",
        "<b>\(standing.group)</b> <small>\(standing.kind.rawValue)</small>",
        "\(Self.figure(standing.value, standing.measure))",
        "\(grouped(Int(standing.cases.rounded())))",
        "\(Self.figure(standing.peers, standing.measure))", score, limit,
        "\(Self.decline(standing))",
      ]
    }
    let columns: [TableColumn] = [
      .text("Measure"), .text("Group"), .number("Last four weeks"), .number("Cases"),
      .number("Peers"), .number("Last week's score"), .number("Limit"),
      .number("Smallest decline found"),
    ]
    let body = rows.isEmpty ? nothing("No group has peers.") : table("Groups", columns, rows)
    return section(
      "groups",
      "Groups beside their peers",
      lead: """
        The last four weeks together. A group that is always somewhat worse raises no ticket: the score \
        says how much worse the last week was than is usual for it. The smallest decline found is one \
        that raises a ticket within three weeks in 9 of 10 cases, with as many cases as last week: no ticket \
        does not mean that nothing smaller happened.
        """,
      [
        rows.count > 12
          ? "<details><summary>\(grouped(rows.count)) rows</summary>\(body)</details>" : body
      ]
    )
  }

  var complaintSection: Markup {
    guard !result.escalation.isEmpty else { return .none }
    let rows = result.escalation.map { row -> [Markup] in
      ["<span class=\"nowrap\">\(row.label)</span>", "\(grouped(row.complaints))"]
        + row.levels.map { level -> Markup in
          guard let share = level.share else { return "–" }
          let ends = intervalText(level.interval.lowerBound, level.interval.upperBound)
          return """
            \(percent(share)) <small>\(grouped(level.inTime)) of \(grouped(level.needed)), \(ends)\
            \(level.medianMinutes.map { ", median \(Self.minutes($0))" } ?? "")</small>
            """
        }
    }
    return section(
      "complaints",
      "Complaints",
      lead: """
        Answered within 1 hour; with a supervisor within 4 hours and with the head of a unit within 24, \
        unless settled before. Shares of those that had to be, with 95% intervals.
        """,
      [
        table(
          "Escalation times",
          [.text("Weeks"), .number("Complaints"), .sentence("Answered, 1 h")]
            + [.sentence("Supervisor, 4 h"), .sentence("Head of unit, 24 h")],
          rows
        )
      ]
    )
  }

  var expectedSection: Markup {
    guard !result.expected.isEmpty else { return .none }
    return section(
      "expected",
      "Expected by plans",
      lead: "What simulations of rosters expect of weeks to come. Nothing here was measured.",
      [
        table(
          "Expected service",
          [.text("Week"), .text("Queue"), .number("Answered in time"), .number("95% interval")]
            + [.text("Run")],
          result.expected.map { row -> [Markup] in
            [
              "\(row.week.description)", "\(row.queue)", "\(percent(row.share))",
              "\(intervalText(row.low, row.high))", "\(row.run)",
            ]
          }
        )
      ]
    )
  }
}
