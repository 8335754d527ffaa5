public import Workforce

/// A scorecard as `scorecard.json` and `tickets.csv`.
public enum ScorecardFile {
  static let ticketColumns = [
    "ticket", "opened_week", "group_kind", "group", "measure", "value", "peers", "criterion",
    "owner_role", "due", "state", "closed_week",
  ]

  /// Every ticket, one row each, by week of opening.
  public static func tickets(_ result: ScorecardResult, words: (ImprovementTicket) -> String)
    -> [UInt8]
  {
    var csv = CSVText(header: ticketColumns)
    for ticket in result.tickets {
      let last = ticket.evidence.last
      csv.append([
        ticket.id, ticket.opened.description, ticket.kind.rawValue, ticket.group,
        ticket.measure.name, last.map { Numbers.text(rounded($0.value)) } ?? "",
        last.map { Numbers.text(rounded($0.peers)) } ?? "", words(ticket), ticket.owner,
        ticket.due.description, ticket.closed == nil ? "open" : "closed",
        ticket.closed?.description ?? "",
      ])
    }
    return csv.bytes
  }

  /// Everything.
  public static func json(_ result: ScorecardResult) -> [UInt8] {
    let value = JSONText.object([
      ("title", .string(result.title)), ("on", .string(result.date.description)),
      ("start", .string(result.start.description)),
      ("baseline", baseline(result)), ("goals", .list(result.goals.map(goal))),
      ("judged_group_weeks", .number(result.judgedWeeks)),
      ("tickets", .list(result.tickets.map(ticket))),
      ("standings", .list(result.standings.map(standing))),
      ("escalation", .list(result.escalation.map(escalation))),
      ("expected", .list(result.expected.map(expected))),
      ("notes", .list(result.notes.map { .string($0) })),
    ])
    return Array((value.text() + "\n").utf8)
  }

  private static func baseline(_ result: ScorecardResult) -> JSONText {
    guard let span = result.baseline else { return .word("null") }
    return .object([
      ("from", .string(span.lowerBound.description)), ("to", .string(span.upperBound.description)),
    ])
  }

  private static func goal(_ outlook: GoalOutlook) -> JSONText {
    .object([
      ("goal", .string(outlook.goal.name)), ("measure", .string(outlook.measure.name)),
      ("due", .string(outlook.due.description)),
      ("verdict", .string(outlook.verdict.rawValue)),
      ("threshold", number(outlook.threshold)), ("baseline", number(outlook.baseline)),
      ("latest", outlook.latest.map(point) ?? .word("null")),
      ("forecast", outlook.forecast.map(band) ?? .word("null")),
      ("chance", number(outlook.chance)), ("reason", .string(outlook.reason)),
      ("weeks", .list(outlook.points.map(point))), ("trend", .list(outlook.trend.map(band))),
    ])
  }

  private static func point(_ point: GoalOutlook.Point) -> JSONText {
    .object([
      ("week", .string(point.week.description)), ("value", number(point.value)),
      ("cases", .number(point.cases)),
    ])
  }

  private static func band(_ band: GoalOutlook.Band) -> JSONText {
    .object([
      ("week", .string(band.week.description)), ("value", number(band.value)),
      ("low90", number(band.low)), ("high90", number(band.high)),
    ])
  }

  private static func ticket(_ ticket: ImprovementTicket) -> JSONText {
    .object([
      ("ticket", .string(ticket.id)), ("opened_week", .string(ticket.opened.description)),
      ("group_kind", .string(ticket.kind.rawValue)), ("group", .string(ticket.group)),
      ("measure", .string(ticket.measure.name)), ("owner_role", .string(ticket.owner)),
      ("due", .string(ticket.due.description)),
      ("state", .string(ticket.closed == nil ? "open" : "closed")),
      ("closed_week", ticket.closed.map { .string($0.description) } ?? .word("null")),
      (
        "criterion",
        .object([
          ("weeks", .number(ticket.criterion.weeks)), ("margin", number(ticket.criterion.margin)),
        ])
      ),
      (
        "evidence",
        .list(
          ticket.evidence.map { week in
            .object([
              ("week", .string(week.week.description)), ("value", number(week.value)),
              ("cases", .number(week.cases)), ("peers", number(week.peers)),
              ("score", number(week.score)), ("limit", number(week.limit)),
            ])
          }
        )
      ),
    ])
  }

  private static func standing(_ standing: GroupStanding) -> JSONText {
    .object([
      ("group_kind", .string(standing.kind.rawValue)), ("group", .string(standing.group)),
      ("measure", .string(standing.measure.name)), ("week", .string(standing.week.description)),
      ("value", number(standing.value)), ("cases", .number(standing.cases)),
      ("peers", number(standing.peers)), ("score", number(standing.score)),
      ("limit", number(standing.limit)), ("least_decline", number(standing.leastDecline)),
    ])
  }

  private static func escalation(_ row: ScorecardResult.Escalation) -> JSONText {
    .object([
      ("of", .string(row.label)), ("complaints", .number(row.complaints)),
      (
        "steps",
        .list(
          row.levels.map { level in
            .object([
              ("step", .string(level.step.rawValue)), ("hours", .number(level.step.hours)),
              ("needed", .number(level.needed)), ("in_time", .number(level.inTime)),
              ("late", .number(level.late)), ("share", number(level.share)),
              ("low95", number(level.interval.lowerBound)),
              ("high95", number(level.interval.upperBound)),
              ("median_minutes", number(level.medianMinutes)),
            ])
          }
        )
      ),
    ])
  }

  private static func expected(_ service: ExpectedService) -> JSONText {
    .object([
      ("run", .string(service.run)), ("week", .string(service.week.description)),
      ("queue", .string(service.queue)), ("service_level", number(service.share)),
      ("low95", number(service.low)), ("high95", number(service.high)),
    ])
  }

  /// To a millionth, which is more than anybody counts.
  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  private static func number(_ value: Double?) -> JSONText {
    guard let value, value.isFinite else { return .word("null") }
    return .number(rounded(value))
  }
}
