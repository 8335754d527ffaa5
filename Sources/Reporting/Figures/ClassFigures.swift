import Workforce

/// The week's classes with what they cost in service.
struct ClassFigures {
  /// A class of the week.
  struct Line {
    let id: String
    let course: String
    /// Day and hours.
    let when: String
    /// People who attend, of the seats.
    let seats: String
    /// Who teaches it; empty for somebody from outside.
    let trainer: String
    let cost: String
    /// True for a meeting: nobody teaches it.
    let isMeeting: Bool
  }

  let lines: [Line]

  init(_ outcome: RosterOutcome, inputs: PlanningInputs) {
    let sessions = Dictionary(
      inputs.training.sessions.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let currency = inputs.settings.currency
    lines = outcome.classes.compactMap { item in
      guard let session = sessions[item.session] else { return nil }
      let end = session.end.date == session.start.date ? "" : "\(session.end.date.shortText) "
      return Line(
        id: session.id,
        course: session.course,
        when: "\(session.start.date.shortText) \(clock(session.start.minuteOfDay))–\(end)"
          + clock(session.end.minuteOfDay),
        seats: "\(grouped(item.attendees.count)) of \(grouped(session.seats))",
        trainer: item.trainer ?? "",
        cost: money(item.cost, currency, places: 2),
        isMeeting: inputs.settings.labor.meetings.contains {
          $0.session(on: session.start.date) == session.id
        }
      )
    }
  }

  /// What stands before the lines and above the table.
  private var title: String {
    !lines.isEmpty && lines.allSatisfy(\.isMeeting) ? "Meetings" : "Classes"
  }

  /// One line per class for a terminal, up to a number of them.
  func summary(limit: Int) -> [String] {
    var text: [String] = []
    for (index, line) in lines.prefix(limit).enumerated() {
      text += labeled(
        index == 0 ? title : "",
        (line.isMeeting ? line.id : "\(line.id) (\(line.course))")
          + " \(line.when): \(line.seats) \(line.isMeeting ? "attend" : "seats taken")"
          + (line.trainer.isEmpty ? "" : ", taught by \(line.trainer)")
          + "; costs \(line.cost) of service"
      )
    }
    if lines.count > limit {
      text += labeled("", "and \(grouped(lines.count - limit)) more in the report")
    }
    return text
  }

  /// A table for the report; nothing without classes.
  var markup: Markup {
    guard !lines.isEmpty else { return .none }
    let columns: [TableColumn] = [
      .text("Class"), .text("Course"), .text("When"), .number("Seats taken"), .text("Trainer"),
      .number("Cost in service"),
    ]
    let rows = lines.map { line -> [Markup] in
      [
        "<b>\(line.id)</b>", "\(line.isMeeting ? "meeting" : line.course)", "\(line.when)",
        "\(line.seats)",
        "\(line.isMeeting ? "–" : line.trainer.isEmpty ? "from outside" : line.trainer)",
        "\(line.cost)",
      ]
    }
    let note: Markup = """
      <p class="note">Cost in service: how much less missing and idle people would cost this week if \
      those in it served instead.</p>
      """
    return "<h3>\(title)</h3>\(table("\(title) of the week", columns, rows))\(note)"
  }
}
