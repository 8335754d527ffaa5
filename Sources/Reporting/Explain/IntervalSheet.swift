public import Workforce

extension FigureSheet {
  /// Why an interval is staffed as it is.
  public init(_ explanation: IntervalExplanation, _ context: ExplainContext) {
    let sheet = IntervalSheet(explanation: explanation, words: ExplainWords(context: context))
    self.init(
      kind: "Why this interval",
      title: sheet.title,
      context: sheet.words.context("an interval"),
      lead: sheet.lead,
      facts: sheet.facts,
      tables: [sheet.people, sheet.queues, sheet.reasons, sheet.ways],
      notes: [
        ExplainWords.exactNote,
        "Given counts people by the cheapest allocation of those who serve several queues; a person counts "
          + "while at work, not in a break.",
        "A rule is named where a legal week with the interval exists without that one rule; several together "
          + "where none alone is enough.",
      ]
    )
  }
}

/// The words and tables of an interval.
struct IntervalSheet {
  typealias Reason = IntervalExplanation.Reason

  let explanation: IntervalExplanation
  let words: ExplainWords

  /// Ways that a terminal shows.
  private static let shownWays = 3

  var title: String {
    let zone = words.context.zone
    let date = zone.local(at: explanation.from).date
    return "\(date.shortText), \(zone.clockText(at: explanation.from))–"
      + zone.clockText(at: explanation.until)
  }

  var lead: String {
    let short = explanation.queues.filter { $0.missing >= 0.05 }
    let state =
      short.isEmpty
      ? "Nobody is missing from the need."
      : listed(short.map { "\($0.name) lacks \(decimal($0.missing, places: 1)) of \($0.need)" })
        + "."
    guard let way = explanation.ways.first else {
      return state + " Nobody else has a legal week with the interval."
    }
    let why =
      way.cost >= -ExplainWords.nothing
      ? "The cheapest way to have one more, \(way.employee) with \(words.shift(way)), "
        + "\(words.difference(way.cost)), what it saves here counted: \(words.parts(way))."
      : "\(way.employee) with \(words.shift(way)) \(words.difference(way.cost)): \(words.parts(way))."
    return "\(state) \(why)"
  }

  var facts: [FigureSheet.Fact] {
    explanation.queues.map { queue in
      FigureSheet.Fact(
        queue.name,
        "needs \(queue.need), \(decimal(queue.given, places: 1)) given",
        detail: "one more saves \(words.amount(queue.gain)); "
          + "\(decimal(queue.skilled, places: 1)) at work could serve it"
      )
    } + [
      FigureSheet.Fact("Who could be there", reasonText)
    ]
  }

  /// `18 at work, 5 absent and 3 without the skill`.
  var reasonText: String { listed(groups.map { "\($0.people.count) \($0.text)" }) }

  /// People by reason, most first.
  private var groups: [(text: String, people: [String])] {
    var order: [String] = []
    var people: [String: [String]] = [:]
    for person in explanation.people {
      let text = Self.text(person.reason)
      if people[text] == nil { order.append(text) }
      people[text, default: []].append(person.employee)
    }
    return order.map { (text: $0, people: people[$0] ?? []) }.enumerated()
      .sorted { ($0.element.people.count, -$0.offset) > ($1.element.people.count, -$1.offset) }
      .map(\.element)
  }

  /// A reason in words.
  static func text(_ reason: Reason) -> String {
    switch reason {
    case .atWork: "at work"
    case .partly: "in a break or class or there for a part"
    case .possible: "able to come at a cost"
    case .absent: "absent"
    case .notEmployed: "not employed"
    case .noSkill: "without the skill"
    case .noCertificate: "without a certificate in force"
    case .oneOf(let rules): "stopped by \(rules.joined(separator: " or "))"
    case .allOf(let rules): "stopped by \(listed(rules)) together"
    case .stopped: "stopped by rules"
    case .together: "stopped by overtime, seats or presence of all together"
    case .noShift: "without a shift of the contract that covers it"
    case .noWeek: "without a legal week"
    }
  }

  var people: FigureTable {
    FigureTable(
      name: "people",
      title: "Everybody",
      lead: "Why each person is there or not, and what the best week with the interval costs more.",
      columns: [
        FigureTable.Column("employee", "Person"), FigureTable.Column("reason", "Reason"),
        FigureTable.Column("shift", "Shift", isOptional: true),
      ] + ExplainWords.costColumns,
      rows: explanation.people.map { person in
        FigureTable.Row(
          [
            .text(person.employee), .text(Self.text(person.reason)),
            .text(person.way.map(words.shift) ?? ""),
          ]
            + (person.way.map(words.costCells)
              ?? ExplainWords.costColumns.map { _ in FigureTable.Cell.none })
        )
      },
      isForPageOnly: true
    )
  }

  var queues: FigureTable {
    FigureTable(
      name: "queues",
      title: "Queues",
      columns: [
        FigureTable.Column("queue", "Queue"),
        FigureTable.Column("need", "Need", isNumber: true),
        FigureTable.Column("given", "Given", isNumber: true),
        FigureTable.Column("skilled", "Could serve it", isNumber: true),
        FigureTable.Column("gain", "One more saves", isNumber: true),
      ],
      rows: explanation.queues.map { queue in
        FigureTable.Row([
          .text(queue.name), .count(queue.need), .number(queue.given, places: 1),
          .number(queue.skilled, places: 1), words.number(queue.gain),
        ])
      }
    )
  }

  var reasons: FigureTable {
    FigureTable(
      name: "reasons",
      title: "Why people are there or not",
      columns: [
        FigureTable.Column("reason", "Reason"),
        FigureTable.Column("count", "People", isNumber: true),
        FigureTable.Column("people", "Who", isWide: true),
      ],
      rows: groups.map { group in
        FigureTable.Row([
          .text(group.text), .count(group.people.count),
          .text(group.people.joined(separator: " ")),
        ])
      }
    )
  }

  var ways: FigureTable {
    FigureTable(
      name: "ways",
      title: "Cheapest ways to have one more",
      nothing: "Nobody else has a legal week with the interval.",
      columns: [FigureTable.Column("employee", "Person"), FigureTable.Column("shift", "Shift")]
        + ExplainWords.costColumns,
      rows: explanation.ways.prefix(Self.shownWays).map { way in
        FigureTable.Row([.text(way.employee), .text(words.shift(way))] + words.costCells(way))
      }
    )
  }
}
